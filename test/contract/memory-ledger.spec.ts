import { openMemoryLedger, type Memory } from '../support/ledger/memory-ledger.js';
import { ledgerContract } from './ledger.contract.js';

ledgerContract('memory', async (clock) => {
  const memory: Memory = { ledgerId: 'a-ledger-in-memory', events: [] };
  return {
    open: async () => openMemoryLedger(memory, clock),
    remove: async () => undefined,
  };
});
