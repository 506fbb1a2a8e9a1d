import { removeDirectories } from '../support/ledger/builders.js';
import { run } from './eventstore-kill.js';

afterAll(removeDirectories);

describe('kill -9 of a node of the event store under load', () => {
  it('loses nothing that was acknowledged, and doubles nothing', async () => {
    const { counts, failures } = await run({ cases: 10, seed: 1 });

    expect(failures).toEqual([]);
    expect(counts.kills).toBe(10);
    expect(counts.acknowledged).toBeGreaterThan(10);
  }, 120_000);

  it('would show a write that was sent again as a new one', async () => {
    const { failures } = await run({ cases: 30, seed: 2, fault: true });

    expect(failures.join()).toMatch(/there twice/);
  }, 120_000);
});
