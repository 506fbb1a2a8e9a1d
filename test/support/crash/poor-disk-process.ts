import { closeSync, cpSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { openEmbeddedLedger } from '../../../src/ledger/embedded/embedded-ledger.js';
import { serve } from '../../../src/serve.js';
import { deskIn } from '../e2e/accounts.js';
import { gongkai, type Ran } from '../e2e/gongkai.js';
import { registration } from '../e2e/server.js';
import { anAppend } from '../ledger/builders.js';
import { withDirectory } from './harness.js';
import { mountDisk, mountReadOnly, unmount } from './mounts.js';

/* What server and command line do on a full disk and on a read-only one, as JSON. */

const DISK_KIB = 6_144;

/** Takes what room there is. */
function fillUp(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const size of [65_536, 1]) {
      for (;;) if (writeSync(descriptor, Buffer.alloc(size)) < size) break;
    }
  } catch {
    // ENOSPC: that was the purpose.
  } finally {
    closeSync(descriptor);
  }
}

async function onFullDisk(directory: string): Promise<object> {
  mountDisk(directory, DISK_KIB);
  const [data, ballast] = [join(directory, 'data'), join(directory, 'ballast')];
  writeFileSync(ballast, Buffer.alloc(1_048_576));
  const { app, url } = await serve(data, 0);
  const { agencyId, clerk } = await deskIn(app, { name: '某局' });
  const post = (path: string, body: object): Promise<Response> =>
    fetch(url + path, {
      method: 'POST',
      headers: { ...clerk, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const requests = `/v1/agencies/${agencyId}/requests`;
  const large = { description: '所需信息'.repeat(400) };

  let refused = await post(requests, registration('0', large));
  let registered = 0;
  for (; refused.status === 201; registered += 1) {
    refused = await post(requests, registration(String(registered + 1), large));
  }
  const { code } = (await refused.json()) as { code: string };
  const read = (await fetch(url + requests, { headers: clerk })).status;
  rmSync(ballast);
  const recovered = (await post(requests, registration('last'))).status;
  fillUp(ballast);
  await app.close();
  const written = await gongkai('--data', data, '--json', 'init', '--name', '另一局');
  const replayed = await gongkai('--data', data, '--json', 'replay');
  return { refused: refused.status, code, read, recovered, registered, written, replayed };
}

async function onReadOnlyDisk(directory: string): Promise<object> {
  const data = join(directory, 'data');
  await gongkai('--data', data, 'init', '--name', '某局');
  // A copy of the files of a running ledger: its newest commits wait in the -wal file.
  const file = join(data, 'ledger.db');
  const ledger = openEmbeddedLedger({
    file,
    clock: () => '2099-01-01T00:00:00.000Z',
    mode: 'write',
  });
  await ledger.append(anAppend());
  cpSync(data, join(directory, 'waiting'), { recursive: true });
  rmSync(join(directory, 'waiting', 'ledger.db-shm'));
  await ledger.close();
  mountReadOnly(directory);
  const run = (folder: string, ...command: string[]): Promise<Ran> =>
    gongkai('--data', join(directory, folder), '--json', ...command);
  return {
    rules: await run('data', 'rules'),
    replayed: await gongkai('--data', data, 'replay'),
    written: await run('data', 'init', '--name', '另一局'),
    waiting: await run('waiting', 'rules'),
  };
}

async function main(): Promise<void> {
  const seen = await withDirectory(async (directory) => {
    const full = await onFullDisk(directory).finally(() => unmount(directory));
    const readOnly = await onReadOnlyDisk(directory).finally(() => unmount(directory));
    return { full, readOnly };
  });
  process.stdout.write(JSON.stringify(seen), () => process.exit(0));
}

void main();
