import {
  isLocalDate,
  isYearMonth,
  lastDayOfMonth,
  yearPeriod,
  type LocalDate,
  type Period,
  type YearMonth,
} from './local-date.js';

const PARTS = /^(\d{4})(?:Q([1-4])|H([12]))$/i;

/**
 * 期间 as a person writes it: `2026`, `2026-03`, `2026Q1`, `2026H1`, or one day. Null for anything else.
 */
export function periodNamed(text: string): Period | null {
  if (isLocalDate(text)) return { from: text, to: text };
  if (isYearMonth(text)) return months(text, text);
  if (/^\d{4}$/.test(text)) return isLocalDate(`${text}-01-01`) ? yearPeriod(Number(text)) : null;
  const [, year = '', quarter, half] = PARTS.exec(text) ?? [];
  const length = quarter === undefined ? 6 : 3;
  const last = Number(quarter ?? half) * length;
  const [from, to] = [monthOf(year, last - length + 1), monthOf(year, last)];
  return isYearMonth(from) && isYearMonth(to) ? months(from, to) : null;
}

/** From the first day of one period to the last of another. Null where that is no period. */
export function periodBetween(first: string, last: string): Period | null {
  const [from, to] = [periodNamed(first)?.from, periodNamed(last)?.to];
  return from !== undefined && to !== undefined && from <= to ? { from, to } : null;
}

function months(first: YearMonth, last: YearMonth): Period {
  return { from: `${first}-01` as LocalDate, to: lastDayOfMonth(last) };
}

function monthOf(year: string, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
