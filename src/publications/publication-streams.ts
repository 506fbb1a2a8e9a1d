import type { CountKey } from './domain/count.events.js';
import type { DocumentKey } from './domain/document.events.js';

/** One stream per document. */
export function documentStream({ agencyId, documentNumber }: DocumentKey): string {
  return `document-${agencyId}-${documentNumber}`;
}

/** One stream per agency and calendar year, so that a month is reported once. */
export function countStream({ agencyId, month }: CountKey): string {
  return `counts-${agencyId}-${month.slice(0, 4)}`;
}
