import { HARNESSES } from './harnesses.js';

/** Another seed is worth a try whenever something here changes. */
const SEED = 20_260_101;

describe.each(HARNESSES)('$id $what', ({ id, run, short, fault, cannot }) => {
  const missing = cannot?.();
  if (missing !== undefined) process.stderr.write(`${id} is not run: ${missing}\n`);
  const where = missing === undefined ? it : it.skip;

  where(
    'loses nothing that was acknowledged and breaks no promise',
    async () => {
      expect((await run({ cases: short, seed: SEED })).failures).toEqual([]);
    },
    60_000,
  );

  where(
    `turns red at a planted fault: ${fault}`,
    async () => {
      const { failures } = await run({ cases: short, seed: SEED, fault: true });
      expect(failures).not.toEqual([]);
    },
    60_000,
  );
});
