import type { ProcedureRules } from '../agencies/domain/procedure-rules.events.js';
import { reviewFrom } from '../requests/domain/handling-labels.js';
import { choiceGiven, sent } from './given.js';

/** What `gongkai rules` may name of the procedure, as it was typed. */
export type ProcedureGiven = Readonly<{
  receiptOnDayOff?: ProcedureRules['receiptOnDayOff'];
  websiteReceipt?: ProcedureRules['websiteReceipt'];
  consultationFrom?: ProcedureRules['consultationFrom'];
  paymentRestarts?: 'yes' | 'no';
  extensionBeforeDue?: 'yes' | 'no';
  requiredReviews?: string;
  jointApplicants?: ProcedureRules['jointApplicants'];
}>;

export function chosenRules({
  paymentRestarts,
  extensionBeforeDue,
  requiredReviews,
  ...named
}: ProcedureGiven): Partial<ProcedureRules> {
  return {
    ...sent(named),
    ...sent({
      paymentRestartsClock: paymentRestarts === undefined ? undefined : paymentRestarts === 'yes',
      extensionBeforeDue:
        extensionBeforeDue === undefined ? undefined : extensionBeforeDue === 'yes',
      requiredReviews: requiredReviews === undefined ? undefined : reviewsIn(requiredReviews),
    }),
  };
}

/** 公开审查、保密审查; “无” asks for none. */
function reviewsIn(text: string): ProcedureRules['requiredReviews'] {
  if (text === '无') return [];
  return text.split(/[、,，]/).map((word) => choiceGiven(word.trim(), reviewFrom, '审查意见'));
}
