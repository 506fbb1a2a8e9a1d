import { listed, type Listed } from '../crash/harnesses.js';
import type { Figures, Harness, Run } from '../support/crash/harness.js';
import { removeDirectories } from '../support/ledger/builders.js';
import * as flips from './bit-flips.js';
import * as canaries from './canaries.js';
import * as erasure from './erasure.js';
import type { Tried } from './fixture.js';
import * as insider from './insider-edits.js';

/** More than the file of sixty events has bits: every one of them is flipped. */
const EVERY_BIT = 1_000_000;

const insiderEdits: Harness = tidily(async ({ cases, seed, fault = false }) => {
  const planted = fault ? ({ fault: 'no-schema-check' } as const) : {};
  const { tried, undetected, falseAlarms } = await insider.run({ cases, seed, ...planted });
  return { counts: { edits: tried }, failures: [...undetected, ...falseAlarms] };
});

const fileFlips: Harness = tidily(async ({ cases, seed, fault = false }) => {
  const planted = fault ? ({ fault: 'no-schema-check' } as const) : {};
  const some = cases < EVERY_BIT ? { cases } : {};
  const { harmless, ...found } = await flips.runFile({ ...some, seed, ...planted });
  return figuresOf(found, { 'not readable by anybody': harmless });
});

const walFlips: Harness = tidily(async ({ cases, seed, fault = false }) => {
  const planted = fault ? ({ fault: 'no-witness' } as const) : {};
  const { refused, ...found } = await flips.runWal({ cases, seed, ...planted });
  return figuresOf(found, { refused });
});

const rollbacks: Harness = tidily(async ({ cases, seed, fault = false }) => {
  const planted = fault ? ({ fault: 'no-witness' } as const) : {};
  return figuresOf(await flips.runRollback({ cases, seed, ...planted }));
});

const erasures: Harness = async ({ cases, seed, fault = false }) => {
  const planted = fault ? ({ fault: 'plain-delete' } as const) : {};
  const {
    erasures: done,
    finishedAtStart,
    restores,
    restricted,
    ...zeros
  } = await erasure.run({
    cases,
    seed,
    ...planted,
  });
  return zeroed({ erasures: done, finishedAtStart, restores, restricted }, zeros);
};

const persons: Harness = async ({ cases, seed, fault = false }) => {
  const planted = fault ? ({ fault: 'plaintext-projection' } as const) : {};
  const {
    persons: named,
    answers,
    disclosures,
    ...zeros
  } = await canaries.run({
    cases,
    seed,
    ...planted,
  });
  return zeroed({ persons: named, answers, disclosures }, zeros);
};

/** A line each, as in `test/crash/harnesses.ts`. `npm test` has specs of their own for these. */
export const TAMPER_HARNESSES: readonly Listed[] = [
  listed('R-3', 'flipped bits of a file', 'no comparison of the schema', fileFlips, [
    EVERY_BIT,
    400,
  ]),
  listed('R-3-WAL', 'flipped bits of the log', 'no witness', walFlips, [1_000, 6]),
  listed('R-4', 'older copies and cut tails', 'no witness', rollbacks, [500, 6]),
  listed('S-12', 'canary persons', 'a projection in the clear', persons, [1_000, 40]),
  listed('S-13', 'erasures', 'plain DELETE', erasures, [100, 20]),
  listed('S-14', 'insider edits', 'no comparison of the schema', insiderEdits, [200, 32]),
];

function figuresOf(
  { tried, undetected }: Tried,
  more: Readonly<Record<string, number>> = {},
): Figures {
  return { counts: { tried, ...more }, failures: undetected };
}

function zeroed(
  counts: Readonly<Record<string, number>>,
  zeros: Readonly<Record<string, number>>,
): Figures {
  const { seed: _, ...must } = zeros;
  const failures = Object.entries(must).flatMap(([name, count]) =>
    count === 0 ? [] : [`${name}: ${count}`],
  );
  return { counts, failures };
}

/** Harnesses that leave their folders to the end of a spec. */
function tidily(harness: (run: Run) => Promise<Figures>): Harness {
  return (run) => harness(run).finally(removeDirectories);
}
