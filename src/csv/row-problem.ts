import type { Refusal } from '../kernel/decider.js';

/** Why a row was not taken in: where, what, and which rule. */
export type RowProblem = Readonly<{
  line: number;
  /** The heading at fault. */
  column: string;
  /**
   * What was read but may not be: a decider's refusal. What could not even be read: a code and a
   * Chinese sentence.
   */
  why: Refusal | Readonly<{ code: `row/${string}`; reason: string }>;
}>;

/** Thrown while a row is being read; the importer turns it into a {@link RowProblem}. */
export class UnreadableCell extends Error {
  override readonly name = 'UnreadableCell';
  constructor(
    readonly column: string,
    readonly code: `row/${string}`,
    readonly reason: string,
  ) {
    super(`${column}: ${reason}`);
  }
}
