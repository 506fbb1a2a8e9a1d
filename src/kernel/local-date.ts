/**
 * 日期: a legal date of the Gregorian calendar as `YYYY-MM-DD`, without a time and without a zone.
 *
 * Legal dates are chosen by people and counted by statute, so they never pass through `Date`: an
 * instant of 2024-12-31T16:30Z is already 2025 in Shanghai, and a year on the form must not depend
 * on the machine. Plain string comparison orders them.
 */
export type LocalDate = `${number}-${number}-${number}`;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists: 2024-02-30 is not one. Years 1900 to 2999. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string') return false;
  const parts = FORM.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return (
    year >= 1900 &&
    year <= 2999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month)
  );
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

export function firstDayOf(year: number): LocalDate {
  return write(year, 1, 1);
}

export function lastDayOf(year: number): LocalDate {
  return write(year, 12, 31);
}

/** 期间: from its first day to its last, both within it. */
export type Period = Readonly<{ from: LocalDate; to: LocalDate }>;

export function yearPeriod(year: number): Period {
  return { from: firstDayOf(year), to: lastDayOf(year) };
}

export function isWithin(on: LocalDate | null, { from, to }: Period): boolean {
  return on !== null && on >= from && on <= to;
}

/** The last day of a month written `YYYY-MM`. */
export function lastDayOfMonth(month: YearMonth): LocalDate {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return write(year, number, daysIn(year, number));
}

/** 月份: `YYYY-MM`. */
export type YearMonth = `${number}-${number}`;

export function isYearMonth(text: unknown): text is YearMonth {
  return typeof text === 'string' && /^\d{4}-\d{2}$/.test(text) && isLocalDate(`${text}-01`);
}

export function nextDay(date: LocalDate): LocalDate {
  const [year, month, day] = split(date);
  if (day < daysIn(year, month)) return write(year, month, day + 1);
  return month < 12 ? write(year, month + 1, 1) : write(year + 1, 1, 1);
}

/** Days from one date to a later one, the first not counted; negative to an earlier one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1 March of the year 0, counted in years that begin in March. */
function dayNumber(date: LocalDate): number {
  const [civilYear, civilMonth, day] = split(date);
  const year = civilMonth < 3 ? civilYear - 1 : civilYear;
  const month = civilMonth < 3 ? civilMonth + 9 : civilMonth - 3;
  const leapDays = quotient(year, 4) - quotient(year, 100) + quotient(year, 400);
  return 365 * year + leapDays + quotient(153 * month + 2, 5) + day;
}

/** 星期: 1 is Monday, 7 is Sunday (ISO 8601), by Zeller's congruence. */
export function weekdayOf(date: LocalDate): number {
  const [civilYear, civilMonth, day] = split(date);
  // The congruence counts January and February as months 13 and 14 of the year before.
  const month = civilMonth < 3 ? civilMonth + 12 : civilMonth;
  const year = civilMonth < 3 ? civilYear - 1 : civilYear;
  const sinceSaturday =
    (day +
      quotient(13 * (month + 1), 5) +
      year +
      quotient(year, 4) -
      quotient(year, 100) +
      quotient(year, 400)) %
    7;
  return ((sinceSaturday + 5) % 7) + 1;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function quotient(value: number, by: number): number {
  return (value - (value % by)) / by;
}

function split(date: LocalDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function write(year: number, month: number, day: number): LocalDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year)}-${two(month)}-${two(day)}` as LocalDate;
}
