import { HOSTILE_HARNESSES } from './harnesses.js';

/** Another seed is worth a try whenever something here changes. */
const SEED = 20_261_123;

describe.each(HOSTILE_HARNESSES)('$id $what', ({ run, short, fault }) => {
  it('break no promise', async () => {
    expect((await run({ cases: short, seed: SEED })).failures).toEqual([]);
  });

  it(`turn red at a planted fault: ${fault}`, async () => {
    const { failures } = await run({ cases: short, seed: SEED, fault: true });
    expect(failures).not.toEqual([]);
  });
});
