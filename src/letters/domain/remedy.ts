import type { LocalDate } from '../../kernel/local-date.js';
import type { PartlyGrantedRemedy } from '../../agencies/domain/letter-rules.events.js';
import type { Outcome } from '../../requests/domain/request.events.js';

/**
 * 救济途径 that a reply must name. `inferred`: no text settles it, so a person should look.
 */
export type Remedy = Readonly<{
  path:
    | 'reconsideration-first' // 复议前置
    | 'free-choice'; // 复议或者直接诉讼
  inferred: boolean;
}>;

/** The day 《行政复议法》(2023) art. 23 came into force. */
const RECONSIDERATION_FIRST_SINCE: LocalDate = '2024-01-01';

/** 不予公开 under arts. 14, 15 and 16 of 《条例》: what art. 23(1)(四) means (法释〔2025〕8号, explanation). */
const DENIED: readonly Outcome[] = [
  'denied_state_secret',
  'denied_law_forbidden',
  'denied_security_stability',
  'denied_third_party',
  'denied_internal_affairs',
  'denied_process_info',
  'denied_enforcement_file',
];

/**
 * What the applicant may do against a result decided on a day. Null for 其他处理 3.其他, which is the
 * applicant's own doing.
 */
export function remedyOf(
  outcome: Outcome,
  decidedOn: LocalDate,
  { partlyGranted }: Readonly<{ partlyGranted: PartlyGrantedRemedy }>,
): Remedy | null {
  if (outcome === 'other_misc') return null;
  if (decidedOn < RECONSIDERATION_FIRST_SINCE) return { path: 'free-choice', inferred: false };
  if (DENIED.includes(outcome)) return { path: 'reconsideration-first', inferred: false };
  // The revised 《行政复议法实施条例》 of 2026 is known at second hand only.
  if (outcome === 'partly_granted') return { path: partlyGranted, inferred: true };
  // Outside arts. 14 to 16, though the form puts it under 不予公开.
  if (outcome === 'denied_admin_query') return { path: 'free-choice', inferred: true };
  return { path: 'free-choice', inferred: false };
}
