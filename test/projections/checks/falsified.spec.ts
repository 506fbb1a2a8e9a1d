import { findingsOf } from '../../../projections/checks/checks.js';
import type { CheckedReport, PrintedCell } from '../../../projections/checks/check.js';
import { publishedAsChecked } from '../../support/published/published-as-checked.js';

const TRIES = 10_000;

/** A small generator of its own, so that a failure comes back: Park and Miller's. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const GOOD = publishedAsChecked('2023-suqian-shi');
const CELLS = [...GOOD.cells.keys()];

/** Last year's report, as this year's takes up from it. */
const LAST_YEAR: CheckedReport['previous'] = {
  form: GOOD.form,
  words: null,
  cells: new Map<string, PrintedCell>([
    ['table2.regulations.valid', 11 - 2],
    ['table2.normative_documents.valid', 597 - 109 + 489],
    ...[91, 3, 0, 0, 2, 0, 96].map(
      (carried, at) => [`table3.carried_out.${COLUMN(at)}`, carried] as const,
    ),
  ]),
};

function COLUMN(at: number): string {
  return ['natural', 'business', 'research', 'ngo', 'legal', 'other', 'total'][at] ?? '';
}

function report(cells: ReadonlyMap<string, PrintedCell>): CheckedReport {
  return { ...GOOD, cells, words: null, previous: LAST_YEAR };
}

/** Counted in another way than the form does it: tables as rows of numbers, sums along both sides. */
function breaksAnIdentity(cells: ReadonlyMap<string, PrintedCell>): boolean {
  const numbers = (prefix: string): number[] =>
    CELLS.filter((cell) => cell.startsWith(prefix)).map((cell) => Number(cells.get(cell)));
  const three = numbers('table3.');
  const rows = Array.from({ length: 25 }, (_, at) => three.slice(at * 7, at * 7 + 7));
  if (rows.some((row) => sum(row.slice(0, 6)) !== row[6])) return true;
  for (let column = 0; column < 7; column += 1) {
    const down = rows.map((row) => row[column] ?? Number.NaN);
    if (sum(down.slice(2, 23)) !== down[23]) return true;
    if (sum(down.slice(0, 2)) !== sum(down.slice(23, 25))) return true;
  }
  const four = numbers('table4.');
  if ([0, 5, 10].some((at) => sum(four.slice(at, at + 4)) !== four[at + 4])) return true;
  return ['regulations', 'normative_documents'].some((kind, at) => {
    const [made = 0, repealed = 0, valid = 0] = numbers(`table2.${kind}.`);
    return valid !== ([9, 977][at] ?? 0) + made - repealed;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Another number than was printed: a slip of one, of a digit, of a place, or any at all. */
function falsified(printed: PrintedCell, random: (below: number) => number): number {
  const number = Number(printed);
  const other =
    [number + 1, number * 10 + 1, Math.trunc(number / 10), random(5000)][random(4)] ?? 0;
  return other === number ? number + 1 : other;
}

describe('a report with one number in it that was changed', () => {
  it('was right before', () => {
    expect(breaksAnIdentity(GOOD.cells)).toBe(false);
    expect(findingsOf(report(GOOD.cells)).filter(({ id }) => id.startsWith('T'))).toEqual([]);
  });

  it(`is caught whenever an identity is broken, and then the cell is named: ${String(TRIES)} times`, () => {
    const random = randomFrom(2021);
    const missed: string[] = [];
    let broken = 0;
    for (let at = 0; at < TRIES; at += 1) {
      const cell = CELLS[random(CELLS.length)] ?? '';
      const changed = falsified(GOOD.cells.get(cell) ?? null, random);
      const cells = new Map(GOOD.cells).set(cell, changed);
      if (!breaksAnIdentity(cells)) continue;
      broken += 1;
      const named = findingsOf(report(cells)).some(
        (finding) => /^T(?:3-0[123]|4-01|2-02)$/.test(finding.id) && finding.cells.includes(cell),
      );
      if (!named) missed.push(`${cell} ${String(changed)}`);
    }
    expect(missed).toEqual([]);
    // Every cell stands in an identity but the four of table two that are counted by themselves.
    expect(broken).toBeGreaterThan(TRIES * 0.95);
  });

  it('is broken by every cell but four: 行政许可, 行政处罚, 行政强制 and 行政事业性收费 stand alone', () => {
    const alone = CELLS.filter((cell) => {
      const cells = new Map(GOOD.cells).set(cell, Number(GOOD.cells.get(cell)) + 1);
      return !breaksAnIdentity(cells);
    });
    expect(alone).toEqual([
      ...['table2.licensing', 'table2.punishment', 'table2.coercion', 'table2.fees_wan_yuan'],
    ]);
  });

  it('that is no number any more is caught in every cell', () => {
    for (const cell of CELLS) {
      for (const printed of ['', '/', '3件', -1]) {
        const findings = findingsOf(report(new Map(GOOD.cells).set(cell, printed)));
        const named = findings.some(
          ({ severity, cells }) => severity === 'E' && cells.includes(cell),
        );
        expect({ cell, printed, named }).toEqual({ cell, printed, named: true });
      }
    }
  });
});
