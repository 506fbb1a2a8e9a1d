import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { PrintedCells } from '../../projections/checks/check.js';
import { findingsOf } from '../../projections/checks/checks.js';
import { formOf } from '../../projections/forms/forms.js';
import { reportFromJson } from '../../src/annual-reports/report-from-json.js';
import { checkedReport } from '../support/builders/checked-reports.js';

const GOLDEN = join(__dirname, '..', 'golden', 'published');
const RUNS = Number(process.env['FALSIFICATIONS'] ?? 500);

/** Published reports in which every identity holds. */
const REPORTS = readdirSync(GOLDEN)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(join(GOLDEN, name), 'utf8'))
  // Of some only the prose was seen.
  .filter((text) => (JSON.parse(text) as { table3?: unknown }).table3 !== null)
  .map(reportFromJson)
  .filter(({ form, cells }) => form === '2021' && Object.keys(cells).length === 200)
  .filter(({ cells }) => brokenBy(new Map(Object.entries(cells))).length === 0);

/** The identities that the cells break, added up here once more. */
function brokenBy(cells: PrintedCells): readonly string[] {
  const sum = (names: readonly string[]): number =>
    names.reduce((total, name) => total + Number(cells.get(name)), 0);
  return formOf(2023)
    .identities.filter(({ left, right }) => sum(left) !== sum(right))
    .map(({ check }) => check);
}

describe('a report of a child with one cell falsified', () => {
  it('is caught whenever an identity is broken, and named by the check of that identity', () => {
    expect(REPORTS.length).toBeGreaterThan(0);
    const caught = { broken: 0, whole: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...REPORTS),
        fc.nat(199),
        fc.oneof(fc.nat(20_000), fc.constantFrom(0, 1, 10)),
        ({ cells }, at, value) => {
          const falsified = new Map(Object.entries(cells));
          falsified.set([...falsified.keys()][at]!, value);
          const broken = new Set(brokenBy(falsified));
          const found = findingsOf(checkedReport({ year: 2023, cells: falsified }));
          const errors = new Set(
            found.filter(({ severity }) => severity === 'E').map((it) => it.id),
          );
          caught[broken.size > 0 ? 'broken' : 'whole'] += 1;
          return [...broken].every((id) => errors.has(id as never));
        },
      ),
      { numRuns: RUNS },
    );
    expect(caught.broken).toBeGreaterThan(RUNS / 2);
  });
});
