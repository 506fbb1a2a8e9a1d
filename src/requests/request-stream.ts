import type { RequestKey } from './domain/request.events.js';

/** One stream per request. EventStoreDB's category is what stands before the first hyphen. */
export function requestStream({ agencyId, number }: RequestKey): string {
  return `request-${agencyId}-${number}`;
}
