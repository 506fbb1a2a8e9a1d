import { createHash } from 'node:crypto';
import { CELLS, type FormFigures } from '../../projections/form-figures.js';

/** 数字摘要: SHA-256 over the 200 cells in the form's order, `cell=value` a line, as 64 hex digits. */
export function figuresDigest(figures: FormFigures): string {
  const values = CELLS.map((cell) => `${cell}=${String(figures[cell])}`).join('\n');
  return createHash('sha256').update(values).digest('hex');
}
