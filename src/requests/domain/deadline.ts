import type { ProcedureRules } from '../../agencies/domain/procedure-rules.events.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { WorkingCalendar } from '../../kernel/working-calendar.js';

/** 答复期限: twenty working days (《条例》第33条第2款). */
export const REPLY_WORKING_DAYS = 20;

/** A span that is not counted: the days after `from`, up to and with `until`; null while it lasts. */
export type Suspension = Readonly<{ from: LocalDate; until: LocalDate | null }>;

/** The dated facts that the reply period of one request runs on. */
export type ClockFacts = Readonly<{
  receivedOn: LocalDate;
  /** 补正 restarts the period when it comes (第30条). */
  supplement: Readonly<{ requestedOn: LocalDate; receivedOn: LocalDate | null }> | null;
  /** 征求意见, several at once counted once (第33条第3款). */
  consultations: readonly Suspension[];
  /** 收费通知 stops the period until it is paid (第42条). */
  fee: Readonly<{ noticedOn: LocalDate; paidOn: LocalDate | null }> | null;
  /** 延长, in working days added to the end (第33条第2款). */
  extendedBy: number;
  /** 延迟答复: the reasonable period that was set (第35条). */
  delayedUntil: LocalDate | null;
}>;

export type PausedBy = 'supplement' | 'payment' | 'consultation';

/** 答复期限届满日, or what the period waits for: then there is no due date, and nothing is overdue. */
export type Deadline =
  | Readonly<{ dueOn: LocalDate; provisional: boolean; pausedBy: null }>
  | Readonly<{ dueOn: null; provisional: false; pausedBy: PausedBy }>;

export type DeadlineRules = Pick<ProcedureRules, 'receiptOnDayOff' | 'paymentRestartsClock'>;

/** The day the period is counted from: receipt, or what started it afresh, whichever came last. */
export function startOf(
  { receivedOn, supplement, fee }: ClockFacts,
  calendar: WorkingCalendar,
  rules: DeadlineRules,
): LocalDate {
  const restarts = [
    supplement?.receivedOn ?? null,
    rules.paymentRestartsClock ? (fee?.paidOn ?? null) : null,
  ];
  const start = restarts.reduce<LocalDate>(
    (last, on) => (on !== null && on > last ? on : last),
    receivedOn,
  );
  if (rules.receiptOnDayOff === 'stays' || calendar.isWorkingDay(start)) return start;
  return calendar.workingDayAfter(start, 1).on;
}

/** The suspensions as spans that neither overlap nor touch, in order. */
export function mergedSuspensions(
  { consultations, fee }: ClockFacts,
  rules: DeadlineRules,
): readonly Suspension[] {
  const payment =
    fee?.paidOn && !rules.paymentRestartsClock ? [{ from: fee.noticedOn, until: fee.paidOn }] : [];
  const spans = [...consultations, ...payment].sort((one, other) =>
    one.from < other.from ? -1 : 1,
  );
  const merged: Suspension[] = [];
  for (const span of spans) {
    const before = merged.at(-1);
    if (before === undefined || (before.until !== null && span.from > before.until)) {
      merged.push(span);
    } else if (before.until !== null && (span.until === null || span.until > before.until)) {
      merged[merged.length - 1] = { from: before.from, until: span.until };
    }
  }
  return merged;
}

/**
 * When the reply is due (domain rules 1 to 4 of the clock): the period from its start, less the
 * working days inside suspensions, with the extension at its end. A suspension that begins when the
 * period is over already moves nothing.
 */
export function deadlineOf(
  facts: ClockFacts,
  calendar: WorkingCalendar,
  rules: DeadlineRules,
): Deadline {
  if (facts.supplement !== null && facts.supplement.receivedOn === null)
    return paused('supplement');
  if (facts.fee?.paidOn === null) return paused('payment');
  const start = startOf(facts, calendar, rules);
  let counted = start;
  let left = REPLY_WORKING_DAYS + facts.extendedBy;
  for (const { from, until } of mergedSuspensions(facts, rules)) {
    if (until !== null && until <= counted) continue;
    const used = calendar.workingDaysBetween(counted, from);
    if (used >= left) break;
    if (until === null) return paused('consultation');
    left -= used;
    counted = until;
  }
  const { on } = calendar.workingDayAfter(counted, left);
  const { provisional } = calendar.workingDayAfter(start, calendar.workingDaysBetween(start, on));
  const delayed = facts.delayedUntil !== null && facts.delayedUntil > on;
  return { dueOn: delayed ? facts.delayedUntil : on, provisional, pausedBy: null };
}

function paused(pausedBy: PausedBy): Deadline {
  return { dueOn: null, provisional: false, pausedBy };
}
