import fc from 'fast-check';
import { DEFAULT_COUNTING_RULES } from '../../src/agencies/domain/agency.events.js';
import {
  lastDayOfMonth,
  nextDay,
  yearPeriod,
  type LocalDate,
  type Period,
  type YearMonth,
} from '../../src/kernel/local-date.js';
import type { LedgerEvent } from '../../src/read-models/recorded-events.js';
import { CHANNELS } from '../../src/requests/domain/request.events.js';
import { CELLS, type Cell } from '../../projections/form-figures.js';
import { periodFigures, type PeriodFigures } from '../../projections/period-figures.js';
import { appealFiled } from '../support/builders/appeals.js';
import { AGENCIES, histories, YEARS } from '../support/builders/histories.js';
import { countReported } from '../support/builders/publications.js';
import { replyDecided, replyServed, requestRegistered } from '../support/builders/requests.js';
import { viewOf } from '../support/builders/views.js';

/** Fees to the 分, so that what is rounded cannot hide a difference. */
const RULES = { ...DEFAULT_COUNTING_RULES, feeDecimals: 6 };

function counted(
  history: readonly LedgerEvent[],
  period: Period,
  agencyId = 'jia',
  today: LocalDate = '2027-12-31',
): PeriodFigures {
  return periodFigures(viewOf(history, agencyId), period, RULES, today);
}

/** What stands as the period begins or ends, and so does not add up. */
const STANDS = /[.](?:carried_in|carried_out|valid|pending)(?:[.]|$)|^table4.*total$/;
const FLOWS = CELLS.filter((cell) => !STANDS.test(cell));
const rowOf = (figures: PeriodFigures['figures'], row: string): readonly number[] =>
  CELLS.filter((cell) => cell.startsWith(`table3.${row}.`)).map((cell) => figures[cell]);

/** Sums as millionths, which are whole. */
function added(parts: readonly PeriodFigures[], cell: Cell): number {
  return parts.reduce((sum, { figures }) => sum + Math.round(figures[cell] * 1_000_000), 0);
}

function expectToAddUp(whole: PeriodFigures, parts: readonly PeriodFigures[]): void {
  for (const cell of FLOWS)
    expect([cell, added(parts, cell)]).toEqual([cell, added([whole], cell)]);
  for (const channel of CHANNELS) {
    const sum = parts.reduce((total, { channels }) => total + channels[channel], 0);
    expect(sum).toBe(whole.channels[channel]);
  }
  const late = parts.flatMap(({ overdue }) => overdue.endedLate).sort();
  expect(late).toEqual(whole.overdue.endedLate);
  const [first, last] = [parts[0]!, parts.at(-1)!];
  expect(rowOf(whole.figures, 'carried_in')).toEqual(rowOf(first.figures, 'carried_in'));
  expect(rowOf(whole.figures, 'carried_out')).toEqual(rowOf(last.figures, 'carried_out'));
  expect(whole.overdue.open).toEqual(last.overdue.open);
  for (const [at, part] of parts.slice(1).entries()) {
    expect(rowOf(part.figures, 'carried_in')).toEqual(rowOf(parts[at]!.figures, 'carried_out'));
  }
  for (const kind of ['regulations', 'normative_documents'] as const) {
    const cell = `table2.${kind}.valid` as const;
    expect(whole.figures[cell]).toBe(last.figures[cell]);
  }
}

const day = fc
  .integer({ min: 0, max: 364 })
  .chain((at) => fc.constantFrom(...YEARS).map((year) => daysAfter(`${year}-01-01`, at)));

function daysAfter(date: string, days: number): LocalDate {
  let on = date as LocalDate;
  for (let left = days; left > 0; left -= 1) on = nextDay(on);
  return on;
}

describe('periodFigures 任意期间的统计', () => {
  it('adds up to the year from its twelve months, each carrying in what the last carried out', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...YEARS), (history, year) => {
        for (const agencyId of AGENCIES) {
          const months = Array.from({ length: 12 }, (_, at) => {
            const month = `${year}-${String(at + 1).padStart(2, '0')}` as YearMonth;
            const period = { from: `${month}-01` as LocalDate, to: lastDayOfMonth(month) };
            return counted(history, period, agencyId);
          });
          expectToAddUp(counted(history, yearPeriod(year), agencyId), months);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('adds up to any period from its two parts, wherever it is split', () => {
    fc.assert(
      fc.property(
        histories,
        fc.uniqueArray(day, { minLength: 3, maxLength: 3 }),
        (history, days) => {
          const [from, split, to] = days.toSorted() as [LocalDate, LocalDate, LocalDate];
          for (const agencyId of AGENCIES) {
            const parts = [
              { from, to: split },
              { from: nextDay(split), to },
            ].map((period) => counted(history, period, agencyId));
            expectToAddUp(counted(history, { from, to }, agencyId), parts);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  const quarter = { from: '2025-01-01', to: '2025-03-31' } as const;
  const due = (number: string, dueOn: LocalDate, receivedOn: LocalDate = '2025-01-06') =>
    requestRegistered({ number, receivedOn, dueOn });

  it('names what ended late, and what is open past its due date as the period ends', () => {
    const history = [
      due('intime', '2025-02-07'),
      replyDecided('granted', '2025-02-06', { number: 'intime' }),
      replyServed('2025-02-07', { number: 'intime' }),
      due('late', '2025-02-07'),
      replyDecided('granted', '2025-02-07', { number: 'late' }),
      replyServed('2025-02-08', { number: 'late' }),
      due('open', '2025-03-30'),
      due('last-day', '2025-03-31'),
      due('after', '2025-02-07'),
      replyDecided('granted', '2025-04-01', { number: 'after' }),
      replyServed('2025-04-01', { number: 'after' }),
    ];
    expect(counted(history, quarter).overdue).toEqual({
      endedLate: ['late'],
      open: ['after', 'open'],
    });
    // A period that still runs is overdue by today, not by its end.
    expect(counted(history, quarter, 'jia', '2025-03-30').overdue.open).toEqual(['after']);
    const next = { from: '2025-04-01', to: '2025-06-30' } as const;
    expect(counted(history, next).overdue).toEqual({
      endedLate: ['after'],
      open: ['last-day', 'open'],
    });
  });

  it('counts what came in by channel, and the days that answers took', () => {
    const history = [
      requestRegistered({ number: '1', channel: 'letter', receivedOn: '2025-01-06' }),
      requestRegistered({ number: '2', channel: 'letter', receivedOn: '2024-12-31' }),
      requestRegistered({ number: '3', channel: 'website', receivedOn: '2025-02-26' }),
      ...['1', '2', '3'].flatMap((number) => [
        replyDecided('granted', '2025-03-01', { number }),
        replyServed('2025-03-01', { number }),
      ]),
    ];
    const { channels, days } = counted(history, quarter);
    expect([channels.letter, channels.website, channels.oral]).toEqual([1, 1, 0]);
    expect(days).toEqual({ median: 54, max: 60 });
    expect(counted(history.slice(0, -2), quarter).days).toEqual({ median: 57, max: 60 });
    expect(counted([], quarter).days).toBeNull();
  });

  it('counts a month where it ends, and a case by where it stands then', () => {
    const history = [
      countReported('2025-01', 'licensing', 7),
      appealFiled({ acceptedOn: '2025-01-20' }),
    ];
    const half = { from: '2025-01-01', to: '2025-01-30' } as const;
    expect(counted(history, half).figures['table2.licensing']).toBe(0);
    const rest = { from: '2025-01-31', to: '2025-01-31' } as const;
    expect(counted(history, rest).figures['table2.licensing']).toBe(7);
    expect(counted(history, rest).figures['table4.review.pending']).toBe(1);
  });
});
