import { isWithin, yearPeriod } from '../../src/kernel/local-date.js';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
} from '../../src/publications/domain/document.events.js';
import { numberIn, type Check, type CheckedReport, type Found, type PrintedCell } from './check.js';
import { blanksIn, COUNT, notNumbersIn, printedIn, type NumberKind } from './printed-cells.js';

const FORM = '国办公开办函〔2021〕30号 表二';
const PRACTICE = '通行口径：现行有效＝上年现行有效＋本年制发－本年废止';

/** 表二的校验. */
export const TABLE_TWO_CHECKS = {
  'T2-01': {
    severity: 'E',
    basis: FORM,
    find: (report) => notNumbersIn(report, 'table2.', kindOf),
  },
  'T2-02': { severity: 'W', basis: PRACTICE, find: inForceUnexplained },
  'T2-03': { severity: 'W', basis: '《立法法》关于规章制定权的规定', find: regulationsOfNobody },
  'T2-04': { severity: 'W', basis: FORM, find: yuanForWanYuan },
  'T2-05': { severity: 'E', basis: FORM, find: (report) => blanksIn(report, 'table2.') },
  'T2-06': { severity: 'W', basis: PRACTICE, find: repealedTooMany },
  'T2-07': { severity: 'I', basis: '通行做法：与上一年度对照', find: changedALot },
  'T2-08': { severity: 'I', basis: '《条例》第20条第（五）项、第（六）项', find: nothingDecided },
} as const satisfies Readonly<Record<string, Check>>;

const FEES = 'table2.fees_wan_yuan';
/** 采购总金额 of the form of 2019, which names no unit: it is printed with one, or it is 元. */
const PROCUREMENT = 'table2.procurement.amount';

const isNumber = (printed: PrintedCell): printed is number =>
  typeof printed === 'number' && Number.isFinite(printed);

/** What each cell of table two holds. */
function kindOf(cell: string): NumberKind {
  if (cell === FEES) {
    return { holds: (it) => isNumber(it) && it >= 0, is: '不小于 0 的数，单位万元' };
  }
  if (cell === PROCUREMENT) {
    return { holds: (it) => (wanYuanIn(it) ?? -1) >= 0, is: '不小于 0 的金额' };
  }
  // 本年增/减 may be less than nothing.
  if (cell.endsWith('.change')) return { holds: Number.isSafeInteger, is: '整数，减少写负数' };
  return COUNT;
}

/** A sum of money in 万元: a bare number is 元, and so is what is printed with 元. */
function wanYuanIn(printed: PrintedCell): number | null {
  if (isNumber(printed)) return printed / 10_000;
  const [, digits, unit] = /^([\d,，]+(?:\.\d+)?)\s*(亿元|万元|元)?$/.exec(printed ?? '') ?? [];
  if (digits === undefined) return null;
  const sum = Number(digits.replace(/[,，]/g, ''));
  if (unit === '亿元') return sum * 10_000;
  return unit === '万元' ? sum : sum / 10_000;
}

/** What the documents of a kind should have come to, as far as last year's report is known. */
function expectedOf(
  { cells, previous }: CheckedReport,
  kind: DocumentKind,
): Readonly<{ before: number; made: number; repealed: number }> | null {
  if (previous === null) return null;
  const before = numberIn(previous.cells, `table2.${kind}.valid`);
  const made = numberIn(cells, `table2.${kind}.made`);
  const repealed = numberIn(cells, `table2.${kind}.repealed`);
  if (before === null || made === null || repealed === null) return null;
  return { before, made, repealed };
}

function inForceUnexplained(report: CheckedReport): readonly Found[] {
  return DOCUMENT_KINDS.flatMap((kind): readonly Found[] => {
    const valid = numberIn(report.cells, `table2.${kind}.valid`);
    const expected = expectedOf(report, kind);
    if (expected === null || valid === null) return [];
    const { before, made, repealed } = expected;
    if (valid === before + made - repealed) return [];
    return [
      {
        left: String(valid),
        right: `${String(before)}＋${String(made)}－${String(repealed)}＝${String(before + made - repealed)}`,
        cells: documentCells(kind),
        cases: documentsOf(report, kind),
      },
    ];
  });
}

function repealedTooMany(report: CheckedReport): readonly Found[] {
  return DOCUMENT_KINDS.flatMap((kind): readonly Found[] => {
    const expected = expectedOf(report, kind);
    if (expected === null) return [];
    const { before, made, repealed } = expected;
    if (repealed <= before + made) return [];
    return [
      {
        left: String(repealed),
        right: `${String(before)}＋${String(made)}＝${String(before + made)}`,
        cells: documentCells(kind),
        cases: documentsOf(report, kind),
      },
    ];
  });
}

function documentCells(kind: DocumentKind): readonly string[] {
  return [`table2.${kind}.made`, `table2.${kind}.repealed`, `table2.${kind}.valid`];
}

/** The documents of a kind that the year made or repealed. */
function documentsOf({ ledger, year }: CheckedReport, kind: DocumentKind): readonly string[] {
  const period = yearPeriod(year);
  return (ledger?.documents ?? [])
    .filter(
      ({ kind: own, issuedOn, repealedOn, voidedOn }) =>
        own === kind &&
        voidedOn === null &&
        (isWithin(issuedOn, period) || isWithin(repealedOn, period)),
    )
    .map(({ documentNumber }) => documentNumber);
}

function regulationsOfNobody(report: CheckedReport): readonly Found[] {
  if (report.rules.makesRegulations) return [];
  return printedIn(report, 'table2.regulations.').flatMap(([cell, printed]) =>
    typeof printed !== 'number' || printed === 0
      ? []
      : [
          {
            left: String(printed),
            right: '0',
            cells: [cell],
            cases: report.ledger?.casesOf(cell) ?? [],
          },
        ],
  );
}

/** More 万元 than this in a year is much for one department. */
const DEPARTMENT_WAN_YUAN_MAX = 10_000;
const TIMES_MAX = 10;

function yuanForWanYuan({ agency, cells, previous, ledger }: CheckedReport): readonly Found[] {
  const read = (printed: PrintedCell, cell: string): number | null =>
    cell === FEES ? (isNumber(printed) ? printed : null) : wanYuanIn(printed);
  return [FEES, PROCUREMENT].flatMap((cell): readonly Found[] => {
    const sum = read(cells.get(cell) ?? null, cell);
    const before = read(previous?.cells.get(cell) ?? null, cell);
    if (sum === null) return [];
    const found = {
      left: `${String(sum)} 万元`,
      cells: [cell],
      cases: ledger?.casesOf(cell) ?? [],
    };
    if (before !== null && before > 0 && sum > before * TIMES_MAX) {
      return [{ ...found, right: `上一年度 ${String(before)} 万元` }];
    }
    if (agency.level !== 'department' || sum <= DEPARTMENT_WAN_YUAN_MAX) return [];
    return [{ ...found, right: `部门不超过 ${String(DEPARTMENT_WAN_YUAN_MAX)} 万元` }];
  });
}

const CHANGE_MIN = 10;

/** More than half of what it was, and more than ten. */
function isLarge(change: number, before: number): boolean {
  const size = change < 0 ? -change : change;
  return size > CHANGE_MIN && size * 2 > before;
}

/** Against last year's report, or against last year's figure where the form prints it beside. */
function changedALot(report: CheckedReport): readonly Found[] {
  const { cells, previous } = report;
  return printedIn(report, 'table2.').flatMap(([cell, printed]): readonly Found[] => {
    if (cell.endsWith('.change')) {
      const items = cell.replace(/change$/, 'last_year_items');
      const [change, before] = [signed(printed), numberIn(cells, items)];
      if (change === null || before === null || !isLarge(change, before)) return [];
      return [{ left: String(before + change), right: String(before), cells: [items, cell] }];
    }
    const before = previous === null ? null : numberIn(previous.cells, cell);
    if (before === null || !isNumber(printed) || !isLarge(printed - before, before)) return [];
    const cases = report.ledger?.casesOf(cell) ?? [];
    return [{ left: String(printed), right: String(before), cells: [cell], cases }];
  });
}

/** 增3 and 减3 as they are printed where a signed number belongs. */
function signed(printed: number | string): number | null {
  if (typeof printed === 'number') return printed;
  const [, sign, digits] = /^(增加?|减少?|[+＋\-－])\s*(\d+)$/.exec(printed) ?? [];
  if (sign === undefined) return null;
  return /[减\-－]/.test(sign) ? -Number(digits) : Number(digits);
}

function nothingDecided(report: CheckedReport): readonly Found[] {
  if (!report.rules.decides) return [];
  const decided = printedIn(report, 'table2.').filter(
    ([cell]) =>
      cell.endsWith('.decisions') || /^table2\.(?:licensing|punishment|coercion)$/.test(cell),
  );
  const sum = decided.reduce((total, [, it]) => total + (isNumber(it) ? it : 0), 0);
  if (decided.length === 0 || sum > 0) return [];
  const cells = decided.map(([cell]) => cell);
  return [{ left: '0', right: '有许可、处罚、强制职权', cells }];
}
