import type { JsonObject } from '../kernel/decider.js';
import type { Recorder } from './decide-and-append.js';
import type { RecordedEvent } from './ledger.js';

/**
 * What an event says of persons: null when it says nothing, 'erased' when the key is gone for ever.
 */
export function openSealed(
  { ledger, vault }: Recorder,
  { sealed, stream, revision, type }: RecordedEvent,
): JsonObject | 'erased' | null {
  if (sealed === null) return null;
  return vault.open({ ledgerId: ledger.ledgerId, stream, revision, type }, sealed);
}
