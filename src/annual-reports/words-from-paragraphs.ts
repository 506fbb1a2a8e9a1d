import { isLocalDate, type LocalDate } from '../kernel/local-date.js';
import type { ReceivedReport, ReceivedWords } from './domain/submission.events.js';
import { longTextIn, textIn } from './received-text.js';

const NUMERALS = '一二三四五六';
/** A heading stands alone on its line. */
const HEADING_MAX = 40;
/** The title is among the first lines. */
const TITLE_WITHIN = 10;
const DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;

type Read = Pick<ReceivedReport, 'unit' | 'statedYear' | 'words'>;

/**
 * The words of a report by its lines: title, preamble, six parts, and who signed when. Without a part
 * there are none; what stands below the date is no part of the report.
 */
export function wordsFrom(lines: readonly string[]): Read {
  const titleEnd = lines.slice(0, TITLE_WITHIN).findIndex((line) => line.includes('年度报告'));
  const title = lines.slice(0, titleEnd + 1).filter((line) => !line.startsWith('草稿'));
  const statedYear = yearOf(title.join(''));
  const starts = headingsAt(lines);
  const [first] = starts;
  if (first === undefined) return { unit: unitOf(title), statedYear, words: null };
  const body = withoutSignature(lines);
  const parts = starts.map((start, at) => ({
    heading: textIn(lines[start], '标题'),
    text: longTextIn(body.lines.slice(start + 1, starts[at + 1]).join('\n'), '文字'),
  }));
  const words: ReceivedWords = {
    title: title.map((line) => textIn(line, '标题')),
    preamble: longTextIn(lines.slice(titleEnd + 1, first).join('\n'), '引言'),
    parts,
    signature: body.signature,
  };
  const { agency } = body.signature;
  return { unit: agency === '' ? unitOf(title) : agency, statedYear, words };
}

/** The line of each part's heading, as far as they follow upon one another. */
function headingsAt(lines: readonly string[]): readonly number[] {
  const starts: number[] = [];
  lines.forEach((line, at) => {
    const numeral = NUMERALS.charAt(starts.length);
    if (numeral !== '' && line.startsWith(`${numeral}、`) && line.length <= HEADING_MAX) {
      starts.push(at);
    }
  });
  return starts;
}

function withoutSignature(
  lines: readonly string[],
): Readonly<{ lines: readonly string[]; signature: ReceivedWords['signature'] }> {
  const end = lines.findLastIndex((line) => DATE.test(line.replace(/\s/g, '')));
  if (end < 1) return { lines, signature: { agency: '', date: null } };
  const agency = textIn(lines[end - 1], '署名');
  return { lines: lines.slice(0, end - 1), signature: { agency, date: dateOf(lines[end] ?? '') } };
}

function dateOf(line: string): LocalDate | null {
  const [, year = '', month = '', day = ''] = DATE.exec(line.replace(/\s/g, '')) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

function yearOf(title: string): number | null {
  const [, year] = /(\d{4})\s*年/.exec(title.normalize('NFKC')) ?? [];
  return year === undefined ? null : Number(year);
}

/** 2023年金湖县政府信息公开工作年度报告 is 金湖县's. */
function unitOf(title: readonly string[]): string {
  const named = title
    .join('')
    .replace(/\s/g, '')
    .replace(/\d{4}年度?/, '')
    .replace(/(?:关于)?政府信息公开(?:工作)?年度报告.*$/, '');
  return textIn(named, '标题');
}
