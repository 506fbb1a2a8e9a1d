import type { CheckedReport, PrintedCell } from '../../../projections/checks/check.js';
import { formOf } from '../../../projections/forms/forms.js';
import { DEFAULT_REPORT_RULES } from '../../../src/agencies/domain/report-rules.events.js';

/** Every cell of the form of that year with a zero in it. */
export function nilCells(year = 2025): Map<string, PrintedCell> {
  return new Map(formOf(year).cells.map((cell) => [cell, 0]));
}

/** A report that no check has anything to say of, but for what is named. */
export function checkedReport(named: Partial<CheckedReport> = {}): CheckedReport {
  const { year = 2025 } = named;
  return {
    agency: { name: '甲市乙局', shortName: '乙局', level: 'department' },
    rules: DEFAULT_REPORT_RULES,
    year,
    form: formOf(year),
    cells: nilCells(year),
    words: null,
    previous: null,
    ledger: null,
    others: new Map(),
    filing: { submittedOn: null, publishedOn: null, url: null },
    today: '2026-01-20',
    ...named,
  };
}
