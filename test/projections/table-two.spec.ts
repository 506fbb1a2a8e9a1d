import { BrokenInvariant } from '../../src/kernel/decider.js';
import type { LedgerEvent } from '../../src/read-models/recorded-events.js';
import { monthlyCounts } from '../../projections/monthly-counts.projection.js';
import { project } from '../../projections/projection.js';
import {
  DOCUMENT_FIGURES,
  documentsCounted,
  monthsOf,
  narrativeCounts,
  openingOf,
  tableTwo,
  type TableTwo,
} from '../../projections/table-two.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import {
  countCorrected,
  countReported,
  documentIssued,
  documentRepealed,
  openingStated,
} from '../support/builders/publications.js';
import { viewOf } from '../support/builders/views.js';

const none: TableTwo = {
  regulations: { made: 0, repealed: 0, valid: 0 },
  normative_documents: { made: 0, repealed: 0, valid: 0 },
  licensing: 0,
  punishment: 0,
  coercion: 0,
  fees_fen: 0,
};

function table(year: number, ...events: readonly LedgerEvent[]): TableTwo {
  const { documents, counts } = viewOf(events);
  return tableTwo(documents, counts, yearPeriod(year));
}

/** 本年制发件数、本年废止件数、现行有效件数 of 行政规范性文件, year by year. */
function documents(
  years: readonly number[],
  ...events: readonly LedgerEvent[]
): readonly (readonly number[])[] {
  return years.map((year) => Object.values(table(year, ...events).normative_documents));
}

const issued = (documentNumber: string, issuedOn: '2020-05-06' | '2021-12-31' | '2022-01-01') =>
  documentIssued({ documentNumber, issuedOn });

describe('documents in table two 表二第（一）项', () => {
  it('count as made and repealed in the year of the day, and as valid on 31 December', () => {
    const events = [
      issued('a', '2021-12-31'),
      issued('b', '2022-01-01'),
      documentRepealed('2023-12-31', { documentNumber: 'a' }),
      documentRepealed('2024-01-01', { documentNumber: 'b' }),
    ];
    expect(documents([2020, 2021, 2022, 2023, 2024, 2025], ...events)).toStrictEqual([
      [0, 0, 0],
      [1, 0, 1],
      [1, 0, 2],
      [0, 1, 1],
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });

  it('count in their own row', () => {
    const regulation = documentIssued({ kind: 'regulations' });
    expect(table(2025, regulation)).toStrictEqual({
      ...none,
      regulations: { made: 1, repealed: 0, valid: 1 },
    });
  });

  it('start from the balance stated for the beginning of the year', () => {
    const events = [openingStated('2021-01', 'normative_documents', 10), issued('a', '2021-12-31')];
    expect(documents([2021, 2022], ...events)).toStrictEqual([
      [1, 0, 11],
      [0, 0, 11],
    ]);
  });

  it('are in a balance stated in the middle of the year when they came before it', () => {
    const events = [
      documentIssued({ documentNumber: 'a', issuedOn: '2021-05-31' }),
      openingStated('2021-06', 'normative_documents', 10),
      documentIssued({ documentNumber: 'b', issuedOn: '2021-06-01' }),
    ];
    expect(documents([2020, 2021], ...events)).toStrictEqual([
      [0, 0, 0],
      // Both were made in the year; the balance of 1 June holds the one of 31 May.
      [2, 0, 11],
    ]);
  });

  it('that the balance counted leave it when they are repealed', () => {
    const events = [
      issued('a', '2020-05-06'),
      openingStated('2021-01', 'normative_documents', 10),
      documentRepealed('2021-01-01', { documentNumber: 'a' }),
    ];
    expect(documents([2021, 2022], ...events)).toStrictEqual([
      [0, 1, 9],
      [0, 0, 9],
    ]);
    const counted = (year: number): readonly (readonly number[])[] =>
      DOCUMENT_FIGURES.map((figure) => {
        const { documents: rows, counts } = viewOf(events);
        const kind = 'normative_documents';
        return documentsCounted(rows, counts, { kind, figure }, yearPeriod(year)).map(
          (document) => document.counts,
        );
      });
    expect(counted(2021)).toStrictEqual([[], [1], [-1]]);
    expect(counted(2020)).toStrictEqual([[1], [], [1]]);
  });

  it('that were repealed before the balance are no part of it', () => {
    const events = [
      issued('a', '2020-05-06'),
      documentRepealed('2020-12-31', { documentNumber: 'a' }),
      openingStated('2021-01', 'normative_documents', 10),
    ];
    expect(documents([2020, 2021], ...events)).toStrictEqual([
      [1, 1, 0],
      [0, 0, 10],
    ]);
  });

  it('start anew from a later balance, for the years from then on', () => {
    const events = [
      openingStated('2023-01', 'normative_documents', 3),
      openingStated('2021-01', 'normative_documents', 10),
      openingStated('2023-01', 'regulations', 70),
      issued('a', '2021-12-31'),
    ];
    expect(documents([2020, 2021, 2022, 2023], ...events)).toStrictEqual([
      [0, 0, 0],
      [1, 0, 11],
      [0, 0, 11],
      [0, 0, 3],
    ]);
    const { counts } = viewOf(events);
    expect(openingOf(counts, 'normative_documents', yearPeriod(2022))).toStrictEqual({
      from: '2021-01-01',
      inForce: 10,
    });
    expect(openingOf(counts, 'normative_documents', yearPeriod(2020))).toStrictEqual({
      from: '1900-01-01',
      inForce: 0,
    });
  });

  it('take a balance of December into the year it is in', () => {
    const events = [openingStated('2021-12', 'normative_documents', 4), issued('a', '2021-12-31')];
    expect(documents([2020, 2021], ...events)).toStrictEqual([
      [0, 0, 0],
      [1, 0, 5],
    ]);
  });

  it('stop the report when more were repealed than were ever in force', () => {
    const events = [
      issued('a', '2020-05-06'),
      openingStated('2021-01', 'normative_documents', 0),
      documentRepealed('2021-03-01', { documentNumber: 'a' }),
    ];
    expect(() => table(2021, ...events)).toThrow(BrokenInvariant);
    expect(() => table(2021, ...events)).toThrow(
      '表二：normative_documents valid 不小于零，请核对期初现行有效件数',
    );
  });
});

describe('monthly counts 月度数量台账', () => {
  it('keep one row for each agency and year', () => {
    const reported = countReported('2021-03', 'licensing', 1);
    const rows = project(monthlyCounts, [
      reported,
      countReported('2022-03', 'licensing', 2),
      { ...reported, data: { ...reported.data, agencyId: 'yi' } },
      countReported('2021-04', 'coercion', 3),
      openingStated('2021-01', 'regulations', 7),
    ]);
    expect([...rows.keys()]).toStrictEqual(['["jia","2021"]', '["jia","2022"]', '["yi","2021"]']);
    expect(rows.get('["jia","2021"]')).toStrictEqual({
      agencyId: 'jia',
      monthly: new Map([
        ['2021-03', new Map([['licensing', 1]])],
        ['2021-04', new Map([['coercion', 3]])],
      ]),
      opening: new Map([['2021-01', new Map([['regulations', 7]])]]),
    });
  });
});

describe('monthly counts in table two 表二第（五）（六）（八）项', () => {
  it('add up over the months of the year, each in its own row', () => {
    const events = [
      countReported('2020-12', 'licensing', 1_000),
      countReported('2021-01', 'licensing', 1),
      countReported('2021-12', 'licensing', 2),
      countReported('2022-01', 'licensing', 1_000),
      countReported('2021-03', 'punishment', 4),
      countReported('2021-03', 'coercion', 8),
      countReported('2021-03', 'fees_fen', 16),
      countReported('2021-03', 'narrative:条数', 32),
    ];
    expect(table(2021, ...events)).toStrictEqual({
      ...none,
      licensing: 3,
      punishment: 4,
      coercion: 8,
      fees_fen: 16,
    });
  });

  it('go by the month and not by the day it was told or mended', () => {
    const events = [
      countReported('2021-12', 'licensing', 5, '2021-12-31'),
      countCorrected('2021-12', 'licensing', 5, 7),
      countCorrected('2021-12', 'licensing', 7, 6),
    ];
    expect(table(2021, ...events).licensing).toBe(6);
    expect(table(2025, ...events).licensing).toBe(0);
  });

  it('are listed by month, those that were reported', () => {
    const { counts } = viewOf([
      countReported('2021-11', 'licensing', 2),
      countReported('2021-02', 'licensing', 0),
      countReported('2022-02', 'licensing', 9),
      countReported('2021-03', 'coercion', 9),
    ]);
    expect(monthsOf(counts, 'licensing', yearPeriod(2021))).toStrictEqual([
      { month: '2021-02', quantity: 0 },
      { month: '2021-11', quantity: 2 },
    ]);
  });

  it('that only the text uses are summed under their own names', () => {
    const { counts } = viewOf([
      countReported('2021-01', 'narrative:信息公开条数', 5),
      countReported('2021-12', 'narrative:信息公开条数', 7),
      countReported('2021-12', 'narrative:政策解读', 0),
      countReported('2022-01', 'narrative:信息公开条数', 100),
      countReported('2021-01', 'licensing', 100),
    ]);
    expect([...narrativeCounts(counts, yearPeriod(2021))]).toStrictEqual([
      ['信息公开条数', 12],
      ['政策解读', 0],
    ]);
  });
});
