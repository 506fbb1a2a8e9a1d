import type Database from 'better-sqlite3';

import { GroupCommit, type Outcome } from '../group-commit.js';
import { LedgerCorrupt, LedgerFull, LedgerLocked, LedgerStopped } from '../ledger.js';
import { portError, sqliteCode } from './errors.js';

/**
 * The only way in and out of one of our files: writes queue here and share commits, and after the
 * first error of the disk no further write is acknowledged. A flush that failed is never tried
 * again: the kernel may have dropped the pages and would report success (PostgreSQL, 2018).
 */
export class SqliteStore<Job, Result> {
  readonly #database: Database.Database;
  readonly #queue: GroupCommit<Job, Result>;
  readonly #stirred: () => void;
  #stopped: LedgerStopped | undefined;
  #diskFailed = false;
  #closed = false;

  /**
   * `perform` does one job inside a transaction; what it throws refuses that job alone. `stirred`
   * is called after every commit, and when the store closes.
   */
  constructor(
    database: Database.Database,
    perform: (job: Job) => Result,
    stirred: () => void = () => undefined,
  ) {
    this.#database = database;
    this.#stirred = stirred;
    if (database.readonly) this.#stopped = this.#stop('was opened for reading');
    const transaction = groupTransaction(database, perform);
    this.#queue = new GroupCommit((jobs) => {
      const outcomes = this.#write(() => transaction(jobs));
      stirred();
      return outcomes;
    });
  }

  submit(job: Job): Promise<Result> {
    return this.#queue.submit(job);
  }

  /** Work that cannot wait or cannot share a transaction. The disk's errors stop the store likewise. */
  alone<T>(work: () => T): T {
    this.#queue.flush();
    return this.#write(work);
  }

  read<T>(query: () => T): T {
    if (this.#closed) throw this.#stop('is closed');
    try {
      return query();
    } catch (error) {
      const meaning = portError(error, this.#database.name);
      if (meaning instanceof LedgerCorrupt) {
        this.#stopped ??= this.#stop('is damaged', meaning);
      }
      throw meaning;
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#queue.flush();
    this.#closed = true;
    this.#stopped ??= this.#stop('is closed');
    this.#stirred();
    // Closing would checkpoint, and so trust the disk that has just failed. The process is to end
    // instead, and the next one recovers from what is really there.
    if (this.#diskFailed) return;
    if (!this.#database.readonly) this.#database.pragma('wal_checkpoint(TRUNCATE)');
    this.#database.close();
  }

  #write<T>(commit: () => T): T {
    if (this.#stopped !== undefined) throw this.#stopped;
    try {
      return commit();
    } catch (error) {
      const meaning = portError(error, this.#database.name);
      const passing = meaning instanceof LedgerFull || meaning instanceof LedgerLocked;
      if (sqliteCode(error) === undefined || passing) throw meaning;
      this.#diskFailed = true;
      this.#stopped = this.#stop('failed: check the disk, restart, verify', error);
      throw this.#stopped;
    }
  }

  #stop(why: string, cause?: unknown): LedgerStopped {
    return new LedgerStopped(`${this.#database.name} ${why}`, { cause });
  }
}

/**
 * One transaction for all jobs, and in it a savepoint for each, so that a refused one leaves no
 * trace.
 */
function groupTransaction<Job, Result>(
  database: Database.Database,
  perform: (job: Job) => Result,
): (jobs: readonly Job[]) => readonly Outcome<Result>[] {
  const performAlone = database.transaction(perform);
  const settle = (job: Job): Outcome<Result> => {
    try {
      return { done: performAlone(job) };
    } catch (error) {
      // SQLite may have undone the whole transaction already, so its own errors concern everybody.
      if (sqliteCode(error) !== undefined) throw error;
      return { refused: error };
    }
  };
  const performTogether = database.transaction((jobs: readonly Job[]) => jobs.map(settle));
  return (jobs) => performTogether.immediate(jobs);
}
