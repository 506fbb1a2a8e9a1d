import type { Event } from '../../kernel/decider.js';

/**
 * 按证件号码查找: somebody asked which requests a person made; `occurredOn` is that day. Neither the
 * number nor the requests are named: together they would say of them for ever that one person made
 * them.
 */
export type PersonSearched = Event<
  'PersonSearched',
  {
    agencyId: string;
    by: string;
    purpose: string;
    /** How many requests were found. */
    found: number;
  }
>;
