import type { AnnualReportForm, FormCell } from '../../src/annual-reports/form-layout.js';
import { Printer } from '../../src/print/printer.js';
import { renderAnnualReport } from '../../src/print/render-annual-report.js';
import { FORM, REPORT_TEXT, dinghaiView } from '../support/print/dinghai.js';
import {
  BODY,
  type ReadPdf,
  bodyItems,
  bodyText,
  linesOf,
  readPdf,
  withoutSpace,
} from '../support/print/pdf.js';

const TITLE = '2021年定海区机关事务管理中心政府信息公开工作年度报告';
const TITLE_SIZE = 22;
const BODY_SIZE = 16;
const CORNER = '本列数据的勾稽关系';

const printer = new Printer({ fonts: 'bundled' });
afterAll(() => printer.close());

describe('the printed report 年度报告', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await readPdf(await printer.print(renderAnnualReport(dinghaiView(), FORM), TITLE));
  });

  it('says exactly what the published report says, from the title to the date', () => {
    expect(bodyText(pdf)).toBe(withoutSpace(REPORT_TEXT));
  });

  it('is A4, and nothing but page numbers stands outside the 版心', () => {
    for (const { width, height, items } of pdf.pages) {
      expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
      const outside = items.filter(
        ({ left, right, y }) =>
          left < BODY.left - 0.3 || right > BODY.right + 0.4 || y > BODY.bottom,
      );
      expect(outside.map(({ text }) => /^— \d+ —$/.test(text))).toEqual([true]);
    }
  });

  it('numbers odd pages at the right and even pages at the left, one character in', () => {
    const character = (14 / 72) * 25.4;
    pdf.pages.forEach(({ items }, at) => {
      const number = items.find(({ text }) => text === `— ${at + 1} —`);
      expect(number?.size).toBeCloseTo(14, 1);
      if (at % 2 === 0) expect(number?.right).toBeCloseTo(BODY.right - character, 0);
      else expect(number?.left).toBeCloseTo(BODY.left + character, 0);
      // The dashes, a third of the size above the base line, are 7 mm below the 版心.
      expect((number?.y ?? 0) - character * 0.36).toBeCloseTo(BODY.bottom + 7, 0);
    });
  });

  it('embeds the fonts it names, as outlines that can be searched and copied', () => {
    expect([...pdf.fonts].sort()).toEqual([
      'LXGWWenKai-Regular',
      'NotoSansSCThin-Medium',
      'NotoSerifSCExtraLight-Black',
      'NotoSerifSCExtraLight-Regular',
    ]);
    expect(pdf.fontTypes).toEqual(['CIDFontType2', 'Type0']);
  });

  it('carries its title, its language, its structure and an outline of its headings', () => {
    expect({ title: pdf.title, lang: pdf.lang, tagged: pdf.tagged }).toEqual({
      title: TITLE,
      lang: 'zh-CN',
      tagged: true,
    });
    const [report, ...others] = pdf.outline;
    expect(others).toEqual([]);
    expect(report?.title).toBe(TITLE);
    expect(report?.items.map(({ title }) => title)).toEqual(
      dinghaiView().parts.map(({ heading }) => heading),
    );
    expect(report?.items[0]?.items.length).toBe(4);
  });

  it('sets the title in 2号 and keeps each table on one page with its heading', () => {
    expect(linesOf(pdf.pages[0] ?? fail(), TITLE_SIZE).length).toBe(2);
    for (const heading of ['二、主动公开', '三、收到和处理', '四、政府信息公开行政']) {
      const page = pdf.pages.find((it) =>
        linesOf(it, BODY_SIZE).some((line) => line.startsWith(heading)),
      );
      const zeros = bodyItems(page ?? fail()).filter(({ text }) => /^[0 ]+$/.test(text));
      const count = zeros.map(({ text }) => withoutSpace(text).length).reduce((a, b) => a + b, 0);
      expect(count).toBe({ 二: 10, 三: 175, 四: 15 }[heading.charAt(0)]);
    }
  });

  it('keeps the agency and the date together, the date four characters from the edge', () => {
    const items = bodyItems(pdf.pages.at(-1) ?? fail());
    const agency = items.find(({ text }) => text === '舟山市定海区机关事务管理中心') ?? fail();
    const date = items.find(({ text }) => text === '2022年1月10日') ?? fail();
    const character = 156 / 28;
    expect(date.right).toBeCloseTo(BODY.right - 4 * character, 0);
    expect((agency.left + agency.right) / 2).toBeCloseTo((date.left + date.right) / 2, 0);
  });
});

describe('the grid of the 版心', () => {
  it('holds 22 lines of exactly 28 characters', async () => {
    const paragraph = '政'.repeat(28 * 60);
    const parts = dinghaiView().parts.map((part, at) =>
      at === 0 ? { ...part, text: paragraph } : part,
    );
    const html = renderAnnualReport(dinghaiView({ parts }), FORM);
    const { pages } = await readPdf(await printer.print(html, TITLE));
    const second = linesOf(pages[1] ?? fail(), BODY_SIZE);
    expect(second.map((line) => Array.from(line).length)).toEqual(
      Array.from({ length: 22 }, () => 28),
    );
  });
});

describe('a table longer than a page', () => {
  it('repeats its head on every page and splits no row', async () => {
    const marked = tallForm(80);
    const figures = Object.fromEntries(marked.keys.map((key, at) => [key, String(10_000 + at)]));
    const view = dinghaiView();
    const html = renderAnnualReport(
      dinghaiView({ figures: { ...view.figures, ...figures } }),
      marked.form,
    );
    const { pages } = await readPdf(await printer.print(html, TITLE));
    const table = pages.filter((page) => bodyItems(page).some(({ text }) => text.includes(CORNER)));
    expect(table.length).toBeGreaterThanOrEqual(3);
    // Each marked row has a label of three lines: all of it and its figure are on one page,
    // whichever that is.
    const rows = table.map((page) => {
      const text = bodyItems(page).map((it) => it.text);
      const starts = text.filter((it) => /^行\d+始/.test(it)).length;
      const ends = text.join('').match(/终\d+/g)?.length ?? 0;
      const numbers = text.join(' ').match(/\b1\d{4}\b/g)?.length ?? 0;
      return [starts, ends, numbers];
    });
    for (const [starts, ends, numbers] of rows) expect([ends, numbers]).toEqual([starts, starts]);
    expect(rows.map(([starts = 0]) => starts).reduce((a, b) => a + b, 0)).toBe(80);
  });
});

/** Table three with extra rows under the spanning cell of 三、本年度办理结果. */
function tallForm(extra: number): { form: AnnualReportForm; keys: string[] } {
  const { three } = FORM.tables;
  const keys = Array.from({ length: extra }, (_, at) => `extra.${at}`);
  const rows = keys.map((cell, at): FormCell[] => [
    { text: `行${at}始${'长'.repeat(30)}终`, colspan: 2, head: true },
    { cell, colspan: 7 },
  ]);
  const last = three.rows.length - 1;
  const longer = [...three.rows.slice(0, last), ...rows, ...three.rows.slice(last)].map((row) =>
    row.map((cell) => (cell.rowspan === 22 ? { ...cell, rowspan: 22 + extra } : cell)),
  );
  return { keys, form: { ...FORM, tables: { ...FORM.tables, three: { ...three, rows: longer } } } };
}

function fail(): never {
  throw new Error('the PDF lacks what the test looks for');
}
