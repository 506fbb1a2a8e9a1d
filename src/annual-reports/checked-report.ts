import type { CheckedReport } from '../../projections/checks/check.js';
import { formOf } from '../../projections/forms/forms.js';
import { DEFAULT_REPORT_RULES } from '../agencies/domain/report-rules.events.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { AgencyView } from '../read-models/read-models.js';
import { countedReport } from './counted-report.js';
import { printedWords } from './printed-words.js';

/**
 * The report of an agency of this ledger as it would be printed now, with all that it is compared
 * with. Table two is counted though it could not be printed: what is wrong with it is for the checks
 * to say.
 */
export function checkedReport(view: AgencyView, year: number, today: LocalDate): CheckedReport {
  const { requests, appeals, documents, counts, agency } = view;
  const counted = countedReport(view, year);
  const { figures, counters, report } = counted;
  const cells = new Map<string, number>(Object.entries(figures));
  return {
    agency,
    rules: DEFAULT_REPORT_RULES,
    year,
    form: formOf(year),
    cells,
    words: report.text === null ? null : printedWords(counted).words,
    previous: null,
    ledger: { requests, appeals, documents, counts, counters, figures: cells },
    others: new Map(),
    filing: { submittedOn: report.filed?.on ?? null, publishedOn: null, url: null },
    today,
  };
}
