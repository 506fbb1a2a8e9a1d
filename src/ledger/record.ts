import { hash } from 'node:crypto';

import { isLocalDate } from '../kernel/local-date.js';
import {
  APPEND_BYTES_MAX,
  EVENTS_PER_APPEND_MAX,
  InvalidEvent,
  LedgerCorrupt,
  RECORD_BYTES_MAX,
  type Append,
  type Instant,
  type RecordedEvent,
} from './ledger.js';
import { canonicalText } from './plain-json.js';

/*
 * The record of an event is one canonical JSON object (RFC 8785) with the members of `EventRecord`,
 * as UTF-8. The text that is stored is the text that is hashed, byte for byte: it is written once
 * and never serialised again, so no later version of this program can change an old hash.
 *
 * The leaf hash is that of RFC 6962, section 2.1: SHA-256 over one zero byte and the record.
 */

export type EventRecord = Omit<RecordedEvent, 'position' | 'hash'>;

const NAME_LENGTH_MAX = 250;

/** Sets leaves apart from inner nodes, so that neither can be passed off as the other. */
const LEAF_PREFIX = '\0';

/** A record as the stores take it: the text, and the two members they file it under. */
export type WrittenRecord = Readonly<{ type: string; revision: number; text: string }>;

/**
 * The records of an append, in order. Throws {@link InvalidEvent}, naming the field, for what must
 * never be stored: write all of them before you store the first.
 */
export function writeRecords(append: Append, recordedAt: Instant): WrittenRecord[] {
  const { stream, events, expectedRevision, commandId, actor } = append;
  requireThat(
    events.length >= 1 && events.length <= EVENTS_PER_APPEND_MAX,
    `events: an append takes 1 to ${EVENTS_PER_APPEND_MAX}, not ${events.length}`,
  );
  const records = events.map(({ eventId, type, schema, occurredOn, data, sealed }, index) => {
    const revision = expectedRevision + index;
    const content = { eventId, type, schema, occurredOn, data, sealed };
    const text = writeRecord({ ...content, commandId, actor, stream, revision, recordedAt });
    return { type, revision, text };
  });
  const bytes = records.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  requireThat(
    bytes <= APPEND_BYTES_MAX,
    `events: together ${bytes} bytes, an append takes ${APPEND_BYTES_MAX}`,
  );
  return records;
}

/** Members that are not of `EventRecord` would be stored too, so hand over exactly those. */
export function writeRecord(record: EventRecord): string {
  requireName('eventId', record.eventId);
  requireName('commandId', record.commandId);
  requireName('actor', record.actor);
  requireStoreName('stream', record.stream);
  requireStoreName('type', record.type);
  requireThat(Number.isSafeInteger(record.schema) && record.schema > 0, 'schema: not 1, 2, 3 …');
  requireThat(isLocalDate(record.occurredOn), 'occurredOn: not a day, YYYY-MM-DD');

  const text = canonicalText(record);
  const bytes = Buffer.byteLength(text);
  requireThat(
    bytes <= RECORD_BYTES_MAX,
    `data: the record has ${bytes} bytes, the most is ${RECORD_BYTES_MAX}`,
  );
  return text;
}

/**
 * Only for a text whose hash was compared: its shape is that of the writer and is not looked at
 * again.
 */
export function readRecord(text: string): EventRecord {
  return JSON.parse(text) as EventRecord;
}

export function leafHash(text: string, algorithm: 'sha256' | 'sm3' = 'sha256'): Buffer {
  return hash(algorithm, LEAF_PREFIX + text, 'buffer');
}

/**
 * The record of an event, byte for byte as it was stored: there is one way to write it, and its hash
 * says whether this is it.
 */
export function recordOf({ position, hash: leaf, ...record }: RecordedEvent): string {
  const text = canonicalText(record);
  if (leafHash(text).toString('hex') === leaf) return text;
  throw new LedgerCorrupt(`the event at position ${position} is not what was written`, position);
}

function requireStoreName(field: string, name: string): void {
  requireName(field, name);
  requireThat(!name.startsWith('$'), `${field}: names that start with $ belong to EventStoreDB`);
}

function requireName(field: string, name: string): void {
  requireThat(
    name.length >= 1 && name.length <= NAME_LENGTH_MAX,
    `${field}: 1 to ${NAME_LENGTH_MAX} characters, not ${name.length}`,
  );
}

function requireThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new InvalidEvent(otherwise);
}
