import { firstDayOf, lastDayOf, nextDay, weekdayOf } from '../../src/kernel/local-date.js';
import type { LocalDate } from '../../src/kernel/local-date.js';
import type { MonthDay } from '../../src/kernel/working-calendar.js';
import {
  stateCouncilCalendar,
  stateCouncilYears,
} from '../../src/calendar/state-council-calendar.js';
import { copiedYears } from './state-council-table.js';

describe('国务院节假日安排', () => {
  it.each(copiedYears.map((copied) => [copied.year, copied] as const))(
    'is in %i, day by day, what the notice says',
    (year, { off, work }) => {
      const copied = daysOf(year).filter((day) => {
        const monthDay = day.slice(5) as MonthDay;
        return work.includes(monthDay) || (weekdayOf(day) <= 5 && !off.includes(monthDay));
      });
      expect(daysOf(year).filter((day) => stateCouncilCalendar.isWorkingDay(day))).toEqual(copied);
    },
  );

  it.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('has in %i %i working days', (year, total) => {
    const working = daysOf(year).filter((day) => stateCouncilCalendar.isWorkingDay(day));
    expect(working).toHaveLength(total);
    const { workingDaysBetween } = stateCouncilCalendar;
    const afterNewYear = workingDaysBetween(firstDayOf(year), lastDayOf(year));
    // New Year's Day itself is never a working day.
    expect(afterNewYear).toBe(total);
  });

  it('takes days off from Monday to Friday, and gives back Saturdays and Sundays', () => {
    for (const { year, off, work } of stateCouncilYears) {
      expect(off.filter((day) => weekdayOf(`${year}-${day}`) > 5)).toEqual([]);
      expect(work.filter((day) => weekdayOf(`${year}-${day}`) < 6)).toEqual([]);
    }
  });

  it('lists each day once and in order', () => {
    for (const { off, work } of stateCouncilYears) {
      expect(off).toEqual([...new Set(off)].sort());
      expect(work).toEqual([...new Set(work)].sort());
    }
  });

  it('covers the years of its name without a hole, each with its source', () => {
    const years = stateCouncilYears.map(({ year }) => year);
    expect(years).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
    expect(stateCouncilCalendar.edition).toBe('chinese-days-1.5.7:2004-2026');
    expect(stateCouncilCalendar.isAnnounced(2027)).toBe(false);
    for (const { year, notice } of stateCouncilYears) expect(notice).toContain(String(year));
  });

  it('gives 2026 its long holidays: 1/1–3, 2/15–23, 4/4–6, 5/1–5, 6/19–21, 9/25–27, 10/1–7', () => {
    const ranges = [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ] as const;
    const within = (day: LocalDate): boolean =>
      ranges.some(([first, last]) => first <= day && day <= last);
    const offOnWeekdays = daysOf(2026).filter(
      (day) => weekdayOf(day) <= 5 && !stateCouncilCalendar.isWorkingDay(day),
    );
    expect(offOnWeekdays).toEqual(daysOf(2026).filter((day) => weekdayOf(day) <= 5 && within(day)));
  });
});

function daysOf(year: number): LocalDate[] {
  const days = [firstDayOf(year)];
  for (let day = firstDayOf(year); day < lastDayOf(year);) days.push((day = nextDay(day)));
  return days;
}
