import type { DocumentKind } from './domain/document.events.js';
import {
  STATUTORY_COUNT_LABELS,
  STATUTORY_COUNTS,
  type CountCategory,
  type StatutoryCount,
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
const RESERVED = [...Object.values(STATUTORY_COUNT_LABELS), '期初现行有效'];

/**
 * The category that a name means: a row of table two, or a narrative counter. Null for a name that
 * only resembles a row: it would be kept as a counter of its own, and the table would not move.
 */
export function categoryNamed(name: string): CountCategory | null {
  const trimmed = name.trim();
  const statutory = STATUTORY_COUNTS.find((known) => known === trimmed || isCalled(known, trimmed));
  if (statutory !== undefined) return statutory;
  if (RESERVED.some((reserved) => trimmed.startsWith(reserved))) return null;
  return `narrative:${trimmed}`;
}

/** One name for 元 and one for 分: a sum whose unit was guessed would be wrong a hundredfold. */
function isCalled(known: StatutoryCount, name: string): boolean {
  return known !== 'fees_fen' && STATUTORY_COUNT_LABELS[known] === name;
}
