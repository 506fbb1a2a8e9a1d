import type { Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';

export type DateRefusal = Refusal<
  'request/date-in-future' | 'request/before-receipt' | 'request/out-of-order'
>;

/** What a day of the procedure must not precede. */
export type Before = Readonly<{ receivedOn: LocalDate | null; after?: LocalDate | null }>;

/** A day that was stated: not after today, not before receipt, not before the step it follows. */
export function refuseDate(
  on: LocalDate,
  today: LocalDate,
  basis: string,
  { receivedOn, after = null }: Before,
): DateRefusal | null {
  if (on > today) return { refused: 'request/date-in-future', basis, facts: { on, today } };
  if (receivedOn !== null && on < receivedOn) {
    return {
      refused: 'request/before-receipt',
      basis: '《条例》第31条',
      facts: { on, receivedOn },
    };
  }
  if (after !== null && on < after) {
    return { refused: 'request/out-of-order', basis, facts: { on, after } };
  }
  return null;
}
