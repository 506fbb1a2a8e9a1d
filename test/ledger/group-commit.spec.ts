import { setImmediate as nextTurn } from 'node:timers/promises';

import { GroupCommit, type Outcome } from '../../src/ledger/group-commit.js';

/** Doubles even numbers and refuses odd ones; a group with a zero fails as a whole. */
function doubling(): { groups: number[][]; queue: GroupCommit<number, number> } {
  const groups: number[][] = [];
  const queue = new GroupCommit<number, number>((jobs) => {
    groups.push([...jobs]);
    if (jobs.includes(0)) throw new Error('the disk');
    return jobs.map((job): Outcome<number> =>
      job % 2 === 0 ? { done: job * 2 } : { refused: new Error(`odd ${job}`) },
    );
  });
  return { groups, queue };
}

describe('group commit', () => {
  it('commits together what is submitted in one turn, and answers each with its own outcome', async () => {
    const { groups, queue } = doubling();
    const outcomes = await Promise.allSettled([2, 3, 4].map((job) => queue.submit(job)));

    expect(groups).toEqual([[2, 3, 4]]);
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 4 },
      { status: 'rejected', reason: new Error('odd 3') },
      { status: 'fulfilled', value: 8 },
    ]);
  });

  it('lets a job that follows from an outcome of the same turn go into the next commit', async () => {
    const { groups, queue } = doubling();
    expect(await queue.submit(await queue.submit(2))).toBe(8);
    expect(groups).toEqual([[2], [4]]);
  });

  it('fails the whole group when the commit fails, and goes on with the next', async () => {
    const { queue } = doubling();
    const outcomes = await Promise.allSettled([2, 0, 4].map((job) => queue.submit(job)));

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await queue.submit(6)).toBe(12);
  });

  it('commits a long queue in parts, in order', async () => {
    const { groups, queue } = doubling();
    const jobs = Array.from({ length: 600 }, (_, n) => 2 * n + 2);
    await Promise.all(jobs.map((job) => queue.submit(job)));

    expect(groups.map(({ length }) => length)).toEqual([256, 256, 88]);
    expect(groups.flat()).toEqual(jobs);
  });

  it('commits at once when it is flushed, and only once', async () => {
    const { groups, queue } = doubling();
    const submitted = queue.submit(2);
    queue.flush();

    expect(groups).toEqual([[2]]);
    expect(await submitted).toBe(4);
    await nextTurn();
    expect(groups).toEqual([[2]]);
  });
});
