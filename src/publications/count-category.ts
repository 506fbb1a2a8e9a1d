import type { DocumentKind } from './domain/document.events.js';
import {
  FORM_2019_COUNT_LABELS,
  FORM_2019_COUNTS,
  STATUTORY_COUNT_LABELS,
  STATUTORY_COUNTS,
  type CountCategory,
} from './domain/count.events.js';

/** What people call an opening balance. */
export const OPENINGS: ReadonlyMap<string, DocumentKind> = new Map([
  ['期初现行有效规章', 'regulations'],
  ['期初现行有效行政规范性文件', 'normative_documents'],
]);

export function openingNamed(name: string): DocumentKind | undefined {
  return OPENINGS.get(name.trim());
}

/** Names that a counter of the agency's own may not begin with. */
const LABELS = { ...STATUTORY_COUNT_LABELS, ...FORM_2019_COUNT_LABELS };
const RESERVED = [...Object.values(LABELS), '期初现行有效'];

/**
 * The category that a name means: a row of table two, or a narrative counter. Null for a name that
 * only resembles a row: it would be kept as a counter of its own, and the table would not move.
 */
export function categoryNamed(name: string): CountCategory | null {
  const trimmed = name.trim();
  const known = [...STATUTORY_COUNTS, ...FORM_2019_COUNTS].find(
    (category) => category === trimmed || isCalled(category, trimmed),
  );
  if (known !== undefined) return known;
  if (RESERVED.some((reserved) => trimmed.startsWith(reserved))) return null;
  return `narrative:${trimmed}`;
}

/** One name for 元 and one for 分: a sum whose unit was guessed would be wrong a hundredfold. */
function isCalled(known: keyof typeof LABELS, name: string): boolean {
  return !known.endsWith('_fen') && LABELS[known] === name;
}
