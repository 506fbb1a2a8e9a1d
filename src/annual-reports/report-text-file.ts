import type { LocalDate } from '../kernel/local-date.js';
import { REPORT_PARTS, type ReportPart, type ReportText } from './domain/annual-report.events.js';
import { formOf } from '../../projections/forms/forms.js';

/** The file lacks a heading, has one twice, or has them in another order. */
export class UnreadableReportText extends Error {
  override readonly name = 'UnreadableReportText';
}

/**
 * Reads a report's text as people write it: the six headings of its year's form verbatim, each on a
 * line of its own, with the words of the part below; words before the first heading are the preamble.
 */
export function readReportText(file: string, year: number, signedOn: LocalDate): ReportText {
  const lines = file
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trim());
  const starts = REPORT_PARTS.map((part) => startOf(formOf(year).headings[part], lines));
  const misplaced = starts.findIndex((start, at) => at > 0 && start < (starts[at - 1] ?? 0));
  if (misplaced > 0) {
    throw new UnreadableReportText('六个部分的标题顺序不对，应为一、二、三、四、五、六。');
  }
  const between = (from: number, to: number | undefined): string =>
    lines
      .slice(from, to)
      .filter((line) => line !== '')
      .join('\n');
  const parts = Object.fromEntries(
    REPORT_PARTS.map((part, at) => [part, between((starts[at] ?? 0) + 1, starts[at + 1])]),
  ) as Record<ReportPart, string>;
  return { preamble: between(0, starts[0]), parts, signedOn };
}

function startOf(heading: string, lines: readonly string[]): number {
  const start = lines.indexOf(heading);
  if (start === -1) throw new UnreadableReportText(`缺少标题“${heading}”，请独占一行写上。`);
  if (lines.includes(heading, start + 1)) {
    throw new UnreadableReportText(`标题“${heading}”出现了两次。`);
  }
  return start;
}

/** The same file from a text, to be edited and read again. */
export function writeReportText({ preamble, parts }: ReportText, year: number): string {
  const { headings } = formOf(year);
  const lines = REPORT_PARTS.flatMap((part) => [headings[part], parts[part]]);
  return [preamble, ...lines]
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');
}
