import type { JsonObject } from '../kernel/decider.js';
import type { Ledger, RecordedEvent } from './ledger.js';
import type { SealedPart, Unreadable, Vault } from './vault/vault.js';

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

/** Everything that is sealed in a ledger. */
export async function* sealedParts(
  ledger: Pick<Ledger, 'ledgerId' | 'readAll'>,
): AsyncGenerator<SealedPart> {
  for await (const { stream, revision, type, sealed } of ledger.readAll()) {
    if (sealed === null) continue;
    yield { context: { ledgerId: ledger.ledgerId, stream, revision, type }, sealed };
  }
}
