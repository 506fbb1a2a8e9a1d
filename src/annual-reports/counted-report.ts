import { staffCounts } from '../../projections/agency-directory.projection.js';
import { figuresOf } from '../../projections/forms/figures.js';
import { formOf } from '../../projections/forms/forms.js';
import { tableFour } from '../../projections/table-four.js';
import { tableThree } from '../../projections/table-three.js';
import { narrativeCounts } from '../../projections/table-two.js';
import { yearPeriod } from '../kernel/local-date.js';
import type { AgencyView } from '../read-models/read-models.js';
import type { AnnualReport } from './annual-report.js';

/** What the ledger says of a year, whether or not it could be printed. */
export function countedReport(
  view: AgencyView,
  year: number,
): Omit<AnnualReport, 'tables' | 'warnings'> {
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
    report: report(year),
    edition: null,
    position,
  };
}
