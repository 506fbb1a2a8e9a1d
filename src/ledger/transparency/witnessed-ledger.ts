import type { Append, Appended, Ledger, Position, ReadAll, RecordedEvent } from '../ledger.js';
import { LedgerStopped } from '../ledger.js';
import { Transparency } from './transparency.js';
import { Witness, type WitnessOptions } from './witness.js';

export type Witnessed = Readonly<{ ledger: Ledger; transparency: Transparency }>;

/**
 * A ledger of any store, compared with its high-water mark and kept by it from then on. Closes the
 * ledger if they do not go together.
 */
export async function openWitnessed(inner: Ledger, options: WitnessOptions): Promise<Witnessed> {
  try {
    const witness = await Witness.open(inner, options);
    const transparency = new Transparency(inner, witness);
    return { ledger: new WitnessedLedger(inner, witness), transparency };
  } catch (error) {
    await inner.close();
    throw error;
  }
}

/** Commits, then marks, then acknowledges: what was acknowledged is known outside the store. */
class WitnessedLedger implements Ledger {
  readonly #inner: Ledger;
  readonly #witness: Witness;
  readonly #pending = new Set<Promise<unknown>>();
  #closed = false;

  constructor(inner: Ledger, witness: Witness) {
    this.#inner = inner;
    this.#witness = witness;
  }

  get ledgerId(): string {
    return this.#inner.ledgerId;
  }

  async append(append: Append): Promise<Appended> {
    if (this.#closed) throw new LedgerStopped('the ledger is closed');
    const appended = this.#append(append);
    this.#pending.add(appended);
    try {
      return await appended;
    } finally {
      this.#pending.delete(appended);
    }
  }

  readStream(stream: string, from?: number): AsyncIterable<RecordedEvent> {
    return this.#inner.readStream(stream, from);
  }

  readAll(range?: ReadAll): AsyncIterable<RecordedEvent> {
    return this.#inner.readAll(range);
  }

  subscribe(after: Position, signal: AbortSignal): AsyncIterable<RecordedEvent> {
    return this.#inner.subscribe(after, signal);
  }

  head(): Promise<Position> {
    return this.#inner.head();
  }

  async close(): Promise<void> {
    this.#closed = true;
    // What was committed wants its mark, and the mark is made by reading.
    await Promise.allSettled(this.#pending);
    this.#witness.close();
    await this.#inner.close();
  }

  async #append(append: Append): Promise<Appended> {
    await this.#witness.ready();
    const appended = await this.#inner.append(append);
    await this.#witness.covers(appended.position);
    return appended;
  }
}
