import { existsSync, readFileSync, statSync } from 'node:fs';

import Database from 'better-sqlite3';

import { LedgerCorrupt, LedgerStopped } from '../ledger.js';
import { portError, sqliteCode } from './errors.js';
import { refuseNetworkFile } from './network-file.js';
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
  if (mode === 'write') refuseNetworkFile(file);
  const database = mode === 'write' ? connect(file) : connectToRead(file);
  try {
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    // Without this, INSERT OR REPLACE deletes a row and fires no trigger.
    database.pragma('recursive_triggers = ON');
    if (mode === 'write') {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      // SQLite would hide the errors of its own checkpoints; the store makes them and looks.
      database.pragma('wal_autocheckpoint = 0');
      requireDurableCommits(database);
    }
    admit(database);
    return database;
  } catch (error) {
    database.close();
    throw portError(error, file);
  }
}

function connect(file: string, readonly = false): Database.Database {
  try {
    return new Database(file, { readonly, timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw portError(error, file);
  }
}

/**
 * SQLite cannot read a file in WAL mode without writing a -shm file beside it. In a folder that is
 * read-only, or on a disk that is full, such a file is read as one image instead.
 */
function connectToRead(file: string): Database.Database {
  const database = connect(file, true);
  try {
    database.prepare('SELECT 1 FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    if (!CANNOT_SHARE.has(sqliteCode(error) ?? '')) throw portError(error, file);
    return imageOf(file);
  }
}

const CANNOT_SHARE = new Set([
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY_CANTINIT',
  'SQLITE_READONLY_DIRECTORY',
  'SQLITE_READONLY_RECOVERY',
  'SQLITE_IOERR_SHMOPEN',
  'SQLITE_IOERR_SHMSIZE',
]);

/** Where a database header says that it is in WAL mode, which an image in memory cannot be. */
const WAL_FLAGS = { start: 18, end: 20 } as const;

/** The file as it stands, in memory. Complete only while no commit waits in the -wal file. */
function imageOf(file: string): Database.Database {
  const before = stateOf(file);
  const image = readFileSync(file).fill(1, WAL_FLAGS.start, WAL_FLAGS.end);
  if (before.waiting > 0 || JSON.stringify(stateOf(file)) !== JSON.stringify(before)) {
    throw new LedgerStopped(
      `${file} cannot be read where nothing can be written, because its newest commits stand in ` +
        `${file}-wal: copy both to a folder that can be written, or open the ledger there once`,
    );
  }
  return new Database(image, { readonly: true });
}

function stateOf(file: string): Readonly<Record<'size' | 'mtimeMs' | 'waiting', number>> {
  const { size, mtimeMs } = statSync(file);
  const waiting = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return { size, mtimeMs, waiting };
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
