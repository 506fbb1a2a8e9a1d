import { assert } from '../../kernel/decider.js';
import {
  BEGINNING,
  LedgerCorrupt,
  type Position,
  type ReadAll,
  type RecordedEvent,
} from '../ledger.js';
import { Catalogue, type Run } from './catalogue.js';
import { fromStore, positionOf } from './stored-record.js';
import type { StoredStream } from './stored-stream.js';

/** Bounds the memory of a reader. */
const PAGE_EVENTS = 500;

/** Runs of a stream that are fetched at the same time. */
const FETCHES = 16;

/** Reads records, and believes none that its hash and its place do not confirm. */
export class RecordReader {
  readonly catalogue = new Catalogue();
  readonly #stream: StoredStream;
  #current: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(stream: StoredStream) {
    this.#stream = stream;
  }

  /**
   * Takes in what came since, whoever wrote it. Those who ask while a look is under way share the
   * next one: the one under way may have passed their event already.
   */
  catchUp(): Promise<void> {
    if (this.#current === undefined) {
      this.#current = this.#takeIn().finally(() => {
        this.#current = undefined;
      });
      return this.#current;
    }
    this.#next ??= this.#current
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.catchUp();
      });
    return this.#next;
  }

  async *all({ after = BEGINNING, upTo, type }: ReadAll): AsyncGenerator<RecordedEvent> {
    const last = upTo === undefined ? Number.MAX_SAFE_INTEGER : Number(upTo);
    for (let next = Number(after) + 1; next <= last;) {
      const count = Math.min(PAGE_EVENTS, last - next + 1);
      const page = await this.#page(next, count);
      for (const event of page) if (type === undefined || event.type === type) yield event;
      if (page.length < count) return;
      next += count;
    }
  }

  async *stream(name: string, from: number): AsyncGenerator<RecordedEvent> {
    await this.catchUp();
    const pages = this.catalogue.runsOf(name, from).flatMap(paged);
    for (let at = 0; at < pages.length; at += FETCHES) {
      const fetched = pages.slice(at, at + FETCHES).map((run) => this.#known(run));
      for (const page of await Promise.all(fetched)) yield* page;
    }
  }

  /** The event at a position that is known to be there. */
  async at(position: number): Promise<RecordedEvent> {
    const [event] = await this.#known({ first: position, count: 1 });
    assert(event !== undefined, 'a page that was asked for one event holds one');
    return event;
  }

  async head(): Promise<Position> {
    return positionOf(Math.max(await this.#stream.last(), 0));
  }

  async #takeIn(): Promise<void> {
    for await (const event of this.all({ after: positionOf(this.catalogue.reached) })) {
      this.catalogue.take(event);
    }
  }

  async #page(first: number, count: number): Promise<readonly RecordedEvent[]> {
    const stored = await this.#stream.page(first, count);
    return stored.map((event, index) => fromStore(event, first + index));
  }

  async #known({ first, count }: Run): Promise<readonly RecordedEvent[]> {
    const page = await this.#page(first, count);
    if (page.length === count) return page;
    const missing = positionOf(first + page.length);
    throw new LedgerCorrupt(`an event is missing at position ${missing}`, missing);
  }
}

function paged({ first, count }: Run): readonly Run[] {
  const pages: Run[] = [];
  for (let passed = 0; passed < count; passed += PAGE_EVENTS) {
    pages.push({ first: first + passed, count: Math.min(PAGE_EVENTS, count - passed) });
  }
  return pages;
}
