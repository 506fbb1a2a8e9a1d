import type { Refusal } from '../kernel/decider.js';

/**
 * A lawful "no" at the door of a handler. It is thrown, where deciders return it, because the
 * edges' filters catch exceptions and a returned refusal could be overlooked.
 */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  constructor(
    readonly refusal: Refusal,
    /** The type of the command that was refused, where there was one. */
    readonly command?: string,
  ) {
    super(`${refusal.refused} (${refusal.basis})`);
  }
}
