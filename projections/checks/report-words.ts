import type { ReportWords } from './check.js';

export type PartNumeral = '一' | '二' | '三' | '四' | '五' | '六';

/** The words below the heading with that numeral; null where there is no such heading. */
export function partOf(words: ReportWords, numeral: PartNumeral): string | null {
  return words.parts.find(({ heading }) => heading.trim().startsWith(`${numeral}、`))?.text ?? null;
}

/** Everything that is said, the title and the signature left out. */
export function proseOf({ preamble, parts }: ReportWords): string {
  return [preamble, ...parts.map(({ text }) => text)].join('\n');
}

/** What ends with a full stop, a semicolon or the line. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[。；;！？\n]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** What stands between 《 and 》 is the name of something else, with its own years and agencies. */
export function withoutTitles(text: string): string {
  return text.replace(/《[^《》]*》/g, '《》');
}

/** Shown in a finding: no longer than a line. */
const SHOWN_MAX = 40;

export function shown(text: string): string {
  const line = text.replace(/\s+/g, '');
  if (line === '') return '（空）';
  return line.length <= SHOWN_MAX ? `“${line}”` : `“${line.slice(0, SHOWN_MAX)}……”`;
}

export function characters(text: string): number {
  return text.replace(/\s/g, '').length;
}
