import type { Form } from '../forms/form.js';
import { numberIn, type ChildReport } from './check.js';

/** Whether the child's figures may be taken for final. */
export function isIn({ standing }: Pick<ChildReport, 'standing'>): boolean {
  return standing === 'own' || standing === 'filed';
}

/** 汇总: every cell is the sum of the children's; what is no number adds nothing. */
export function sumOf(
  form: Form,
  children: readonly Pick<ChildReport, 'cells'>[],
): ReadonlyMap<string, number> {
  return new Map(
    form.cells.map((cell) => {
      const sum = children.reduce((total, { cells }) => total + (numberIn(cells, cell) ?? 0), 0);
      // Fees have up to six decimals, which binary fractions do not add up exactly.
      return [cell, Number(sum.toFixed(6))];
    }),
  );
}
