import type { ReportKey } from './domain/annual-report.events.js';

/** One stream per agency and year. */
export function reportStream({ agencyId, year }: ReportKey): string {
  return `report-${agencyId}-${String(year)}`;
}
