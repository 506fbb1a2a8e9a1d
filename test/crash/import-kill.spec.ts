import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../src/ledger/clock.js';
import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import type { RecordedEvent } from '../../src/ledger/ledger.js';
import { passesFor } from '../support/e2e/accounts.js';
import { emptyFolder, GONGKAI, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { registration } from '../support/e2e/server.js';

/** Every process started here, so that a failed expectation leaves none behind. */
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(removeFolders);

/** Enough that the kill comes long before the end, on a busy machine too. */
const ROWS = 8_000;

function registerFile(folder: string): string {
  const head =
    '登记编号,收到日期,渠道,申请人类型,申请人,证件号码,联系方式,所需信息,办结日期,办理结果,备注';
  const rows = Array.from(
    { length: ROWS },
    (_, at) =>
      `K-${String(at)},2021-03-05,网站,自然人,甲${String(at)},,,信息${String(at)},2021-03-20,予以公开,`,
  );
  const file = join(folder, 'requests.csv');
  writeFileSync(file, [head, ...rows].join('\n'));
  return file;
}

/** What a reader beside the writer sees: committed, so never to be lost. */
async function seen(data: string): Promise<readonly RecordedEvent[]> {
  const file = join(data, 'ledger.db');
  const ledger = openEmbeddedLedger({ file, clock: systemClock.now, mode: 'read' });
  try {
    const events: RecordedEvent[] = [];
    for await (const event of ledger.readAll()) events.push(event);
    return events;
  } finally {
    await ledger.close();
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function imported(data: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  const { exit, out, err } = await gongkai('--data', data, '--json', 'import', 'requests', file);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return JSON.parse(out) as Readonly<Record<string, unknown>>;
}

describe('kill -9 in the middle of an import', () => {
  it('loses no event that was committed, and the same file again completes it', async () => {
    const data = emptyFolder();
    const file = registerFile(data);
    await gongkai('--data', data, 'init', '--name', '某局');

    const args = [GONGKAI, '--data', data, 'import', 'requests', file];
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    children.push(child);
    let before: readonly RecordedEvent[] = [];
    while (before.length < 500) {
      expect(child.exitCode).toBeNull();
      before = await seen(data);
    }
    await kill(child);

    const after = await seen(data);
    // Something was left undone, or the test would show nothing.
    expect(after.length).toBeLessThan(1 + ROWS * 3);
    expect(after.slice(0, before.length)).toEqual(before);
    expect((await gongkai('--data', data, 'replay')).exit).toBe(0);

    const second = await imported(data, file);
    expect(second).toMatchObject({ rows: ROWS, problems: [] });
    expect(second['added']).toBeGreaterThan(0);
    const all = await seen(data);
    expect(all).toHaveLength(1 + ROWS * 3);
    expect(all.slice(0, after.length)).toEqual(after);
    expect(await imported(data, file)).toMatchObject({ added: 0, unchanged: ROWS });
  }, 120_000);

  it('loses nothing that the server acknowledged meanwhile', async () => {
    const data = emptyFolder();
    const file = registerFile(data);
    const { agencyId, clerk } = await passesFor(data);
    const before = (await seen(data)).length;
    const { child, url } = await served(data);
    const at = `${url}/v1/agencies/${agencyId}`;

    const cut = fetch(`${at}/imports/requests`, {
      method: 'POST',
      headers: { ...clerk, 'Content-Type': 'text/csv' },
      body: new Uint8Array(readFileSync(file)),
    }).catch(() => 'cut off');
    const acknowledged: string[] = [];
    for (let next = 0; next < 15; next += 1) {
      const number = `H-${String(next)}`;
      const answer = await fetch(`${at}/requests`, {
        method: 'POST',
        headers: { ...clerk, 'Content-Type': 'application/json' },
        body: JSON.stringify(registration(number)),
      });
      if (answer.status === 201) acknowledged.push(number);
    }
    await kill(child);
    expect(await cut).toBe('cut off');
    expect(acknowledged).toHaveLength(15);

    const numbers = new Set(
      (await seen(data)).map(({ stream }) => stream.split('-').slice(2).join('-')),
    );
    expect(acknowledged.filter((number) => !numbers.has(number))).toEqual([]);
    const second = await imported(data, file);
    expect(second).toMatchObject({ rows: ROWS, problems: [] });
    expect(second['added']).toBeGreaterThan(0);
    expect(await seen(data)).toHaveLength(before + ROWS * 3 + acknowledged.length);
  }, 120_000);
});

/** `gongkai serve` in a process of its own, on a free port. */
async function served(data: string): Promise<Readonly<{ child: ChildProcess; url: string }>> {
  const args = [GONGKAI, '--data', data, '--json', 'serve', '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [first] = (await once(child.stdout, 'data')) as [Buffer];
  const { url } = JSON.parse(first.toString()) as { url: string };
  return { child, url };
}
