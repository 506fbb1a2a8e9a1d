import { zipSync, strToU8 } from 'fflate';
import type { AnnualReportView } from '../../src/annual-reports/annual-report-view.js';
import type { FormVersion } from '../../src/annual-reports/domain/annual-report.events.js';
import { placed } from '../../src/csv/office-blocks.js';
import { figureKeys, readForm } from '../../src/annual-reports/form-layout.js';
import { readReportFile } from '../../src/annual-reports/read-report-file.js';
import { CommandRefused } from '../../src/ledger/command-refused.js';
import { PuppeteerReportPrinter } from '../../src/print/puppeteer-report-printer.js';
import { honestWorkbook, understated } from '../support/hostile-files.js';
import { dinghaiView } from '../support/print/dinghai.js';

const printer = new PuppeteerReportPrinter({ fonts: 'bundled' });
afterAll(() => printer.close());

/** A figure of its own in every cell of a form: 1000, 1001 and so on. */
function numbered(form: FormVersion): Readonly<Record<string, number>> {
  return Object.fromEntries(figureKeys(readForm(form)).map((cell, at) => [cell, 1000 + at]));
}

function viewOf(form: FormVersion, figures = numbered(form)): AnnualReportView {
  const printed = Object.entries(figures).map(([cell, figure]) => [cell, String(figure)]);
  return dinghaiView({ form, figures: Object.fromEntries(printed) as Record<string, string> });
}

async function whyNot(bytes: Uint8Array): Promise<unknown> {
  try {
    await readReportFile(bytes);
  } catch (error) {
    if (error instanceof CommandRefused) return error.refusal.facts?.['why'];
    throw error;
  }
  return null;
}

describe.each(['2021', '2019'] as const)('a report in the form of %s', (form) => {
  it('is read off its own .docx cell by cell and word by word', async () => {
    const view = viewOf(form);
    const { format, report } = await readReportFile(await printer.docx(view));
    expect(format).toBe('docx');
    expect(report.form).toBe(form);
    expect(report.cells).toEqual(numbered(form));
    const { title, parts, signature } = view;
    expect(report).toMatchObject({ statedYear: 2021, unit: signature.agency });
    expect(report.words?.title).toEqual(title);
    expect(report.words?.parts.map(({ heading }) => heading)).toEqual(
      parts.map(({ heading }) => heading),
    );
    expect(report.words?.parts.map(({ text }) => text.replace(/\s/g, ''))).toEqual(
      parts.map(({ text }) => text.replace(/\s/g, '')),
    );
  });

  it('is read off its own .xlsx cell by cell', async () => {
    const { format, report } = await readReportFile(await printer.xlsx(viewOf(form)));
    expect(format).toBe('xlsx');
    expect(report.cells).toEqual(numbered(form));
    expect(report).toMatchObject({ form, statedYear: 2021 });
    expect(report.words?.parts).toHaveLength(6);
  });
});

type Paper = readonly (readonly string[])[];

/** The tables of the form of 2021 as somebody typed them: a text in every place, no cells merged. */
function typed(table: 'two' | 'three' | 'four', figures = numbered('2021')): string[][] {
  return placed(readForm('2021').tables[table].rows).map((row) =>
    row.map((cell, at) => {
      if (cell === undefined || cell === row[at - 1]) return '';
      return 'cell' in cell ? String(figures[cell.cell]) : cell.text;
    }),
  );
}

/** A label of the form in other words, or a figure. */
function retyped(paper: Paper, words: Readonly<Record<string, string>>): string[][] {
  return paper.map((row) => row.map((text) => words[text] ?? text));
}

const sheetOf = (...papers: readonly Paper[]): Uint8Array => honestWorkbook(papers.flat());

const WORDPROCESSINGML = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function documentOf(...blocks: readonly (string | Paper)[]): Uint8Array {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body = blocks.map((block) =>
    typeof block === 'string'
      ? paragraph(block)
      : `<w:tbl>${block
          .map(
            (row) =>
              `<w:tr>${row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`,
          )
          .join('')}</w:tbl>`,
  );
  const xml = `<w:document xmlns:w="${WORDPROCESSINGML}"><w:body>${body.join('')}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml) });
}

describe('a report as another program or another hand set it', () => {
  it('is told by its labels, whatever stands around and between the tables of a sheet', async () => {
    const words = {
      规章: '1. 规 章',
      '（一）予以公开': '（一） 予以公开（含主动）',
      自然人: '自 然 人',
      '一、本年新收政府信息公开申请数量': '一、本年新收政府信息公开申请数量（件）',
    };
    const papers = [typed('four'), typed('three'), typed('two')];
    const sheet = sheetOf([['附表'], ['']], ...papers.map((paper) => retyped(paper, words)));
    const { report } = await readReportFile(sheet);
    expect(report.cells).toEqual(numbered('2021'));
    expect(report.words).toBeNull();
  });

  it('takes a label much like that of the form for it', async () => {
    const words = { '4.要求行政机关更正政府信息但无法律依据': '' };
    const other = {
      ...words,
      '2.没有现成信息需要另行制作': '2.没有现成信息，需另行制作',
      行政规范性文件: '规范性文件',
    };
    const { report } = await readReportFile(
      sheetOf(retyped(typed('two'), other), retyped(typed('three'), other), typed('four')),
    );
    expect(report.cells).toEqual(numbered('2021'));
    expect(report.labels).toContain('规范性文件');
  });

  it('finds columns by their headings, in any order', async () => {
    const swapped = typed('three').map((row) => [...row.slice(0, 3), ...row.slice(3).toReversed()]);
    const { report } = await readReportFile(sheetOf(swapped));
    const three = Object.entries(numbered('2021')).filter(([cell]) => cell.startsWith('table3.'));
    expect(report.cells).toEqual(Object.fromEntries(three));
  });

  it('keeps a blank, a stroke and words as they are printed, and reads figures in any width', async () => {
    const printed = retyped(typed('four'), {
      '1185': '',
      '1186': '/',
      '1187': '３件',
      '1188': '１，２０３',
    });
    const { cells } = (await readReportFile(sheetOf(printed))).report;
    const [first, second, third, fourth] = Object.values(cells);
    expect(printed.at(-1)?.slice(0, 4)).toEqual(['', '/', '３件', '１，２０３']);
    expect([first, second, third, fourth]).toEqual(['', '/', '３件', 1203]);
  });

  it('leaves a row out that is not there, for the checks to name', async () => {
    const without = typed('three').filter(
      (row) => !row.includes('（二）部分公开（区分处理的，只计这一情形，不计其他情形）'),
    );
    const { cells } = (await readReportFile(sheetOf(without))).report;
    expect(Object.keys(cells).filter((cell) => cell.startsWith('table3.partly_granted'))).toEqual(
      [],
    );
    expect(cells['table3.granted.total']).toBe(numbered('2021')['table3.granted.total']);
  });

  it('reads a table on that goes on overleaf as one of its own', async () => {
    const three = typed('three');
    const report = documentOf(
      '2021年甲局',
      '政府信息公开工作年度报告',
      three.slice(0, 12),
      '',
      three.slice(12),
    );
    const { cells, unit, statedYear } = (await readReportFile(report)).report;
    expect(Object.keys(cells)).toHaveLength(three.length * 7 - 3 * 7);
    expect({ unit, statedYear }).toEqual({ unit: '甲局', statedYear: 2021 });
  });

  it('refuses what has a row twice with other figures, and what has no table of the form', async () => {
    const two = typed('two');
    const again = retyped(two, { '1006': '7' });
    expect(await whyNot(sheetOf(two, again))).toContain('“行政许可”有两行');
    expect((await readReportFile(sheetOf(two, two))).report.cells['table2.licensing']).toBe(1006);
    expect(await whyNot(sheetOf([['姓名', '电话']]))).toContain('没有找到年度报告的统计表');
    expect(await whyNot(documentOf('年度报告'))).toContain('没有找到年度报告的统计表');
  });

  it('refuses a file that unpacks to more than it says, and one that declares entities', async () => {
    expect(await whyNot(understated(sheetOf(typed('two'))))).toMatch(/不完整|过大/);
    const hostile = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>';
    const declared = zipSync({ 'word/document.xml': strToU8(hostile) });
    expect(await whyNot(declared)).toContain('办公软件不会写的声明');
  });

  it.each([
    ['%PDF-1.7', '不是 .xlsx 或 .docx 文件'],
    ['\u00d0\u00cf\u0011\u00e0', '旧格式'],
    ['', '不是 .xlsx 或 .docx 文件'],
  ])('refuses %j and says what to save it as', async (begins, why) => {
    expect(await whyNot(Buffer.from(begins, 'latin1'))).toContain(why);
  });
});
