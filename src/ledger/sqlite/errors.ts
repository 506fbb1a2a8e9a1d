import { LedgerCorrupt, LedgerFull, LedgerLocked, LedgerStopped } from '../ledger.js';

/** SQLite's name for what happened, if it was SQLite that threw. */
export function sqliteCode(error: unknown): string | undefined {
  // By its code, because better-sqlite3 keeps one error class per process and test runners load it
  // more than once.
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

/** SHMSIZE: the -shm file could not grow, before anything was written; it is never durable data. */
const NO_ROOM: readonly string[] = ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'];

/** What SQLite threw, as the port words it. Anything else passes as it is. */
export function portError(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  const cause = { cause: error };
  if (NO_ROOM.includes(code)) {
    return new LedgerFull(`no space left for ${file}: make room and try again`, cause);
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new LedgerLocked(`${file} is held by another program: end it and try again`, cause);
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new LedgerCorrupt(`${file} is damaged (${code}): stop, verify, restore from a backup`);
  }
  return new LedgerStopped(
    `${file} failed (${code}): check the disk, restart, then verify the ledger`,
    cause,
  );
}
