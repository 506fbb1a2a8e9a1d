import { assert } from './decider.js';
import type { LocalDate } from './local-date.js';
import { isLocalDate, nextDay, weekdayOf, yearOf } from './local-date.js';

/** 月日: `MM-DD`, a day of the year the list belongs to. */
export type MonthDay = `${number}-${number}`;

/** 节假日安排: how one year departs from Monday to Friday. */
export type CalendarYear = Readonly<{
  year: number;
  /** The announcement the lists were taken from, as an auditor would look for it. */
  notice: string;
  /** 放假: days from Monday to Friday that are off. Weekend days inside a holiday are not listed. */
  off: readonly MonthDay[];
  /** 调休上班: Saturdays and Sundays that are working days. */
  work: readonly MonthDay[];
}>;

/** 地方安排 of an agency: days it is off, or at work, whatever the notices say of them. */
export type LocalDays = Readonly<{
  notice: string;
  off: readonly LocalDate[];
  work: readonly LocalDate[];
}>;

/** A day counted to. `provisional` (待节假日安排公布): a year on the way is not announced yet. */
export type CountedDay = Readonly<{ on: LocalDate; provisional: boolean }>;

/**
 * 工作日历: Monday to Friday, as the announcements of the years depart from it. A year that is not
 * announced yet is counted Monday to Friday, and every answer that rests on it says so.
 */
export interface WorkingCalendar {
  /** Stored with every date computed, so that a later edition cannot move it silently. */
  readonly edition: string;

  isWorkingDay(date: LocalDate): boolean;

  /** Whether the 节假日安排 of the year is known. */
  isAnnounced(year: number): boolean;

  /** The announcement that makes this day depart from Monday to Friday; null for an ordinary day. */
  noticeOf(date: LocalDate): string | null;

  /**
   * The last day of a period of `count` working days, one or more. The day of the event is not
   * counted (《民法典》第201条) and need not be a working day.
   */
  workingDayAfter(start: LocalDate, count: number): CountedDay;

  /**
   * The working days later than `after` and not later than `upTo`; none when `upTo` comes first.
   */
  workingDaysBetween(after: LocalDate, upTo: LocalDate): number;
}

export function workingCalendar(
  years: readonly CalendarYear[],
  edition: string,
  local: readonly LocalDays[] = [],
): WorkingCalendar {
  const announced = new Set<number>();
  const off = new Map<LocalDate, string>();
  const work = new Map<LocalDate, string>();
  // Every deadline of a year walks the same few hundred days, so each step is worked out once.
  const followers = new Map<LocalDate, LocalDate>();
  for (const arrangement of years) load(arrangement);
  for (const days of local) depart(days);

  return { edition, isWorkingDay, isAnnounced, noticeOf, workingDayAfter, workingDaysBetween };

  function load({ year, notice, off: daysOff, work: daysAtWork }: CalendarYear): void {
    assert(!announced.has(year), `${edition}: the year ${String(year)} is given once`);
    announced.add(year);
    for (const day of daysOff)
      off.set(
        dayOf(year, day, 'off', (weekday) => weekday <= 5),
        notice,
      );
    for (const day of daysAtWork) {
      work.set(
        dayOf(year, day, 'work', (weekday) => weekday >= 6),
        notice,
      );
    }
  }

  function depart({ notice, off: daysOff, work: daysAtWork }: LocalDays): void {
    for (const day of daysOff) {
      work.delete(day);
      if (weekdayOf(day) <= 5) off.set(day, notice);
    }
    for (const day of daysAtWork) {
      off.delete(day);
      if (weekdayOf(day) >= 6) work.set(day, notice);
    }
  }

  function isAnnounced(year: number): boolean {
    return announced.has(year);
  }

  function isWorkingDay(date: LocalDate): boolean {
    return work.has(date) || (weekdayOf(date) <= 5 && !off.has(date));
  }

  function noticeOf(date: LocalDate): string | null {
    return off.get(date) ?? work.get(date) ?? null;
  }

  function workingDayAfter(start: LocalDate, count: number): CountedDay {
    assert(Number.isInteger(count) && count >= 1, 'a period has one working day or more');
    let day = start;
    for (let counted = 0; counted < count; counted += 1) day = nextWorkingDay(day);
    return { on: day, provisional: !areAnnounced(announced, nextDay(start), day) };
  }

  function workingDaysBetween(after: LocalDate, upTo: LocalDate): number {
    let counted = 0;
    for (let day = nextWorkingDay(after); day <= upTo; day = nextWorkingDay(day)) counted += 1;
    return counted;
  }

  function nextWorkingDay(day: LocalDate): LocalDate {
    const known = followers.get(day);
    if (known !== undefined) return known;
    let follower = nextDay(day);
    while (!isWorkingDay(follower)) follower = nextDay(follower);
    followers.set(day, follower);
    return follower;
  }
}

/** Whether every year of a span is announced. */
function areAnnounced(announced: ReadonlySet<number>, from: LocalDate, upTo: LocalDate): boolean {
  for (let year = yearOf(from); year <= yearOf(upTo); year += 1) {
    if (!announced.has(year)) return false;
  }
  return true;
}

/** A list copied by hand is checked on the way in: a slip would move deadlines for a whole year. */
function dayOf(
  year: number,
  day: MonthDay,
  list: 'off' | 'work',
  belongs: (weekday: number) => boolean,
): LocalDate {
  const date = `${String(year)}-${day}`;
  assert(isLocalDate(date), `${list} ${date} is a day of the calendar`);
  assert(belongs(weekdayOf(date)), `${list} ${date} falls on a day that the list can change`);
  return date;
}
