import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsCovered, figureKeys, readForm } from '../../src/annual-reports/form-layout.js';
import { renderAnnualReport } from '../../src/print/render-annual-report.js';
import { blocksOf } from '../../src/print/report-text.js';
import { FORM, GOLDEN, REPORT_TEXT, dinghaiView } from '../support/print/dinghai.js';
import { payloads } from '../support/print/payloads.js';
import { withoutSpace } from '../support/print/pdf.js';

const TABLE_THREE_ROWS = 25;
const TABLE_THREE_COLUMNS = ['natural', 'business', 'research', 'ngo', 'legal', 'other', 'total'];

describe('the form of 2021 国办公开办函〔2021〕30号', () => {
  const { two, three, four } = FORM.tables;

  it('asks for 10, 175 and 15 figures, each of them once', () => {
    const keys = figureKeys(FORM);
    const starting = (prefix: string) => keys.filter((key) => key.startsWith(prefix)).length;
    expect([starting('table2.'), starting('table3.'), starting('table4.')]).toEqual([10, 175, 15]);
    expect(keys.length).toBe(200);
    expect(new Set(keys).size).toBe(200);
  });

  it('asks for table three by 25 rows of the same seven columns', () => {
    const rows = three.rows
      .slice(three.headRows)
      .map((row) => row.flatMap((cell) => ('cell' in cell ? [cell.cell.split('.')] : [])));
    expect(rows.length).toBe(TABLE_THREE_ROWS);
    for (const row of rows) {
      expect(row.map(([, , column]) => column)).toEqual(TABLE_THREE_COLUMNS);
      expect(new Set(row.map(([, key]) => key)).size).toBe(1);
    }
  });

  it.each([
    ['two', two, 4, 14],
    ['three', three, 10, 28],
    ['four', four, 15, 4],
  ])('lays out table %s without a hole or an overlap', (_, table, width, height) => {
    expect(columnsCovered(table.rows)).toEqual(Array.from({ length: height }, () => width));
    const total = table.columnWidths.reduce((sum, it) => sum + it, 0);
    expect(total).toBeCloseTo(156, 6);
  });

  it('says so when a version is not there', () => {
    expect(() => readForm('../2021')).toThrow('年度报告格式');
  });
});

describe('renderAnnualReport 年度报告', () => {
  it('renders the report of 定海区机关事务管理中心 as kept in the golden file', () => {
    const html = renderAnnualReport(dinghaiView(), FORM);
    // The words and the table are the golden part; how they look is looked at on paper.
    const words = html.replace(/<style>[^]*?<\/style>/, '<style></style>');
    const file = join(GOLDEN, 'report.html');
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, words);
    expect(words).toBe(readFileSync(file, 'utf8'));
  });

  it('has every word of the published report, in its order, and nothing else', () => {
    const html = renderAnnualReport(dinghaiView(), FORM);
    const words = html.slice(html.indexOf('<main>')).replace(/<[^>]*>/g, '');
    expect(withoutSpace(words)).toBe(withoutSpace(REPORT_TEXT));
  });

  it('marks up what a reader of a screen needs: language, title, headings, scopes', () => {
    const html = renderAnnualReport(dinghaiView(), FORM);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('<title>2021年定海区机关事务管理中心政府信息公开工作年度报告</title>');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<h2>/g)).toHaveLength(6);
    expect(html.match(/<h3>/g)).toHaveLength(4);
    expect(html.match(/<table/g)).toHaveLength(3);
    expect(html.match(/<th scope="(?:row|col)"/g)).toHaveLength(html.match(/<th\b/g)?.length ?? 0);
    expect(html.match(/<td\b[^>]*>0<\/td>/g)).toHaveLength(200);
  });

  it('puts each figure in its own cell, in the order of the form', () => {
    const keys = figureKeys(FORM);
    const figures = Object.fromEntries(keys.map((key, at) => [key, String(1000 + at)]));
    const html = renderAnnualReport(dinghaiView({ figures }), FORM);
    const cells = [...html.matchAll(/<td\b[^>]*>([^<]*)<\/td>/g)].map((it) => it[1]);
    expect(cells).toEqual(keys.map((_, at) => String(1000 + at)));
  });

  it.each(['', ' ', undefined])('refuses to render a cell left as %j', (blank) => {
    const figures: Record<string, string> = { ...dinghaiView().figures };
    if (blank === undefined) delete figures['table3.granted.natural'];
    else figures['table3.granted.natural'] = blank;
    const render = () => renderAnnualReport(dinghaiView({ figures }), FORM);
    expect(render).toThrow('table3.granted.natural');
  });

  it('refuses to render a report that lost one of its tables', () => {
    const parts = dinghaiView().parts.filter(({ table }) => table !== 'four');
    expect(() => renderAnnualReport(dinghaiView({ parts }), FORM)).toThrow('two,three');
  });

  it('marks a draft, and a report that is none carries no mark', () => {
    const body = (draft: boolean) => {
      const html = renderAnnualReport(dinghaiView({ draft }), FORM);
      return {
        page: html.includes("@top-right { content: '草稿'"),
        screen: html.includes('class="draft"'),
      };
    };
    expect(body(true)).toEqual({ page: true, screen: true });
    expect(body(false)).toEqual({ page: false, screen: false });
  });

  it('has the listing of a website above the title where it is asked for, and its files', () => {
    const listing = {
      entries: [
        { name: '索引号', value: '330902/2022-1' },
        { name: '名称', value: '<b>报告</b>' },
      ],
      downloads: [{ label: '下载Word', href: 'report.docx?a="b"' }],
    };
    const html = renderAnnualReport(dinghaiView(), FORM, listing);
    const [block = ''] = /<header class="listing">[^]*?<\/header>/.exec(html) ?? [];
    expect(block).toContain('<dt>索引号</dt><dd>330902/2022-1</dd>');
    expect(block).toContain('<dd>&lt;b&gt;报告&lt;/b&gt;</dd>');
    expect(block).toContain('<a href="report.docx?a=&quot;b&quot;">【下载Word】</a>');
    expect(html.indexOf(block)).toBeLessThan(html.indexOf('<h1'));
    expect(html.replace(block, '').replace(/\s+/g, '')).toBe(
      renderAnnualReport(dinghaiView(), FORM).replace(/\s+/g, ''),
    );
  });

  it.each(payloads('http://127.0.0.1:9', '/etc/hostname'))('prints %s as text', (payload) => {
    const plain = renderAnnualReport(dinghaiView(), FORM);
    const html = renderAnnualReport(hostileView(payload), FORM);
    const tags = (text: string) => text.match(/<[!/a-zA-Z][^>]*>/g);
    // The same tags in the same order, whatever was written into the fields.
    expect(tags(html)).toEqual(tags(plain));
    expect(unescaped(html).split(payload).length - 1).toBe(7);
  });
});

describe('the levels of the words', () => {
  it.each([
    ['（一）主动公开', 'second'],
    ['(二)依申请公开', 'second'],
    ['（4） 监督保障情况', 'second'],
    ['（十二）其他', 'second'],
    ['（一）主动公开。全年公开信息72条。', 'paragraph'],
    ['1.财政信息公开', 'third'],
    ['2．人事信息公开', 'third'],
    ['1.5万件政务信息', 'paragraph'],
    ['1.财政信息公开。', 'paragraph'],
    ['2021年，中心公开信息72条', 'paragraph'],
    ['（一）' + '长'.repeat(40), 'paragraph'],
  ])('takes %s for a %s', (text, kind) => {
    expect(blocksOf(text)).toEqual([{ kind, text }]);
  });

  it('makes one paragraph of each line that is not empty', () => {
    expect(blocksOf('甲。\r\n\n　 乙。 \n').map(({ text }) => text)).toEqual(['甲。', '乙。']);
  });
});

/** The payload in each field that a person can write: it stands in seven places of the document. */
function hostileView(payload: string) {
  const view = dinghaiView();
  return dinghaiView({
    title: [`题${payload}题`, ...view.title.slice(1)],
    preamble: `引言${payload}。`,
    parts: view.parts.map((part, at) =>
      at === 0 ? { ...part, heading: `一${payload}`, text: `${part.text}${payload}。` } : part,
    ),
    figures: { ...view.figures, 'table2.licensing': payload },
    signature: { agency: view.signature.agency, date: payload },
  });
}

function unescaped(html: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name] ?? '');
}
