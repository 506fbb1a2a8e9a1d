import { addressOf, type Address } from '../../../src/ledger/eventstoredb/address.js';
import type { Patience } from '../../../src/ledger/eventstoredb/connection.js';
import { openEventStoreLedger } from '../../../src/ledger/eventstoredb/eventstore-ledger.js';
import type { Instant, Ledger } from '../../../src/ledger/ledger.js';
import { TUESDAY_MORNING } from '../ledger/builders.js';

/** Short, so that a test that waits for a silence does not wait long. */
export const IMPATIENT: Patience = { attemptMs: 300, callMs: 10_000, quietMs: 300 };

/** The address in a URL that is known to be right. */
export function address(url: string): Address {
  const read = addressOf(url);
  if (typeof read === 'string') throw new Error(`${url}: ${read}`);
  return read;
}

export function openAt(
  url: string,
  options: Partial<{ clock: () => Instant; mode: 'read' | 'write'; patience: Patience }> = {},
): Promise<Ledger> {
  return openEventStoreLedger({
    address: address(url),
    clock: () => TUESDAY_MORNING,
    mode: 'write',
    patience: IMPATIENT,
    ...options,
  });
}
