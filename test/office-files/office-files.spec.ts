import { strToU8, zipSync } from 'fflate';
import { OFFICE_LIMITS, type OfficeLimits } from '../../src/office-files/office-file.js';
import { readDocument, readWorkbook } from '../../src/office-files/read-office-file.js';
import { honestWorkbook, locked, understated, workbookWith } from '../support/hostile-files.js';

const reader = (limits: Partial<OfficeLimits> = {}) => ({
  limits: { ...OFFICE_LIMITS, ...limits },
});

describe('readWorkbook 读 .xlsx', () => {
  it('shows dates as days, numbers with their digits, and texts as they are', async () => {
    const bytes = honestWorkbook(
      [
        ['登记编号', '收到日期', '件数'],
        ['007', new Date(Date.UTC(2021, 2, 5)), 12],
        ['330902199901010011', new Date(Date.UTC(2021, 2, 5, 14, 30)), 0.5],
        ['=1+1', '2021年3月5日', -3],
      ],
      ['A1:B1'],
    );
    expect(await readWorkbook(bytes, reader())).toEqual([
      {
        name: '台账',
        merges: [[0, 0, 0, 1]],
        rows: [
          ['登记编号', '收到日期', '件数'],
          ['007', '2021-03-05', '12'],
          ['330902199901010011', '2021-03-05 14:30', '0.5'],
          ['=1+1', '2021年3月5日', '-3'],
        ],
      },
    ]);
  });

  it('takes what a formula had come to, and never works it out', async () => {
    const sheet = '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>5</v></c></row></sheetData>';
    const bytes = workbookWith(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
    );
    expect(await readWorkbook(bytes, reader())).toMatchObject([{ rows: [['5']] }]);
  });

  it('refuses a number whose last digits the spreadsheet has lost, and names its cell', async () => {
    const bytes = honestWorkbook([['证件号码'], [Number('330902199901010011')]]);
    await expect(readWorkbook(bytes, reader())).rejects.toMatchObject({
      fault: 'number-too-long',
      where: '台账!A2',
    });
  });
});

const SPREADSHEETML = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORDPROCESSINGML = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheetOf = (rows: string, before = ''): string =>
  `${before}<worksheet xmlns="${SPREADSHEETML}"><sheetData>${rows}</sheetData></worksheet>`;
const honest = workbookWith(sheetOf(ROWS));
const XML = '<?xml version="1.0"?>';
/** Every entity is ten of the one before: 10⁹ of the first. */
const LAUGHS = Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY l${String(at + 1)} "${`&l${String(at)};`.repeat(10)}">`,
).join('');

describe('a hostile file', () => {
  it.each([
    ['text under the name of a workbook', strToU8('登记编号,收到日期'), 'not-office'],
    [
      'an .xls, or a workbook with a password',
      strToU8('\xd0\xcf\x11\xe0\xa1\xb1', true),
      'old-format',
    ],
    ['a workbook cut short', honest.slice(0, honest.length >> 1), 'damaged'],
    ['a part that is larger than the directory says', understated(honest), 'damaged'],
    ['a part that is encrypted', locked(honest), 'encrypted'],
    [
      'an entity from elsewhere',
      workbookWith(sheetOf(ROWS, `${XML}<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>`)),
      'entities',
    ],
    [
      'entities of entities',
      workbookWith(sheetOf(ROWS, `${XML}<!DOCTYPE a [<!ENTITY l0 "ha">${LAUGHS}]>`)),
      'entities',
    ],
  ] as const)('%s is refused', async (_, bytes, fault) => {
    await expect(readWorkbook(bytes, reader())).rejects.toMatchObject({ fault });
  });

  it('that unpacks to more than is read is refused before anything is built of it', async () => {
    const zeros = new Uint8Array(6_000_000);
    const bomb = workbookWith(sheetOf(ROWS), { 'xl/media/a.bin': zeros, 'xl/media/b.bin': zeros });
    expect(bomb.byteLength).toBeLessThan(200_000);
    await expect(readWorkbook(bomb, reader({ bytesMax: 10_000_000 }))).rejects.toMatchObject({
      fault: 'too-large',
    });
  });

  it('of more rows or cells than a register has is refused', async () => {
    const rows = workbookWith(sheetOf(ROWS.repeat(2_001)));
    await expect(readWorkbook(rows, reader({ rowsMax: 2_000 }))).rejects.toMatchObject({
      fault: 'too-many-cells',
    });
    const cells = workbookWith(
      sheetOf(`<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(2_001)}</row>`),
    );
    await expect(readWorkbook(cells, reader({ cellsMax: 2_000 }))).rejects.toMatchObject({
      fault: 'too-many-cells',
    });
  });

  it('with a cell in the last corner that there is has too many rows', async () => {
    const corner = workbookWith(sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'));
    const read = readWorkbook(corner, reader({ rowsMax: 2_000 }));
    await expect(read).rejects.toMatchObject({ fault: 'too-many-cells' });
  });

  it('that keeps the reader busy is stopped', async () => {
    const bytes = workbookWith(sheetOf(ROWS.repeat(100_000)));
    await expect(readWorkbook(bytes, reader({ timeMs: 50 }))).rejects.toMatchObject({
      fault: 'took-too-long',
    });
  });

  it('that takes more memory than the reader has ends the reader, not the ledger', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, at) =>
        `<row r="${String(at + 1)}"><c r="A${String(at + 1)}" t="str"><v>${'字'.repeat(60)}</v></c></row>`,
    );
    const bytes = workbookWith(sheetOf(rows.join('')));
    await expect(readWorkbook(bytes, reader({ memoryMb: 20 }))).rejects.toMatchObject({
      fault: 'too-large',
    });
  });
});

describe('readDocument 读 .docx', () => {
  const document = (body: string): Uint8Array =>
    zipSync({
      'word/document.xml': strToU8(
        `${XML}<w:document xmlns:w="${WORDPROCESSINGML}"><w:body>${body}</w:body></w:document>`,
      ),
    });
  const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;

  it('gives words and tables in their order, cells over the columns and rows they cover', async () => {
    const rows = [
      cell('（三）', '<w:vMerge w:val="restart"/>') + cell('申请人', '<w:gridSpan w:val="2"/>'),
      cell('', '<w:vMerge/>') + cell('自然人') + cell('总计'),
    ];
    const table = `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
    const bytes = document(paragraph('一、总体') + table + paragraph('四、其他'));
    expect(await readDocument(bytes, reader())).toEqual([
      { paragraph: '一、总体' },
      {
        table: [
          [
            { text: '（三）', colspan: 1, rowspan: 2 },
            { text: '申请人', colspan: 2, rowspan: 1 },
          ],
          [
            { text: '自然人', colspan: 1, rowspan: 1 },
            { text: '总计', colspan: 1, rowspan: 1 },
          ],
        ],
      },
      { paragraph: '四、其他' },
    ]);
  });

  it('refuses a workbook under the name of a document', async () => {
    await expect(readDocument(honest, reader())).rejects.toMatchObject({ fault: 'not-office' });
  });
});
