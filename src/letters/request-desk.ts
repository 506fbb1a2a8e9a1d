import type { JsonObject } from '../kernel/decider.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { CommandMeta } from '../ledger/decide-and-append.js';
import type { RequestFacts } from '../requests/domain/request.facts.js';

type RequestKey = Readonly<{ agencyId: string; number: string }>;

/** A request with what its events say of persons. */
export type OpenedRequest = Readonly<{
  stream: string;
  facts: RequestFacts;
  history: readonly Readonly<{ type: string; data: JsonObject; said: JsonObject }>[];
}>;

/** Who looks at personal data, and what for. */
export type Viewing = Readonly<{ by: string; purpose: string }>;

/** What letters need of the slice that keeps the requests. Throws its refusals. */
export interface RequestDesk {
  facts(key: RequestKey): Promise<RequestFacts>;
  open(key: RequestKey): Promise<OpenedRequest>;
  view(
    key: RequestKey,
    viewing: Viewing & Readonly<{ today: LocalDate }>,
    meta: CommandMeta,
  ): Promise<void>;
  refuseNamed(key: RequestKey, text: string): Promise<void>;
}

export const REQUEST_DESK = Symbol('REQUEST_DESK');
