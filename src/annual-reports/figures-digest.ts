import { createHash } from 'node:crypto';
import type { Figures } from '../../projections/forms/figures.js';
import { formOf } from '../../projections/forms/forms.js';

/** 数字摘要: SHA-256 over the cells in the form's order, `cell=value` a line, as 64 hex digits. */
export function figuresDigest(figures: Figures, year: number): string {
  const values = formOf(year).cells.map((cell) => `${cell}=${String(figures[cell])}`);
  return createHash('sha256').update(values.join('\n')).digest('hex');
}
