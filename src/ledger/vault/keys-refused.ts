import { LedgerStopped } from '../ledger.js';

/** What is wrong with a folder of keys. */
export type KeysFault =
  /** The ledger holds events and the folder holds no keys. */
  | 'missing'
  /** A key-encrypting key that wrapped the keys is not there, or not whole. */
  | 'kek-missing'
  /** The keys do not open with the key-encrypting key, or keys.db is not what was written. */
  | 'damaged'
  /** A file of the keys is there and may not be read, or its disk does not give it. */
  | 'unreadable'
  /** The ledger wants to seal in a stream whose key was destroyed: it was restored from before. */
  | 'erased'
  /** The keys belong to another ledger. */
  | 'other-ledger'
  /** Somebody is searched for by what a store of an older program has not filed yet. */
  | 'not-indexed'
  /** The keys belong to a ledger, and the ledger is not there. */
  | 'ledger-away';

/**
 * The keys and the ledger do not belong together, or one of them is away. Nothing is made anew: a
 * new key would make every applicant unreadable, and a new ledger would begin under keys of
 * another.
 */
export class KeysRefused extends LedgerStopped {
  constructor(
    readonly fault: KeysFault,
    /** The file or folder to look at. */
    readonly where: string,
    message: string,
  ) {
    super(`${where}: ${message}`);
  }
}
