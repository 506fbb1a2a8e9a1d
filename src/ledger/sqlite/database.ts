import { existsSync } from 'node:fs';

import Database from 'better-sqlite3';

import { LedgerCorrupt, LedgerStopped } from '../ledger.js';
import { portError } from './errors.js';
import { ensurePrivateFile } from './private-file.js';

/** One process writes; any number may read beside it. */
export type Mode = 'write' | 'read';

const BUSY_TIMEOUT_MS = 5_000;

const SYNCHRONOUS_FULL = 2;

/**
 * Opens one of our files with the settings that our promises rest on. `admit` makes its tables or
 * refuses it, and whatever goes wrong leaves nothing open.
 */
export function openDatabase(
  file: string,
  mode: Mode,
  admit: (database: Database.Database) => void,
): Database.Database {
  if (mode === 'write') ensurePrivateFile(file);
  if (!existsSync(file)) throw new LedgerStopped(`${file} does not exist: check the path`);
  const database = new Database(file, { readonly: mode === 'read', timeout: BUSY_TIMEOUT_MS });
  try {
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    // Without this, INSERT OR REPLACE deletes a row and fires no trigger.
    database.pragma('recursive_triggers = ON');
    if (mode === 'write') {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      requireDurableCommits(database);
    }
    admit(database);
    return database;
  } catch (error) {
    database.close();
    throw portError(error, file);
  }
}

/**
 * Reads back that a commit reaches the disk before it returns. better-sqlite3 is built with a
 * weaker default for WAL files, and a setting that failed would otherwise be noticed at the first
 * power cut.
 */
export function requireDurableCommits(database: Database.Database): void {
  const journal = database.pragma('journal_mode', { simple: true });
  const synchronous = database.pragma('synchronous', { simple: true });
  if (journal === 'wal' && Number(synchronous) >= SYNCHRONOUS_FULL) return;
  throw new LedgerStopped(
    `${database.name} would not survive a power cut (journal_mode ${String(journal)}, synchronous ` +
      `${String(synchronous)}): keep it on a local disk`,
  );
}

/** Makes the tables, and what `begin` adds to them, in a file that has none. */
export function createTables(database: Database.Database, schema: string, begin: () => void): void {
  const create = database.transaction(() => {
    if (schemaOf(database).length > 0) return;
    database.exec(schema);
    begin();
  });
  create.immediate();
}

/**
 * Refuses a file whose schema is not letter for letter ours: a dropped trigger or a forged view is
 * damage that no hash of a record and no `integrity_check` would show.
 */
export function requireSchema(database: Database.Database, schema: string): void {
  const model = new Database(':memory:');
  try {
    model.exec(schema);
    if (JSON.stringify(schemaOf(database)) === JSON.stringify(schemaOf(model))) return;
  } finally {
    model.close();
  }
  throw new LedgerCorrupt(
    `the tables or triggers of ${database.name} are not those this program makes: restore a backup`,
  );
}

function schemaOf(database: Database.Database): unknown[] {
  return database
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .all();
}
