import fc from 'fast-check';
import { BrokenInvariant } from '../../src/kernel/decider.js';
import { nextDay, weekdayOf } from '../../src/kernel/local-date.js';
import type { LocalDate } from '../../src/kernel/local-date.js';
import { stateCouncilCalendar } from '../../src/calendar/state-council-calendar.js';
import { workingCalendar } from '../../src/kernel/working-calendar.js';
import type { CalendarYear, CountedDay } from '../../src/kernel/working-calendar.js';
import { mondayToFriday } from '../support/calendar.js';

describe('workingDayAfter 工作日期限', () => {
  it.each([
    ['2019-09-27', 20, '2019-10-30'], // Sun 09-29 and Sat 10-12 work.
    ['2020-01-20', 20, '2020-02-25'], // The Spring Festival that was extended.
    ['2021-09-30', 20, '2021-11-03'], // Sat 10-09 works.
    ['2021-12-20', 20, '2022-01-18'], // Over the year's end (《条例》第26条).
    ['2024-09-13', 20, '2024-10-17'], // 09-14, 09-29 and 10-12 work.
    ['2025-09-26', 7, '2025-10-13'], // 补正告知.
    ['2025-09-26', 20, '2025-10-30'],
    ['2025-10-30', 20, '2025-11-27'], // The extension of the line above.
    ['2025-12-31', 20, '2026-01-29'], // Sun 2026-01-04 works.
    ['2026-02-13', 7, '2026-03-02'], // 补正告知 over Spring Festival.
    ['2026-02-13', 20, '2026-03-19'], // Sat 02-14 and Sat 02-28 work.
    ['2026-02-16', 20, '2026-03-20'], // Received on a day off: the receipt date stays.
    ['2026-04-30', 20, '2026-06-01'], // 缴费期限.
    ['2026-04-27', 15, '2026-05-20'], // 征求第三方意见.
  ] as const)('of %s and %i working days is %s', (start, count, last) => {
    expect(day(stateCouncilCalendar.workingDayAfter(start, count))).toBe(last);
  });

  it('agrees with the court on a request signed for on Friday 2022-09-30 (连云港)', () => {
    // Oct 1–7 are off; Sat Oct 8 and Sun Oct 9 count.
    expect(day(stateCouncilCalendar.workingDayAfter('2022-09-30', 20))).toBe('2022-11-02');
  });

  it('agrees with the court on an e-mail of Sunday 2017-06-18 (史书明)', () => {
    // No weekday was off between the two dates. The court took Monday for the day of receipt.
    const calendar = workingCalendar([plain(2017)], 'summer of 2017');
    expect(day(calendar.workingDayAfter('2017-06-18', 15))).toBe('2017-07-07');
    expect(day(calendar.workingDayAfter('2017-06-19', 15))).toBe('2017-07-10');
  });

  it('leaves out the day of receipt, where a party counted it (潢川县)', () => {
    expect(day(stateCouncilCalendar.workingDayAfter('2025-02-20', 20))).toBe('2025-03-20');
  });

  it('agrees with guiding case 26 on a submission of 2011-06-01 (指导案例26号)', () => {
    // Mon 2011-06-06 was 端午.
    const calendar = workingCalendar([{ ...plain(2011), off: ['06-06'] }], 'June of 2011');
    expect(day(calendar.workingDayAfter('2011-06-01', 15))).toBe('2011-06-23');
  });

  it('counts from the extended date when it is extended', () => {
    const { workingDayAfter } = stateCouncilCalendar;
    expect(day(workingDayAfter(day(workingDayAfter('2025-09-26', 20)), 20))).toBe('2025-11-27');
  });

  it('counts 29 February like any other Thursday', () => {
    expect(day(stateCouncilCalendar.workingDayAfter('2024-02-28', 1))).toBe('2024-02-29');
    expect(day(stateCouncilCalendar.workingDayAfter('2024-02-28', 2))).toBe('2024-03-01');
  });

  it.each([0, -1, 1.5, NaN])('has no period of %p days', (count) => {
    expect(() => mondayToFriday.workingDayAfter('2026-01-05', count)).toThrow(BrokenInvariant);
  });

  it('is additive: a days and then b days are a + b days', () => {
    fc.assert(
      fc.property(loadedDate(), days(), days(), (start, a, b) => {
        const { on: after } = stateCouncilCalendar.workingDayAfter(start, a);
        expect(stateCouncilCalendar.workingDayAfter(after, b).on).toBe(
          stateCouncilCalendar.workingDayAfter(start, a + b).on,
        );
      }),
    );
  });

  it('lands on a working day, as many working days away as were asked for', () => {
    fc.assert(
      fc.property(loadedDate(), days(), (start, count) => {
        const { on: last } = stateCouncilCalendar.workingDayAfter(start, count);
        expect(stateCouncilCalendar.isWorkingDay(last)).toBe(true);
        expect(stateCouncilCalendar.workingDaysBetween(start, last)).toBe(count);
      }),
    );
  });

  it('is the weekday five days on when nothing is off', () => {
    fc.assert(
      fc.property(loadedDate(), (start) => {
        const { on: last } = mondayToFriday.workingDayAfter(start, 5);
        expect(weekdayOf(last)).toBe(weekdayOf(start) <= 5 ? weekdayOf(start) : 5);
      }),
    );
  });
});

describe('workingDaysBetween 期限中止', () => {
  it('excludes the ten working days of a consultation, and moves the due date on by them', () => {
    const { workingDayAfter, workingDaysBetween } = stateCouncilCalendar;
    expect(day(workingDayAfter('2026-03-02', 20))).toBe('2026-03-30');
    expect(workingDaysBetween('2026-03-10', '2026-03-24')).toBe(10);
    expect(day(workingDayAfter('2026-03-30', 10))).toBe('2026-04-14'); // Mon 2026-04-06 is off.
    expect(day(workingDayAfter('2026-03-10', 15))).toBe('2026-03-31'); // The third party's own period.
  });

  it('counts the last day and not the first', () => {
    // Mon 2026-01-05 to Tue 2026-01-06.
    expect(stateCouncilCalendar.workingDaysBetween('2026-01-05', '2026-01-06')).toBe(1);
    expect(stateCouncilCalendar.workingDaysBetween('2026-01-05', '2026-01-05')).toBe(0);
    expect(stateCouncilCalendar.workingDaysBetween('2026-01-06', '2026-01-05')).toBe(0);
  });

  it('agrees with a count day by day', () => {
    fc.assert(
      fc.property(loadedDate(), loadedDate(), (after, upTo) => {
        let counted = 0;
        for (let day = after; day < upTo;) {
          day = nextDay(day);
          if (stateCouncilCalendar.isWorkingDay(day)) counted += 1;
        }
        expect(stateCouncilCalendar.workingDaysBetween(after, upTo)).toBe(counted);
      }),
      { numRuns: 30 },
    );
  });
});

describe('待节假日安排公布', () => {
  it.each([
    ['2003-12-28', 20, true],
    ['2003-12-30', 1, true],
    ['2003-12-31', 1, false], // 2003-12-31 itself need not be judged.
    ['2026-12-30', 1, false], // Thu 2026-12-31 is the last working day that is known.
    ['2026-12-20', 20, true],
    ['2026-12-31', 1, true],
    ['2027-03-01', 20, true],
  ] as const)('is said of %s and %i working days: %p', (start, count, provisional) => {
    expect(stateCouncilCalendar.workingDayAfter(start, count)).toMatchObject({ provisional });
  });

  it('counts Monday to Friday meanwhile', () => {
    // Sun 2026-12-20: nine working days of 2026, and eleven from Fri 2027-01-01.
    expect(day(stateCouncilCalendar.workingDayAfter('2026-12-20', 20))).toBe('2027-01-15');
    expect(stateCouncilCalendar.isWorkingDay('2027-01-04')).toBe(true);
    expect(stateCouncilCalendar.isWorkingDay('2027-01-03')).toBe(false);
    expect(stateCouncilCalendar.isAnnounced(2026)).toBe(true);
    expect(stateCouncilCalendar.isAnnounced(2027)).toBe(false);
  });

  it('notices a year that is missing in the middle', () => {
    const calendar = workingCalendar([plain(2019), plain(2021)], 'without 2020');
    expect(calendar.workingDayAfter('2019-12-31', 1).provisional).toBe(true);
    expect(calendar.workingDayAfter('2019-12-30', 300).provisional).toBe(true);
    expect(calendar.workingDayAfter('2019-12-30', 1).provisional).toBe(false);
  });
});

describe('noticeOf 依据的通知', () => {
  it('names the notice for a day off and for a day made up for, and none for any other', () => {
    expect(stateCouncilCalendar.noticeOf('2026-02-16')).toContain('2026');
    expect(stateCouncilCalendar.noticeOf('2026-02-28')).toContain('2026');
    expect(stateCouncilCalendar.noticeOf('2026-03-02')).toBeNull();
  });
});

describe('workingCalendar 节假日安排', () => {
  it('carries the name of its edition', () => {
    expect(workingCalendar([], 'county-2026').edition).toBe('county-2026');
  });

  it.each([
    ['a day off that is a Saturday', { ...plain(2026), off: ['10-03'] }],
    ['a working day that is a Friday', { ...plain(2026), work: ['10-09'] }],
    ['a day that does not exist', { ...plain(2026), off: ['02-30'] }],
    ['a day in the wrong form', { ...plain(2026), off: ['2-3'] }],
  ] satisfies [string, CalendarYear][])('stops on %s', (_, year) => {
    expect(() => workingCalendar([year], 'misprinted')).toThrow(BrokenInvariant);
  });

  it('stops on a year that is given twice', () => {
    expect(() => workingCalendar([plain(2026), plain(2026)], 'doubled')).toThrow(BrokenInvariant);
  });
});

function plain(year: number): CalendarYear {
  return { year, notice: 'facts of the case', off: [], work: [] };
}

function day({ on }: CountedDay): LocalDate {
  return on;
}

function days(): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: 60 });
}

function loadedDate(): fc.Arbitrary<LocalDate> {
  return fc
    .date({ min: new Date('2019-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((instant) => instant.toISOString().slice(0, 10) as LocalDate);
}
