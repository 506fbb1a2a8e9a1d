import type { PrintedCell } from '../../../projections/checks/check.js';

/** How the printed cells of a report compare with those that were counted. */
export type Compared = Readonly<{
  /** Cells of which both say the same number. */
  equal: number;
  /** Cells printed blank, where nothing was counted. */
  blank: number;
  /** What was printed in words, and the number counted, which the words mean. */
  worded: Readonly<Record<string, readonly [printed: string, counted: number]>>;
  /** What was printed and what was counted, where these differ. */
  different: Readonly<Record<string, readonly [printed: number | string, counted: number]>>;
}>;

/** What a printed cell means: 0 for a blank, 1423 for 增1423, and 元 for sums of money with a unit. */
export function meaning(printed: number | string): number {
  if (typeof printed === 'number') return printed;
  if (printed === '') return 0;
  const [, digits, tenThousands] = /^增?(\d+)(?:(万)?元)?$/.exec(printed) ?? [];
  if (digits === undefined) throw new Error(`what does “${printed}” mean?`);
  return Number(digits) * (tenThousands === undefined ? 1 : 10_000);
}

/** Compares every cell that was seen. `counted` throws for a cell that no form has. */
export function compared(
  printed: ReadonlyMap<string, PrintedCell>,
  counted: (cell: string) => number,
): Compared {
  let [equal, blank] = [0, 0];
  const worded: Record<string, [string, number]> = {};
  const different: Record<string, [number | string, number]> = {};
  for (const [cell, said] of printed) {
    if (said === null) continue;
    const count = counted(cell);
    if (meaning(said) !== count) different[cell] = [said, count];
    else if (typeof said === 'number') equal += 1;
    else if (said === '') blank += 1;
    else worded[cell] = [said, count];
  }
  return { equal, blank, worded, different };
}
