import type { LocalDate } from '../../kernel/local-date.js';
import type { RequestFacts } from './request.facts.js';

/** A request whose receipt is certain, so that its period has a beginning. */
export type Received = RequestFacts & Readonly<{ receivedOn: LocalDate }>;
