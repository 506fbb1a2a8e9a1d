import type Database from 'better-sqlite3';
import { createTables, openDatabase, requireSchema } from '../ledger/sqlite/database.js';
import { SqliteStore, type DiskFailed } from '../ledger/sqlite/store.js';

/*
 * access.db: what proves that somebody is who he says, and who has proved it. None of it is a fact of
 * the ledger: it is forgotten when it has served, and an office that loses it sets new passwords
 * (`gongkai accounts reset`).
 *
 *   secrets   One row per account that may sign in. `password`: argon2id in the PHC string format, with
 *             its parameters. `provisional`: 1 until its owner has chosen another. `totp`: the shared
 *             secret (RFC 6238); `totp_step`: the last step that was used, because a code is good once;
 *             `offered`: a secret shown to its owner who has not yet proved to have it.
 *   sessions  By the SHA-256 of a token that only the browser has. Times are milliseconds.
 *   devices   Browsers from which an account was signed in to before, by the SHA-256 of their token.
 */
const SCHEMA = `
CREATE TABLE secrets (
  account TEXT PRIMARY KEY,
  password TEXT NOT NULL,
  set_at INTEGER NOT NULL,
  provisional INTEGER NOT NULL,
  totp TEXT,
  totp_step INTEGER NOT NULL DEFAULT 0,
  offered TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  token BLOB PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  browser TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_account ON sessions (account);

CREATE TABLE devices (
  token BLOB PRIMARY KEY,
  account TEXT NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

type Change = (database: Database.Database) => unknown;

type Opened = Readonly<{ database: Database.Database; store: SqliteStore<Change, unknown> }>;

/** The file, made when it is first needed: most commands of the command line never do. */
export class AccessStore {
  #opened: Opened | undefined;

  constructor(
    private readonly file: string,
    private readonly diskFailed?: DiskFailed,
  ) {}

  read<T>(query: (database: Database.Database) => T): T {
    const { database, store } = this.open();
    return store.read(() => query(database));
  }

  /** Resolves when the change is durable; changes asked for together share a commit. */
  async write<T>(change: (database: Database.Database) => T): Promise<T> {
    return (await this.open().store.submit(change)) as T;
  }

  close(): void {
    this.#opened?.store.close();
    this.#opened = undefined;
  }

  private open(): Opened {
    if (this.#opened !== undefined) return this.#opened;
    const database = openDatabase(this.file, 'write', (opened) => {
      createTables(opened, SCHEMA, () => undefined);
      requireSchema(opened, SCHEMA);
      // What was deleted must be gone from the file too.
      opened.pragma('secure_delete = ON');
    });
    const perform = (change: Change): unknown => change(database);
    const store = new SqliteStore(database, perform, { failed: this.diskFailed });
    this.#opened = { database, store };
    return this.#opened;
  }
}
