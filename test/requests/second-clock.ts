import type { ClockFacts, Deadline, DeadlineRules } from '../../src/requests/domain/deadline.js';
import type { LocalDate } from '../../src/kernel/local-date.js';

/** A day on the wall: its date, whether it is worked, and whether its year was announced. */
export type WallDay = Readonly<{ date: LocalDate; worked: boolean; announced: boolean }>;

type Lists = Readonly<{ year: number; off: readonly string[]; work: readonly string[] }>;

/** Every day of the years, one after the other; weekdays by the platform, holidays by the lists. */
export function wallCalendar(first: number, last: number, lists: readonly Lists[]): WallDay[] {
  const wall: WallDay[] = [];
  const day = new Date(Date.UTC(first, 0, 1));
  for (; day.getUTCFullYear() <= last; day.setUTCDate(day.getUTCDate() + 1)) {
    const list = lists.find(({ year }) => year === day.getUTCFullYear());
    const date = day.toISOString().slice(0, 10) as LocalDate;
    const monthDay = date.slice(5);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    const worked = weekend
      ? (list?.work.includes(monthDay) ?? false)
      : !list?.off.includes(monthDay);
    wall.push({ date, worked, announced: list !== undefined });
  }
  return wall;
}

/**
 * The reply period as a clerk would strike it off a wall calendar: one day after the other, with a
 * tally that a restart wipes out, that stands still while something is waited for, and that is full
 * at the day the reply is due. It shares no code with the clock it is compared with.
 */
export function struckOff(
  facts: ClockFacts,
  wall: readonly WallDay[],
  rules: DeadlineRules,
): Deadline {
  if (facts.supplement?.receivedOn === null) return waitsFor('supplement');
  if (facts.fee?.paidOn === null) return waitsFor('payment');
  let tally: boolean[] | null = null;
  let waitsForWorkingDay = false;
  let provisional = false;
  let due: LocalDate | null = null;
  let dueProvisional = false;
  for (const { date, worked, announced } of wall) {
    if (begins(date, facts, rules)) {
      tally = [];
      due = null;
      provisional = false;
      waitsForWorkingDay = rules.receiptOnDayOff === 'next-working-day' && !worked;
      continue;
    }
    if (tally === null || due !== null) continue;
    if (waitsForWorkingDay) {
      waitsForWorkingDay = !worked;
      continue;
    }
    if (!announced) provisional = true;
    if (!worked || standsStill(date, facts, rules)) continue;
    tally.push(true);
    if (tally.length === 20 + facts.extendedBy) [due, dueProvisional] = [date, provisional];
  }
  if (due === null) return waitsFor('consultation');
  const { delayedUntil } = facts;
  const dueOn = delayedUntil !== null && delayedUntil > due ? delayedUntil : due;
  return { dueOn, provisional: dueProvisional, pausedBy: null };
}

/** Receipt, a supplement, and — where the agency counts so — a payment each begin the period anew. */
function begins(date: LocalDate, facts: ClockFacts, rules: DeadlineRules): boolean {
  if (date === facts.receivedOn || date === facts.supplement?.receivedOn) return true;
  return rules.paymentRestartsClock && date === facts.fee?.paidOn;
}

/** Not the day the waiting began, but the day it ended. */
function standsStill(date: LocalDate, facts: ClockFacts, rules: DeadlineRules): boolean {
  for (const { from, until } of facts.consultations) {
    if (date > from && (until === null || date <= until)) return true;
  }
  const { fee } = facts;
  if (!fee?.paidOn || rules.paymentRestartsClock) return false;
  return date > fee.noticedOn && date <= fee.paidOn;
}

function waitsFor(pausedBy: 'supplement' | 'payment' | 'consultation'): Deadline {
  return { dueOn: null, provisional: false, pausedBy };
}
