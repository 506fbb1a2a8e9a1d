import { setTimeout as pause } from 'node:timers/promises';

import { EventStoreDBClient } from '@eventstore/db-client';

import { LedgerCorrupt, LedgerStopped, LedgerUnreachable } from '../ledger.js';
import type { Address } from './address.js';
import { faultOf, reasonOf, type Fault } from './faults.js';

export type Patience = Readonly<{
  /**
   * How long one attempt may be silent. Longer than the server's own limit for a write (2 s), and
   * than an election of a new leader takes it to say so.
   */
  attemptMs: number;
  /** How long a call is attempted again before the caller is told. */
  callMs: number;
  /** How long a quiet subscription is believed. Then the next look is a read. */
  quietMs: number;
}>;

export const PATIENCE: Patience = { attemptMs: 8_000, callMs: 30_000, quietMs: 10_000 };

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** A client, and how many calls are still on it. */
type Line = { readonly client: EventStoreDBClient; calls: number; dropped: boolean };

/**
 * Calls to the store that end. The client has no deadline on reads, retries nothing, and can keep
 * an error of its first call for ever; so every attempt is timed here, and after a failure the next
 * one goes over a new client.
 */
export class Connection {
  readonly #address: Address;
  readonly #patience: Patience;
  readonly #closing = new AbortController();
  #line: Line | undefined;

  constructor(address: Address, patience: Patience) {
    this.#address = address;
    this.#patience = patience;
  }

  get address(): Address {
    return this.#address;
  }

  get patience(): Patience {
    return this.#patience;
  }

  /** Aborts when the connection is closed. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /**
   * Calls until there is an answer. `attempt` must be safe to be made twice, for one that failed
   * may have worked; faults in `answers` are answers to this caller. Throws LedgerUnreachable when
   * patience ends, LedgerStopped when trying again would be in vain.
   */
  async call<T, A extends Fault = never>(
    attempt: (client: EventStoreDBClient, timer: Timer) => Promise<T>,
    answers: readonly A[] = [],
  ): Promise<T | A> {
    const started = performance.now();
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      this.requireOpen();
      const line = (this.#line ??= this.#connect());
      try {
        return await this.#timed(line, attempt);
      } catch (error) {
        const fault = faultOf(error);
        const answer = answers.find((known) => known === fault);
        if (answer !== undefined) return answer;
        this.#refuseHopeless(fault, error);
        // Only the client itself knows where the leader is.
        if (fault !== 'elsewhere') this.#drop(line);
        const waited = performance.now() - started + pauseMs;
        if (waited > this.#patience.callMs) throw this.#unreachable(error);
      }
      await pause(pauseMs, undefined, { signal: this.closing }).catch(() => undefined);
    }
  }

  /** A client for a call that has no end of its own; `release` when it is over. */
  lend(): Readonly<{ client: EventStoreDBClient; release: (failed: boolean) => void }> {
    this.requireOpen();
    const line = (this.#line ??= this.#connect());
    line.calls += 1;
    return {
      client: line.client,
      release: (failed) => {
        if (failed) this.#drop(line);
        this.#release(line);
      },
    };
  }

  requireOpen(): void {
    if (this.closing.aborted) throw new LedgerStopped(`${this.#address.shown} is closed`);
  }

  close(): void {
    this.#closing.abort();
    if (this.#line !== undefined) this.#drop(this.#line);
  }

  async #timed<T>(
    line: Line,
    attempt: (client: EventStoreDBClient, timer: Timer) => Promise<T>,
  ): Promise<T> {
    const timer = new Timer(this.#patience.attemptMs);
    line.calls += 1;
    try {
      const answer = attempt(line.client, timer);
      // The one that lost the race may fail later, when nobody listens any more.
      answer.catch(() => undefined);
      return await Promise.race([answer, timer.rung]);
    } finally {
      timer.stop();
      this.#release(line);
    }
  }

  #connect(): Line {
    const client = EventStoreDBClient.connectionString(this.#address.connection);
    return { client, calls: 0, dropped: false };
  }

  #drop(line: Line): void {
    if (this.#line === line) this.#line = undefined;
    line.dropped = true;
    this.#disposeWhenIdle(line);
  }

  #release(line: Line): void {
    line.calls -= 1;
    this.#disposeWhenIdle(line);
  }

  /** Not before: what others still read over it would end in silence. */
  #disposeWhenIdle(line: Line): void {
    if (line.dropped && line.calls === 0) void line.client.dispose();
  }

  #refuseHopeless(fault: Fault, error: unknown): void {
    const { shown } = this.#address;
    const cause = { cause: error };
    if (fault === 'deleted') throw new LedgerCorrupt(`${shown} was deleted: restore a backup`);
    if (fault === 'refused') {
      throw new LedgerStopped(`${shown} refused: ${reasonOf(error)}: check user and CA`, cause);
    }
    if (fault === 'too-large') {
      throw new LedgerStopped(`${shown} takes less than 1 MiB at once: check MaxAppendSize`, cause);
    }
  }

  #unreachable(error: unknown): LedgerUnreachable {
    const seconds = Math.round(this.#patience.callMs / 1_000);
    return new LedgerUnreachable(
      `${this.#address.shown} gave no answer for ${seconds} s: ${reasonOf(error)}`,
      { cause: error },
    );
  }
}

/** Rings after a time of silence. Whoever hears something calls {@link heard}. */
export class Timer {
  readonly #ms: number;
  readonly rung: Promise<never>;
  #ring!: () => void;
  #timeout: NodeJS.Timeout;

  constructor(ms: number) {
    this.#ms = ms;
    this.rung = new Promise<never>((_, reject) => {
      this.#ring = () => reject(new Error(`silent for ${ms} ms`));
    });
    // Nobody may be waiting for it yet, or any more.
    this.rung.catch(() => undefined);
    this.#timeout = setTimeout(this.#ring, ms);
  }

  get ms(): number {
    return this.#ms;
  }

  heard(): void {
    this.#timeout.refresh();
  }

  stop(): void {
    clearTimeout(this.#timeout);
  }
}
