import { APPEAL_KINDS } from '../../src/appeals/domain/appeal.events.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import type { AppealRow } from '../appeal-register.projection.js';
import { resultCounting } from '../table-four.js';
import { numberIn, type Check, type CheckedReport, type Found } from './check.js';
import { blanksIn, COUNT, notNumbersIn } from './printed-cells.js';
import { brokenSums } from './sums.js';
import { againstLedger } from './table-three.checks.js';

const FORM = '国办公开办函〔2021〕30号 表四';

/** 表四的校验. */
export const TABLE_FOUR_CHECKS = {
  'T4-01': { severity: 'E', basis: FORM, find: (report) => brokenSums(report, 'T4-01') },
  'T4-02': {
    severity: 'E',
    basis: FORM,
    find: (report) => [
      ...blanksIn(report, 'table4.'),
      ...notNumbersIn(report, 'table4.', () => COUNT),
    ],
  },
  'T4-03': {
    severity: 'E',
    basis: '台账规则：报告中的每个数字都来自台账',
    find: (report) => againstLedger(report, 'table4.'),
  },
  'T4-04': { severity: 'W', basis: '通行口径：尚未审结的案件审结以前每年都列', find: lostSight },
  'T4-05': { severity: 'W', basis: '《行政诉讼法》第44条、第45条', find: neverReviewed },
  'T4-07': { severity: 'I', basis: '《条例》第50条', find: unmentioned },
} as const satisfies Readonly<Record<string, Check>>;

/**
 * With the ledger at hand the pending cases of last year are counted again; without it, the group has
 * at least as many cases as it had pending.
 */
function lostSight({ cells, previous, ledger, year }: CheckedReport): readonly Found[] {
  return APPEAL_KINDS.flatMap((kind): readonly Found[] => {
    const cell = `table4.${kind}.pending`;
    const pending = previous === null ? null : numberIn(previous.cells, cell);
    if (pending === null) return [];
    const total = `table4.${kind}.total`;
    if (ledger === null) {
      const now = numberIn(cells, total);
      if (now === null || now >= pending) return [];
      return [{ left: String(now), right: String(pending), cells: [total] }];
    }
    const back = ledger.appeals.filter(
      (appeal) =>
        appeal.kind === kind &&
        resultCounting(appeal, yearPeriod(year - 1), ledger.counting) === 'pending',
    );
    if (back.length === pending) return [];
    const cases = back.map(({ caseNumber }) => caseNumber);
    return [{ left: String(back.length), right: String(pending), cells: [total], cases }];
  });
}

/** A case after 复议 is about a request that was under 复议 before. */
function neverReviewed({ ledger, year }: CheckedReport): readonly Found[] {
  if (ledger === null) return [];
  const after = ledger.appeals.filter(
    (appeal) =>
      appeal.kind === 'litigation_after_review' &&
      resultCounting(appeal, yearPeriod(year), ledger.counting) !== null,
  );
  const reviews = ledger.appeals.filter(
    ({ kind, voidedOn }) => kind === 'review' && voidedOn === null,
  );
  const without = after.filter((appeal) => !reviews.some((review) => precedes(review, appeal)));
  if (without.length === 0) return [];
  return [
    {
      left: `${String(after.length)} 件`,
      right: `${String(after.length - without.length)} 件`,
      cells: ['table4.litigation_after_review.total'],
      cases: without.map(({ caseNumber }) => caseNumber),
    },
  ];
}

function precedes(review: AppealRow, appeal: AppealRow): boolean {
  return (
    review.filedOn <= appeal.filedOn &&
    appeal.requestNumbers.some((number) => review.requestNumbers.includes(number))
  );
}

function unmentioned({ cells, words, ledger }: CheckedReport): readonly Found[] {
  const five = words?.parts.find(({ heading }) => heading.startsWith('五'));
  if (five === undefined || /复议|诉讼|败诉|纠正|纠错/.test(five.text)) return [];
  const corrected = APPEAL_KINDS.map((kind) => `table4.${kind}.corrected`).filter(
    (cell) => (numberIn(cells, cell) ?? 0) > 0,
  );
  if (corrected.length === 0) return [];
  const sum = corrected.reduce((total, cell) => total + (numberIn(cells, cell) ?? 0), 0);
  return [
    {
      left: `结果纠正 ${String(sum)} 件`,
      right: '第五部分没有说到复议、诉讼',
      cells: corrected,
      cases: corrected.flatMap((cell) => ledger?.casesOf(cell) ?? []),
    },
  ];
}
