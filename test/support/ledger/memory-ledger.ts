import { EventEmitter, once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';

import {
  BEGINNING,
  CommandIdReused,
  LedgerStopped,
  VersionConflict,
  comparePositions,
  type Append,
  type Appended,
  type Instant,
  type Ledger,
  type Position,
  type ReadAll,
  type RecordedEvent,
} from '../../../src/ledger/ledger.js';
import { leafHash, readRecord, writeRecords } from '../../../src/ledger/record.js';

/**
 * What outlives a memory ledger that is closed: as the file does, for as long as the process lives.
 */
export type Memory = { readonly ledgerId: string; readonly events: RecordedEvent[] };

/** A real, small ledger for tests: it keeps every promise of the port but durability. */
export function openMemoryLedger(memory: Memory, clock: () => Instant): Ledger {
  return new MemoryLedger(memory, clock);
}

class MemoryLedger implements Ledger {
  readonly #memory: Memory;
  readonly #clock: () => Instant;
  readonly #appended = new EventEmitter().setMaxListeners(0);
  #closed = false;

  constructor(memory: Memory, clock: () => Instant) {
    this.#memory = memory;
    this.#clock = clock;
  }

  get ledgerId(): string {
    return this.#memory.ledgerId;
  }

  async append(append: Append): Promise<Appended> {
    await nextTurn();
    this.#requireOpen();
    const { stream, expectedRevision, commandId } = append;
    const { events } = this.#memory;

    const earlier = events.findLast((event) => event.commandId === commandId);
    if (earlier !== undefined) {
      if (earlier.stream !== stream) throw new CommandIdReused(commandId);
      return { revision: earlier.revision, position: earlier.position, repeated: true };
    }
    const length = events.filter((event) => event.stream === stream).length;
    if (length !== expectedRevision) throw new VersionConflict(stream, expectedRevision, length);

    const [now, before] = [this.#clock(), events.at(-1)?.recordedAt ?? ''];
    for (const { text } of writeRecords(append, now > before ? now : before)) {
      const position = String(events.length + 1) as Position;
      events.push({ ...readRecord(text), position, hash: leafHash(text).toString('hex') });
    }
    this.#appended.emit('append');
    const last = events.at(-1)!;
    return { revision: last.revision, position: last.position, repeated: false };
  }

  async *readStream(stream: string, from = 0): AsyncGenerator<RecordedEvent> {
    for await (const event of this.readAll()) {
      if (event.stream === stream && event.revision >= from) yield event;
    }
  }

  async *readAll(range: ReadAll = {}): AsyncGenerator<RecordedEvent> {
    const { after = BEGINNING, upTo, type } = range;
    for (const event of this.#memory.events) {
      this.#requireOpen();
      if (upTo !== undefined && comparePositions(event.position, upTo) > 0) return;
      const wanted = comparePositions(event.position, after) > 0;
      if (wanted && (type === undefined || event.type === type)) yield event;
    }
  }

  async *subscribe(after: Position, signal: AbortSignal): AsyncGenerator<RecordedEvent> {
    const aborted = (): boolean => signal.aborted;
    let reached = after;
    while (!aborted()) {
      for await (const event of this.readAll({ after: reached })) {
        yield event;
        reached = event.position;
        if (aborted()) return;
      }
      if (reached === this.#last()) await this.#nextAppend(signal);
    }
  }

  async head(): Promise<Position> {
    this.#requireOpen();
    return this.#last();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#appended.emit('append');
  }
  #last(): Position {
    return this.#memory.events.at(-1)?.position ?? BEGINNING;
  }

  async #nextAppend(signal: AbortSignal): Promise<void> {
    await once(this.#appended, 'append', { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (!signal.aborted) this.#requireOpen();
  }

  #requireOpen(): void {
    if (this.#closed) throw new LedgerStopped('the ledger is closed');
  }
}
