import { assert } from '../kernel/decider.js';

/** What became of one job: its result, or a refusal that concerns it alone. */
export type Outcome<Result> = Readonly<{ done: Result }> | Readonly<{ refused: unknown }>;

type Waiting<Job, Result> = Readonly<{
  job: Job;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}>;

/** A longer queue is committed in parts, so that a bulk import leaves turns for everybody else. */
const JOBS_PER_COMMIT_MAX = 256;

/**
 * Lets jobs share a commit, because the price of a commit is one flush of the disk, whatever it
 * holds. What is submitted in one turn of the event loop, or waited in the kernel while the last
 * commit held the loop, goes together; a lone job waits for nobody.
 */
export class GroupCommit<Job, Result> {
  readonly #commit: (jobs: readonly Job[]) => readonly Outcome<Result>[];
  #queue: Waiting<Job, Result>[] = [];

  /**
   * `commit` makes all of the jobs durable and answers in their order; if it throws, none of them
   * happened.
   */
  constructor(commit: (jobs: readonly Job[]) => readonly Outcome<Result>[]) {
    this.#commit = commit;
  }

  submit(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      if (this.#queue.length === 1) this.#commitNextTurn();
    });
  }

  /** Commits at once what is waiting. */
  flush(): void {
    while (this.#queue.length > 0) this.#commitGroup();
  }

  #commitNextTurn(): void {
    setImmediate(() => {
      this.#commitGroup();
      if (this.#queue.length > 0) this.#commitNextTurn();
    });
  }

  #commitGroup(): void {
    const group = this.#queue.splice(0, JOBS_PER_COMMIT_MAX);
    if (group.length === 0) return;
    let outcomes: readonly Outcome<Result>[];
    try {
      outcomes = this.#commit(group.map(({ job }) => job));
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index];
      assert(outcome !== undefined, 'a commit answers for each of its jobs');
      if ('done' in outcome) resolve(outcome.done);
      else reject(outcome.refused);
    }
  }
}
