import { COLUMNS } from '../table-three.js';
import { numberIn, type Check, type CheckedReport, type Found } from './check.js';
import { blanksIn, COUNT, notNumbersIn } from './printed-cells.js';
import { brokenSums } from './sums.js';

const FORM = '国办公开办函〔2021〕30号 表三';

/** 表三的校验: what the paper itself says, and what it says against last year's and the ledger. */
export const TABLE_THREE_CHECKS = {
  'T3-01': { severity: 'E', basis: FORM, find: (report) => brokenSums(report, 'T3-01') },
  'T3-02': { severity: 'E', basis: FORM, find: (report) => brokenSums(report, 'T3-02') },
  'T3-03': { severity: 'E', basis: FORM, find: (report) => brokenSums(report, 'T3-03') },
  'T3-04': { severity: 'E', basis: FORM, find: (report) => blanksIn(report, 'table3.') },
  'T3-05': {
    severity: 'E',
    basis: FORM,
    find: (report) => notNumbersIn(report, 'table3.', () => COUNT),
  },
  'T3-06': { severity: 'E', basis: '通行口径：上年结转即上一年度的结转下年度', find: carriedOver },
  'T3-07': {
    severity: 'E',
    basis: '台账规则：报告中的每个数字都来自台账',
    find: (report) => againstLedger(report, 'table3.'),
  },
} as const satisfies Readonly<Record<string, Check>>;

/** Where last year's report is not known, somebody has to look it up. */
function carriedOver({ cells, previous, ledger }: CheckedReport): readonly Found[] {
  if (previous === null) {
    const carried = numberIn(cells, 'table3.carried_in.total');
    if (carried === null || carried === 0) return [];
    return [
      {
        severity: 'I',
        left: String(carried),
        right: '上一年度报告不在台账里',
        cells: ['table3.carried_in.total'],
      },
    ];
  }
  return COLUMNS.flatMap((column): readonly Found[] => {
    const cell = `table3.carried_in.${column}`;
    const carriedIn = numberIn(cells, cell);
    const carriedOut = numberIn(previous.cells, `table3.carried_out.${column}`);
    if (carriedIn === null || carriedOut === null || carriedIn === carriedOut) return [];
    return [
      {
        left: String(carriedIn),
        right: String(carriedOut),
        cells: [cell],
        cases: ledger?.casesOf(cell) ?? [],
      },
    ];
  });
}

/** The cells of a table that do not print what the ledger counts, with what it counts there. */
export function againstLedger(
  { cells, ledger }: Pick<CheckedReport, 'cells' | 'ledger'>,
  table: string,
): readonly Found[] {
  if (ledger === null) return [];
  return [...ledger.figures].flatMap(([cell, figure]) => {
    const printed = cells.get(cell) ?? null;
    if (!cell.startsWith(table) || printed === null || printed === figure) return [];
    return [
      { left: String(printed), right: String(figure), cells: [cell], cases: ledger.casesOf(cell) },
    ];
  });
}
