import type { Identity } from '../forms/form.js';
import { numberIn, type CheckedReport, type Found, type PrintedCells } from './check.js';

/** The identities of the form that the printed cells break. */
export function brokenSums(
  { form, cells }: Pick<CheckedReport, 'form' | 'cells'>,
  check: Identity['check'],
): readonly Found[] {
  return form.identities
    .filter((identity) => identity.check === check)
    .flatMap(({ left, right }) => {
      const [one, other] = [sumOf(cells, left), sumOf(cells, right)];
      // A sum of which one cell is not known says nothing.
      if (one === null || other === null || one === other) return [];
      return [{ left: String(one), right: String(other), cells: [...left, ...right] }];
    });
}

function sumOf(cells: PrintedCells, names: readonly string[]): number | null {
  let sum = 0;
  for (const name of names) {
    const number = numberIn(cells, name);
    if (number === null) return null;
    sum += number;
  }
  return sum;
}
