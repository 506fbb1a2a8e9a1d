import { weighCorrection } from '../../kernel/correction.js';
import type { Command, Refusal } from '../../kernel/decider.js';
import { isLocalDate, weekdayOf, yearOf } from '../../kernel/local-date.js';
import type {
  DaysOff,
  DaysOffAnnounced,
  ProcedureRules,
  ProcedureRulesAdopted,
} from './procedure-rules.events.js';

/** 确定办理规则. */
export type AdoptProcedureRules = Command<'AdoptProcedureRules', ProcedureRulesAdopted['data']>;

/** 录入节假日安排. `known`: the program has the State Council's notice of that year. */
export type AnnounceDaysOff = Command<
  'AnnounceDaysOff',
  DaysOffAnnounced['data'] & { known: boolean }
>;

export type ProcedureRulesCommand = AdoptProcedureRules | AnnounceDaysOff;

export type ProcedureRulesRefusal = Refusal<
  | 'agency/notice-missing'
  | 'agency/days-off-known'
  | 'agency/days-off-missing'
  | 'agency/day-impossible'
>;

const BASIS = '台账规则：工作日依国务院公布的节假日安排和地方安排计算';

/** What is already so is not chosen anew. */
export function adoptProcedureRules(
  { data: { agencyId, ...chosen }, today }: AdoptProcedureRules,
  procedure: ProcedureRules,
): readonly ProcedureRulesAdopted[] {
  const { changes } = weighCorrection<ProcedureRules>(chosen, procedure);
  if (Object.keys(changes).length === 0) return [];
  return [{ type: 'ProcedureRulesAdopted', occurredOn: today, data: { agencyId, ...changes } }];
}

export function announceDaysOff(
  { data, today }: AnnounceDaysOff,
  known: readonly DaysOff[],
): readonly DaysOffAnnounced[] | ProcedureRulesRefusal {
  const { known: shipped, ...announced } = data;
  const { agencyId: _agency, ...days } = announced;
  if (days.notice.trim() === '') return { refused: 'agency/notice-missing', basis: BASIS };
  if (days.off.length + days.work.length === 0) {
    return { refused: 'agency/days-off-missing', basis: BASIS };
  }
  const facts = { year: days.year };
  if (days.scope === 'state-council' && shipped) {
    return { refused: 'agency/days-off-known', basis: BASIS, facts };
  }
  const impossible = impossibleDay(days);
  if (impossible !== null) {
    return { refused: 'agency/day-impossible', basis: BASIS, facts: { ...facts, day: impossible } };
  }
  const before = known.find(({ year, scope }) => year === days.year && scope === days.scope);
  if (before !== undefined && isSame(days, before)) return [];
  return [{ type: 'DaysOffAnnounced', occurredOn: today, data: announced }];
}

/** Field by field: the ledger keeps the order of a list, and not that of the members of an event. */
function isSame(days: DaysOff, before: DaysOff): boolean {
  return Object.keys(weighCorrection<DaysOff>(days, before).changes).length === 0;
}

/**
 * A day outside its year, on both lists, or named twice. The State Council gives days off from Monday
 * to Friday and working days at weekends; what else it lists would change nothing and is a slip.
 */
function impossibleDay({ year, scope, off, work }: DaysOff): string | null {
  const seen = new Set<string>();
  for (const [list, days] of [
    ['off', off],
    ['work', work],
  ] as const) {
    for (const day of days) {
      if (!isLocalDate(day) || yearOf(day) !== year || seen.has(day)) return day;
      seen.add(day);
      const weekend = weekdayOf(day) >= 6;
      if (scope === 'state-council' && weekend !== (list === 'work')) return day;
    }
  }
  return null;
}
