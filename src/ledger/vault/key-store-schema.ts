import { join } from 'node:path';

import type Database from 'better-sqlite3';

import { LedgerCorrupt } from '../ledger.js';
import { openDatabase, requireSchema, type Mode } from '../sqlite/database.js';
import { isThere } from '../sqlite/private-file.js';
import { KeysRefused } from './keys-refused.js';

/*
 * The key store is a directory of its own, with a backup of its own that is never kept beside that
 * of the ledger:
 *
 *   kek-1     The key-encrypting key, 32 random bytes. A rotation makes kek-2 and destroys kek-1.
 *   keys.db   One data key per stream that ever sealed something, wrapped; `kek` says by which.
 *
 * Tables of keys.db:
 *
 *   store     One row. `ledger`: whose personal data the keys open. `seen`: the position of the ledger
 *             up to which its erasures have been carried out here. `unclean`: 1 from the moment key bytes
 *             are deleted until they are gone from the file and its WAL.
 *   keys      The wrapped data keys. $index and $index-… are no streams of the ledger: theirs are the keys
 *             of the index below, one for each member that persons are searched by. Of a member without
 *             such a key nothing was ever filed here.
 *   persons   Which keys open a part that names a person. `tag` is HMAC-SHA-256 of what names them under
 *             the key of its member, never a plain hash: the numbers of a county are tried in seconds.
 *   erased    The streams whose key was destroyed. A stream with sealed parts that is in neither table
 *             has lost its key.
 */
export const SCHEMA = `
CREATE TABLE store (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  ledger TEXT NOT NULL,
  seen TEXT NOT NULL,
  unclean INTEGER NOT NULL
) STRICT;

CREATE TABLE keys (
  id TEXT PRIMARY KEY,
  stream TEXT NOT NULL UNIQUE,
  kek INTEGER NOT NULL,
  nonce BLOB NOT NULL,
  wrapped BLOB NOT NULL
) STRICT;

CREATE TABLE persons (
  tag BLOB NOT NULL,
  key TEXT NOT NULL REFERENCES keys (id),
  PRIMARY KEY (tag, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX persons_by_key ON persons (key);

CREATE TABLE erased (stream TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`;

/** Names that start with $ never name a stream of a ledger. */
export const INDEX_STREAM = '$index';

export function keysFile(directory: string): string {
  return join(directory, 'keys.db');
}

/** Opens keys.db, and says of a damaged one that it is the keys, and not the ledger. */
export function openKeys(
  directory: string,
  mode: Mode,
  admit: (database: Database.Database) => void,
): Database.Database {
  try {
    return openDatabase(keysFile(directory), mode, admit);
  } catch (error) {
    if (!(error instanceof LedgerCorrupt)) throw error;
    throw new KeysRefused('damaged', directory, error.message);
  }
}

/** Whether there is a keys.db. Throws where nobody can tell. */
export function hasKeys(directory: string): boolean {
  const file = keysFile(directory);
  try {
    return isThere(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new KeysRefused('unreadable', file, `cannot be read (${String(code)}): check its rights`);
  }
}

function ledgerOf(database: Database.Database): string | undefined {
  return database.prepare<[], { ledger: string }>('SELECT ledger FROM store').get()?.ledger;
}

export function requireOwn(
  database: Database.Database,
  { directory, ledgerId }: Readonly<{ directory: string; ledgerId: string }>,
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

/**
 * Refuses to let a ledger that has events be written without its own keys, before anything else is
 * asked of them.
 */
export function requireKeys(directory: string, ledgerId: string): void {
  if (!hasKeys(directory)) throw keysMissing(directory);
  openKeys(directory, 'read', (opened) => {
    requireSchema(opened, SCHEMA);
    requireOwn(opened, { directory, ledgerId });
  }).close();
}

/**
 * Refuses to let a ledger be founded beside keys that belong to another: whose ledger file is away
 * would otherwise go on with an empty one.
 */
export function requireUnbound(directory: string): void {
  if (!hasKeys(directory)) return;
  const database = openKeys(directory, 'read', () => undefined);
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

export function keysMissing(directory: string): KeysRefused {
  return new KeysRefused(
    'missing',
    directory,
    'the keys of this ledger are not there: restore them from the backup of the keys',
  );
}

export function notIndexed(directory: string): KeysRefused {
  return new KeysRefused(
    'not-indexed',
    directory,
    'was made by an older program, and its index is completed when it is next opened for writing',
  );
}
