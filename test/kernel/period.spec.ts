import { periodBetween, periodNamed } from '../../src/kernel/period.js';
import { daysBetween, nextDay, type LocalDate } from '../../src/kernel/local-date.js';

describe('periodNamed 期间', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026Q1', '2026-01-01', '2026-03-31'],
    ['2026q2', '2026-04-01', '2026-06-30'],
    ['2026Q4', '2026-10-01', '2026-12-31'],
    ['2026H1', '2026-01-01', '2026-06-30'],
    ['2026h2', '2026-07-01', '2026-12-31'],
    ['2026-03-05', '2026-03-05', '2026-03-05'],
  ])('reads %s as %s to %s', (text, from, to) => {
    expect(periodNamed(text)).toEqual({ from, to });
  });

  it.each([
    '',
    '26',
    '2026Q5',
    '2026Q0',
    '2026H3',
    '2026-13',
    '2026-02-30',
    '1899',
    '0000Q1',
    '今年',
  ])('reads nothing in “%s”', (text) => {
    expect(periodNamed(text)).toBeNull();
  });

  it('goes from the first day of one to the last day of the other, and never backwards', () => {
    expect(periodBetween('2025H2', '2026-01')).toEqual({ from: '2025-07-01', to: '2026-01-31' });
    expect(periodBetween('2026-03-05', '2026-03-05')).not.toBeNull();
    expect(periodBetween('2026-03-06', '2026-03-05')).toBeNull();
    expect(periodBetween('2026', '明年')).toBeNull();
  });
});

describe('daysBetween', () => {
  it('counts the days that nextDay goes, over leap years and the turn of a century', () => {
    let [day, days]: [LocalDate, number] = ['1899-12-01', 0];
    for (; day < '1904-04-01'; day = nextDay(day), days += 1) {
      expect([day, daysBetween('1899-12-01', day)]).toEqual([day, days]);
    }
    expect(daysBetween('2000-02-28', '2000-03-01')).toBe(2);
    expect(daysBetween('2025-03-01', '2025-02-28')).toBe(-1);
  });
});
