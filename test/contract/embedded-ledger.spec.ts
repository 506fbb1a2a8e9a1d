import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import { temporaryDirectory } from '../support/ledger/builders.js';
import { ledgerContract } from './ledger.contract.js';

ledgerContract('embedded', async (clock) => {
  const directory = temporaryDirectory();
  const file = join(directory, 'ledger.db');
  return {
    open: async () => openEmbeddedLedger({ file, clock, mode: 'write' }),
    remove: async () => rmSync(directory, { recursive: true }),
  };
});
