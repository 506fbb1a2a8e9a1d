import type { RequestKey } from './domain/request-key.js';

/** One stream per request. EventStoreDB's category is what stands before the first hyphen. */
export function requestStream({ agencyId, number }: RequestKey): string {
  return `request-${agencyId}-${number}`;
}

/** 送签 of one request: a conversation beside it, in which nobody is named. */
export function signOffStream({ agencyId, number }: RequestKey): string {
  return `signoff-${agencyId}-${number}`;
}
