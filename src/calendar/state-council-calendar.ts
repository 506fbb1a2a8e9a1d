import { readFileSync } from 'node:fs';
import { isLocalDate, weekdayOf, yearOf, type LocalDate } from '../kernel/local-date.js';
import { workingCalendar, type CalendarYear, type MonthDay } from '../kernel/working-calendar.js';

/** What the package `chinese-days` keeps of the notices, by day: `2026-02-16`. */
type DayLists = Readonly<{
  /** 放假, the weekends inside a holiday among them. */
  holidays: Readonly<Record<string, string>>;
  /** 调休上班. */
  workdays: Readonly<Record<string, string>>;
}>;

const PACKAGE = 'chinese-days';

/**
 * 国务院节假日安排, as the package keeps the notices. Its day lists are read, and none of its functions:
 * those answer for a year they do not have as if it had no holidays, and in the time zone of the
 * machine.
 */
export const stateCouncilYears: readonly CalendarYear[] = yearsOf(
  read(`${PACKAGE}/dist/chinese-days.json`) as DayLists,
);

const { version } = read(`${PACKAGE}/package.json`) as { version: string };
const span = [stateCouncilYears[0]?.year, stateCouncilYears.at(-1)?.year].join('-');

/** Its edition names the lists and their years, so that a date computed by older ones is told apart. */
export const stateCouncilCalendar = workingCalendar(
  stateCouncilYears,
  `${PACKAGE}-${version}:${span}`,
);

function yearsOf({ holidays, workdays }: DayLists): readonly CalendarYear[] {
  const off = Object.keys(holidays)
    .filter(isLocalDate)
    .filter((date) => weekdayOf(date) <= 5);
  const work = Object.keys(workdays).filter(isLocalDate);
  const years = [...new Set(off.map(yearOf))].sort((one, other) => one - other);
  return years.map((year) => ({
    year,
    notice: `国务院办公厅关于${String(year)}年部分节假日安排的通知`,
    off: daysOf(year, off),
    work: daysOf(year, work),
  }));
}

function daysOf(year: number, dates: readonly LocalDate[]): readonly MonthDay[] {
  return dates
    .filter((date) => yearOf(date) === year)
    .map((date) => date.slice(5) as MonthDay)
    .sort();
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(require.resolve(file), 'utf8')) as unknown;
}
