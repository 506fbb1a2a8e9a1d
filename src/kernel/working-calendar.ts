import type { Refusal } from './decider.js';
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

/**
 * 节假日安排尚未录入: a day had to be judged in a year whose announcement is not loaded. Counting weekends
 * only would give a date that looks certain and is wrong as soon as the announcement appears.
 */
export type CalendarGap = Refusal<'calendar/year-not-loaded'> &
  Readonly<{ facts: { year: number } }>;

/**
 * 工作日历. Answers are values; a {@link CalendarGap} is handed on by the decider as its own refusal.
 */
export interface WorkingCalendar {
  /** Stored with every date computed, so that a later edition cannot move it silently. */
  readonly edition: string;

  isWorkingDay(date: LocalDate): boolean | CalendarGap;

  /**
   * The last day of a period of `count` working days, one or more. The day of the event is not
   * counted (《民法典》第201条) and need not be a working day.
   */
  workingDayAfter(start: LocalDate, count: number): LocalDate | CalendarGap;

  /**
   * The working days later than `after` and not later than `upTo`; none when `upTo` comes first.
   */
  workingDaysBetween(after: LocalDate, upTo: LocalDate): number | CalendarGap;
}

export function workingCalendar(years: readonly CalendarYear[], edition: string): WorkingCalendar {
  const loaded = new Set<number>();
  const off = new Set<LocalDate>();
  const work = new Set<LocalDate>();
  // Every deadline of a year walks the same few hundred days, so each step is worked out once.
  const followers = new Map<LocalDate, LocalDate>();
  for (const arrangement of years) load(arrangement);

  return { edition, isWorkingDay, workingDayAfter, workingDaysBetween };

  function load({ year, off: daysOff, work: daysAtWork }: CalendarYear): void {
    assert(!loaded.has(year), `${edition}: the year ${String(year)} is given once`);
    loaded.add(year);
    for (const day of daysOff) off.add(dayOf(year, day, 'off', (weekday) => weekday <= 5));
    for (const day of daysAtWork) work.add(dayOf(year, day, 'work', (weekday) => weekday >= 6));
  }

  function isWorkingDay(date: LocalDate): boolean | CalendarGap {
    const year = yearOf(date);
    if (!loaded.has(year)) return gap(year);
    return work.has(date) || (weekdayOf(date) <= 5 && !off.has(date));
  }

  function workingDayAfter(start: LocalDate, count: number): LocalDate | CalendarGap {
    assert(Number.isInteger(count) && count >= 1, 'a period has one working day or more');
    let day = start;
    for (let counted = 0; counted < count; counted += 1) {
      const next = nextWorkingDay(day);
      if (isCalendarGap(next)) return next;
      day = next;
    }
    return day;
  }

  function workingDaysBetween(after: LocalDate, upTo: LocalDate): number | CalendarGap {
    if (upTo <= after) return 0;
    let counted = 0;
    let day = nextWorkingDay(after);
    while (!isCalendarGap(day) && day <= upTo) {
      counted += 1;
      day = nextWorkingDay(day);
    }
    // A year that is missing only after the last day asked about has no say in the answer.
    return isCalendarGap(day) && day.facts.year <= yearOf(upTo) ? day : counted;
  }

  function nextWorkingDay(day: LocalDate): LocalDate | CalendarGap {
    const known = followers.get(day);
    if (known !== undefined) return known;
    let follower = nextDay(day);
    let working = isWorkingDay(follower);
    while (working === false) {
      follower = nextDay(follower);
      working = isWorkingDay(follower);
    }
    if (isCalendarGap(working)) return working;
    followers.set(day, follower);
    return follower;
  }
}

export function isCalendarGap(answer: unknown): answer is CalendarGap {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'refused' in answer &&
    answer.refused === ('calendar/year-not-loaded' satisfies CalendarGap['refused'])
  );
}

function gap(year: number): CalendarGap {
  return {
    refused: 'calendar/year-not-loaded',
    basis: '工作日依国务院公布的当年节假日安排计算',
    facts: { year },
  };
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
