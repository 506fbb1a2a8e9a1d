import { run, type ErasureFigures } from './erasure.js';

/** What must be zero, whatever was done. */
const CLEAN = {
  keyBytesFound: 0,
  plaintextFound: 0,
  shownAfterErasure: 0,
  foundAfterErasure: 0,
  figuresChanged: 0,
  usedWhileRestricted: 0,
  survivorsLost: 0,
} satisfies Partial<ErasureFigures>;

describe('erasure, searched for byte by byte', () => {
  it('leaves no key, brings nobody back from a backup, and changes no figure', async () => {
    const figures = await run({ cases: 12, seed: 13 });
    expect(figures).toMatchObject({ erasures: 12, restricted: 12, restores: 2, ...CLEAN });
    expect(figures.finishedAtStart).toBeGreaterThan(0);
  }, 60_000);

  it.each(['plain-delete', 'no-truncate', 'no-secure-delete'] as const)(
    'would show a key that was not deleted to the last byte: %s',
    async (fault) => {
      const figures = await run({ cases: 6, seed: 13, fault });
      expect(figures.keyBytesFound).toBeGreaterThan(0);
    },
    60_000,
  );

  it('would show a person who came back with a backup of everything', async () => {
    const figures = await run({ cases: 6, seed: 13, fault: 'no-list' });
    expect(figures.shownAfterErasure).toBeGreaterThan(0);
  }, 60_000);
});
