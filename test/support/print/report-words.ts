import { docxTables, docxText } from '../letters/read-docx.js';
import type { PublishedReport } from '../../../src/annual-reports/published-report.js';
import { readForm, type FormTable } from '../../../src/annual-reports/form-layout.js';
import { COLUMNS } from '../../../projections/table-three.js';
import { bodyText, readPdf, withoutSpace } from './pdf.js';
import { readXlsx } from './read-xlsx.js';

/** What a report says: everything in its order, and the cells of its tables one by one. */
export type ReportWords = Readonly<{ all: string; tables: readonly (readonly string[])[] }>;

/** The head of the ledger follows the report; it is not part of it. */
const HEAD = '台账检查点：';

export function htmlWords(html: string): ReportWords {
  const report = html
    .slice(html.indexOf('<main'))
    .replace(/<header class="listing">[^]*?<\/header>/, '')
    .replace(/<footer class="checkpoint">[^]*<\/footer>/, '');
  const tables = [...report.matchAll(/<table[^]*?<\/table>/g)].map(([table]) =>
    [...table.matchAll(/<t[hd]\b[^>]*>([^<]*)<\/t[hd]>/g)].map(([, text = '']) => unescaped(text)),
  );
  return { all: withoutSpace(unescaped(report.replace(/<[^>]*>/g, ''))), tables };
}

export function docxWords(docx: Uint8Array): ReportWords {
  const tables = docxTables(docx).map((cells) => cells.map(withoutSpace));
  const [all = ''] = withoutSpace(docxText(docx)).split(HEAD);
  // The head stands in a frame, which is a table too.
  return { all, tables: tables.filter((cells) => !cells.join('').includes(HEAD)) };
}

export async function pdfWords(pdf: Uint8Array): Promise<string> {
  const [all = ''] = bodyText(await readPdf(pdf)).split(HEAD);
  return all;
}

/** The words of the one sheet, and the tables of the others. */
export function xlsxWords(xlsx: Uint8Array): ReportWords {
  const [words, ...tables] = readXlsx(xlsx).map(({ cells }) =>
    cells.map(({ text }) => withoutSpace(text)).filter((text) => text !== '草稿'),
  );
  const [all = ''] = (words ?? []).join('').split(HEAD);
  return { all, tables };
}

/** Labels are the form's; all else is in the file. */
export function jsonWords(report: PublishedReport): ReportWords {
  const form = readForm(report.form);
  const figures = figuresOf(report);
  const cells = { table2: form.tables.two, table3: form.tables.three, table4: form.tables.four };
  const shown = (table: FormTable): readonly string[] =>
    table.rows
      .flat()
      .map((cell) => ('cell' in cell ? (figures.get(cell.cell) ?? '?') : withoutSpace(cell.text)));
  const parts = report.parts.map(({ heading, text, table }) => [
    heading,
    text,
    ...(table === null ? [] : shown(cells[table])),
  ]);
  const { title, preamble, signature } = report;
  const all = [...title, preamble, ...parts.flat(), signature.agency, signature.date];
  return { all: withoutSpace(all.join('')), tables: Object.values(cells).map(shown) };
}

/** The same without the tables. */
export function proseOf({ title, preamble, parts, signature }: PublishedReport): string {
  const words = parts.flatMap(({ heading, text }) => [heading, text]);
  return withoutSpace([...title, preamble, ...words, signature.agency, signature.date].join(''));
}

function figuresOf({ table2, table3, table4 }: PublishedReport): ReadonlyMap<string, string> {
  const flat = (value: unknown, name: string): [string, string][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, it]) => flat(it, `${name}.${key}`))
      : [[name, String(value)]];
  const three = Object.entries(table3.rows).flatMap(([row, cells]) =>
    cells.map((count, at): [string, string] => [
      `table3.${row}.${COLUMNS[at] ?? ''}`,
      String(count),
    ]),
  );
  const groups = ['review', 'litigation_direct', 'litigation_after_review'];
  const results = ['upheld', 'corrected', 'other', 'pending', 'total'];
  const four = groups.flatMap((group, at) =>
    results.map((result, place): [string, string] => [
      `table4.${group}.${result}`,
      String(table4[5 * at + place]),
    ]),
  );
  return new Map([...flat(table2, 'table2'), ...three, ...four]);
}

export function unescaped(html: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name] ?? '');
}
