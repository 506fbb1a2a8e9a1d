import type { ReportWords } from './check.js';
import { partOf } from './report-words.js';

/** So many characters in a row are one piece of a text. */
const PIECE = 5;
/** With fewer pieces of its own a text says too little to have been copied. */
const PIECES_MIN = 40;

/**
 * 相似度, 0 to 100: how much of what two texts say stands in both, as twice the common pieces of five
 * characters over all of them (Dice). Figures, spaces and marks do not count, so that last year's
 * text with new figures is the same text. Pieces of `standard` are nobody's own and are left out.
 * Null where one of the texts is too short to say.
 */
export function likeness(one: string, other: string, standard = ''): number | null {
  const common = piecesOf(standard);
  return likenessOf(piecesOf(one, common), piecesOf(other, common));
}

/** 相似度 of two texts by their pieces, where each text is compared with many. */
export function likenessOf(one: Pieces, other: Pieces): number | null {
  if (one.size < PIECES_MIN || other.size < PIECES_MIN) return null;
  return shareOf(one, other);
}

/** 相似度 of two paragraphs, 0 to 100, which may be as short as a heading: the same by pairs. */
export function resemblance(one: string, other: string): number {
  return shareOf(piecesOf(one, NONE, 2), piecesOf(other, NONE, 2));
}

function shareOf(left: Pieces, right: Pieces): number {
  if (left.size + right.size === 0) return 0;
  const shared = [...left].filter((piece) => right.has(piece)).length;
  return (200 * shared) / (left.size + right.size);
}

/** The words that an agency writes itself: parts one, five and six. */
export function ownWords(words: ReportWords): string {
  return (['一', '五', '六'] as const).map((numeral) => partOf(words, numeral) ?? '').join('\n');
}

/** The runs of characters in which texts are compared. */
export type Pieces = ReadonlySet<string>;

const NONE: Pieces = new Set();

export function piecesOf(text: string, without = NONE, length = PIECE): Pieces {
  const bare = text.replace(/[^\p{Script=Han}a-zA-Z]/gu, '');
  const pieces = new Set<string>();
  for (let at = 0; at + length <= bare.length; at += 1) {
    const piece = bare.slice(at, at + length);
    if (!without.has(piece)) pieces.add(piece);
  }
  return pieces;
}
