import type { JsonObject } from '../kernel/decider.js';
import type { Ledger, RecordedEvent } from './ledger.js';
import type { Unreadable, Vault } from './vault/vault.js';

/**
 * What an event says of persons: null when it says nothing.
 */
export function openSealed(
  { ledger, vault }: Readonly<{ ledger: Pick<Ledger, 'ledgerId'>; vault: Pick<Vault, 'open'> }>,
  { sealed, stream, revision, type }: RecordedEvent,
): JsonObject | Unreadable | null {
  if (sealed === null) return null;
  return vault.open({ ledgerId: ledger.ledgerId, stream, revision, type }, sealed);
}
