import type { RequestKey } from './domain/request.events.js';

/** How the name of every request's stream begins. */
export const REQUEST_STREAMS = 'request-';

/** One stream per request. EventStoreDB's category is what stands before the first hyphen. */
export function requestStream({ agencyId, number }: RequestKey): string {
  return `${REQUEST_STREAMS}${agencyId}-${number}`;
}
