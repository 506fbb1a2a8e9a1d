import type { RequestKey } from './domain/request-key.js';

/** One stream per request. EventStoreDB's category is what stands before the first hyphen. */
export function requestStream({ agencyId, number }: RequestKey): string {
  return `request-${agencyId}-${number}`;
}
