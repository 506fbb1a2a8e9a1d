import { createHash } from 'node:crypto';

import { BEGINNING, LedgerCorrupt, type Position } from '../ledger.js';
import { copyDatabase } from '../sqlite/copy.js';
import { openEmbeddedLedger } from './embedded-ledger.js';

/** What a ledger file holds, after every record was read and compared with its leaf hash. */
export type LedgerContent = Readonly<{
  ledgerId: string;
  events: number;
  head: Position;
  /** SHA-256 over the leaf hashes in order, 64 hex digits: equal only for equal ledgers. */
  digest: string;
}>;

/** Reads a whole ledger file, or its events up to and with `upTo`. Throws LedgerCorrupt at damage. */
export async function contentOf(file: string, upTo?: Position): Promise<LedgerContent> {
  const clock = (): string => new Date().toISOString();
  const ledger = openEmbeddedLedger({ file, clock, mode: 'read' });
  try {
    const digest = createHash('sha256');
    let [events, head] = [0, BEGINNING];
    for await (const { hash, position } of ledger.readAll(upTo === undefined ? {} : { upTo })) {
      digest.update(hash, 'hex');
      events += 1;
      head = position;
    }
    return { ledgerId: ledger.ledgerId, events, head, digest: digest.digest('hex') };
  } finally {
    await ledger.close();
  }
}

/**
 * Copies a ledger file beside its writer, and compares every leaf, the count and the head of the
 * copy with the original before the copy gets its name.
 */
export function copyLedger(from: string, to: string): Promise<LedgerContent> {
  return copyDatabase(from, to, async (draft) => {
    const copied = await contentOf(draft);
    requireSame(copied, await contentOf(from, copied.head), `the copy of ${from}`);
    return copied;
  });
}

/** Throws LedgerCorrupt, naming what differs. */
export function requireSame(found: LedgerContent, expected: LedgerContent, what: string): void {
  const keys = ['ledgerId', 'events', 'head', 'digest'] as const;
  const other = keys.find((key) => found[key] !== expected[key]);
  if (other === undefined) return;
  throw new LedgerCorrupt(
    `${what} has ${other} ${found[other]} instead of ${expected[other]}: use another one`,
  );
}
