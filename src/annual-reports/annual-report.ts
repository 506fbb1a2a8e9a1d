import {
  staffCounts,
  type AgencyRow,
  type StaffCounts,
} from '../../projections/agency-directory.projection.js';
import type { FormTables } from '../../projections/form-figures.js';
import { figuresOf, type Figures } from '../../projections/forms/figures.js';
import { formOf } from '../../projections/forms/forms.js';
import { tableFour } from '../../projections/table-four.js';
import { tableThree } from '../../projections/table-three.js';
import { narrativeCounts, tableTwo } from '../../projections/table-two.js';
import { yearPeriod, type LocalDate } from '../kernel/local-date.js';
import type { Position } from '../ledger/ledger.js';
import type { AgencyView } from '../read-models/read-models.js';
import type { AnnualReportFacts, ClosedEdition } from './domain/annual-report.events.js';
import { feesLost, monthsMissing } from './report-warnings.js';

/** 年度报告: all that the ledger says of one agency and one year, at one place of the ledger. */
export type AnnualReport = Readonly<{
  agency: AgencyRow;
  year: number;
  /** Null for a closed edition, of which the cells alone were kept. */
  tables: FormTables | null;
  /** What the form of the year prints, by cell. */
  figures: Figures;
  /** 叙述性计数 of the year, by name. */
  counters: ReadonlyMap<string, number>;
  staff: StaffCounts;
  /** The newest draft, the last compilation, the closed editions and the last filing. */
  report: AnnualReportFacts;
  /** The closed edition that this is; null for what the ledger says. */
  edition: ClosedEdition | null;
  position: Position;
  /** What the figures do not show and the reader should know, as Chinese sentences. */
  warnings: readonly string[];
}>;

/**
 * Builds the three tables from the cases. Throws when an identity of the form does not hold.
 * `today` changes no figure: it says which months can have been reported.
 */
export function annualReportOf(view: AgencyView, year: number, today: LocalDate): AnnualReport {
  const period = yearPeriod(year);
  const tables: FormTables = {
    two: tableTwo(view.documents, view.counts, period),
    three: tableThree(view.requests, period, view.agency.rules),
    four: tableFour(view.appeals, period, view.agency.rules),
  };
  const figures = figuresOf(
    formOf(year),
    { published: view, ...tables },
    period,
    view.agency.rules,
  );
  return {
    agency: view.agency,
    year,
    tables,
    figures,
    counters: narrativeCounts(view.counts, period),
    staff: staffCounts(view.agency, year),
    report: view.report(year),
    edition: null,
    position: view.position,
    warnings: [
      ...feesLost(tables.two.fees_fen, figures['table2.fees_wan_yuan'] ?? null),
      ...monthsMissing(view.counts, year, today),
    ],
  };
}
