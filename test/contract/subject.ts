import {
  BEGINNING,
  comparePositions,
  type Instant,
  type Ledger,
  type RecordedEvent,
} from '../../src/ledger/ledger.js';
import { TUESDAY_MORNING, collect } from '../support/ledger/builders.js';

/** Where a ledger is kept: closed there, it can be opened again. */
export type Place = Readonly<{ open: () => Promise<Ledger>; remove: () => Promise<void> }>;

/** The ledger under test, a new one for each test. */
export class Subject {
  now: Instant = TUESDAY_MORNING;
  ledger!: Ledger;
  #place!: Place;

  async begin(makePlace: (clock: () => Instant) => Promise<Place>): Promise<void> {
    this.now = TUESDAY_MORNING;
    this.#place = await makePlace(() => this.now);
    await this.open();
  }

  async open(): Promise<void> {
    this.ledger = await this.#place.open();
  }

  async end(): Promise<void> {
    await this.ledger.close();
    await this.#place.remove();
  }

  all(): Promise<RecordedEvent[]> {
    return collect(this.ledger.readAll());
  }

  stream(name: string, from?: number): Promise<RecordedEvent[]> {
    return collect(this.ledger.readStream(name, from));
  }
}

export function expectStrictlyIncreasing(events: readonly RecordedEvent[]): void {
  for (const [n, { position }] of events.entries()) {
    const before = events[n - 1]?.position ?? BEGINNING;
    expect(comparePositions(before, position)).toBeLessThan(0);
  }
}
