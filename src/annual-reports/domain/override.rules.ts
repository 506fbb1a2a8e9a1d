import type { Command, Refusal } from '../../kernel/decider.js';
import {
  overrideOf,
  type AnnualReportFacts,
  type CheckOverridden,
  type FoundByCheck,
  type ReportKey,
} from './annual-report.events.js';
import type { CheckId } from './checks.events.js';

/** 放行校验的错误: `errors` are what the check finds now, read by the caller; only 错误, E, are among them. */
export type OverrideCheck = Command<
  'OverrideCheck',
  ReportKey & { check: CheckId; reason: string; errors: readonly FoundByCheck[] }
>;

export type OverrideRefusal = Refusal<
  'annual-report/override-reason-missing' | 'annual-report/no-such-error'
>;

/** What the checks are for. */
export const CHECKED = '台账规则：校验的错误改正以后才能正式打印，放行须写明理由';

/** What one append takes; whoever has more to answer for says so again. */
export const OVERRIDES_AT_ONCE_MAX = 100;

/** A finding that was overridden with the same reason before is passed over. */
export function overrideCheck(
  { data, today }: OverrideCheck,
  { overrides }: AnnualReportFacts,
): readonly CheckOverridden[] | OverrideRefusal {
  const { agencyId, year, check, errors } = data;
  const reason = data.reason.trim();
  if (reason === '') return { refused: 'annual-report/override-reason-missing', basis: CHECKED };
  if (errors.length === 0) {
    return { refused: 'annual-report/no-such-error', basis: CHECKED, facts: { year, check } };
  }
  return errors
    .filter((error) => overrideOf(error, overrides)?.reason !== reason)
    .slice(0, OVERRIDES_AT_ONCE_MAX)
    .map(({ left, right, cells }) => ({
      type: 'CheckOverridden',
      occurredOn: today,
      data: { agencyId, year, check, left, right, cells, reason },
    }));
}
