import { resemblance } from '../../projections/checks/likeness.js';
import type { PrintedWords } from './domain/annual-report.events.js';

/** A paragraph beside the one of last year that it is most like; '' where there is none. */
export type PairedParagraph = Readonly<{
  now: string;
  last: string;
  /** Likeness of the two, 0 to 100. */
  percent: number;
}>;

export type PairedPart = Readonly<{ heading: string; paragraphs: readonly PairedParagraph[] }>;

/** Two paragraphs that share less than this say different things. */
const PAIRED_PERCENT_MIN = 30;

/** Part by part; what only last year's text has stands below. */
export function pairedParagraphs(now: PrintedWords, last: PrintedWords): readonly PairedPart[] {
  const parts = [{ heading: '引言', text: now.preamble }, ...now.parts];
  const before = [{ text: last.preamble }, ...last.parts];
  return parts
    .map(({ heading, text }, at) => ({
      heading,
      paragraphs: paired(paragraphsOf(text), paragraphsOf(before[at]?.text ?? '')),
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}

function paired(now: readonly string[], last: readonly string[]): readonly PairedParagraph[] {
  const left = new Set(last.keys());
  const pairs = now.map((paragraph): PairedParagraph => {
    const alike = [...left]
      .map((at) => ({ at, percent: resemblance(paragraph, last[at] ?? '') }))
      .filter(({ percent }) => percent >= PAIRED_PERCENT_MIN);
    const [best] = alike.sort((one, other) => other.percent - one.percent);
    if (best === undefined) return { now: paragraph, last: '', percent: 0 };
    left.delete(best.at);
    return { now: paragraph, last: last[best.at] ?? '', percent: best.percent };
  });
  const dropped = [...left].map((at) => ({ now: '', last: last[at] ?? '', percent: 0 }));
  return [...pairs, ...dropped];
}

function paragraphsOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
