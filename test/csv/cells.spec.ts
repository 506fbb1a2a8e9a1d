import {
  dateOf,
  longTextOf,
  requiredChoice,
  requiredDate,
  requiredMonth,
  requiredText,
  textOf,
} from '../../src/csv/cells.js';
import type { CsvRow } from '../../src/csv/csv-file.js';
import { UnreadableCell } from '../../src/csv/row-problem.js';

function row(value: string): CsvRow {
  return { line: 2, cells: { 日期: value } };
}

/** What reading the cell says: its value, or the code of the problem. */
function told(read: (row: CsvRow, column: string) => unknown, value: string): unknown {
  try {
    return read(row(value), '日期');
  } catch (error) {
    if (error instanceof UnreadableCell) return error.code;
    throw error;
  }
}

describe('dateOf', () => {
  it.each([
    '2021-03-05',
    '2021-3-5',
    '2021/03/05',
    '2021/3/5',
    '2021.3.5',
    '2021年3月5日',
    '2021年03月05日',
    '2021 年 3 月 5 日',
    '2021年3月5',
    '20210305',
    '2021/3/5 0:00',
    '2021-03-05 00:00',
    '2021-03-05 00:00:00',
    '2021/3/5  0:00:00',
  ])('reads %s', (written) => {
    expect(dateOf(row(written), '日期')).toBe('2021-03-05');
  });

  it('reads 29 February in a leap year only', () => {
    expect(told(dateOf, '2020-02-29')).toBe('2020-02-29');
    expect(told(dateOf, '2021-02-29')).toBe('row/not-a-date');
  });

  it.each([
    '2021-02-30',
    '2021-13-01',
    '2021-00-10',
    '2021-03-00',
    '2021-03',
    '2021',
    '21-03-05',
    '2021-3-5 14:30',
    '2021-03-05T00:00',
    '3/5/2021',
    '5-Mar-21',
    '44260', // A date as Excel counts it.
    '2021030',
    '202103055',
    '20210229',
    '1899-12-31',
    '昨天',
    '2021-03-05x',
    'x2021-03-05',
    '２０２１-03-05',
  ])('refuses %s', (written) => {
    expect(told(dateOf, written)).toBe('row/not-a-date');
  });

  it('says what it read and how to write it', () => {
    expect(() => dateOf(row('昨天'), '日期')).toThrow(
      '日期: 「日期」的「昨天」不是日期，请写成 2021-03-05 的样子',
    );
  });

  it('takes an empty cell for no date, unless one is required', () => {
    expect(dateOf(row(''), '日期')).toBeNull();
    expect(dateOf(row(''), '没有的列')).toBeNull();
    expect(told(requiredDate, '')).toBe('row/missing');
    expect(told(requiredDate, '2021.3.5')).toBe('2021-03-05');
  });
});

describe('requiredMonth', () => {
  it.each(['2021-03', '2021-3', '2021/3', '2021.03', '2021年3月', '2021 年 3 月', '202103'])(
    'reads %s',
    (written) => {
      expect(told(requiredMonth, written)).toBe('2021-03');
    },
  );

  it.each(['2021-13', '2021-00', '2021', '21-03', '2021-03-05', '3月', 'Mar-21', '2021-3x'])(
    'refuses %s',
    (written) => {
      expect(told(requiredMonth, written)).toBe('row/not-a-month');
    },
  );

  it('refuses an empty cell', () => {
    expect(told(requiredMonth, '')).toBe('row/missing');
  });

  it('says what it read and how to write it', () => {
    expect(() => requiredMonth(row('三月'), '日期')).toThrow(
      '日期: 「日期」的「三月」不是月份，请写成 2021-03 的样子',
    );
  });
});

describe('texts', () => {
  it('are taken as they are, an absent column as an empty one', () => {
    expect(textOf(row('甲'), '日期')).toBe('甲');
    expect(textOf(row('甲'), '没有的列')).toBe('');
    expect(requiredText(row('甲'), '日期')).toBe('甲');
    expect(told(requiredText, '')).toBe('row/missing');
  });

  it('have a longest length', () => {
    expect(told(textOf, '字'.repeat(200))).toBe('字'.repeat(200));
    expect(told(textOf, '字'.repeat(201))).toBe('row/too-long');
    expect(told(longTextOf, '字'.repeat(10_000))).toBe('字'.repeat(10_000));
    expect(told(longTextOf, '字'.repeat(10_001))).toBe('row/too-long');
    expect(() => textOf(row('字'.repeat(201)), '日期')).toThrow('「日期」超过 200 个字');
  });

  it('may hold line ends and tabs, and nothing else that cannot be seen', () => {
    expect(told(longTextOf, '上\n下\t右𠮷')).toBe('上\n下\t右𠮷');
    expect(told(longTextOf, '上\r\n下\r左')).toBe('上\n下\n左');
    for (const bad of ['\u0000', '\u0008', '\u000b', '\u001f', '\u007f', '\ud842', '\udfb7']) {
      expect(told(longTextOf, `a${bad}b`)).toBe('row/bad-character');
    }
  });
});

describe('requiredChoice', () => {
  const byWord = (word: string): number | undefined => ['零', '一'].indexOf(word) + 1 || undefined;
  const read = (from: CsvRow, column: string): number =>
    requiredChoice(from, column, byWord, ['零', '一']);

  it('reads one of the words', () => {
    expect(told(read, '一')).toBe(2);
  });

  it('refuses every other, and lists those there are', () => {
    expect(told(read, '二')).toBe('row/unknown-choice');
    expect(told(read, '')).toBe('row/missing');
    expect(() => read(row('二'), '日期')).toThrow('「日期」的「二」不在可选范围内：零、一');
  });
});
