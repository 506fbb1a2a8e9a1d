import fc from 'fast-check';
import {
  firstDayOf,
  isLocalDate,
  isYearMonth,
  lastDayOf,
  lastDayOfMonth,
  nextDay,
  weekdayOf,
  yearOf,
} from '../../src/kernel/local-date.js';
import type { LocalDate } from '../../src/kernel/local-date.js';

describe('LocalDate 日期', () => {
  it('agrees with an independent calendar on every day from 1990 to 2040', () => {
    let day: LocalDate = '1990-01-01';
    for (const expected of everyDay(1990, 2040)) {
      expect([day, weekdayOf(day), isLocalDate(day)]).toEqual([
        expected.date,
        expected.weekday,
        true,
      ]);
      day = nextDay(day);
    }
    expect(day).toBe('2041-01-01');
  });

  it.each([
    ['2000-02-28', '2000-02-29'], // A century that divides by 400 is a leap year,
    ['1900-02-28', '1900-03-01'], // any other is not.
    ['2024-02-28', '2024-02-29'],
    ['2024-02-29', '2024-03-01'],
    ['2026-02-28', '2026-03-01'],
    ['2025-12-31', '2026-01-01'],
    ['2026-04-30', '2026-05-01'],
  ] as const)('lets %s be followed by %s', (day, following) => {
    expect(nextDay(day)).toBe(following);
  });

  it.each([
    ['1949-10-01', 6],
    ['2000-02-29', 2],
    ['2019-05-15', 3],
    ['2022-09-30', 5],
    ['2024-02-29', 4],
    ['2026-01-31', 6],
    ['2026-02-01', 7],
    ['2026-02-16', 1],
  ] as const)('knows the weekday of %s: %i', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '1899-12-31',
    '3000-01-01',
    '2024-1-1',
    '20240101',
    '2024-01-01 ',
    '2024-01-01T00:00:00Z',
    '',
    20240101,
    null,
    undefined,
    ['2024-01-01'],
  ])('does not take %p for a date', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it.each(['1900-01-01', '2999-12-31', '2024-02-29'])('takes %s for a date', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it('is ordered by plain comparison', () => {
    fc.assert(
      fc.property(anyDate(), anyDate(), (left, right) => {
        expect(left < right).toBe(Date.parse(left) < Date.parse(right));
      }),
    );
  });

  it('knows the bounds of a year and of a month', () => {
    expect([yearOf('2026-07-01'), firstDayOf(2026), lastDayOf(2026)]).toEqual([
      2026,
      '2026-01-01',
      '2026-12-31',
    ]);
    expect((['2024-02', '2026-02', '2026-11', '2026-12'] as const).map(lastDayOfMonth)).toEqual([
      '2024-02-29',
      '2026-02-28',
      '2026-11-30',
      '2026-12-31',
    ]);
  });

  it.each([
    ['2026-01', true],
    ['2026-12', true],
    ['2026-13', false],
    ['2026-00', false],
    ['2026-1', false],
    ['2026-01-01', false],
    [202601, false],
  ])('weighs %p as a month: %p', (text, holds) => {
    expect(isYearMonth(text)).toBe(holds);
  });
});

function anyDate(): fc.Arbitrary<LocalDate> {
  return fc
    .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((instant) => instant.toISOString().slice(0, 10) as LocalDate);
}

function* everyDay(
  firstYear: number,
  lastYear: number,
): Generator<Readonly<{ date: string; weekday: number }>> {
  const millisecondsPerDay = 86_400_000;
  const end = Date.UTC(lastYear + 1, 0, 1);
  for (let at = Date.UTC(firstYear, 0, 1); at < end; at += millisecondsPerDay) {
    const instant = new Date(at);
    yield { date: instant.toISOString().slice(0, 10), weekday: instant.getUTCDay() || 7 };
  }
}
