import { nextDay, weekdayOf, type LocalDate } from '../../kernel/local-date.js';
import type { WorkingCalendar } from '../../kernel/working-calendar.js';
import {
  deadlineOf,
  mergedSuspensions,
  startOf,
  type Deadline,
  type Suspension,
} from './deadline.js';
import type { ConsultedParty } from './handling.events.js';
import { clockFacts } from './request-clock.js';
import type { Channel } from './request.events.js';
import type { Received } from './received.js';
import type { Redecision } from './request.facts.js';
import type { Terms } from './terms.js';

/** A day that departs from Monday to Friday, and the notice that says so. */
export type NoticedDay = Readonly<{ on: LocalDate; notice: string }>;

/** Days counted one after the other: those after `after`, up to and with `upTo`. */
export type CountedSpan = Readonly<{
  after: LocalDate;
  upTo: LocalDate;
  workingDays: number;
  /** Saturdays and Sundays passed over. */
  weekendDays: number;
  /** 放假, each day from Monday to Friday. */
  holidays: readonly NoticedDay[];
  /** 调休上班, counted though a Saturday or Sunday. */
  makeUpDays: readonly NoticedDay[];
}>;

/** What was waited for: the opinion of a third party or an organ by its number, or the fee. */
export type SuspensionCause =
  Readonly<{ by: ConsultedParty; consultation: number }> | Readonly<{ by: 'payment' }>;

export type ExplainedSuspension = Readonly<{
  from: LocalDate;
  until: LocalDate | null;
  /** More than one where several ran at once: the days are taken out once. */
  causes: readonly SuspensionCause[];
  /** What it took out of the period; null while it lasts. */
  workingDays: number | null;
}>;

/** How the due date of a reply came about, step by step. */
export type DeadlineExplanation = Readonly<{
  number: string;
  channel: Channel;
  receivedOn: LocalDate;
  /** Whether the day of receipt is the day it was confirmed with the applicant (第31条). */
  confirmed: boolean;
  /** What began the period afresh; null where it runs from receipt. */
  restarted: Readonly<{ by: 'supplement' | 'payment'; on: LocalDate }> | null;
  /** The day before day 1. */
  countedFrom: LocalDate;
  counted: readonly CountedSpan[];
  suspensions: readonly ExplainedSuspension[];
  extendedBy: number;
  delayedUntil: LocalDate | null;
  deadline: Deadline;
  /** Where receipt fell on a day off and stays there: the date had it moved to the next working day. */
  latestDefensible: LocalDate | null;
  /** What the ledger says, by the calendar and the rules of its day. */
  recorded: Readonly<{ dueOn: LocalDate | null; calendarEdition: string }>;
  calendarEdition: string;
  /** The last order to answer anew, with its own date. */
  redecision: Pick<Redecision, 'by' | 'caseNumber' | 'orderedOn' | 'dueOn'> | null;
}>;

export function explainDeadline(facts: Received, { calendar, rules }: Terms): DeadlineExplanation {
  const { number, channel, receivedOn, handling, dueOn } = facts;
  const clock = clockFacts(receivedOn, handling, rules);
  const deadline = deadlineOf(clock, calendar, rules);
  const countedFrom = startOf(clock, calendar, rules);
  const last = lastCounted(clock, { calendar, rules });
  // What ended before the start, or began on the last day or later, took nothing.
  const within = mergedSuspensions(clock, rules).filter(({ from, until }) => {
    return (until === null || until > countedFrom) && (last === null || from < last);
  });
  const suspensions = within.map(({ from, until }) => {
    const after = from > countedFrom ? from : countedFrom;
    return {
      from,
      until,
      causes: causesOf({ from, until }, clock),
      workingDays: until === null ? null : calendar.workingDaysBetween(after, until),
    };
  });
  const moved = { ...rules, receiptOnDayOff: 'next-working-day' } as const;
  const later = deadlineOf(clock, calendar, moved).dueOn;
  const redecision = facts.redecisions.at(-1) ?? null;
  return {
    number,
    channel,
    receivedOn,
    confirmed: facts.arrivedOn !== null,
    restarted: restartOf(clock, rules.paymentRestartsClock),
    countedFrom,
    counted: spansOf(countedFrom, last, within).map((span) => countedSpan(span, calendar)),
    suspensions,
    extendedBy: clock.extendedBy,
    delayedUntil: clock.delayedUntil,
    deadline,
    latestDefensible: later === deadline.dueOn ? null : later,
    recorded: { dueOn, calendarEdition: facts.calendarEdition },
    calendarEdition: calendar.edition,
    redecision: redecision && {
      by: redecision.by,
      caseNumber: redecision.caseNumber,
      orderedOn: redecision.orderedOn,
      dueOn: redecision.dueOn,
    },
  };
}

type Clock = ReturnType<typeof clockFacts>;
type Span = Readonly<{ after: LocalDate; upTo: LocalDate }>;

/** The last day of the period itself, whatever delay was set beyond it; null while it is stopped. */
function lastCounted(clock: Clock, { calendar, rules }: Terms): LocalDate | null {
  return deadlineOf({ ...clock, delayedUntil: null }, calendar, rules).dueOn;
}

function restartOf(
  { receivedOn, supplement, fee }: Clock,
  paymentRestarts: boolean,
): DeadlineExplanation['restarted'] {
  const completed = supplement?.receivedOn ?? receivedOn;
  const paid = paymentRestarts ? (fee?.paidOn ?? receivedOn) : receivedOn;
  if (paid > completed) return { by: 'payment', on: paid };
  return completed > receivedOn ? { by: 'supplement', on: completed } : null;
}

function causesOf(span: Suspension, { consultations, fee }: Clock): readonly SuspensionCause[] {
  const within = (part: Suspension): boolean =>
    part.from >= span.from && (span.until === null || part.from < span.until);
  const asked = consultations
    .filter(within)
    .map(({ party, consultation }) => ({ by: party, consultation }));
  const noticed = fee !== null && within({ from: fee.noticedOn, until: fee.paidOn });
  return noticed ? [...asked, { by: 'payment' }] : asked;
}

/** The spans between the suspensions; while the period is stopped, those up to where it stopped. */
function spansOf(
  countedFrom: LocalDate,
  last: LocalDate | null,
  suspensions: readonly Readonly<{ from: LocalDate; until: LocalDate | null }>[],
): readonly Span[] {
  const spans: Span[] = [];
  let after: LocalDate | null = countedFrom;
  for (const { from, until } of suspensions) {
    if (after !== null && from > after) spans.push({ after, upTo: from });
    after = until;
  }
  if (after !== null && last !== null) spans.push({ after, upTo: last });
  return spans;
}

function countedSpan({ after, upTo }: Span, calendar: WorkingCalendar): CountedSpan {
  const [holidays, makeUpDays]: [NoticedDay[], NoticedDay[]] = [[], []];
  let weekendDays = 0;
  for (let on = nextDay(after); on <= upTo; on = nextDay(on)) {
    const notice = calendar.noticeOf(on);
    if (calendar.isWorkingDay(on)) {
      if (notice !== null) makeUpDays.push({ on, notice });
    } else if (notice !== null) holidays.push({ on, notice });
    else if (weekdayOf(on) > 5) weekendDays += 1;
  }
  const workingDays = calendar.workingDaysBetween(after, upTo);
  return { after, upTo, workingDays, weekendDays, holidays, makeUpDays };
}
