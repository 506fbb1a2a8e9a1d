import type { CheckedReport, PrintedCells, ReportWords } from '../../projections/checks/check.js';
import { formOf } from '../../projections/forms/forms.js';
import { lastDayOf, type LocalDate } from '../kernel/local-date.js';
import type { AgencyView } from '../read-models/read-models.js';
import { yearsOf } from './agency-years.js';
import { casesOf } from './cell-cases.js';
import { countedReport } from './counted-report.js';
import { defaultText, nilText } from './default-text.js';
import { FIRST_REPORT_YEAR, REPORT_PARTS } from './domain/annual-report.events.js';
import { printedWords } from './printed-words.js';
import { wordsOf } from './report-text.query.js';

/**
 * The report of an agency of this ledger as it would be printed now, with all that it is compared
 * with. It is made though it could not be printed: what is wrong with it is for the checks to say.
 */
export function checkedReport(view: AgencyView, year: number, today: LocalDate): CheckedReport {
  const { requests, appeals, documents, counts, letters, agency } = view;
  const { filed } = view.report(year);
  const { counters, ...printed } = asCounted(view, year);
  return {
    agency,
    rules: agency.reportRules,
    year,
    ...printed,
    standardText: standardText(view, year),
    previous: lastYearsOf(view, year),
    ledger: {
      ...{ requests, appeals, documents, counts, letters },
      counting: agency.rules,
      counters,
      figures: printed.cells,
      casesOf: (cell) => casesOf(view, year, cell).map(({ id }) => id),
    },
    others: new Map(),
    filing: {
      submittedOn: filed?.on ?? null,
      publishedOn: filed?.publishedOn ?? null,
      url: filed?.url ?? null,
    },
    today,
    rolledUp: null,
  };
}

/**
 * The newest closed edition against what the ledger says now: what was printed once is checked as it
 * was printed. Null while the year was never closed.
 */
export function checkedEdition(
  view: AgencyView,
  year: number,
  today: LocalDate,
): CheckedReport | null {
  const closed = view.report(year).editions.at(-1);
  if (closed === undefined) return null;
  const { agency, figures, words } = closed;
  const now = checkedReport(view, year, today);
  return {
    ...now,
    agency: { ...now.agency, ...agency },
    cells: new Map(Object.entries(figures)),
    words,
  };
}

type Counted = Pick<CheckedReport, 'form' | 'words'> &
  Readonly<{ cells: ReadonlyMap<string, number>; counters: ReadonlyMap<string, number> }>;

/** Cells and words of a year as the ledger stands. */
function asCounted(view: AgencyView, year: number): Counted {
  const counted = countedReport(view, year);
  const { figures, counters, report } = counted;
  return {
    form: formOf(year),
    cells: new Map<string, number>(Object.entries(figures)),
    words: report.text === null ? null : printedWords(counted).words,
    counters,
  };
}

/** 上一年度报告: the newest closed edition, or what the ledger says of a year that it reaches back to. */
function lastYearsOf(view: AgencyView, year: number): CheckedReport['previous'] {
  const before = year - 1;
  if (before < FIRST_REPORT_YEAR) return null;
  const closed = view.report(before).editions.at(-1);
  if (closed !== undefined) {
    const { figures, words } = closed;
    return { form: formOf(before), cells: new Map(Object.entries(figures)), words };
  }
  if (!yearsOf(view).some((known) => known <= before)) return null;
  const { form, cells, words } = asCounted(view, before);
  return { form, cells: withoutUncounted(view, before, cells), words };
}

/**
 * A ledger that was begun this year has requests carried over from the last, and may know nothing of
 * last year's table two: its zeros were printed by nobody.
 */
function withoutUncounted(
  { documents, counts }: AgencyView,
  year: number,
  cells: PrintedCells,
): PrintedCells {
  const end = lastDayOf(year);
  const openings = counts.flatMap(({ opening }) => [...opening.keys()]);
  const knowsDocuments =
    documents.some(({ issuedOn }) => issuedOn <= end) || openings.some((month) => month <= end);
  const knowsCounts = counts.some(({ monthly }) =>
    [...monthly.keys()].some((month) => month.startsWith(String(year))),
  );
  return new Map(
    [...cells].map(([cell, figure]) => {
      if (!cell.startsWith('table2.')) return [cell, figure];
      const ofDocuments = /^table2\.(?:regulations|normative_documents)\./.test(cell);
      return [cell, (ofDocuments ? knowsDocuments : knowsCounts) ? figure : null];
    }),
  );
}

/** The texts of the other agencies of the ledger on the same year, as far as somebody drafted them. */
export function othersOf(
  views: readonly AgencyView[],
  agencyId: string,
  year: number,
): ReadonlyMap<string, ReportWords> {
  const others = views.filter((view) => view.agency.agencyId !== agencyId);
  return new Map(
    others.flatMap((view) => {
      const words = wordsOf(view, year);
      return words === null ? [] : [[view.agency.name, words] as const];
    }),
  );
}

/** What the program writes where nobody wrote anything: no agency's own words. */
function standardText(view: AgencyView, year: number): string {
  const counted = countedReport(view, year);
  const texts = [
    defaultText(year),
    nilText(year, `${String(year + 1)}-01-31` as LocalDate, 'government'),
  ];
  return texts
    .map((text) => printedWords({ ...counted, report: { ...counted.report, text } }).words)
    .flatMap(({ preamble, parts }) => [
      preamble,
      ...REPORT_PARTS.map((_, at) => parts[at]?.text ?? ''),
    ])
    .join('\n');
}
