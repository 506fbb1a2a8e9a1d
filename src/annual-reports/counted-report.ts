import {
  staffCounts,
  type AgencyRow,
  type StaffCounts,
} from '../../projections/agency-directory.projection.js';
import { figuresOf, type Figures } from '../../projections/forms/figures.js';
import { formOf } from '../../projections/forms/forms.js';
import { requestFigures, type RequestFigures } from '../../projections/request-figures.js';
import { tableFour } from '../../projections/table-four.js';
import { tableThree } from '../../projections/table-three.js';
import { narrativeCounts } from '../../projections/table-two.js';
import { yearPeriod } from '../kernel/local-date.js';
import type { AgencyView } from '../read-models/read-models.js';
import type { Position } from '../ledger/ledger.js';
import type { AnnualReportFacts, ClosedEdition } from './domain/annual-report.events.js';

/** A year of one agency, counted at one place of the ledger or kept as it was closed. */
export type CountedReport = Readonly<{
  agency: AgencyRow;
  year: number;
  /** What the form of the year prints, by cell. */
  figures: Figures;
  /** 叙述性计数 of the year, by name. */
  counters: ReadonlyMap<string, number>;
  staff: StaffCounts;
  /** Channels and fees of the requests. */
  requests: RequestFigures;
  /** The newest draft, the last compilation, the closed editions and the last filing. */
  report: AnnualReportFacts;
  /** The closed edition that this is; null for what the ledger says. */
  edition: ClosedEdition | null;
  position: Position;
}>;

/** What the ledger says of a year, whether or not it could be printed. */
export function countedReport(view: AgencyView, year: number): CountedReport {
  const { agency, requests, appeals, counts, report, position } = view;
  const period = yearPeriod(year);
  const tables = {
    published: view,
    three: tableThree(requests, period, agency.rules),
    four: tableFour(appeals, period, agency.rules),
  };
  return {
    agency,
    year,
    figures: figuresOf(formOf(year), tables, period, agency.rules),
    counters: narrativeCounts(counts, period),
    staff: staffCounts(agency, year),
    requests: requestFigures(requests, period, agency.rules),
    report: report(year),
    edition: null,
    position,
  };
}
