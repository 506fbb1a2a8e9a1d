import { randomUUID } from 'node:crypto';

import type Database from 'better-sqlite3';

import {
  LedgerCorrupt,
  LedgerStopped,
  type Append,
  type Appended,
  type Instant,
  type Ledger,
  type Position,
  type ReadAll,
  type RecordedEvent,
} from '../ledger.js';
import { createTables, openDatabase, requireSchema, type Mode } from '../sqlite/database.js';
import { SqliteStore, type DiskFailed } from '../sqlite/store.js';
import { appender } from './appender.js';
import { ForeignCommits, OwnCommits, type Commits } from './commits.js';
import { Reader } from './reader.js';
import { FORMAT, SCHEMA } from './schema.js';
import { lockForWriting, type Release } from './writer-lock.js';

export type EmbeddedLedgerOptions = Readonly<{
  /** Made, with its directory, when it is opened for writing and does not exist. */
  file: string;
  clock: () => Instant;
  /**
   * One process writes, and is refused with LedgerLocked if another does. Readers may stand beside
   * it.
   */
  mode: Mode;
  /** Called before a new ledger is founded; what it throws prevents that. */
  beforeFounding?: () => void;
  diskFailed?: DiskFailed | undefined;
}>;

/** The ledger of one machine, in one SQLite file. */
export function openEmbeddedLedger(options: EmbeddedLedgerOptions): Ledger {
  const { file, mode, beforeFounding } = options;
  const release = mode === 'write' ? lockForWriting(file) : undefined;
  try {
    const database = openDatabase(file, mode, (opened) => {
      admit(opened, { beforeFounding });
    });
    return new EmbeddedLedger(database, options, release);
  } catch (error) {
    release?.();
    throw error;
  }
}

type Identity = Readonly<{ id: string; format: number }>;

class EmbeddedLedger implements Ledger {
  readonly ledgerId: string;
  readonly #store: SqliteStore<Append, Appended>;
  readonly #reader: Reader;
  readonly #commits: Commits;
  readonly #release: Release | undefined;

  constructor(
    database: Database.Database,
    { clock, diskFailed }: EmbeddedLedgerOptions,
    release: Release | undefined,
  ) {
    const own = new OwnCommits();
    this.ledgerId = identityOf(database).id;
    this.#store = new SqliteStore(database, appender(database, clock), {
      stirred: () => own.announce(),
      failed: diskFailed,
    });
    this.#reader = new Reader(database, this.#store);
    this.#commits =
      release === undefined ? new ForeignCommits(() => this.#dataVersion(database)) : own;
    this.#release = release;
  }

  append(append: Append): Promise<Appended> {
    return this.#store.submit(append);
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
      const version = this.#commits.version();
      for await (const event of this.#reader.all({ after: reached })) {
        if (aborted()) return;
        yield event;
        reached = event.position;
      }
      await this.#commits.changed(version, signal).catch((error: unknown) => {
        if (!aborted()) throw error;
      });
    }
  }

  head(): Promise<Position> {
    return new Promise((resolve) => resolve(this.#reader.head()));
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#store.close();
      this.#release?.();
      resolve();
    });
  }

  #dataVersion(database: Database.Database): number {
    return this.#store.read(() => Number(database.pragma('data_version', { simple: true })));
  }
}

/** `ledgerId` for a ledger that is carried over from elsewhere; `beforeFounding` may still refuse. */
type Founding = Readonly<{ ledgerId?: string; beforeFounding?: (() => void) | undefined }>;

/** Founds a new ledger, or refuses a file that this program must not touch. */
export function admit(
  database: Database.Database,
  { ledgerId = randomUUID(), beforeFounding }: Founding = {},
): void {
  if (!database.readonly) {
    createTables(database, SCHEMA, () => {
      beforeFounding?.();
      const found = database.prepare('INSERT INTO ledger (one, id, format) VALUES (1, ?, ?)');
      found.run(ledgerId, FORMAT);
    });
  }
  // A newer format may well have other tables, and "install the newer program" is the truer
  // sentence.
  refuseNewer(database);
  requireSchema(database, SCHEMA);
}

function refuseNewer(database: Database.Database): void {
  const columns = database.pragma('table_info(ledger)') as { name: string }[];
  if (!columns.some(({ name }) => name === 'format')) return;
  const { format } = identityOf(database);
  if (format <= FORMAT) return;
  throw new LedgerStopped(
    `${database.name} is written in format ${format} and this program reads format ${FORMAT}: ` +
      'install the newer program',
  );
}

function identityOf(database: Database.Database): Identity {
  const identity = database.prepare<[], Identity>('SELECT id, format FROM ledger').get();
  if (identity === undefined) throw new LedgerCorrupt(`${database.name} has lost its ledger id`);
  return identity;
}
