import type Database from 'better-sqlite3';

import { BEGINNING } from '../ledger.js';
import { createTables } from '../sqlite/database.js';
import { keysMissing, SCHEMA } from './key-store-schema.js';
import { Keyring } from './keyring.js';
import { PersonIndex, type SearchedBy } from './person-index.js';

/** Makes the tables and the first keys where there are none, for a ledger that is still empty. */
export function foundKeys(
  database: Database.Database,
  {
    directory,
    ledgerId,
    ledgerIsNew,
    searchedBy,
  }: Readonly<{
    directory: string;
    ledgerId: string;
    ledgerIsNew: boolean;
    searchedBy: SearchedBy;
  }>,
): void {
  // Otherwise the bytes of a deleted key stay in the file.
  database.pragma('secure_delete = ON');
  createTables(database, SCHEMA, () => {
    if (!ledgerIsNew) throw keysMissing(directory);
    const store = database.prepare(
      'INSERT INTO store (one, ledger, seen, unclean) VALUES (1, ?, ?, 0)',
    );
    store.run(ledgerId, BEGINNING);
    const keyring = new Keyring(database, directory);
    keyring.begin();
    const index = new PersonIndex(database, keyring, searchedBy);
    index.complete({ keys: index.makeMissing(), filings: [] });
  });
}
