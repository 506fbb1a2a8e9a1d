import type { AppealEvent } from '../../src/appeals/domain/appeal.events.js';
import { BrokenInvariant } from '../../src/kernel/decider.js';
import { appealRegister, type AppealRow } from '../../projections/appeal-register.projection.js';
import { project } from '../../projections/projection.js';
import {
  assertTableFour,
  resultCounting,
  tableFour,
  tableFourCells,
  type TableFour,
} from '../../projections/table-four.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import { appealConcluded, appealEntryCorrected, appealFiled } from '../support/builders/appeals.js';

function row(...events: readonly AppealEvent[]): AppealRow {
  const [only] = project(appealRegister, events).values();
  return only!;
}

const none = { upheld: 0, corrected: 0, other: 0, pending: 0, total: 0 };

describe('appeal register 复议诉讼台账', () => {
  it('keeps one row for each case of each agency', () => {
    const rows = project(appealRegister, [
      appealFiled(),
      appealFiled({ agencyId: 'yi', kind: 'litigation_direct', requestNumbers: [] }),
      appealConcluded('other', '2025-04-30'),
    ]);
    expect([...rows]).toStrictEqual([
      [
        '["jia","（2025）1号"]',
        {
          agencyId: 'jia',
          caseNumber: '（2025）1号',
          kind: 'review',
          role: null,
          requestNumbers: ['2025-0042'],
          filedOn: '2025-03-03',
          concluded: { on: '2025-04-30', outcome: 'other' },
          voidedOn: null,
        },
      ],
      [
        '["yi","（2025）1号"]',
        {
          agencyId: 'yi',
          caseNumber: '（2025）1号',
          kind: 'litigation_direct',
          role: null,
          requestNumbers: [],
          voidedOn: null,
          filedOn: '2025-03-03',
          concluded: null,
        },
      ],
    ]);
  });
});

describe('table four 表四', () => {
  it('counts a case pending again as nothing where the agency chose the year of filing alone', () => {
    const slow = row(
      appealFiled({ acceptedOn: '2022-12-31' }),
      appealConcluded('upheld', '2025-01-01'),
    );
    const results = [2021, 2022, 2023, 2024, 2025].map((year) =>
      resultCounting(slow, yearPeriod(year), { pendingAppeals: 'first' }),
    );
    expect(results).toStrictEqual([null, 'pending', null, null, 'upheld']);
    const first = { pendingAppeals: 'first' } as const;
    expect(tableFourCells(slow, yearPeriod(2023), first)).toStrictEqual([]);
    expect(tableFour([slow], yearPeriod(2023), first).review).toStrictEqual(none);
    expect(tableFour([slow], yearPeriod(2023)).review).toStrictEqual({
      ...none,
      pending: 1,
      total: 1,
    });
  });

  it('counts a case pending over two New Years as 尚未审结 twice, then by its result', () => {
    const slow = row(
      appealFiled({ acceptedOn: '2022-12-31' }),
      appealConcluded('corrected', '2024-01-01'),
    );
    const results = [2021, 2022, 2023, 2024, 2025].map((year) =>
      resultCounting(slow, yearPeriod(year)),
    );
    expect(results).toStrictEqual([null, 'pending', 'pending', 'corrected', null]);
  });

  it('counts no case in which the agency was sued as the 复议机关 beside the agency of the act', () => {
    const sued = appealFiled({ kind: 'litigation_after_review', role: 'review-organ' });
    expect(tableFourCells(row(sued), yearPeriod(2025))).toStrictEqual([]);
    const beside = appealFiled({ kind: 'litigation_after_review', role: 'co-defendant' });
    expect(tableFourCells(row(beside), yearPeriod(2025))).toStrictEqual([
      'table4.litigation_after_review.pending',
      'table4.litigation_after_review.total',
    ]);
    const mended = appealEntryCorrected({ role: 'review-organ' });
    expect(tableFourCells(row(appealFiled(), mended), yearPeriod(2025))).toStrictEqual([]);
  });

  it('counts a case that ended in the year it came by its result, on 31 December too', () => {
    const quick = row(
      appealFiled({ acceptedOn: '2025-01-01' }),
      appealConcluded('upheld', '2025-12-31'),
    );
    const results = [2024, 2025, 2026].map((year) => resultCounting(quick, yearPeriod(year)));
    expect(results).toStrictEqual([null, 'upheld', null]);
  });

  it('counts each case once in its group and once in the total of the group', () => {
    const cases = [
      row(appealFiled({ caseNumber: '1' })),
      row(
        appealFiled({ caseNumber: '2' }),
        appealConcluded('upheld', '2025-04-30', { caseNumber: '2' }),
      ),
      row(appealFiled({ caseNumber: '3', kind: 'litigation_after_review' })),
      row(appealFiled({ caseNumber: '4', acceptedOn: '2026-01-01' })),
    ];
    expect(tableFour(cases, yearPeriod(2025))).toStrictEqual({
      review: { ...none, upheld: 1, pending: 1, total: 2 },
      litigation_direct: none,
      litigation_after_review: { ...none, pending: 1, total: 1 },
    });
  });

  it('names every cell that counts a case', () => {
    const pending = row(appealFiled({ kind: 'litigation_direct' }));
    expect(tableFourCells(pending, yearPeriod(2025))).toStrictEqual([
      'table4.litigation_direct.pending',
      'table4.litigation_direct.total',
    ]);
    expect(tableFourCells(pending, yearPeriod(2024))).toStrictEqual([]);
  });

  it.each(['review', 'litigation_direct', 'litigation_after_review'] as const)(
    'is stopped when the four results of %s do not add up',
    (kind) => {
      const balanced = tableFour([], yearPeriod(2025));
      expect(() => assertTableFour(balanced)).not.toThrow();
      for (const result of Object.keys(none)) {
        const table = { ...balanced, [kind]: { ...none, [result]: 1 } } as TableFour;
        expect(() => assertTableFour(table)).toThrow(BrokenInvariant);
      }
    },
  );
});
