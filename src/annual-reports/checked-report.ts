import type { CheckedReport } from '../../projections/checks/check.js';
import { staffCounts } from '../../projections/agency-directory.projection.js';
import { formFigures } from '../../projections/form-figures.js';
import { formOf } from '../../projections/forms/forms.js';
import { tableFour } from '../../projections/table-four.js';
import { tableThree } from '../../projections/table-three.js';
import { countTableTwo, narrativeCounts } from '../../projections/table-two.js';
import { DEFAULT_REPORT_RULES } from '../agencies/domain/report-rules.events.js';
import { yearPeriod, type LocalDate } from '../kernel/local-date.js';
import type { AgencyView } from '../read-models/read-models.js';
import { printedWords } from './printed-words.js';

/**
 * The report of an agency of this ledger as it would be printed now, with all that it is compared
 * with. Table two is counted though it could not be printed: what is wrong with it is for the checks
 * to say.
 */
export function checkedReport(view: AgencyView, year: number, today: LocalDate): CheckedReport {
  const { requests, appeals, documents, counts, agency } = view;
  const tables = {
    two: countTableTwo(documents, counts, yearPeriod(year)),
    three: tableThree(requests, yearPeriod(year), agency.rules),
    four: tableFour(appeals, yearPeriod(year), agency.rules),
  };
  const figures = formFigures(tables, agency.rules);
  const cells = new Map<string, number>(Object.entries(figures));
  const [counters, report] = [narrativeCounts(counts, yearPeriod(year)), view.report(year)];
  const staff = staffCounts(agency, year);
  const { position } = view;
  const annual = { agency, year, figures, counters, staff, report, position, edition: null };
  return {
    agency,
    rules: DEFAULT_REPORT_RULES,
    year,
    form: formOf(year),
    cells,
    words: report.text === null ? null : printedWords(annual).words,
    previous: null,
    ledger: { requests, appeals, documents, counts, counters, figures: cells },
    others: new Map(),
    filing: { submittedOn: report.filed?.on ?? null, publishedOn: null, url: null },
    today,
  };
}
