import type Database from 'better-sqlite3';

import { GroupCommit, type Outcome } from '../group-commit.js';
import { LedgerCorrupt, LedgerFull, LedgerLocked, LedgerStopped } from '../ledger.js';
import { portError, sqliteCode } from './errors.js';

/** Told the first error of the disk: the process should end, and the next one verify. */
export type DiskFailed = (why: LedgerStopped) => void;

type Listeners = Readonly<{ stirred?: () => void; failed?: DiskFailed | undefined }>;

/** Some megabytes of -wal file at the usual length of an event. */
const JOBS_PER_CHECKPOINT = 1_000;

const nobody = (): void => undefined;

/**
 * The only way in and out of one of our files: writes queue here and share commits, and after the
 * first error of the disk no further write is acknowledged. A flush that failed is never tried
 * again: the kernel may have dropped the pages and would report success (PostgreSQL, 2018).
 */
export class SqliteStore<Job, Result> {
  readonly #database: Database.Database;
  readonly #queue: GroupCommit<Job, Result>;
  readonly #stirred: () => void;
  readonly #failed: DiskFailed;
  #stopped: LedgerStopped | undefined;
  #diskFailed = false;
  #closed = false;
  #sinceCheckpoint = 0;

  /**
   * `perform` does one job inside a transaction; what it throws refuses that job alone. `stirred`
   * is called after every commit, and when the store closes; `failed` once, after the first error
   * of the disk.
   */
  constructor(
    database: Database.Database,
    perform: (job: Job) => Result,
    { stirred = nobody, failed = nobody }: Listeners = {},
  ) {
    this.#database = database;
    this.#stirred = stirred;
    this.#failed = failed;
    if (database.readonly) this.#stopped = this.#stop('was opened for reading');
    const transaction = groupTransaction(database, perform);
    this.#queue = new GroupCommit((jobs) => {
      const outcomes = this.#write(() => transaction(jobs));
      stirred();
      this.#checkpointNowAndThen(jobs.length);
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
      if (sqliteCode(error)?.startsWith('SQLITE_IOERR') === true) this.#failDisk(error);
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
    const failure = this.#database.readonly ? undefined : this.#checkpoint('TRUNCATE');
    if (failure !== undefined) throw failure;
    this.#database.close();
  }

  /** Keeps the -wal file short. PASSIVE waits for no reader. */
  #checkpointNowAndThen(jobs: number): void {
    this.#sinceCheckpoint += jobs;
    if (this.#sinceCheckpoint < JOBS_PER_CHECKPOINT) return;
    this.#sinceCheckpoint = 0;
    this.#checkpoint('PASSIVE');
  }

  /**
   * Moves commits from the -wal file into the database. On a full disk, or beside a reader that is
   * still at it, they stay where they are, durable as they were, and the next checkpoint takes
   * them. Any other error stops the store; what was committed before remains acknowledged.
   */
  #checkpoint(mode: 'PASSIVE' | 'TRUNCATE'): LedgerStopped | undefined {
    try {
      this.#database.pragma(`wal_checkpoint(${mode})`);
      return undefined;
    } catch (error) {
      const passing = isPassing(portError(error, this.#database.name));
      return passing ? undefined : this.#failDisk(error);
    }
  }

  #write<T>(commit: () => T): T {
    if (this.#stopped !== undefined) throw this.#stopped;
    try {
      return commit();
    } catch (error) {
      const meaning = portError(error, this.#database.name);
      if (sqliteCode(error) === undefined || isPassing(meaning)) throw meaning;
      throw this.#failDisk(error);
    }
  }

  #failDisk(error: unknown): LedgerStopped {
    const stopped = this.#stop('failed: check the disk, restart, verify', error);
    const first = !this.#diskFailed;
    this.#stopped = stopped;
    this.#diskFailed = true;
    if (first) this.#failed(stopped);
    return stopped;
  }

  #stop(why: string, cause?: unknown): LedgerStopped {
    return new LedgerStopped(`${this.#database.name} ${why}`, { cause });
  }
}

/** What goes away by itself, or with a little room: nothing was written, nothing is in doubt. */
function isPassing(meaning: unknown): boolean {
  return meaning instanceof LedgerFull || meaning instanceof LedgerLocked;
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
