import {
  binaryEvent,
  type EventStoreDBClient,
  type RecordedEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';

import type { Connection, Timer } from './connection.js';

/** An event of the store: its place in the stream, and bytes. */
export type StoredEvent = Readonly<{ revision: number; id: string; type: string; text: string }>;

/** The lines of the client that end by themselves. */
type Reading = ReturnType<EventStoreDBClient['readStream']>;

/**
 * The one stream of the store that holds a ledger, as a list of texts that only grows.
 *
 * Every call names the user itself. For an append that chooses the client's plain `Append`, whose
 * deadline holds; the other way, `BatchAppend`, has none, and loses all appends of the process when
 * one connection breaks.
 */
export class StoredStream {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Adds events after the one with revision `last` (-1: to a stream that is not there), all or
   * none, and never twice: an attempt without an answer is made again with the same ids in the same
   * place, where the store knows them. `behind`: others stand there.
   */
  append(
    last: number,
    events: readonly Omit<StoredEvent, 'revision'>[],
  ): Promise<'appended' | 'behind'> {
    const messages = events.map(({ id, type, text }) =>
      binaryEvent({ id, type, data: Buffer.from(text, 'utf8') }),
    );
    const expectedRevision = last < 0 ? 'no_stream' : BigInt(last);
    return this.#connection.call(
      async (client, { ms }) => {
        const options = { ...this.#base(), expectedRevision, deadline: ms } as const;
        await client.appendToStream(this.#name, messages, options);
        return 'appended' as const;
      },
      ['behind'] as const,
    );
  }

  /** Up to `count` events from a revision on; fewer at the end. */
  async page(from: number, count: number): Promise<readonly StoredEvent[]> {
    const events = await this.#connection.call(
      (client, timer) =>
        collect(
          client.readStream(this.#name, {
            ...this.#base(),
            fromRevision: BigInt(from),
            maxCount: count,
          }),
          timer,
        ),
      ['absent'] as const,
    );
    return events === 'absent' ? [] : events;
  }

  /** The last revision, or -1. */
  async last(): Promise<number> {
    const events = await this.#connection.call(
      (client, timer) =>
        collect(
          client.readStream(this.#name, {
            ...this.#base(),
            direction: 'backwards',
            fromRevision: 'end',
            maxCount: 1,
          }),
          timer,
        ),
      ['absent'] as const,
    );
    return events === 'absent' ? -1 : (events[0]?.revision ?? -1);
  }

  /**
   * Resolves when there may be more than `last`, when the subscription broke, or after a while: the
   * caller reads, and what is read is the truth. So a subscription that stops without a word, is
   * dropped for being slow, or delivers twice, does no harm.
   */
  async stirred(last: number, signal: AbortSignal): Promise<void> {
    const { client, release } = this.#connection.lend();
    const subscription = client.subscribeToStream(this.#name, {
      ...this.#base(),
      fromRevision: BigInt(last),
    });
    const ends = AbortSignal.any([signal, this.#connection.closing]);
    let failed = false;
    let quiet: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      // Unreferenced: waiting for somebody else's facts is no reason for a process to live on.
      quiet = setTimeout(resolve, this.#connection.patience.quietMs).unref();
      ends.addEventListener('abort', () => resolve(), { once: true });
      if (ends.aborted) resolve();
      subscription.once('data', () => resolve());
      // The listener stays on: an error that nobody hears ends the process.
      subscription.on('error', () => {
        failed = true;
        resolve();
      });
    });
    clearTimeout(quiet);
    void subscription.unsubscribe().catch(() => undefined);
    release(failed);
    this.#connection.requireOpen();
  }

  get #name(): string {
    return this.#connection.address.stream;
  }

  #base(): Readonly<{
    requiresLeader: true;
    credentials: { username: string; password: string };
  }> {
    // Without TLS the store knows no users, and the client sends none.
    const credentials = this.#connection.address.credentials ?? { username: '-', password: '-' };
    return { requiresLeader: true, credentials };
  }
}

function collect(reading: Reading, timer: Timer): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  void timer.rung.catch(() => reading.cancel().catch(() => undefined));
  return new Promise((resolve, reject) => {
    reading.on('data', ({ event }: ResolvedEvent) => {
      timer.heard();
      if (event !== undefined) events.push(storedEvent(event));
    });
    reading.on('error', reject);
    reading.on('end', () => resolve(events));
  });
}

function storedEvent({ revision, id, type, data }: RecordedEvent): StoredEvent {
  // What is not bytes was not written by this program, and no text of it has the id it came with.
  const text = data instanceof Uint8Array ? Buffer.from(data).toString('utf8') : '';
  return { revision: Number(revision), id, type, text };
}
