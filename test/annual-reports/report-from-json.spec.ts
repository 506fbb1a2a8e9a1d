import { CommandRefused } from '../../src/ledger/command-refused.js';
import { reportFromJson } from '../../src/annual-reports/report-from-json.js';

const read = (report: unknown) => reportFromJson(JSON.stringify(report));
const TABLE_TWO = { licensing: 3, regulations: { made: '/', valid: null } };
const GIVEN = { agency: '甲局', year: 2023, form: '2021', table2: TABLE_TWO };

/** Why a file is not read. */
function why(report: unknown): unknown {
  try {
    read(report);
  } catch (error) {
    if (error instanceof CommandRefused) return error.refusal.facts?.['why'];
  }
  return null;
}

describe('a report that comes as JSON', () => {
  it('keeps what is printed, a blank and a stroke too, and leaves out what is not seen', () => {
    const rows = { granted: [1, '', '/', 0, 0, 0, 1], carried_out: [null, 0, 0, 0, 0, 0, 0] };
    const { cells, ...rest } = read({ ...GIVEN, table3: { rows }, table4: null });
    expect(rest).toEqual({ unit: '甲局', statedYear: 2023, form: '2021', words: null });
    expect(cells).toMatchObject({
      'table2.licensing': 3,
      'table2.regulations.made': '/',
      'table3.granted.business': '',
      'table3.granted.research': '/',
      'table3.granted.total': 1,
    });
    expect(Object.keys(cells)).toHaveLength(2 + 7 + 6);
  });

  it('reads table four in its order, and the words where they are there', () => {
    const words = {
      title: ['2023年甲局'],
      parts: [{ heading: '一、总体情况', text: '甲\r\n乙' }],
      signature: { agency: '甲局', date: '2024年1月9日' },
    };
    const report = read({ table4: Array.from({ length: 15 }, (_, at) => at), ...words });
    expect(report.cells).toMatchObject({
      'table4.review.total': 4,
      'table4.litigation_direct.upheld': 5,
      'table4.litigation_after_review.total': 14,
    });
    expect(report).toMatchObject({ unit: '', statedYear: null });
    expect(report.words).toEqual({
      title: ['2023年甲局'],
      preamble: '',
      parts: [{ heading: '一、总体情况', text: '甲\n乙' }],
      signature: { agency: '甲局', date: '2024-01-09' },
    });
  });

  it.each([
    ['甲', '文件 应为对象'],
    [{ agency: '甲局' }, '没有一个数字'],
    [{ ...GIVEN, year: '2023' }, 'year 应为年份'],
    [{ ...GIVEN, agency: 7 }, 'agency 应为文字'],
    [{ ...GIVEN, agency: '甲\u0007' }, 'agency 里有不能显示的字符'],
    [{ ...GIVEN, agency: '甲'.repeat(201) }, 'agency 超过 200 个字'],
    [{ table3: { rows: { granted: [1] } } }, 'table3.rows.granted 应为 7 个单元格'],
    [{ table4: [1] }, 'table4 应为 15 个单元格'],
    [{ table2: { 'A-B': 1 } }, '“table2.A-B”不是单元格'],
    [{ ...GIVEN, parts: 7 }, 'parts 应为不超过 100 项的列表'],
    [{ ...GIVEN, parts: [7] }, 'parts 应为对象'],
  ])('refuses %j', (report, reason) => {
    expect(why(report)).toBe(reason);
  });

  it('refuses what is no JSON, and more cells than any form has', () => {
    expect(() => reportFromJson('{')).toThrow(CommandRefused);
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`x${at}`, 1]));
    expect(why({ table2: many })).toBe('单元格超过 1000 个');
  });
});
