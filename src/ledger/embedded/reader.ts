import { setImmediate as nextTurn } from 'node:timers/promises';

import type Database from 'better-sqlite3';

import { assert } from '../../kernel/decider.js';
import {
  BEGINNING,
  LedgerCorrupt,
  type Appended,
  type Append,
  type Position,
  type ReadAll,
  type RecordedEvent,
} from '../ledger.js';
import { leafHash, readRecord, type EventRecord } from '../record.js';
import type { SqliteStore } from '../sqlite/store.js';

/** Bounds the memory of a reader, and the time it keeps the event loop from everybody else. */
const PAGE_ROWS = 500;

type Row = Readonly<{
  position: number;
  stream: string;
  revision: number;
  type: string;
  record: string;
  leaf: string;
}>;

// CROSS keeps SQLite to this order of the tables: events by position, names looked up.
const ROWS = `
  SELECT events.position, streams.name AS stream, events.revision, types.name AS type, record,
    lower(hex(leaf)) AS leaf
  FROM events
  CROSS JOIN streams ON streams.id = events.stream
  CROSS JOIN types ON types.id = events.type`;

/** Reads in pages, and believes no row that its record and its leaf hash do not confirm. */
export class Reader {
  readonly #store: SqliteStore<Append, Appended>;
  readonly #page: Database.Statement<[number, number, number], Row>;
  readonly #typedPage: Database.Statement<[number, number, number, number], Row>;
  readonly #typeNamed: Database.Statement<[string], { id: number }>;
  readonly #streamPage: Database.Statement<[string, number, number], Row>;
  readonly #head: Database.Statement<[], { position: number | null }>;

  constructor(database: Database.Database, store: SqliteStore<Append, Appended>) {
    this.#store = store;
    const between = 'events.position > ? AND events.position <= ?';
    this.#page = database.prepare(`${ROWS} WHERE ${between} ORDER BY events.position LIMIT ?`);
    this.#typedPage = database.prepare(
      `${ROWS} WHERE ${between} AND events.type = ? ORDER BY events.position LIMIT ?`,
    );
    this.#typeNamed = database.prepare('SELECT id FROM types WHERE name = ?');
    this.#streamPage = database.prepare(`${ROWS}
      WHERE events.stream = (SELECT id FROM streams WHERE name = ?) AND events.revision >= ?
      ORDER BY events.revision LIMIT ?`);
    this.#head = database.prepare('SELECT max(position) AS position FROM events');
  }

  async *all({ after = BEGINNING, upTo, type }: ReadAll): AsyncGenerator<RecordedEvent> {
    const last = upTo === undefined ? Number.MAX_SAFE_INTEGER : numberOf(upTo);
    const pageAfter = this.#pager(last, type);
    let reached = numberOf(after);
    for (;;) {
      const rows = this.#store.read(() => pageAfter(reached));
      for (const row of rows) {
        const next = type === undefined ? reached + 1 : row.position;
        yield this.#store.read(() => verified(row, row.position === next, next));
        reached = row.position;
      }
      if (rows.length < PAGE_ROWS) return;
      await nextTurn();
    }
  }

  async *stream(name: string, from: number): AsyncGenerator<RecordedEvent> {
    let next = from;
    for (;;) {
      const rows = this.#store.read(() => this.#streamPage.all(name, next, PAGE_ROWS));
      for (const row of rows) {
        const expected = next;
        yield this.#store.read(() => verified(row, row.revision === expected, row.position));
        next += 1;
      }
      if (rows.length < PAGE_ROWS) return;
      await nextTurn();
    }
  }

  /** Reads the page that comes after a position. */
  #pager(last: number, type: string | undefined): (reached: number) => Row[] {
    if (type === undefined) return (reached) => this.#page.all(reached, last, PAGE_ROWS);
    return (reached) => {
      const id = this.#typeNamed.get(type)?.id;
      return id === undefined ? [] : this.#typedPage.all(reached, last, id, PAGE_ROWS);
    };
  }

  head(): Position {
    return positionOf(this.#store.read(() => this.#head.get()?.position ?? 0));
  }
}

/** The event of a row, if the row is the one that comes `next` and is what was written. */
function verified(row: Row, inOrder: boolean, next: number): RecordedEvent {
  const position = positionOf(row.position);
  if (!inOrder) {
    throw new LedgerCorrupt(`an event is missing at position ${next}`, positionOf(next));
  }
  const hash = leafHash(row.record).toString('hex');
  if (hash !== row.leaf) {
    throw new LedgerCorrupt(`the event at position ${position} is not what was written`, position);
  }
  const record = readRecord(row.record);
  if (!isFiledAs(row, record)) {
    throw new LedgerCorrupt(
      `the event at position ${position} is filed in a wrong place`,
      position,
    );
  }
  // The record was made for this event alone; a copy of it would cost as much as its hash.
  return Object.assign(record, { position, hash });
}

function isFiledAs(row: Row, { stream, revision, type }: EventRecord): boolean {
  return row.stream === stream && row.revision === revision && row.type === type;
}

function positionOf(position: number): Position {
  return String(position) as Position;
}

function numberOf(position: Position): number {
  const number = Number(position);
  assert(Number.isSafeInteger(number), `a position of this ledger is a whole number: ${position}`);
  return number;
}
