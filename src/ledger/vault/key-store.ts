import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type Database from 'better-sqlite3';

import type { JsonObject } from '../../kernel/decider.js';
import { LedgerCorrupt, type Sealed } from '../ledger.js';
import { canonicalText } from '../plain-json.js';
import { createTables, openDatabase, requireSchema, type Mode } from '../sqlite/database.js';
import { SqliteStore } from '../sqlite/store.js';
import { decrypt, encrypt, KEY_BYTES } from './cipher.js';
import { makeKeyFile, readKeyFile } from './key-file.js';
import { KeysRefused } from './keys-refused.js';
import type { SealContext, Unreadable, Vault } from './vault.js';

/*
 * The key store is a directory of its own, with a backup of its own that is never kept beside that
 * of the ledger:
 *
 *   kek-1     The key-encrypting key, 32 random bytes. Others may follow it; `kek` says which one
 *             wrapped a key.
 *   keys.db   One data key per stream that ever sealed something, wrapped. `store` says which ledger
 *             the keys belong to. `erased` names the keys that were destroyed: a key that is in neither
 *             table is lost.
 */
export type KeyStoreOptions = Readonly<{
  directory: string;
  mode: Mode;
  /** The ledger whose personal data the keys open. */
  ledgerId: string;
  /** Whether that ledger is empty still. Only then may keys be made where there are none. */
  ledgerIsNew: boolean;
}>;

const SCHEMA = `
CREATE TABLE store (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  ledger TEXT NOT NULL
) STRICT;

CREATE TABLE erased (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE keys (
  id TEXT PRIMARY KEY,
  stream TEXT NOT NULL UNIQUE,
  kek INTEGER NOT NULL,
  nonce BLOB NOT NULL,
  wrapped BLOB NOT NULL
) STRICT;
`;

/**
 * The international algorithms. A second suite, SM4 with SM3, would stand beside it under a name of
 * its own.
 */
const SUITE = 'intl1';
const KEK = 1;

type WrappedKey = Readonly<{
  id: string;
  stream: string;
  kek: number;
  nonce: Buffer;
  wrapped: Buffer;
}>;

export function openKeyStore(options: KeyStoreOptions): Vault {
  const { directory, mode, ledgerIsNew } = options;
  const [file, keyFile] = [keysFile(directory), join(directory, `kek-${KEK}`)];
  if (mode === 'read' && !(existsSync(file) && existsSync(keyFile))) return keysAway(directory);
  if (!existsSync(file) && !ledgerIsNew) throw keysMissing(directory);
  const database = openDatabase(file, mode, (opened) => {
    if (mode === 'write') found(opened, keyFile, options);
    requireSchema(opened, SCHEMA);
    requireOwn(opened, options);
  });
  try {
    return new KeyStore(database, readKeyFile(keyFile));
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Refuses to let a ledger be founded beside keys that belong to another: whose ledger file is away
 * would otherwise go on with an empty one.
 */
export function requireUnbound(directory: string): void {
  const file = keysFile(directory);
  if (!existsSync(file)) return;
  const database = openDatabase(file, 'read', () => undefined);
  const bound = database.pragma('table_info(store)') as unknown[];
  const ledger = bound.length === 0 ? undefined : ledgerOf(database);
  database.close();
  if (ledger === undefined) return;
  throw new KeysRefused(
    'ledger-away',
    directory,
    `holds the keys of ledger ${ledger}, which is not there: restore the ledger, or move the keys away`,
  );
}

function found(database: Database.Database, keyFile: string, options: KeyStoreOptions): void {
  const { directory, ledgerId, ledgerIsNew } = options;
  // Otherwise the bytes of a deleted key stay in the file.
  database.pragma('secure_delete = ON');
  createTables(database, SCHEMA, () => {
    if (!ledgerIsNew) throw keysMissing(directory);
    // A key file without keys.db is kept: it opens the keys.db that may yet come back from a
    // backup.
    if (!existsSync(keyFile)) makeKeyFile(keyFile);
    database.prepare('INSERT INTO store (one, ledger) VALUES (1, ?)').run(ledgerId);
  });
}

function requireOwn(
  database: Database.Database,
  { directory, ledgerId }: Pick<KeyStoreOptions, 'directory' | 'ledgerId'>,
): void {
  const bound = ledgerOf(database);
  if (bound === ledgerId) return;
  throw new KeysRefused(
    'other-ledger',
    directory,
    `holds the keys of ledger ${String(bound)} and not of ${ledgerId}: restore the ledger and the ` +
      'keys that belong together',
  );
}

function ledgerOf(database: Database.Database): string | undefined {
  return database.prepare<[], { ledger: string }>('SELECT ledger FROM store').get()?.ledger;
}

function keysFile(directory: string): string {
  return join(directory, 'keys.db');
}

function keysMissing(directory: string): KeysRefused {
  return new KeysRefused(
    'missing',
    directory,
    'the keys of this ledger are not there: restore them from the backup of the keys',
  );
}

/** What a reader has without the keys: every figure, and no person. */
function keysAway(directory: string): Vault {
  return {
    away: directory,
    seal: () => Promise.reject(keysMissing(directory)),
    open: () => 'lost',
    close: () => Promise.resolve(),
  };
}

class KeyStore implements Vault {
  readonly away = null;
  readonly #kek: Buffer;
  readonly #store: SqliteStore<string, WrappedKey>;
  readonly #byId: Database.Statement<[string], WrappedKey>;
  readonly #byStream: Database.Statement<[string], WrappedKey>;
  readonly #erased: Database.Statement<[string]>;
  readonly #insert: Database.Statement<[WrappedKey]>;

  constructor(database: Database.Database, kek: Buffer) {
    this.#kek = kek;
    this.#byId = database.prepare('SELECT * FROM keys WHERE id = ?');
    this.#byStream = database.prepare('SELECT * FROM keys WHERE stream = ?');
    this.#erased = database.prepare('SELECT 1 FROM erased WHERE key = ?');
    this.#insert = database.prepare(`
      INSERT INTO keys (id, stream, kek, nonce, wrapped) VALUES (:id, :stream, :kek, :nonce, :wrapped)`);
    this.#store = new SqliteStore(database, (stream: string) => this.#findOrMake(stream));
  }

  async seal(context: SealContext, plain: JsonObject): Promise<Sealed> {
    const text = canonicalText(plain, 'sealed');
    const { stream } = context;
    // A key that can be seen is durable: SQLite shows a commit only after its flush.
    const key =
      this.#store.read(() => this.#byStream.get(stream)) ?? (await this.#store.submit(stream));
    const box = encrypt(this.#unwrap(key), Buffer.from(text), placeOf(context));
    return {
      suite: SUITE,
      key: key.id,
      nonce: box.nonce.toString('base64'),
      ciphertext: box.ciphertext.toString('base64'),
    };
  }

  open(context: SealContext, sealed: Sealed): JsonObject | Unreadable {
    if (sealed.suite !== SUITE) {
      throw new LedgerCorrupt(
        `${whereIs(context)} is sealed with an unknown suite: ${sealed.suite}`,
      );
    }
    // Asked anew each time: a key kept in memory would outlive its erasure.
    const key = this.#store.read(() => this.#byId.get(sealed.key));
    if (key === undefined) {
      return this.#store.read(() => this.#erased.get(sealed.key)) === undefined ? 'lost' : 'erased';
    }

    const nonce = Buffer.from(sealed.nonce, 'base64');
    const ciphertext = Buffer.from(sealed.ciphertext, 'base64');
    const dataKey = this.#unwrap(key);
    const text = orCorrupt(
      () => decrypt(dataKey, { nonce, ciphertext }, placeOf(context)).toString(),
      `${whereIs(context)} was not sealed for its place, or was changed`,
    );
    return JSON.parse(text) as JsonObject;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#store.close();
      resolve();
    });
  }

  /** Runs inside a transaction, so that two who seal first in a stream share one key. */
  #findOrMake(stream: string): WrappedKey {
    const found = this.#byStream.get(stream);
    if (found !== undefined) return found;
    const id = randomUUID();
    const box = encrypt(this.#kek, randomBytes(KEY_BYTES), rowOf(id, stream, KEK));
    const made = { id, stream, kek: KEK, nonce: box.nonce, wrapped: box.ciphertext };
    this.#insert.run(made);
    return made;
  }

  #unwrap({ id, stream, kek, nonce, wrapped }: WrappedKey): Buffer {
    return orCorrupt(
      () => decrypt(this.#kek, { nonce, ciphertext: wrapped }, rowOf(id, stream, kek)),
      `the key of stream ${stream} does not open with kek-${KEK}: restore the keys from their backup`,
    );
  }
}

/** Binds a wrapped key to its row, so that keys cannot be exchanged between streams. */
function rowOf(id: string, stream: string, kek: number): string {
  return canonicalText([id, stream, kek]);
}

function placeOf({ ledgerId, stream, revision, type }: SealContext): string {
  return canonicalText([ledgerId, stream, revision, type]);
}

function whereIs({ stream, revision }: SealContext): string {
  return `the sealed part of event ${revision} of stream ${stream}`;
}

function orCorrupt<T>(work: () => T, message: string): T {
  try {
    return work();
  } catch {
    throw new LedgerCorrupt(message);
  }
}
