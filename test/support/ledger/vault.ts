import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import type { KeyStoreOptions } from '../../../src/ledger/vault/key-store.js';
import { BARE } from '../../../src/requests/domain/person-marks.js';

/** A store that is written to, of a ledger that holds events, unless told otherwise. */
export function keyStoreOptions(
  change: Partial<KeyStoreOptions> & Readonly<{ directory: string }>,
): KeyStoreOptions {
  return {
    mode: 'write',
    ledgerId: randomUUID(),
    ledgerIsNew: false,
    erasures: join(change.directory, '..', 'witness', 'erasures'),
    searchedBy: BARE,
    ...change,
  };
}
