import { isLocalDate, isYearMonth, type LocalDate, type YearMonth } from '../kernel/local-date.js';
import { isPrintable, LONG_TEXT_MAX, oneLineEnd, SHORT_TEXT_MAX } from '../kernel/text.js';
import type { CsvRow } from './csv-file.js';
import { UnreadableCell } from './row-problem.js';

export function textOf(row: CsvRow, column: string): string {
  return checked(row, column, SHORT_TEXT_MAX);
}

export function longTextOf(row: CsvRow, column: string): string {
  return checked(row, column, LONG_TEXT_MAX);
}

export function requiredText(row: CsvRow, column: string): string {
  const text = textOf(row, column);
  if (text === '') throw new UnreadableCell(column, 'row/missing', `「${column}」没有填写`);
  return text;
}

/**
 * A date as people write it: 2021-03-05, 2021/3/5, 2021.3.5, 2021年3月5日 or 20210305. Null when
 * empty.
 */
export function dateOf(row: CsvRow, column: string): LocalDate | null {
  const text = textOf(row, column);
  if (text === '') return null;
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?$/.exec(
      text,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const date = parts
    ?.slice(1)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  if (!isLocalDate(date)) {
    throw new UnreadableCell(
      column,
      'row/not-a-date',
      `「${column}」的「${text}」不是日期，请写成 2021-03-05 的样子`,
    );
  }
  return date;
}

export function requiredDate(row: CsvRow, column: string): LocalDate {
  const date = dateOf(row, column);
  if (date === null) throw new UnreadableCell(column, 'row/missing', `「${column}」没有填写`);
  return date;
}

/** A month: 2021-03, 2021/3, 2021年3月 or 202103. */
export function requiredMonth(row: CsvRow, column: string): YearMonth {
  const text = requiredText(row, column);
  const parts = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?$/.exec(text);
  const month = parts
    ?.slice(1)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  if (!isYearMonth(month)) {
    throw new UnreadableCell(
      column,
      'row/not-a-month',
      `「${column}」的「${text}」不是月份，请写成 2021-03 的样子`,
    );
  }
  return month;
}

/**
 * One of a list of words. `byWord` answers with the identifier, or undefined for a word it does not
 * know.
 */
export function requiredChoice<Choice>(
  row: CsvRow,
  column: string,
  byWord: (word: string) => Choice | undefined,
  words: readonly string[],
): Choice {
  const word = requiredText(row, column);
  const choice = byWord(word);
  if (choice === undefined) {
    throw new UnreadableCell(
      column,
      'row/unknown-choice',
      `「${column}」的「${word}」不在可选范围内：${words.join('、')}`,
    );
  }
  return choice;
}

function checked(row: CsvRow, column: string, charactersMax: number): string {
  const text = oneLineEnd(row.cells[column] ?? '');
  if (text.length > charactersMax) {
    throw new UnreadableCell(
      column,
      'row/too-long',
      `「${column}」超过 ${String(charactersMax)} 个字`,
    );
  }
  if (!isPrintable(text)) {
    throw new UnreadableCell(column, 'row/bad-character', `「${column}」里有无法保存的控制字符`);
  }
  return text;
}
