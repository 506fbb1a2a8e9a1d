import {
  LedgerStopped,
  LedgerUnreachable,
  type Append,
  type Appended,
  type Instant,
  type Ledger,
  type Position,
  type ReadAll,
  type RecordedEvent,
} from '../ledger.js';
import type { Address } from './address.js';
import { Appender } from './appender.js';
import { Connection, PATIENCE, type Patience } from './connection.js';
import { found, foundedId } from './founding.js';
import { RecordReader } from './record-reader.js';
import { StoredStream } from './stored-stream.js';

export type EventStoreLedgerOptions = Readonly<{
  address: Address;
  clock: () => Instant;
  /** A ledger is founded, when there is none, only to be written to. */
  mode: 'write' | 'read';
  patience?: Patience;
}>;

/** A ledger in one stream of an EventStoreDB, on one node or on a cluster. */
export async function openEventStoreLedger({
  address,
  clock,
  mode,
  patience = PATIENCE,
}: EventStoreLedgerOptions): Promise<Ledger> {
  const connection = new Connection(address, patience);
  try {
    const stream = new StoredStream(connection);
    const { shown } = address;
    let ledgerId = await foundedId(stream, shown);
    if (ledgerId === null && mode === 'write') ledgerId = await found(stream, shown);
    if (ledgerId === null) throw new LedgerStopped(`${shown} holds no ledger: check the address`);
    return new EventStoreLedger(ledgerId, connection, stream, clock, mode);
  } catch (error) {
    connection.close();
    throw error;
  }
}

class EventStoreLedger implements Ledger {
  readonly #connection: Connection;
  readonly #stream: StoredStream;
  readonly #reader: RecordReader;
  readonly #appender: Appender;
  #closing = false;

  constructor(
    readonly ledgerId: string,
    connection: Connection,
    stream: StoredStream,
    clock: () => Instant,
    private readonly mode: 'write' | 'read',
  ) {
    this.#connection = connection;
    this.#stream = stream;
    this.#reader = new RecordReader(stream);
    this.#appender = new Appender(stream, this.#reader, clock);
  }

  async append(append: Append): Promise<Appended> {
    const { shown } = this.#connection.address;
    if (this.#closing) throw new LedgerStopped(`${shown} is closed`);
    if (this.mode === 'read') {
      throw new LedgerStopped(`${shown} was opened for reading`);
    }
    return this.#appender.submit(append);
  }

  readStream(stream: string, from = 0): AsyncIterable<RecordedEvent> {
    return this.#reader.stream(stream, from);
  }

  readAll(range: ReadAll = {}): AsyncIterable<RecordedEvent> {
    return this.#reader.all(range);
  }

  async *subscribe(after: Position, signal: AbortSignal): AsyncGenerator<RecordedEvent> {
    const aborted = (): boolean => signal.aborted;
    let reached = after;
    while (!aborted()) {
      try {
        for await (const event of this.#reader.all({ after: reached })) {
          if (aborted()) return;
          yield event;
          reached = event.position;
        }
        if (!aborted()) await this.#stream.stirred(Number(reached), signal);
      } catch (error) {
        // A subscriber has nobody to tell and nothing to lose: it waits for the store to come back.
        if (!(error instanceof LedgerUnreachable)) throw error;
      }
    }
  }

  head(): Promise<Position> {
    return this.#reader.head();
  }

  /** What is on its way is given up only if the store does not answer. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#appender.idle();
    this.#connection.close();
  }
}
