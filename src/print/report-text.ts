/** A line of the report's words, by the level it is printed at. */
export type TextBlock = Readonly<{ kind: 'second' | 'third' | 'paragraph'; text: string }>;

/**
 * A line longer than this, or one that ends a sentence, is a paragraph that merely begins with a
 * number.
 */
const HEADING_LENGTH_MAX = 40;
const SECOND_LEVEL = /^[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]/;
const THIRD_LEVEL = /^\d{1,2}[.．、]\s*\D/;

/** Splits plain text into headings and paragraphs (GB/T 9704: （一）楷体, 1. 仿宋). */
export function blocksOf(text: string): TextBlock[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '').map((line) => ({ kind: kindOf(line), text: line }));
}

function kindOf(line: string): TextBlock['kind'] {
  if (line.length > HEADING_LENGTH_MAX || /[。；;]$/.test(line)) return 'paragraph';
  if (SECOND_LEVEL.test(line)) return 'second';
  return THIRD_LEVEL.test(line) ? 'third' : 'paragraph';
}
