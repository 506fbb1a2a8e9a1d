import { readCsv, UnreadableCsv, type CsvTable } from '../../src/csv/csv-file.js';

const REQUIRED = ['编号', '说明'];

function read(text: string, required: readonly string[] = REQUIRED): Promise<CsvTable> {
  return readCsv(Buffer.from(text, 'utf8'), required);
}

/** The rows as [line, 编号, 说明]. */
async function rows(text: string): Promise<readonly (readonly (string | number | undefined)[])[]> {
  return (await read(text)).rows.map(({ line, cells }) => [line, cells['编号'], cells['说明']]);
}

async function problem(bytes: string | Uint8Array, required = REQUIRED): Promise<[number, string]> {
  try {
    await readCsv(typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes, required);
  } catch (error) {
    if (error instanceof UnreadableCsv) return [error.line, error.reason];
    throw error;
  }
  throw new Error('the file was read');
}

describe('readCsv 导入文件', () => {
  it('reads UTF-8 with and without a byte order mark', async () => {
    const table = { rows: [{ line: 2, cells: { 编号: '1', 说明: '甲' } }], ignoredHeadings: [] };
    expect(await read('编号,说明\n1,甲\n')).toStrictEqual(table);
    expect(await read('\ufeff编号,说明\n1,甲\n')).toStrictEqual(table);
    expect(await read('\ufeff"编号","说明"\n1,甲')).toStrictEqual(table);
  });

  it('reads GBK, as Excel saves a CSV in China', async () => {
    // 编号,说明⏎1,甲
    const gbk = Uint8Array.of(
      ...[0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xcb, 0xb5, 0xc3, 0xf7, 0x0d, 0x0a],
      ...[0x31, 0x2c, 0xbc, 0xd7, 0x0d, 0x0a],
    );
    expect((await readCsv(gbk, REQUIRED)).rows).toStrictEqual([
      { line: 2, cells: { 编号: '1', 说明: '甲' } },
    ]);
  });

  it('reads the four bytes of GB 18030 that stand for a rare character', async () => {
    const name = [0x95, 0x34, 0xb2, 0x35];
    const bytes = Uint8Array.of(0x61, 0x0a, ...name, 0x0a);
    expect((await readCsv(bytes, ['a'])).rows[0]?.cells).toStrictEqual({ a: '𠮷' });
  });

  it('reads GB 18030 that begins with its byte order mark', async () => {
    const table = [0x22, 0xbc, 0xd7, 0x22, 0x0a, 0x31, 0x0a];
    const bytes = Uint8Array.of(...[0x84, 0x31, 0x95, 0x33], ...table);
    expect((await readCsv(bytes, ['甲'])).rows).toStrictEqual([{ line: 2, cells: { 甲: '1' } }]);
  });

  it('refuses what is neither', async () => {
    // The byte order mark of UTF-16, which Excel calls Unicode text.
    expect(await problem(Uint8Array.of(0xff, 0xfe, 0x16, 0x7f))).toStrictEqual([
      1,
      '文件编码既不是 UTF-8 也不是 GBK，请另存为 CSV（UTF-8）再导入',
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('reads lines that end with %s', async (_, end) => {
    const expected = [
      [2, '1', '甲'],
      [3, '2', '乙'],
    ];
    expect(await rows(['编号,说明', '1,甲', '2,乙'].join(end))).toStrictEqual(expected);
    expect(await rows(['编号,说明', '1,甲', '2,乙', ''].join(end))).toStrictEqual(expected);
  });

  it('reads a file whose lines end in two ways, and loses no row', async () => {
    const expected = [
      [2, '1', '甲'],
      [3, '2', '乙'],
    ];
    expect(await rows('编号,说明\r\n1,甲\n2,乙\n')).toStrictEqual(expected);
    expect(await rows('编号,说明\n1,甲\r\n2,乙\r\n')).toStrictEqual(expected);
    expect(await rows('编号,说明\n1,甲\r2,乙\r')).toStrictEqual(expected);
  });

  it('takes quoted commas, quotes and line breaks for what they are', async () => {
    expect(await rows('编号,说明\n1,"甲,乙"\n2,"他说""好"""\n3,"上\n下"\n')).toStrictEqual([
      [2, '1', '甲,乙'],
      [3, '2', '他说"好"'],
      [5, '3', '上\n下'],
    ]);
  });

  it('numbers a row by the line of the file on which it ends, whatever breaks it holds', async () => {
    // A spreadsheet would call these rows 2 and 3; a text editor shows lines 2 to 4 and line 5.
    const lines = [
      [4, '1', '上\n中\n下'],
      [5, '2', '乙'],
    ];
    expect(await rows('编号,说明\n1,"上\n中\n下"\n2,乙\n')).toStrictEqual(lines);
    expect(await rows('编号,说明\r\n1,"上\r\n中\r\n下"\r\n2,乙\r\n')).toStrictEqual(lines);
    expect(await rows('编号,说明\r\n1,"上\n中\n下"\r\n2,乙\r\n')).toStrictEqual(lines);
  });

  it('leaves out empty lines and lines of commas, and still counts them', async () => {
    expect(await rows('编号,说明\n\n1,甲\n,\n , \n\n2,乙\n\n')).toStrictEqual([
      [3, '1', '甲'],
      [7, '2', '乙'],
    ]);
  });

  it('trims headings and values, and takes a missing value for an empty one', async () => {
    expect(await rows(' 编号 ,\u3000说明\n 1 , 甲\u3000\n2\n')).toStrictEqual([
      [2, '1', '甲'],
      [3, '2', ''],
    ]);
  });

  it('reads columns in any order, and names those that nothing reads', async () => {
    const table = await readCsv(Buffer.from('备注,说明,别的,编号,\n急,甲,x,1,\n'), REQUIRED, [
      '备注',
    ]);
    expect(table).toStrictEqual({
      rows: [{ line: 2, cells: { 备注: '急', 说明: '甲', 别的: 'x', 编号: '1', '': '' } }],
      ignoredHeadings: ['别的'],
    });
  });

  it('reads a table without rows', async () => {
    expect((await read('编号,说明\n')).rows).toStrictEqual([]);
  });
});

describe('a large file', () => {
  const LINE = '1,甲\n';

  it('is read in many turns of the event loop, so that others are served meanwhile', async () => {
    let turns = 0;
    let counting = setImmediate(function count() {
      turns += 1;
      counting = setImmediate(count);
    });
    const { rows: read } = await readCsv(
      Buffer.from(`编号,说明\n${LINE.repeat(200_000)}`),
      REQUIRED,
    );
    clearImmediate(counting);
    expect(read).toHaveLength(200_000);
    // 1.2 MB in slices of 64 KB.
    expect(turns).toBeGreaterThanOrEqual(18);
  });

  it.each([
    ['UTF-8', Buffer.from('中')],
    ['GBK', Buffer.of(0xd6, 0xd0)],
  ])('keeps a character of %s together where it is cut into slices', async (_, character) => {
    const head = Buffer.from('a,b\n');
    for (const before of [0, 1, 2]) {
      const text = Buffer.concat([Buffer.from('x'.repeat(before)), ...fill(character, 50_000)]);
      const { rows: read } = await readCsv(Buffer.concat([head, text]), ['a', 'b']);
      const value = `${'x'.repeat(before)}${'中'.repeat(50_000)}`;
      // Not toBe: nobody wants to read the difference.
      expect(read[0]?.cells['a'] === value).toBe(true);
    }
  });

  it('keeps a line end together where it is cut into slices', async () => {
    for (const before of [0, 1]) {
      const text = `a,b\r\n${'x'.repeat(before)}1,2\r\n${'1,2\r\n'.repeat(30_000)}`;
      const { rows: read } = await readCsv(Buffer.from(text), ['a', 'b']);
      expect(read).toHaveLength(30_001);
      expect(read.at(-1)?.line).toBe(30_002);
    }
  });

  it('has at most 200 columns, and no row over 1 MB', async () => {
    const names = Array.from({ length: 198 }, (_, at) => `列${String(at)}`).join(',');
    expect((await read(`编号,说明,${names}\n1,甲\n`)).rows).toHaveLength(1);
    expect(await problem(`编号,说明,${names},多\n1,甲\n`)).toStrictEqual([
      1,
      '第一行有 201 列，最多 200 列；请只留下台账的列',
    ]);
    expect(await problem(`编号,说明${','.repeat(120_000)}\n`)).toStrictEqual([
      1,
      '第一行有 120002 列，最多 200 列；请只留下台账的列',
    ]);
    const sentence = '这一行超过 1 MB，多半是引号不成对，请检查后再导入';
    expect(await problem(`编号,说明\n1,"甲\n${LINE.repeat(200_000)}`)).toStrictEqual([2, sentence]);
    expect(await problem(`编号,说明\n1,甲\n${','.repeat(1_100_000)}`)).toStrictEqual([3, sentence]);
  });
});

function fill(bytes: Buffer, times: number): readonly Buffer[] {
  return Array.from({ length: times }, () => bytes);
}

describe('UnreadableCsv', () => {
  it('says what the first line should have been', async () => {
    expect(await problem('')).toStrictEqual([1, '文件是空的；第一行应为：编号,说明']);
    expect(await problem('\n')).toStrictEqual([
      1,
      '缺少列「编号、说明」；第一行应为：编号,说明；列名不同的，要先写明对照',
    ]);
    expect(await problem('编号,备注\n1,甲\n')).toStrictEqual([
      1,
      '缺少列「说明」；第一行应为：编号,说明；列名不同的，要先写明对照',
    ]);
    expect((await problem('"编号\n",备注\n1,甲\n'))[0]).toBe(2);
  });

  it('names a heading that comes twice, but not two empty ones', async () => {
    expect(await problem('编号,说明,编号\n')).toStrictEqual([1, '列「编号」出现了两次']);
    expect(await problem('编号,说明,x, x\n')).toStrictEqual([1, '列「x」出现了两次']);
    expect(await rows('编号,说明,,\n1,甲,,\n')).toStrictEqual([[2, '1', '甲']]);
  });

  it('stops on more values than columns: unquoted, 1,234 would be read as 1', async () => {
    expect(await problem('编号,说明\n1,甲\n2,1,234\n')).toStrictEqual([
      3,
      '这一行的值比列多（应为 2 列）；值里有逗号的，请用英文引号括起来',
    ]);
    expect(await rows('编号,说明\n1,甲,, \n')).toStrictEqual([[2, '1', '甲']]);
  });

  it('points at the row whose quotes do not match, and not at the end of the file', async () => {
    const sentence = '这一行的引号不成对，请检查后再导入';
    expect(await problem('编号,说明\n1,甲\n2,"乙\n3,丙\n4,丁\n')).toStrictEqual([3, sentence]);
    expect(await problem('编号,说明\n1,"上\n下"\n2,"乙\n')).toStrictEqual([4, sentence]);
    expect(await problem('编号,说明\n1,甲"乙\n')).toStrictEqual([2, sentence]);
    expect(await problem('编号,说明\n1,"甲"乙\n')).toStrictEqual([2, sentence]);
    expect(await problem('"编号,说明\n1,甲\n')).toStrictEqual([1, sentence]);
  });

  it('stops at 50 MB, before it reads', async () => {
    expect(await problem(new Uint8Array(50_000_001))).toStrictEqual([
      1,
      '文件超过 50 MB，请分成几个文件导入',
    ]);
    // As large as it may be; its bytes are no text, which is noticed at the first of them.
    expect((await problem(new Uint8Array(50_000_000).fill(0xff)))[1]).toMatch(/^文件编码/);
  });

  it('is an error that says where', async () => {
    await expect(read('')).rejects.toThrow('line 1: 文件是空的');
  });
});
