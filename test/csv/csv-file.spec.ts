import { readCsv, UnreadableCsv, type CsvTable } from '../../src/csv/csv-file.js';

const REQUIRED = ['编号', '说明'];

function read(text: string, required: readonly string[] = REQUIRED): CsvTable {
  return readCsv(Buffer.from(text, 'utf8'), required);
}

/** The rows as [line, 编号, 说明]. */
function rows(text: string): readonly (readonly (string | number | undefined)[])[] {
  return read(text).rows.map(({ line, cells }) => [line, cells['编号'], cells['说明']]);
}

function problem(bytes: string | Uint8Array, required = REQUIRED): [number, string] {
  try {
    readCsv(typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes, required);
  } catch (error) {
    if (error instanceof UnreadableCsv) return [error.line, error.reason];
    throw error;
  }
  throw new Error('the file was read');
}

describe('readCsv 导入文件', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    const table = { rows: [{ line: 2, cells: { 编号: '1', 说明: '甲' } }], ignoredHeadings: [] };
    expect(read('编号,说明\n1,甲\n')).toStrictEqual(table);
    expect(read('\ufeff编号,说明\n1,甲\n')).toStrictEqual(table);
    expect(read('\ufeff"编号","说明"\n1,甲')).toStrictEqual(table);
  });

  it('reads GBK, as Excel saves a CSV in China', () => {
    // 编号,说明⏎1,甲
    const gbk = Uint8Array.of(
      ...[0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xcb, 0xb5, 0xc3, 0xf7, 0x0d, 0x0a],
      ...[0x31, 0x2c, 0xbc, 0xd7, 0x0d, 0x0a],
    );
    expect(readCsv(gbk, REQUIRED).rows).toStrictEqual([
      { line: 2, cells: { 编号: '1', 说明: '甲' } },
    ]);
  });

  it('reads the four bytes of GB 18030 that stand for a rare character', () => {
    const name = [0x95, 0x34, 0xb2, 0x35];
    const bytes = Uint8Array.of(0x61, 0x0a, ...name, 0x0a);
    expect(readCsv(bytes, ['a']).rows[0]?.cells).toStrictEqual({ a: '𠮷' });
  });

  it('reads GB 18030 that begins with its byte order mark', () => {
    const table = [0x22, 0xbc, 0xd7, 0x22, 0x0a, 0x31, 0x0a];
    const bytes = Uint8Array.of(...[0x84, 0x31, 0x95, 0x33], ...table);
    expect(readCsv(bytes, ['甲']).rows).toStrictEqual([{ line: 2, cells: { 甲: '1' } }]);
  });

  it('refuses what is neither', () => {
    // The byte order mark of UTF-16, which Excel calls Unicode text.
    expect(problem(Uint8Array.of(0xff, 0xfe, 0x16, 0x7f))).toStrictEqual([
      1,
      '文件编码既不是 UTF-8 也不是 GBK，请另存为 CSV（UTF-8）再导入',
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('reads lines that end with %s', (_, end) => {
    const expected = [
      [2, '1', '甲'],
      [3, '2', '乙'],
    ];
    expect(rows(['编号,说明', '1,甲', '2,乙'].join(end))).toStrictEqual(expected);
    expect(rows(['编号,说明', '1,甲', '2,乙', ''].join(end))).toStrictEqual(expected);
  });

  it('reads a file whose lines end in two ways, and loses no row', () => {
    const expected = [
      [2, '1', '甲'],
      [3, '2', '乙'],
    ];
    expect(rows('编号,说明\r\n1,甲\n2,乙\n')).toStrictEqual(expected);
    expect(rows('编号,说明\n1,甲\r\n2,乙\r\n')).toStrictEqual(expected);
    expect(rows('编号,说明\n1,甲\r2,乙\r')).toStrictEqual(expected);
  });

  it('takes quoted commas, quotes and line breaks for what they are', () => {
    expect(rows('编号,说明\n1,"甲,乙"\n2,"他说""好"""\n3,"上\n下"\n')).toStrictEqual([
      [2, '1', '甲,乙'],
      [3, '2', '他说"好"'],
      [5, '3', '上\n下'],
    ]);
  });

  it('numbers a row by the line of the file on which it ends, whatever breaks it holds', () => {
    // A spreadsheet would call these rows 2 and 3; a text editor shows lines 2 to 4 and line 5.
    const lines = [
      [4, '1', '上\n中\n下'],
      [5, '2', '乙'],
    ];
    expect(rows('编号,说明\n1,"上\n中\n下"\n2,乙\n')).toStrictEqual(lines);
    expect(rows('编号,说明\r\n1,"上\r\n中\r\n下"\r\n2,乙\r\n')).toStrictEqual(lines);
    expect(rows('编号,说明\r\n1,"上\n中\n下"\r\n2,乙\r\n')).toStrictEqual(lines);
  });

  it('leaves out empty lines and lines of commas, and still counts them', () => {
    expect(rows('编号,说明\n\n1,甲\n,\n , \n\n2,乙\n\n')).toStrictEqual([
      [3, '1', '甲'],
      [7, '2', '乙'],
    ]);
  });

  it('trims headings and values, and takes a missing value for an empty one', () => {
    expect(rows(' 编号 ,\u3000说明\n 1 , 甲\u3000\n2\n')).toStrictEqual([
      [2, '1', '甲'],
      [3, '2', ''],
    ]);
  });

  it('reads columns in any order, and names those that nothing reads', () => {
    const table = readCsv(Buffer.from('备注,说明,别的,编号,\n急,甲,x,1,\n'), REQUIRED, ['备注']);
    expect(table).toStrictEqual({
      rows: [{ line: 2, cells: { 备注: '急', 说明: '甲', 别的: 'x', 编号: '1', '': '' } }],
      ignoredHeadings: ['别的'],
    });
  });

  it('reads a table without rows', () => {
    expect(read('编号,说明\n').rows).toStrictEqual([]);
  });
});

describe('UnreadableCsv', () => {
  it('says what the first line should have been', () => {
    expect(problem('')).toStrictEqual([1, '文件是空的；第一行应为：编号,说明']);
    expect(problem('\n')).toStrictEqual([1, '缺少列「编号、说明」；第一行应为：编号,说明']);
    expect(problem('编号,备注\n1,甲\n')).toStrictEqual([
      1,
      '缺少列「说明」；第一行应为：编号,说明',
    ]);
    expect(problem('"编号\n",备注\n1,甲\n')[0]).toBe(2);
  });

  it('names a heading that comes twice, but not two empty ones', () => {
    expect(problem('编号,说明,编号\n')).toStrictEqual([1, '列「编号」出现了两次']);
    expect(problem('编号,说明,x, x\n')).toStrictEqual([1, '列「x」出现了两次']);
    expect(rows('编号,说明,,\n1,甲,,\n')).toStrictEqual([[2, '1', '甲']]);
  });

  it('stops on more values than columns: unquoted, 1,234 would be read as 1', () => {
    expect(problem('编号,说明\n1,甲\n2,1,234\n')).toStrictEqual([
      3,
      '这一行的值比列多（应为 2 列）；值里有逗号的，请用英文引号括起来',
    ]);
    expect(rows('编号,说明\n1,甲,, \n')).toStrictEqual([[2, '1', '甲']]);
  });

  it('points at the row whose quotes do not match, and not at the end of the file', () => {
    const sentence = '这一行的引号不成对，请检查后再导入';
    expect(problem('编号,说明\n1,甲\n2,"乙\n3,丙\n4,丁\n')).toStrictEqual([3, sentence]);
    expect(problem('编号,说明\n1,"上\n下"\n2,"乙\n')).toStrictEqual([4, sentence]);
    expect(problem('编号,说明\n1,甲"乙\n')).toStrictEqual([2, sentence]);
    expect(problem('编号,说明\n1,"甲"乙\n')).toStrictEqual([2, sentence]);
    expect(problem('"编号,说明\n1,甲\n')).toStrictEqual([1, sentence]);
  });

  it('stops at 50 MB, before it reads', () => {
    expect(problem(new Uint8Array(50_000_001))).toStrictEqual([
      1,
      '文件超过 50 MB，请分成几个文件导入',
    ]);
    // As large as it may be; its bytes are no text, which is noticed at the first of them.
    expect(problem(new Uint8Array(50_000_000).fill(0xff))[1]).toMatch(/^文件编码/);
  });

  it('is an error that says where', () => {
    expect(() => read('')).toThrow('line 1: 文件是空的');
  });
});
