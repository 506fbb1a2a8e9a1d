import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

import { openDatabase } from './database.js';
import { portError } from './errors.js';
import { ensurePrivateFile, syncDirectory } from './private-file.js';

/**
 * Copies one of our files as it stands at this moment, beside a running writer: one transaction of
 * SQLite, what waits in the -wal file included and what was deleted left behind. `check` sees the
 * copy before it gets its name, so that a copy that is there is whole and durable; its answer is
 * the answer.
 */
export async function copyDatabase<Checked>(
  from: string,
  to: string,
  check: (draft: string) => Promise<Checked>,
): Promise<Checked> {
  const draft = `${to}.part`;
  rmSync(draft, { force: true });
  ensurePrivateFile(draft);
  const source = openDatabase(from, 'read', () => undefined);
  try {
    source.prepare('VACUUM INTO ?').run(draft);
    syncFile(draft);
    const checked = await check(draft);
    renameSync(draft, to);
    syncDirectory(dirname(to));
    return checked;
  } catch (error) {
    rmSync(draft, { force: true });
    throw portError(error, from);
  } finally {
    source.close();
  }
}

/** Makes durable what another program or call has written. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
