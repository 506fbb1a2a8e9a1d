import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import type { Instant, Ledger } from '../../src/ledger/ledger.js';
import { openWitnessed } from '../../src/ledger/transparency/witnessed-ledger.js';
import { temporaryDirectory } from '../support/ledger/builders.js';
import { openMemoryLedger, type Memory } from '../support/ledger/memory-ledger.js';
import { ledgerContract } from './ledger.contract.js';
import type { Place } from './subject.js';

ledgerContract('witnessed embedded', async (clock) => {
  const file = join(temporaryDirectory(), 'ledger.db');
  return witnessed(clock, () => openEmbeddedLedger({ file, clock, mode: 'write' }));
});

ledgerContract('witnessed memory', async (clock) => {
  const memory: Memory = { ledgerId: randomUUID(), events: [] };
  return witnessed(clock, () => openMemoryLedger(memory, clock));
});

function witnessed(clock: () => Instant, inner: () => Ledger): Place {
  const directory = temporaryDirectory();
  const keysDirectory = join(directory, 'keys');
  const options = {
    directory: join(directory, 'witness'),
    keysDirectory,
    clock,
    mode: 'write',
  } as const;
  return {
    open: async () => (await openWitnessed(inner(), options)).ledger,
    remove: async () => rmSync(directory, { recursive: true }),
  };
}
