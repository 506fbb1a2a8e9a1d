import { run } from './canaries.js';

describe('canary persons', () => {
  it('are in no file, no answer and no line of the log, but in disclosures on record', async () => {
    const figures = await run({ cases: 60, seed: 12 });
    expect(figures).toMatchObject({ inFiles: 0, inAnswers: 0, inLog: 0, unaudited: 0 });
    // The particulars and one file of each.
    expect(figures.disclosures).toBe(30);
    expect(figures.answers).toBeGreaterThan(150);
  }, 120_000);

  it.each([
    ['a plaintext projection', 'plaintext-projection', 'inFiles'],
    ['a log line', 'log-line', 'inLog'],
  ] as const)(
    'would be seen in %s',
    async (_, fault, where) => {
      const figures = await run({ cases: 5, seed: 12, fault });
      expect(figures[where]).toBeGreaterThan(0);
    },
    60_000,
  );
});
