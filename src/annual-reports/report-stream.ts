import type { ReportKey } from './domain/annual-report.events.js';

/** One stream per agency and year. */
export function reportStream({ agencyId, year }: ReportKey): string {
  return `report-${agencyId}-${String(year)}`;
}

/** 报送 of an agency's report on a year. */
export function submissionStream({ agencyId, year }: ReportKey): string {
  return `submission-${agencyId}-${String(year)}`;
}

/** 汇总 of the children of an agency on a year. */
export function rollUpStream({ agencyId, year }: ReportKey): string {
  return `roll-up-${agencyId}-${String(year)}`;
}
