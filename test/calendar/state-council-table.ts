import type { CalendarYear, MonthDay } from '../../src/kernel/working-calendar.js';

/**
 * 国务院节假日安排 2019–2026, copied by hand: 2026 from the notice as Xinhua carried it, the earlier years
 * from published tables of the notices of their time, later adjustments included. What the ledger
 * counts by is compared with it day by day.
 */
export const copiedYears: readonly CalendarYear[] = [
  {
    year: 2019,
    notice: '国务院办公厅2019年节假日安排',
    off: days(
      '01-01 02-04 02-05 02-06 02-07 02-08 04-05 05-01 05-02 05-03 06-07 09-13',
      '10-01 10-02 10-03 10-04 10-07',
    ),
    work: days('02-02 02-03 04-28 05-05 09-29 10-12'),
  },
  {
    // With the emergency extension of Spring Festival to 2 February: the make-up day 02-01 was
    // cancelled.
    year: 2020,
    notice: '国务院办公厅2020年节假日安排',
    off: days(
      '01-01 01-24 01-27 01-28 01-29 01-30 01-31 04-06 05-01 05-04 05-05 06-25 06-26',
      '10-01 10-02 10-05 10-06 10-07 10-08',
    ),
    work: days('01-19 04-26 05-09 06-28 09-27 10-10'),
  },
  {
    year: 2021,
    notice: '国务院办公厅2021年节假日安排',
    off: days(
      '01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05 06-14 09-20 09-21',
      '10-01 10-04 10-05 10-06 10-07',
    ),
    work: days('02-07 02-20 04-25 05-08 09-18 09-26 10-09'),
  },
  {
    year: 2022,
    notice: '国务院办公厅2022年节假日安排',
    off: days(
      '01-03 01-31 02-01 02-02 02-03 02-04 04-04 04-05 05-02 05-03 05-04 06-03 09-12',
      '10-03 10-04 10-05 10-06 10-07',
    ),
    work: days('01-29 01-30 04-02 04-24 05-07 10-08 10-09'),
  },
  {
    year: 2023,
    notice: '国务院办公厅2023年节假日安排',
    off: days(
      '01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29',
      '10-02 10-03 10-04 10-05 10-06',
    ),
    work: days('01-28 01-29 04-23 05-06 06-25 10-07 10-08'),
  },
  {
    year: 2024,
    notice: '国务院办公厅2024年节假日安排',
    off: days(
      '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17',
      '10-01 10-02 10-03 10-04 10-07',
    ),
    work: days('02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'),
  },
  {
    year: 2025,
    notice: '国务院办公厅2025年节假日安排',
    off: days(
      '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02',
      '10-01 10-02 10-03 10-06 10-07 10-08',
    ),
    work: days('01-26 02-08 04-27 09-28 10-11'),
  },
  {
    year: 2026,
    notice: '国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）',
    off: days(
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25',
      '10-01 10-02 10-05 10-06 10-07',
    ),
    work: days('01-04 02-14 02-28 05-09 09-20 10-10'),
  },
];

/** Lets the lists stand as the notices are read aloud, a line of days at a time. */
function days(...lines: readonly string[]): readonly MonthDay[] {
  return lines.flatMap((line) => line.split(' ')) as MonthDay[];
}
