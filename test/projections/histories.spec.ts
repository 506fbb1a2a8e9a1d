import fc from 'fast-check';
import { annualReportOf } from '../../src/annual-reports/annual-report.js';
import { casesOf } from '../../src/annual-reports/cell-cases.js';
import { BrokenInvariant, type Event } from '../../src/kernel/decider.js';
import type { AgencyView } from '../../src/read-models/read-models.js';
import type { LedgerEvent } from '../../src/read-models/recorded-events.js';
import { agencyDirectory } from '../../projections/agency-directory.projection.js';
import { appealRegister } from '../../projections/appeal-register.projection.js';
import { documentRegister } from '../../projections/document-register.projection.js';
import { wanYuan } from '../../projections/form-figures.js';
import { formOf } from '../../projections/forms/forms.js';
import { monthlyCounts } from '../../projections/monthly-counts.projection.js';
import { project, type Projection } from '../../projections/projection.js';
import { rollUps } from '../../projections/roll-ups.projection.js';
import { signOffs } from '../../projections/sign-offs.projection.js';
import { submissions } from '../../projections/submissions.projection.js';
import { reportDrafts } from '../../projections/report-drafts.projection.js';
import { requestRegister } from '../../projections/request-register.projection.js';
import { tableFour } from '../../projections/table-four.js';
import { tableThree } from '../../projections/table-three.js';
import { tableTwo, type TableTwo } from '../../projections/table-two.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import { AGENCIES, commands, histories, YEARS } from '../support/builders/histories.js';
import { play } from '../support/builders/play.js';
import { viewOf } from '../support/builders/views.js';
import { recountTableFour, recountTableThree, recountTableTwo, type Recount } from './recount.js';

const KINDS = ['natural', 'business', 'research', 'ngo', 'legal', 'other'] as const;

/** Every agency with its own events and what the folds say of it. */
function agenciesOf(
  history: readonly LedgerEvent[],
): readonly Readonly<{ own: readonly LedgerEvent[]; view: AgencyView }>[] {
  return AGENCIES.map((agencyId) => ({
    own: history.filter(({ data }) => data.agencyId === agencyId),
    view: viewOf(history, agencyId),
  }));
}

/** The cells that are not zero, in any order. */
function nonZero(table: Readonly<Record<string, unknown>>): Recount {
  const cells = Object.entries(table).flatMap(([row, value]) =>
    typeof value === 'number'
      ? [[row, value] as const]
      : Object.entries(value as Record<string, number>).map(
          ([column, count]) => [`${row}.${column}`, count] as const,
        ),
  );
  return sorted(new Map(cells));
}

function sorted(recount: Recount): Recount {
  const cells = [...recount].filter(([, count]) => count !== 0);
  return new Map(cells.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

describe('any history that the deciders accept', () => {
  it('has every kind of event in it, so that what follows is not said of nothing', () => {
    const sample = fc.sample(histories, { seed: 2021, numRuns: 400 }).flat();
    const types = [
      ...Object.keys(agencyDirectory.handles),
      ...Object.keys(requestRegister.handles),
      ...Object.keys(appealRegister.handles),
      ...Object.keys(documentRegister.handles),
      ...Object.keys(monthlyCounts.handles),
      ...Object.keys(reportDrafts.handles),
      ...Object.keys(submissions.handles),
      ...Object.keys(rollUps.handles),
      ...Object.keys(signOffs.handles),
    ];
    expect(new Set(sample.map(({ type }) => type))).toStrictEqual(new Set(types));
    expect(types).toHaveLength(77);
  });

  it('is decided without a throw, and every refusal is a code of its slice', () => {
    fc.assert(
      fc.property(commands, (asked) => {
        for (const code of play(asked).refused) {
          expect(code).toMatch(
            /^(?:agency|annual-report|appeal|count|document|request|roll-up|sign-off|submission)\/[a-z-]+$/,
          );
        }
      }),
    );
  });

  it('makes a table three that balances, year upon year, and that a second count confirms', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const { own, view } of agenciesOf(history)) {
          let carriedOut: readonly number[] = [0, 0, 0, 0, 0, 0, 0];
          for (const year of YEARS) {
            const table = tableThree(view.requests, yearPeriod(year));
            expect(nonZero(table)).toStrictEqual(sorted(recountTableThree(own, year)));

            const rows = Object.values(table).map((row) => [
              ...KINDS.map((it) => row[it]),
              row.total,
            ]);
            expect(rows.map((row) => sum(row.slice(0, 6)))).toStrictEqual(
              rows.map((row) => row[6]),
            );
            // The form numbers its 25 rows; row 1 is rows[0].
            const columns = [...carriedOut.keys()].map((at) => rows.map((row) => row[at]!));
            expect(columns.map((r) => r[0]! + r[1]!)).toStrictEqual(
              columns.map((r) => r[23]! + r[24]!),
            );
            expect(columns.map((r) => sum(r.slice(2, 23)))).toStrictEqual(rows[23]);
            expect(rows[1]).toStrictEqual(carriedOut);
            carriedOut = rows[24]!;
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('makes a table four whose groups add up, and that a second count confirms', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const { own, view } of agenciesOf(history)) {
          for (const year of YEARS) {
            const table = tableFour(view.appeals, yearPeriod(year));
            expect(nonZero(table)).toStrictEqual(sorted(recountTableFour(own, year)));
            for (const group of Object.values(table)) {
              const { total, ...results } = group;
              expect(sum(Object.values(results))).toBe(total);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('makes a table two that a second count confirms, or stops for want of a balance', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const { own, view } of agenciesOf(history)) {
          for (const year of YEARS) {
            const recount = recountTableTwo(own, year);
            const build = (): TableTwo => tableTwo(view.documents, view.counts, yearPeriod(year));
            if ([...recount.values()].some((count) => count < 0)) {
              expect(build).toThrow(BrokenInvariant);
            } else {
              expect(nonZero(build())).toStrictEqual(sorted(recount));
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has cases behind every printed number that add up to it', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...YEARS), (history, year) => {
        for (const { own, view } of agenciesOf(history)) {
          fc.pre([...recountTableTwo(own, year).values()].every((count) => count >= 0));
          const { figures } = annualReportOf(view, year, '2026-12-31');
          const { cells } = formOf(year);
          expect(Object.keys(figures)).toStrictEqual([...cells]);
          for (const cell of cells) expect(addedUp(view, year, cell)).toBe(figures[cell]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is folded to the same tables whether it is kept up or folded afresh', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(160), { maxLength: 4 }), (history, splits) => {
        const projections = [
          agencyDirectory,
          requestRegister,
          appealRegister,
          documentRegister,
          monthlyCounts,
          reportDrafts,
        ] as unknown as readonly Projection<unknown, Event>[];
        for (const projection of projections) {
          const own = history.filter(({ type }) => type in projection.handles);
          const ends = [...splits.sort((left, right) => left - right), own.length];
          const kept = new Map<string, unknown>();
          let from = 0;
          for (const end of ends) {
            for (const event of own.slice(from, end)) {
              const key = projection.keyOf(event);
              kept.set(key, projection.evolve(kept.get(key) ?? null, event));
            }
            from = Math.max(from, end);
          }
          expect(kept).toStrictEqual(project(projection, own));
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** Fees are added in 分 and rounded once, as the printed figure is; nothing else has decimals. */
function addedUp(view: AgencyView, year: number, cell: string): number {
  const total = sum(casesOf(view, year, cell).map(({ counts }) => counts));
  if (cell !== 'table2.fees_wan_yuan') return total;
  return wanYuan(Math.round(total * 1_000_000), view.agency.rules.feeDecimals);
}
