import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { cannotMount, runWithMounts } from '../support/crash/mounts.js';
import { cannotTrace } from '../support/crash/trace.js';
import { passesFor } from '../support/e2e/accounts.js';
import { emptyFolder, GONGKAI, gongkai, removeFolders, type Ran } from '../support/e2e/gongkai.js';
import { registration } from '../support/e2e/server.js';

afterAll(removeFolders);

/** Runs where the machine has what it takes, and says otherwise what it lacks. */
function where(missing: string | undefined): jest.It {
  if (missing !== undefined) process.stderr.write(`a test of faults is not run: ${missing}\n`);
  return missing === undefined ? it : it.skip;
}

type Seen = Readonly<{
  full: Readonly<{ written: Ran; replayed: Ran; registered: number }>;
  readOnly: Readonly<{ rules: Ran; replayed: Ran; written: Ran; waiting: Ran }>;
}>;

describe('a disk that is full or read-only', () => {
  where(cannotMount())(
    'refuses what would write, in words, and lets be read what is there',
    async () => {
      const { full, readOnly } = (await runWithMounts('poor-disk-process.ts', {})) as Seen;

      expect(full).toMatchObject({ refused: 507, code: 'ledger/full', read: 200, recovered: 201 });
      expect(full.written.exit).toBe(3);
      expect(full.written.err).toContain('ledger/full');
      expect(JSON.parse(full.replayed.out)).toMatchObject({
        // The agency and two accounts came first, the last request after there was room again.
        facts: full.registered + 4,
      });

      expect(readOnly.rules).toMatchObject({ exit: 0, err: '' });
      // Its last event was recorded in 2099, so the clock that did it shows.
      expect(readOnly.replayed.out).toContain('2099-01-01T00:00:00.000Z 晚于本机现在的时间');
      expect(readOnly.written.exit).toBe(3);
      expect(readOnly.written.err).toContain('ledger/stopped');
      expect(readOnly.waiting.exit).toBe(3);
      expect(readOnly.waiting.err).toContain('newest commits stand in');
    },
    120_000,
  );
});

describe('a server whose disk fails', () => {
  where(cannotTrace())(
    'refuses the command, ends with exit 3, and the next one has all that was acknowledged',
    async () => {
      const data = join(emptyFolder(), 'data');
      const { agencyId, clerk } = await passesFor(data);
      const inject = ['-e', 'trace=fsync', '-e', 'inject=fsync:error=EIO:when=60+'];
      const serve = [process.execPath, GONGKAI, '--data', data, '--json', 'serve', '--port', '0'];
      const child = spawn('strace', ['-o', '/dev/null', ...inject, ...serve], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said: Buffer[] = [];
      child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
      const ended = once(child, 'close');
      const [first] = (await once(child.stdout, 'data')) as [Buffer];
      const { url } = JSON.parse(first.toString()) as { url: string };

      let [acknowledged, status, answer] = [0, 201, ''];
      while (status === 201) {
        const response = await fetch(`${url}/v1/agencies/${agencyId}/requests`, {
          method: 'POST',
          headers: { ...clerk, 'Content-Type': 'application/json' },
          body: JSON.stringify(registration(`F-${acknowledged}`)),
        });
        ({ status } = response);
        answer = await response.text();
        if (status === 201) acknowledged += 1;
      }

      expect({ status, answer }).toEqual({
        status: 503,
        answer: expect.stringContaining('ledger/stopped'),
      });
      expect(await ended).toEqual([3, null]);
      expect(Buffer.concat(said).toString()).toContain('台账打不开或者读写失败，已停止');
      const { out } = await gongkai('--data', data, '--json', 'replay');
      const { facts } = JSON.parse(out) as { facts: number };
      expect(facts).toBeGreaterThanOrEqual(3 + acknowledged);
      expect(acknowledged).toBeGreaterThan(3);
    },
    120_000,
  );
});
