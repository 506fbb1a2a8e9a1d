import type { DocumentKind } from './domain/document.events.js';
import {
  STATUTORY_COUNTS,
  type CountCategory,
  type StatutoryCount,
} from './domain/count.events.js';

/** What people call the counted rows of table two. */
const NAMES: Readonly<Record<StatutoryCount, readonly string[]>> = {
  licensing: ['行政许可'],
  punishment: ['行政处罚'],
  coercion: ['行政强制'],
  // One name for 元 and one for 分: a sum whose unit was guessed would be wrong a hundredfold.
  fees_fen: [],
};

/** What people call an opening balance. */
export const OPENINGS: ReadonlyMap<string, DocumentKind> = new Map([
  ['期初现行有效规章', 'regulations'],
  ['期初现行有效行政规范性文件', 'normative_documents'],
]);

export function openingNamed(name: string): DocumentKind | undefined {
  return OPENINGS.get(name.trim());
}

/** Names that a counter of the agency's own may not begin with. */
const RESERVED = [...Object.values(NAMES).flat(), '行政事业性收费', '期初现行有效'];

/**
 * The category that a name means: a row of table two, or a narrative counter. Null for a name that
 * only resembles a row: it would be kept as a counter of its own, and the table would not move.
 */
export function categoryNamed(name: string): CountCategory | null {
  const trimmed = name.trim();
  const statutory = STATUTORY_COUNTS.find(
    (known) => known === trimmed || NAMES[known].includes(trimmed),
  );
  if (statutory !== undefined) return statutory;
  if (RESERVED.some((reserved) => trimmed.startsWith(reserved))) return null;
  return `narrative:${trimmed}`;
}
