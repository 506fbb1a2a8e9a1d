import { CommandRefused } from '../ledger/command-refused.js';
import { ACCESS_REFUSALS, SPARING } from './domain/access.refusals.js';

/** A refusal at the door. */
export function refuseAccess(code: keyof typeof ACCESS_REFUSALS): CommandRefused {
  return new CommandRefused(ACCESS_REFUSALS[code]);
}

/** `retryAfter`: seconds. */
export function tooMany(retryAfter: number): CommandRefused {
  const facts = { retryAfter: Math.ceil(retryAfter) };
  return new CommandRefused({ refused: 'access/too-many', basis: SPARING, facts });
}
