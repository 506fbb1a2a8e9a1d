import { staffCounts } from '../../projections/agency-directory.projection.js';
import { formFigures } from '../../projections/form-figures.js';
import { tableFour } from '../../projections/table-four.js';
import { tableThree } from '../../projections/table-three.js';
import { countTableTwo, narrativeCounts } from '../../projections/table-two.js';
import { yearPeriod } from '../kernel/local-date.js';
import type { AgencyView } from '../read-models/read-models.js';
import type { AnnualReport } from './annual-report.js';

/** What the ledger says of a year, whether or not it could be printed. */
export function countedReport(
  { agency, requests, appeals, documents, counts, report, position }: AgencyView,
  year: number,
): Omit<AnnualReport, 'tables' | 'warnings'> {
  const period = yearPeriod(year);
  const tables = {
    two: countTableTwo(documents, counts, period),
    three: tableThree(requests, period, agency.rules),
    four: tableFour(appeals, period, agency.rules),
  };
  return {
    agency,
    year,
    figures: formFigures(tables, agency.rules),
    counters: narrativeCounts(counts, period),
    staff: staffCounts(agency, year),
    report: report(year),
    edition: null,
    position,
  };
}
