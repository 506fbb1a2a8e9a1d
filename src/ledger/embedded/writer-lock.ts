import Database from 'better-sqlite3';

import { LedgerLocked } from '../ledger.js';
import { portError, sqliteCode } from '../sqlite/errors.js';
import { ensurePrivateFile } from '../sqlite/private-file.js';

/**
 * Long enough for a service that is being restarted, short enough for a person who waits for the
 * sentence.
 */
const WAIT_MS = 1_000;

/** Gives the right to write back. */
export type Release = () => void;

/**
 * Takes the right to write to a ledger, for as long as this process lives. It is a lock of the
 * operating system on a database of its own, which a killed process cannot leave behind as it would
 * a file with its number, and which does not keep readers out as a lock on the ledger itself would.
 */
export function lockForWriting(file: string): Release {
  const lockFile = `${file}.lock`;
  ensurePrivateFile(lockFile);
  let lock: Database.Database | undefined;
  try {
    lock = new Database(lockFile, { timeout: WAIT_MS });
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock?.close();
  } catch (error) {
    lock?.close();
    if (sqliteCode(error) !== 'SQLITE_BUSY') throw portError(error, lockFile);
    throw new LedgerLocked(
      `another process is writing to ${file}: end it first, or open the ledger for reading`,
      { cause: error },
    );
  }
}
