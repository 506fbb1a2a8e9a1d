import { randomBytes } from 'node:crypto';

import { LedgerCorrupt, type Position, type RecordedEvent } from '../ledger.js';
import { leafHash, readRecord, type WrittenRecord } from '../record.js';
import type { StoredEvent } from './stored-stream.js';

/*
 * A ledger in EventStoreDB is one stream. Its event 0 says which ledger it is (`founding.ts`);
 * event n is the n-th record, byte for byte, so positions are revisions: 1, 2, 3 … without gaps, as
 * in a file.
 *
 * The id of an event follows from its record's leaf hash, and ends with a mark of the writer. So the
 * store, which knows a repeated write by its ids, takes only the very same bytes from the very same
 * writer for a repetition; and a reader sees that a record is not what was written.
 */

/** Sets writers apart, so that the same bytes from another one are not taken for a repetition. */
export type WriterMark = string & { readonly __writerMark: unique symbol };

const MARK_BYTES = 4;

export function newWriterMark(): WriterMark {
  return randomBytes(MARK_BYTES).toString('hex') as WriterMark;
}

export function toStore(
  { type, text }: Pick<WrittenRecord, 'type' | 'text'>,
  mark: WriterMark,
): Omit<StoredEvent, 'revision'> {
  return { id: idStart(leafHash(text)) + mark, type, text };
}

/** The first 90 bits of the hash, as all but the end of a UUID of version 8 (RFC 9562, 5.8). */
function idStart(leaf: Buffer): string {
  const bytes = Buffer.from(leaf.subarray(0, 16 - MARK_BYTES));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{4})$/, '$1-$2-$3-$4-$5');
}

/** The record that stands at `next`, if that is what was written there. */
export function fromStore({ revision, id, type, text }: StoredEvent, next: number): RecordedEvent {
  if (revision !== next) {
    throw new LedgerCorrupt(`an event is missing at position ${next}`, positionOf(next));
  }
  const position = positionOf(next);
  const leaf = leafHash(text);
  if (!id.startsWith(idStart(leaf))) {
    throw new LedgerCorrupt(`the event at position ${position} is not what was written`, position);
  }
  const record = readRecord(text);
  if (record.type !== type) {
    throw new LedgerCorrupt(
      `the event at position ${position} is filed in a wrong place`,
      position,
    );
  }
  return { ...record, position, hash: leaf.toString('hex') };
}

export function positionOf(revision: number): Position {
  return String(revision) as Position;
}
