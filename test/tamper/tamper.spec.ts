import { removeDirectories } from '../support/ledger/builders.js';
import * as flips from './bit-flips.js';
import * as insider from './insider-edits.js';

const seed = 20_250_304;

afterAll(removeDirectories);

describe('insider edits, against the last checkpoint in a stranger’s hands', () => {
  it('all show, and a ledger that only grew is never suspected', async () => {
    const { undetected, falseAlarms } = await insider.run({ cases: 32, seed });
    expect({ undetected, falseAlarms }).toEqual({ undetected: [], falseAlarms: [] });
  });

  it.each<[insider.Fault, RegExp]>([
    ['trusts-the-stored-id', /gives the ledger another id/],
    ['no-schema-check', /adds a view/],
    ['no-checkpoint', /edits a record and its hash/],
    ['no-key', /forges the witness/],
  ])('would slip through a verifier that %s', async (fault, which) => {
    const { undetected } = await insider.run({ cases: 32, seed, honest: 0, fault });
    expect(undetected.join('\n')).toMatch(which);
  });
});

describe('flipped bits of the ledger file', () => {
  it('are never both undetected and visible', async () => {
    const { undetected, harmless } = await flips.runFile({ cases: 400, seed });
    expect(undetected).toEqual([]);
    // Free space is not read by anybody: were it counted as damage, the verdict would mean nothing.
    expect(harmless).toBeGreaterThan(0);
  });

  it('would slip through without the comparison of the schema', async () => {
    const { undetected } = await flips.runFile({ cases: 400, seed, fault: 'no-schema-check' });
    expect(undetected).not.toEqual([]);
  });
});

describe('flipped bits of the write-ahead log', () => {
  it('are refused at the start, and by verify', async () => {
    const { undetected, refused } = await flips.runWal({ cases: 20, seed });
    expect(undetected).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });

  it('would slip through without the witness', async () => {
    const { undetected } = await flips.runWal({ cases: 6, seed, fault: 'no-witness' });
    expect(undetected).not.toEqual([]);
  });
});

describe('older copies and cut tails', () => {
  it('are refused at the start, and by verify', async () => {
    expect((await flips.runRollback({ cases: 50, seed })).undetected).toEqual([]);
  });

  it('would slip through without the witness', async () => {
    const { undetected } = await flips.runRollback({ cases: 6, seed, fault: 'no-witness' });
    expect(undetected).not.toEqual([]);
  });
});
