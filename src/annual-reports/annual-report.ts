import type { FormTables } from '../../projections/form-figures.js';
import { tableFour } from '../../projections/table-four.js';
import { tableThree } from '../../projections/table-three.js';
import { tableTwo } from '../../projections/table-two.js';
import { yearPeriod, type LocalDate } from '../kernel/local-date.js';
import type { AgencyView } from '../read-models/read-models.js';
import { checkedReport } from './checked-report.js';
import { countedReport, type CountedReport } from './counted-report.js';
import type { CheckId } from './domain/checks.events.js';
import { openErrorsOf } from './open-errors.js';
import { feesLost, monthsMissing } from './report-warnings.js';

/** 年度报告: all that the ledger says of one agency and one year, as it goes to paper. */
export type AnnualReport = CountedReport &
  Readonly<{
    /** Null for a closed edition, of which the cells alone were kept, and for a sum of reports. */
    tables: FormTables | null;
    /** The checks that find an error in it for which nobody answers; none in what was closed. */
    openErrors: readonly CheckId[];
    /** 汇总: the children whose reports are not in; left out of the report of one agency. */
    missing?: readonly string[];
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
  const counted = countedReport(view, year);
  return {
    ...counted,
    tables,
    openErrors: openErrorsOf(checkedReport(view, year, today), counted.report),
    warnings: [
      ...feesLost(tables.two.fees_fen, counted.figures['table2.fees_wan_yuan'] ?? null),
      ...monthsMissing(view.counts, year, today),
    ],
  };
}
