import {
  APPEND_BYTES_MAX,
  CommandIdReused,
  LedgerCorrupt,
  VersionConflict,
  type Append,
  type Appended,
  type Instant,
} from '../ledger.js';
import { writeRecords, type WrittenRecord } from '../record.js';
import type { RecordReader } from './record-reader.js';
import { fromStore, newWriterMark, positionOf, toStore } from './stored-record.js';
import type { StoredStream } from './stored-stream.js';

/** One append on its way. */
type Job = Readonly<{
  append: Append;
  resolve: (appended: Appended) => void;
  reject: (reason: unknown) => void;
}>;

/** Jobs that go to the store in one write, after the position they were decided upon. */
type Group = Readonly<{
  after: number;
  staged: readonly Readonly<{ job: Job; records: readonly WrittenRecord[] }>[];
  later: readonly Job[];
}>;

/** Keeps names and types of one write far below what the byte limit leaves free. */
const EVENTS_PER_WRITE_MAX = 500;

/**
 * Appends in order, one write of the store at a time; appends that wait share the next write. The
 * write names the position it was decided upon, so when another process was first, the store
 * refuses it, and everything is decided again upon what that one wrote: two writers cannot harm
 * each other.
 */
export class Appender {
  readonly #stream: StoredStream;
  readonly #reader: RecordReader;
  readonly #clock: () => Instant;
  readonly #mark = newWriterMark();
  #queue: Job[] = [];
  #running: Promise<void> | undefined;

  constructor(stream: StoredStream, reader: RecordReader, clock: () => Instant) {
    this.#stream = stream;
    this.#reader = reader;
    this.#clock = clock;
  }

  submit(append: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ append, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing is on its way. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      const jobs = this.#queue.splice(0);
      try {
        this.#queue.unshift(...(await this.#write(jobs)));
      } catch (error) {
        for (const { reject } of jobs) reject(error);
      }
    }
    // In the same turn as the last look at the queue, or a job that comes now would wait for ever.
    this.#running = undefined;
  }

  /** Settles some of the jobs and answers with the others. */
  async #write(jobs: readonly Job[]): Promise<readonly Job[]> {
    await this.#reader.catchUp();
    const fresh = await this.#settleKnown(jobs);
    const { after, staged, later } = this.#stage(fresh);
    if (staged.length === 0) return later;

    const written = staged
      .flatMap(({ records }) => records)
      .map((record) => toStore(record, this.#mark));
    if ((await this.#stream.append(after, written)) === 'behind') {
      await this.#reader.catchUp();
      if (this.#reader.catalogue.reached === after) throw endsElsewhere(after);
      return [...staged.map(({ job }) => job), ...later];
    }
    for (const [index, event] of written.entries()) {
      const revision = after + 1 + index;
      this.#reader.catalogue.take(fromStore({ revision, ...event }, revision));
    }
    let end = after;
    for (const { job, records } of staged) {
      end += records.length;
      const revision = job.append.expectedRevision + records.length - 1;
      job.resolve({ revision, position: positionOf(end), repeated: false });
    }
    return later;
  }

  /** Answers those whose command stands in the ledger; the others go on. */
  async #settleKnown(jobs: readonly Job[]): Promise<readonly Job[]> {
    const fresh: Job[] = [];
    for (const job of jobs) {
      const { commandId, stream } = job.append;
      const end = this.#reader.catalogue.endOf(commandId);
      if (end === undefined) {
        fresh.push(job);
        continue;
      }
      const event = await this.#reader.at(end);
      if (event.stream !== stream) job.reject(new CommandIdReused(commandId));
      else job.resolve({ revision: event.revision, position: event.position, repeated: true });
    }
    return fresh;
  }

  /** As many of the jobs as go into one write, each upon those before it. */
  #stage(jobs: readonly Job[]): Group {
    const { catalogue } = this.#reader;
    const recordedAt = latest(this.#clock(), catalogue.recordedAt);
    const commands = new Set<string>();
    const lengths = new Map<string, number>();
    const staged: { job: Job; records: readonly WrittenRecord[] }[] = [];
    let [bytes, events] = [0, 0];
    for (const [index, job] of jobs.entries()) {
      const { stream, commandId, expectedRevision } = job.append;
      const full = { after: catalogue.reached, staged, later: jobs.slice(index) };
      // Its twin goes first, and is then the one that is known.
      if (commands.has(commandId)) return full;
      const length = lengths.get(stream) ?? catalogue.lengthOf(stream);
      const records = recordsOf(job, length, recordedAt);
      if (records === null) continue;
      bytes += records.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
      events += records.length;
      const fits = bytes <= APPEND_BYTES_MAX && events <= EVENTS_PER_WRITE_MAX;
      if (staged.length > 0 && !fits) return full;
      commands.add(commandId);
      lengths.set(stream, expectedRevision + records.length);
      staged.push({ job, records });
    }
    return { after: catalogue.reached, staged, later: [] };
  }
}

/** The records of a job, or null when it was refused. */
function recordsOf(
  { append, reject }: Job,
  length: number,
  recordedAt: Instant,
): readonly WrittenRecord[] | null {
  const { stream, expectedRevision } = append;
  try {
    if (length !== expectedRevision) throw new VersionConflict(stream, expectedRevision, length);
    return writeRecords(append, recordedAt);
  } catch (refusal) {
    reject(refusal);
    return null;
  }
}

/** A store that was put back to an older copy, or cut, under a program that has seen more. */
function endsElsewhere(after: number): LedgerCorrupt {
  const position = positionOf(after);
  return new LedgerCorrupt(
    `the store does not end at position ${position}, where it was read to: was a backup restored?`,
    position,
  );
}

/**
 * A clock that was set back must not make the ledger say that a later fact was recorded earlier.
 */
function latest(now: Instant, before: Instant): Instant {
  return now > before ? now : before;
}
