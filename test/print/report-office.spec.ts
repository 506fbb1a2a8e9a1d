import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnnualReportView } from '../../src/annual-reports/annual-report-view.js';
import { figureKeys } from '../../src/annual-reports/form-layout.js';
import { PuppeteerReportPrinter } from '../../src/print/puppeteer-report-printer.js';
import { sampleCheckpoint } from '../support/letters/letter-cases.js';
import { docxTables, docxText, elementsOf, xmlOf } from '../support/letters/read-docx.js';
import { removeDirectories, temporaryDirectory } from '../support/ledger/builders.js';
import { FORM, REPORT_TEXT, dinghaiView } from '../support/print/dinghai.js';
import { bodyText, readPdf, withoutSpace } from '../support/print/pdf.js';
import { readXlsx } from '../support/print/read-xlsx.js';

const printer = new PuppeteerReportPrinter({ fonts: 'bundled' });
afterAll(() => printer.close());
afterAll(removeDirectories);

/** A figure of its own in every cell: 1000, 1001 and so on, and fees with four decimals. */
const KEYS = figureKeys(FORM);
const FIGURES = Object.fromEntries(KEYS.map((key, at) => [key, String(1000 + at)]));
const FEES = '59237.2449';
const numbered = (changes: Partial<AnnualReportView> = {}): AnnualReportView =>
  dinghaiView({ figures: { ...FIGURES, 'table2.fees_wan_yuan': FEES }, ...changes });

/** What spreadsheets take for the beginning of a formula, or of a command. */
const INJECTIONS = [
  '=1+1',
  '=cmd|"/c calc"!A0',
  '+86 0580',
  '-2+3',
  '@SUM(1)',
  '|calc',
  '%0A=1',
  '_x003D_1',
];

describe('the report as .docx', () => {
  const xml = async (view = dinghaiView()) => xmlOf(await printer.docx(view), 'word/document.xml');

  it('says exactly what the published report says, and the head of the ledger after it', async () => {
    expect(withoutSpace(docxText(await printer.docx(dinghaiView())))).toBe(
      withoutSpace(REPORT_TEXT),
    );
    const view = dinghaiView({ checkpoint: sampleCheckpoint() });
    const [words, head] = withoutSpace(docxText(await printer.docx(view))).split('台账检查点：');
    expect(words).toBe(withoutSpace(REPORT_TEXT));
    expect(head).toContain('0123456789abcdef'.repeat(4));
    expect(elementsOf(await xml(view), 'wp:docPr').map((it) => it.getAttribute('descr'))).toEqual([
      '检查点二维码',
    ]);
  });

  it('has the spans of the form, rows that do not split, and a head that repeats', async () => {
    const tables = elementsOf(await xml(), 'w:tbl');
    const forms = [FORM.tables.two, FORM.tables.three, FORM.tables.four];
    expect(tables.length).toBe(3);
    tables.forEach((table, at) => {
      const { rows, headRows, columnWidths } = forms[at]!;
      expect(elementsOf(table, 'w:gridCol').length).toBe(columnWidths.length);
      expect(elementsOf(table, 'w:cantSplit').length).toBe(rows.length);
      expect(elementsOf(table, 'w:tblHeader').length).toBe(headRows);
      const spans = (name: string) =>
        elementsOf(table, name).map((it) => Number(it.getAttribute('w:val')));
      const wide = rows.flat().map(({ colspan = 1 }) => colspan);
      // A cell that reaches down is there once more in every row below.
      const below = rows
        .flat()
        .flatMap(({ colspan = 1, rowspan = 1 }) =>
          Array.from({ length: rowspan - 1 }, () => colspan),
        );
      expect(
        spans('w:gridSpan')
          .filter((it) => it > 1)
          .sort(),
      ).toEqual([...wide, ...below].filter((it) => it > 1).sort());
      const merges = elementsOf(table, 'w:vMerge').map((it) => it.getAttribute('w:val'));
      const down = rows.flat().filter(({ rowspan = 1 }) => rowspan > 1).length;
      expect(merges.filter((it) => it === 'restart').length).toBe(down);
      expect(merges.length - down).toBe(below.length);
    });
  });

  it('puts each figure in its own cell, in the order of the form', async () => {
    const cells = docxTables(await printer.docx(numbered())).flat();
    const shown = KEYS.map((key) => (key === 'table2.fees_wan_yuan' ? FEES : FIGURES[key]));
    expect(cells.filter((text) => /^[\d.]+$/.test(text))).toEqual(shown);
  });

  it('has headings that a reader can jump to, in the typefaces of GB/T 9704', async () => {
    const docx = await printer.docx(dinghaiView());
    const styles = elementsOf(xmlOf(docx, 'word/document.xml'), 'w:pStyle').map((it) =>
      it.getAttribute('w:val'),
    );
    expect(styles.filter((it) => it === 'Heading1').length).toBe(6);
    expect(styles.filter((it) => it === 'Heading2').length).toBe(4);
    const fonts = elementsOf(xmlOf(docx, 'word/styles.xml'), 'w:style').flatMap((style) => {
      const [font] = elementsOf(style, 'w:rFonts').map((it) => it.getAttribute('w:eastAsia'));
      const name = style.getAttribute('w:styleId') ?? '';
      return /^Heading[1-3]$/.test(name) ? [[name, font]] : [];
    });
    expect(Object.fromEntries(fonts)).toEqual({
      Heading1: '黑体',
      Heading2: '楷体_GB2312',
      Heading3: '仿宋_GB2312',
    });
  });

  it('is A4 with the margins of the 版心, page numbers outside, lines at a fixed distance', async () => {
    const docx = await printer.docx(dinghaiView());
    const document = xmlOf(docx, 'word/document.xml');
    const [margin] = elementsOf(document, 'w:pgMar');
    expect(['top', 'right', 'bottom', 'left'].map((it) => margin?.getAttribute(`w:${it}`))).toEqual(
      ['37mm', '26mm', '35mm', '28mm'],
    );
    expect(
      elementsOf(document, 'w:footerReference').map((it) => it.getAttribute('w:type')),
    ).toEqual(['default', 'even']);
    const lines = elementsOf(document, 'w:spacing').filter((it) => it.hasAttribute('w:line'));
    expect(lines.length).toBeGreaterThan(200);
    expect(new Set(lines.map((it) => it.getAttribute('w:lineRule')))).toEqual(new Set(['exact']));
  });

  it('marks a draft at the head of every page, and a report that is none carries no mark', async () => {
    const marked = await printer.docx(dinghaiView({ draft: true }));
    const references = elementsOf(xmlOf(marked, 'word/document.xml'), 'w:headerReference');
    expect(references.map((it) => it.getAttribute('w:type'))).toEqual(['default', 'even']);
    expect(xmlOf(marked, 'word/header1.xml').textContent).toBe('草稿');
    expect(elementsOf(await xml(), 'w:headerReference')).toEqual([]);
  });
});

describe('the report as .xlsx', () => {
  it('has a sheet of the words and one for each table, named after its part', async () => {
    const sheets = readXlsx(await printer.xlsx(dinghaiView()));
    const { parts } = dinghaiView();
    expect(sheets.map(({ name }) => name)).toEqual([
      '文字',
      ...parts.filter(({ table }) => table !== null).map(({ heading }) => heading),
    ]);
  });

  it('has the figures as numbers that show all their decimals, and all else as text', async () => {
    const sheets = readXlsx(await printer.xlsx(numbered()));
    const figures = sheets.flatMap(({ cells }) => cells.filter(({ kind }) => kind === 'number'));
    expect(figures.map(({ text }) => text)).toEqual(
      KEYS.map((key) => (key === 'table2.fees_wan_yuan' ? FEES : FIGURES[key])),
    );
    expect(new Set(figures.map(({ format }) => format))).toEqual(new Set(['0', '0.0000']));
    const texts = sheets.flatMap(({ cells }) => cells.filter(({ kind }) => kind === 'text'));
    expect(new Set(texts.map(({ format }) => format))).toEqual(new Set(['@']));
  });

  it('merges the cells that the form merges', async () => {
    const [, two, three, four] = readXlsx(await printer.xlsx(dinghaiView()));
    const merged = (rows: typeof FORM.tables.two.rows) =>
      rows.flat().filter(({ colspan = 1, rowspan = 1 }) => colspan * rowspan > 1).length;
    expect(two?.merged.length).toBe(merged(FORM.tables.two.rows));
    expect(three?.merged.length).toBe(merged(FORM.tables.three.rows));
    expect(three?.merged).toEqual(expect.arrayContaining(['A1:C3', 'D1:J1', 'A6:A27', 'B8:B15']));
    expect(four?.merged).toEqual(expect.arrayContaining(['A1:E1', 'F1:O1', 'F2:J2', 'K2:O2']));
  });

  it.each(INJECTIONS)('keeps %j as text in whatever field it was written', async (text) => {
    const { parts, signature } = dinghaiView();
    const view = dinghaiView({
      title: [text, '报告'],
      preamble: `${text}\n\t${text}`,
      parts: parts.map((part) => ({ ...part, text: part.table === null ? text : '' })),
      figures: { ...FIGURES, 'table2.licensing': text },
      signature: { ...signature, agency: text },
    });
    const cells = readXlsx(await printer.xlsx(view)).flatMap((sheet) => sheet.cells);
    expect(cells.filter(({ kind }) => kind === 'formula')).toEqual([]);
    const found = cells.filter((cell) => cell.text === text);
    expect(found.length).toBe(8);
    expect(found.every(({ kind, format }) => kind === 'text' && format === '@')).toBe(true);
  });

  it('shows a paragraph of any length, over as many rows as it takes', async () => {
    const long = `${'政府信息公开'.repeat(3_000)}𠮷。`;
    const parts = dinghaiView().parts.map((part, at) =>
      at === 0 ? { ...part, text: long } : part,
    );
    const [words] = readXlsx(await printer.xlsx(dinghaiView({ parts })));
    const texts = words!.cells.map(({ text }) => text);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(2_000);
    expect(texts.join('')).toContain(long);
  });

  it('marks every sheet of a draft, and none of a report that is none', async () => {
    const marks = async (draft: boolean) =>
      readXlsx(await printer.xlsx(dinghaiView({ draft }))).map(
        ({ cells }) => cells[0]?.text === '草稿',
      );
    expect(await marks(true)).toEqual([true, true, true, true]);
    expect(await marks(false)).toEqual([false, false, false, false]);
  });
});

const EVERYTHING_BUT_DATE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

describe('office documents', () => {
  afterEach(() => jest.useRealTimers());

  it.each(['docx', 'xlsx'] as const)(
    'has no clock in its %s: the bytes are the same',
    async (kind) => {
      const view = numbered({ checkpoint: sampleCheckpoint() });
      const at = async (day: string): Promise<Uint8Array> => {
        jest.useFakeTimers({ now: new Date(day), doNotFake: [...EVERYTHING_BUT_DATE] });
        return printer[kind](view);
      };
      const [first, later] = [await at('2024-01-31'), await at('2031-07-01')];
      expect(Buffer.from(later).equals(first)).toBe(true);
    },
  );
});

/** LibreOffice, where this machine has it; `SOFFICE` names another one than that of the path. */
const SOFFICE = process.env['SOFFICE'] ?? 'soffice';

/** What LibreOffice makes of a document; undefined, with the reason printed, when it cannot open it. */
function opened(bytes: Uint8Array, from: 'docx' | 'xlsx', to: string): string | undefined {
  const folder = temporaryDirectory();
  const file = join(folder, `report.${from}`);
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const ran = spawnSync(
    SOFFICE,
    [profile, '--headless', '--convert-to', to, '--outdir', folder, file],
    { encoding: 'utf8', timeout: 60_000 },
  );
  // A writer without its Calc opens no workbook, be it ever so good.
  const withoutCalc =
    ran.error === undefined && from === 'xlsx' && ran.stderr.includes('could not be loaded');
  if (ran.error === undefined && !withoutCalc) return folder;
  const why = withoutCalc ? 'it has no Calc' : `${SOFFICE} is not installed`;
  console.warn(`skipped: LibreOffice was not asked what it makes of the document: ${why}`);
  return undefined;
}

describe('LibreOffice', () => {
  it('opens the .docx and prints every word of it, table three on one page', async () => {
    const folder = opened(await printer.docx(numbered()), 'docx', 'pdf');
    if (folder === undefined) return;
    const pdf = await readPdf(readFileSync(join(folder, 'report.pdf')));
    const ours = await readPdf((await printer.pdf(numbered())).bytes);
    expect(bodyText(pdf)).toBe(bodyText(ours));
    expect(Math.abs(pdf.pages.length - ours.pages.length)).toBeLessThanOrEqual(1);
    const [third] = pdf.pages.filter(({ items }) => items.some(({ text }) => text === '1010'));
    expect(third?.items.some(({ text }) => text === '1184')).toBe(true);
  }, 60_000);

  it('opens the .xlsx and reads the figures of table three out of it', async () => {
    const every = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,true,false,-1';
    const folder = opened(await printer.xlsx(numbered()), 'xlsx', every);
    if (folder === undefined) return;
    const name = dinghaiView().parts[2]?.heading ?? '';
    const csv = readFileSync(join(folder, `report-${name}.csv`), 'utf8');
    const figures = csv.match(/\b1\d{3}\b/g) ?? [];
    expect(figures).toEqual(KEYS.slice(10, 185).map((key) => FIGURES[key]));
  }, 60_000);
});
