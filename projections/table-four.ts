import {
  DEFAULT_COUNTING_RULES,
  type CountingRules,
} from '../src/agencies/domain/agency.events.js';
import { APPEAL_KINDS, APPEAL_OUTCOMES } from '../src/appeals/domain/appeal.events.js';
import { assert } from '../src/kernel/decider.js';
import type { Period } from '../src/kernel/local-date.js';
import type { AppealRow } from './appeal-register.projection.js';

/** The five cells of each group of table four, in the form's order. */
export const RESULTS = [...APPEAL_OUTCOMES, 'pending', 'total'] as const;
export type Result = (typeof RESULTS)[number];
type Group = (typeof APPEAL_KINDS)[number];

/** 表四: 政府信息公开行政复议、行政诉讼情况, three groups of five. */
export type TableFour = Readonly<Record<Group, Readonly<Record<Result, number>>>>;

export type TableFourCell = `table4.${Group}.${Result}`;

/** What an agency chose to count: whether a case that is pending again is 尚未审结 again. */
type Counted = Pick<CountingRules, 'pendingAppeals'>;

/**
 * The result that counts a case in a period, if any. A case pending on its last day is 尚未审结 in it
 * and comes back with its result in the period it ends in. No official text says so; it is the
 * practice the form was filled by.
 */
export function resultCounting(
  appeal: AppealRow,
  { from, to }: Period,
  { pendingAppeals }: Counted = DEFAULT_COUNTING_RULES,
): Result | null {
  const { filedOn, concluded, voidedOn, role } = appeal;
  // 复议机关作共同被告的案件, counted by the agency of the original act alone.
  if (role === 'review-organ') return null;
  if (voidedOn !== null || filedOn > to) return null;
  if (concluded === null || concluded.on > to) {
    return filedOn >= from || pendingAppeals === 'each' ? 'pending' : null;
  }
  return concluded.on < from ? null : concluded.outcome;
}

/** Every cell that counts the case in the period. */
export function tableFourCells(
  appeal: AppealRow,
  period: Period,
  rules: Counted = DEFAULT_COUNTING_RULES,
): readonly TableFourCell[] {
  const result = resultCounting(appeal, period, rules);
  return result === null ? [] : [`table4.${appeal.kind}.${result}`, `table4.${appeal.kind}.total`];
}

export function tableFour(
  appeals: Iterable<AppealRow>,
  period: Period,
  rules: Counted = DEFAULT_COUNTING_RULES,
): TableFour {
  const table = Object.fromEntries(
    APPEAL_KINDS.map((kind) => [kind, Object.fromEntries(RESULTS.map((result) => [result, 0]))]),
  ) as Record<Group, Record<Result, number>>;
  for (const appeal of appeals) {
    const result = resultCounting(appeal, period, rules);
    if (result === null) continue;
    table[appeal.kind][result] += 1;
    table[appeal.kind].total += 1;
  }
  assertTableFour(table);
  return table;
}

/** In every group the four results add up to 总计. */
export function assertTableFour(table: TableFour): void {
  for (const kind of APPEAL_KINDS) {
    const { upheld, corrected, other, pending, total } = table[kind];
    assert(upheld + corrected + other + pending === total, `表四：${kind} 四项之和等于总计`);
  }
}
