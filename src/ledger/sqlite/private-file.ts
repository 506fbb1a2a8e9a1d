import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { LedgerFull, LedgerStopped } from '../ledger.js';

/**
 * Makes an empty file that only this user may read, and its directory, unless they are there.
 * Throws LedgerFull or LedgerStopped where that cannot be.
 */
export function ensurePrivateFile(file: string): void {
  try {
    makePrivateFile(file);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    const cause = { cause: error };
    if (code === 'ENOSPC') {
      throw new LedgerFull(`no space left for ${file}: make room and try again`, cause);
    }
    throw new LedgerStopped(
      `${file} cannot be written (${code}): check the rights of its folder`,
      cause,
    );
  }
}

function makePrivateFile(file: string): void {
  ensurePrivateDirectory(dirname(file));
  try {
    // Never opens a file that is there: closing any descriptor of it would drop the locks SQLite
    // holds on it.
    closeSync(openSync(file, 'wx', 0o600));
    syncDirectory(dirname(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    chmodSync(file, 0o600);
  }
}

/** Whether something is there. Throws where nobody can tell: what may not be looked at is not gone. */
export function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

export function ensurePrivateDirectory(directory: string): void {
  const made = mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (made !== undefined) syncDirectory(dirname(made));
}

/**
 * A new name is durable only when its directory is. Windows cannot flush directories, and need not.
 */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
