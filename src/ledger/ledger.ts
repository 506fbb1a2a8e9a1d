import type { JsonObject } from '../kernel/decider.js';
import type { LocalDate } from '../kernel/local-date.js';

/**
 * A place in the total order of a ledger, as decimal digits. Opaque: keep it, compare it with
 * {@link comparePositions}, hand it back; never add to it (a cluster's positions have gaps).
 */
export type Position = string & { readonly __position: unique symbol };

/** The place before the first event. */
export const BEGINNING = '0' as Position;

/** 国际时间: RFC 3339 in UTC with milliseconds, `2026-01-31T08:00:00.000Z`. */
export type Instant = string;

/**
 * An encrypted part of an event. The ledger hashes the ciphertext, so a forgotten key changes no
 * hash.
 */
export type Sealed = Readonly<{
  /** The set of algorithms, so that a second one (SM4, SM3) can stand beside the first. */
  suite: string;
  /** The data key in the vault. */
  key: string;
  nonce: string;
  ciphertext: string;
}>;

/**
 * An event as it is handed to the ledger: legal content, and nothing that only the ledger can know.
 */
export type NewEvent = Readonly<{
  eventId: string;
  type: string;
  /** Version of the event's own shape; old shapes are upcast when read, never rewritten. */
  schema: number;
  occurredOn: LocalDate;
  data: JsonObject;
  sealed: Sealed | null;
}>;

/**
 * An event as the ledger keeps it. Everything but `position` and `hash` is inside the hashed bytes.
 */
export type RecordedEvent = NewEvent &
  Readonly<{
    commandId: string;
    actor: string;
    stream: string;
    /** 0, 1, 2 … within the stream, without gaps. */
    revision: number;
    /**
     * When the ledger took it in. Never decreases along the ledger, whatever the machine's clock
     * does.
     */
    recordedAt: Instant;
    position: Position;
    /** RFC 6962 leaf hash of the record's canonical bytes, SHA-256, as 64 lower-case hex digits. */
    hash: string;
  }>;

export type Append = Readonly<{
  stream: string;
  /** One to {@link EVENTS_PER_APPEND_MAX} events, taken in together or not at all. */
  events: readonly NewEvent[];
  /** How many events the writer saw in the stream: the revision the first new event will have. */
  expectedRevision: number;
  /**
   * Names the intention. The same id appended again answers with the first outcome, marked as
   * repeated, and adds nothing.
   */
  commandId: string;
  /** Who did it, as the edge knows them: `cli:zhang`, `http`. No personal data of applicants. */
  actor: string;
}>;

/** Where an append ended: the revision and the position of its last event. */
export type Appended = Readonly<{
  revision: number;
  position: Position;
  /** The command was known already, and nothing was added. */
  repeated: boolean;
}>;

export const EVENTS_PER_APPEND_MAX = 100;
/**
 * Bytes of one event's record.
 */
export const RECORD_BYTES_MAX = 500_000;

/**
 * Bytes of all records of one append together, in every store, so that any ledger can be carried to
 * any other: EventStoreDB takes 1 MiB, of which names and types are kept free.
 */
export const APPEND_BYTES_MAX = 900_000;

export type ReadAll = Readonly<{
  /** Only events after this position. */
  after?: Position;
  /** Only events up to and with this position. */
  upTo?: Position;
  /** Only events of this type. Those between are passed over unread. */
  type?: string;
}>;

/**
 * 台账: facts in total order, appended and never edited. One port, several stores; `test/contract`
 * says in full what every store promises.
 */
export interface Ledger {
  /** Drawn when the ledger is made: what is proved of one ledger proves nothing of another. */
  readonly ledgerId: string;

  /**
   * Resolves when the events are durable. Rejects with {@link VersionConflict} when another writer
   * was first (read again, decide again), with {@link CommandIdReused} when the id already names an
   * append to another stream, with {@link InvalidEvent} for what must never be stored, and with
   * {@link LedgerStopped} when the store can no longer promise anything.
   */
  append(append: Append): Promise<Appended>;

  /** One stream in order, from revision `from` (default 0). An unknown stream is empty. */
  readStream(stream: string, from?: number): AsyncIterable<RecordedEvent>;

  /**
   * The whole ledger in order, in bounded memory. Ends at the last event that was there when it got
   * there.
   */
  readAll(range?: ReadAll): AsyncIterable<RecordedEvent>;

  /**
   * History after `after`, then what comes, for ever, until the signal aborts. At least once, in
   * order.
   */
  subscribe(after: Position, signal: AbortSignal): AsyncIterable<RecordedEvent>;

  /** The position of the last event, or {@link BEGINNING}. */
  head(): Promise<Position>;

  close(): Promise<void>;
}

/** Negative, zero or positive as `left` comes before, at or after `right`. */
export function comparePositions(left: Position, right: Position): number {
  // Decimal digits without leading zeros: a longer number is a larger one.
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Another writer appended first. Nobody's fault: read again, decide again. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
  constructor(
    readonly stream: string,
    readonly expectedRevision: number,
    readonly actualRevision: number,
  ) {
    super(`stream ${stream} has ${actualRevision} events, the writer expected ${expectedRevision}`);
  }
}

/** The same command id on another stream: a fault of the caller, never to be retried. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';
  constructor(readonly commandId: string) {
    super(`command ${commandId} was already used for another stream`);
  }
}

/** An event that could not be read back as it was written, or is too large. */
export class InvalidEvent extends Error {
  override readonly name = 'InvalidEvent';
}

/** The file is held by another process. */
export class LedgerLocked extends Error {
  override readonly name = 'LedgerLocked';
}

/** What is stored is not what was written. Reads and appends stop; `position` says where. */
export class LedgerCorrupt extends Error {
  override readonly name: string = 'LedgerCorrupt';
  constructor(
    message: string,
    readonly position?: Position,
  ) {
    super(message);
  }
}

/** Why the high-water mark and the ledger do not go together. */
export type WitnessFault =
  /** The ledger has events and there is no mark. */
  | 'missing'
  /** The mark cannot be read, or contradicts itself. */
  | 'damaged'
  | 'unknown-key'
  | 'bad-signature'
  | 'other-ledger'
  /** Events that were acknowledged are gone. */
  | 'shorter'
  /** Another event stands where the mark was made. */
  | 'forked';

/** 与高水位标记不符: the ledger is not, or is no longer, the one whose events were acknowledged. */
export class LedgerContradictsWitness extends LedgerCorrupt {
  override readonly name = 'LedgerContradictsWitness';
  constructor(
    readonly fault: WitnessFault,
    message: string,
    /** How many events the mark counts, and how many the ledger has, where that is known. */
    readonly sizes: Readonly<{ witness?: number; ledger?: number }> = {},
  ) {
    super(message);
  }
}

/** An I/O error happened or the ledger was closed: nothing more is acknowledged by this process. */
export class LedgerStopped extends Error {
  override readonly name = 'LedgerStopped';
}

/** The disk is full: commands are refused, reads go on, and it recovers when there is space. */
export class LedgerFull extends Error {
  override readonly name = 'LedgerFull';
}

/**
 * The store on the network did not answer in time. Whether what was being appended is in is
 * unknown: the same command again finds out, and adds nothing that is there already. Passes.
 */
export class LedgerUnreachable extends Error {
  override readonly name = 'LedgerUnreachable';
}
