import { MALFORMED } from './harnesses.js';

const seed = 20_261_123;

describe('S-1 malformed inputs at every route', () => {
  it('are answered by none with a fault of its own, and tell nothing of the inside', async () => {
    const { counts, failures } = await MALFORMED.run({ cases: 200, seed });
    expect(failures).toEqual([]);
    expect(counts['routes']).toBeGreaterThan(100);
  });

  it('would break routes without their validators', async () => {
    const { failures } = await MALFORMED.run({ cases: MALFORMED.short, seed, fault: true });
    expect(failures).not.toEqual([]);
  });
});
