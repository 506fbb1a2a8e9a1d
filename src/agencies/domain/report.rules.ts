import { weighCorrection } from '../../kernel/correction.js';
import type { Command, Refusal } from '../../kernel/decider.js';
import { isLocalDate } from '../../kernel/local-date.js';
import type { ReportRules, ReportRulesAdopted } from './report-rules.events.js';

/** 确定年报设置: only what is named. */
export type AdoptReportRules = Command<'AdoptReportRules', ReportRulesAdopted['data']>;

export type ReportRulesRefusal = Refusal<
  | 'agency/report-day-impossible'
  | 'agency/overview-limit-out-of-range'
  | 'agency/similarity-out-of-range'
>;

/** Below half, texts that only share the words of the law would count as copied. */
const SIMILARITY = { min: 50, max: 100 } as const;
/** No notice that was read asks for less than some hundred characters. */
const OVERVIEW = { min: 100, max: 100_000 } as const;

/** What is already so is not chosen anew. */
export function adoptReportRules(
  { data: { agencyId, ...chosen }, today }: AdoptReportRules,
  rules: ReportRules,
): readonly ReportRulesAdopted[] | ReportRulesRefusal {
  const { submitBy, publishBy, overviewCharactersMax: limit, similarityPercent } = chosen;
  const day = [submitBy, publishBy].find((it) => typeof it === 'string' && !isDayOfEveryYear(it));
  if (typeof day === 'string') {
    const basis = '《条例》第49条';
    return { refused: 'agency/report-day-impossible', basis, facts: { day } };
  }
  if (typeof limit === 'number' && isOutside(limit, OVERVIEW)) {
    const facts = { limit, ...OVERVIEW };
    const basis = '台账规则：字数上限由上级的通知规定';
    return { refused: 'agency/overview-limit-out-of-range', basis, facts };
  }
  if (similarityPercent !== undefined && isOutside(similarityPercent, SIMILARITY)) {
    const facts = { percent: similarityPercent, ...SIMILARITY };
    const basis = '国办公开办函〔2021〕30号（内容雷同的）';
    return { refused: 'agency/similarity-out-of-range', basis, facts };
  }
  const { changes } = weighCorrection<ReportRules>(chosen, rules);
  if (Object.keys(changes).length === 0) return [];
  return [{ type: 'ReportRulesAdopted', occurredOn: today, data: { agencyId, ...changes } }];
}

/** MM-DD in a year without 29 February, so that it names a day in every year. */
function isDayOfEveryYear(day: string): boolean {
  return isLocalDate(`2025-${day}`);
}

function isOutside(value: number, { min, max }: Readonly<{ min: number; max: number }>): boolean {
  return !Number.isInteger(value) || value < min || value > max;
}
