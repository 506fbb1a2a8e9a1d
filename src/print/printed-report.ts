import type {
  AnnualReportView,
  ReportTable,
  ViewPart,
} from '../annual-reports/annual-report-view.js';
import { PrintFailed } from '../annual-reports/report-printer.js';
import {
  type AnnualReportForm,
  type FormCell,
  type FormTable,
  figureKeys,
} from '../annual-reports/form-layout.js';
import { blocksOf, type TextBlock } from './report-text.js';

export type PrintedCell = Readonly<{
  text: string;
  /** Counted from 0, of the first one that it covers. */
  column: number;
  /** Millimetres. */
  width: number;
  head: boolean;
  scope: 'row' | 'col';
  colspan: number;
  rowspan: number;
}>;

export type PrintedTable = Readonly<{
  name: ReportTable;
  /** Millimetres. */
  columnWidths: readonly number[];
  /** How many of the first rows repeat at the head of every page. */
  headRows: number;
  /** Cells by the row they begin in, from left to right. */
  rows: readonly (readonly PrintedCell[])[];
}>;

export type PrintedPart = Readonly<{
  heading: string;
  blocks: readonly TextBlock[];
  table: PrintedTable | null;
}>;

/** 年度报告 put into its form: what every format writes, in the order of print. */
export type PrintedReport = Readonly<
  Pick<AnnualReportView, 'title' | 'signature' | 'draft' | 'checkpoint'> & {
    documentTitle: string;
    preamble: readonly TextBlock[];
    parts: readonly PrintedPart[];
  }
>;

/** Throws before anything is written when the form asks for a figure that the view does not have. */
export function printedReport(view: AnnualReportView, form: AnnualReportForm): PrintedReport {
  assertFiguresComplete(view, form);
  const { title, signature, draft, checkpoint } = view;
  return {
    title,
    documentTitle: title.join(''),
    preamble: blocksOf(view.preamble),
    parts: view.parts.map((part) => printedPart(part, view, form)),
    signature,
    draft,
    checkpoint,
  };
}

function assertFiguresComplete({ figures, parts }: AnnualReportView, form: AnnualReportForm): void {
  const missing = figureKeys(form).filter((key) => !/\S/.test(figures[key] ?? ''));
  if (missing.length > 0) {
    throw new PrintFailed(
      `年度报告缺少 ${missing.length} 个数字（${missing.slice(0, 5).join('、')} 等），未打印。请先补齐统计表。`,
    );
  }
  // A table left out, or printed twice, would be as wrong as a blank cell.
  const printed = parts.flatMap(({ table }) => table ?? []).join();
  if (printed !== 'two,three,four') {
    throw new PrintFailed(`年度报告应当依次有表二、表三、表四，实际为“${printed}”，未打印。`);
  }
}

function printedPart(
  { heading, text, table }: ViewPart,
  { figures }: AnnualReportView,
  form: AnnualReportForm,
): PrintedPart {
  return {
    heading,
    blocks: blocksOf(text),
    table: table === null ? null : printedTable(table, form.tables[table], figures),
  };
}

function printedTable(
  name: ReportTable,
  { columnWidths, headRows, rows }: FormTable,
  figures: AnnualReportView['figures'],
): PrintedTable {
  const taken = rows.map(() => columnWidths.map(() => false));
  const printed = rows.map((cells, row) => {
    // A row without figures heads the columns under it; a label beside figures heads its row.
    const scope = cells.some((cell) => 'cell' in cell) ? 'row' : 'col';
    return cells.map((cell) => {
      const { colspan = 1, rowspan = 1 } = cell;
      const column = taken[row]?.indexOf(false) ?? 0;
      for (const below of taken.slice(row, row + rowspan)) {
        below.fill(true, column, column + colspan);
      }
      const width = columnWidths.slice(column, column + colspan).reduce((sum, it) => sum + it, 0);
      return { ...wordsOf(cell, figures), scope, column, width, colspan, rowspan } as const;
    });
  });
  return { name, columnWidths, headRows, rows: printed };
}

function wordsOf(
  cell: FormCell,
  figures: AnnualReportView['figures'],
): Pick<PrintedCell, 'text' | 'head'> {
  return 'cell' in cell
    ? { text: figures[cell.cell] ?? '', head: false }
    : { text: cell.text, head: cell.head ?? false };
}
