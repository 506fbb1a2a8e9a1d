import type { AppealKey } from './domain/appeal.events.js';

/** One stream per case. */
export function appealStream({ agencyId, caseNumber }: AppealKey): string {
  return `appeal-${agencyId}-${caseNumber}`;
}
