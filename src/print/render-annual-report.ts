import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Eta } from 'eta';
import {
  type AnnualReportForm,
  type FormCell,
  type FormTable,
  TEMPLATES_FOLDER,
  figureKeys,
} from './annual-report-form.js';
import type { AnnualReportView, ViewPart } from '../annual-reports/annual-report-view.js';
import { PrintFailed } from '../annual-reports/report-printer.js';
import { checkpointStyle, printedCheckpoint } from './printed-checkpoint.js';
import { blocksOf } from './report-text.js';

type PrintedCell = Readonly<{
  text: string;
  head: boolean;
  scope: 'row' | 'col';
  colspan: number;
  rowspan: number;
}>;

/**
 * 年度报告 as one HTML document that stands alone: the CSS is inside, fonts are the reader's own by
 * name. Throws before anything is written when the form asks for a figure that the view does not
 * have.
 */
export function renderAnnualReport(
  view: AnnualReportView,
  form: AnnualReportForm,
  templates = TEMPLATES_FOLDER,
): string {
  assertFiguresComplete(view, form);
  const style = readFileSync(join(templates, 'annual-report', 'report.css'), 'utf8');
  const eta = new Eta({ views: templates, autoEscape: true });
  return eta.render('./annual-report/report', {
    css: view.checkpoint === null ? style : style + checkpointStyle(templates),
    documentTitle: view.title.join(''),
    title: view.title,
    preamble: blocksOf(view.preamble),
    parts: view.parts.map((part) => printedPart(part, view, form)),
    signature: view.signature,
    draft: view.draft,
    checkpoint: view.checkpoint && printedCheckpoint(view.checkpoint),
  });
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
  view: AnnualReportView,
  form: AnnualReportForm,
) {
  return {
    heading,
    blocks: blocksOf(text),
    table: table === null ? null : printedTable(table, form.tables[table], view.figures),
  };
}

function printedTable(name: string, table: FormTable, figures: AnnualReportView['figures']) {
  const rows = table.rows.map((row) => printedRow(row, figures));
  const width = table.columnWidths.reduce((sum, it) => sum + it, 0);
  return {
    name,
    columns: table.columnWidths.map((it) => `${((it / width) * 100).toFixed(3)}%`),
    head: rows.slice(0, table.headRows),
    body: rows.slice(table.headRows),
  };
}

function printedRow(row: readonly FormCell[], figures: AnnualReportView['figures']): PrintedCell[] {
  // A row without figures heads the columns under it; a label beside figures heads its row.
  const scope = row.some((cell) => 'cell' in cell) ? 'row' : 'col';
  return row.map((cell) => {
    const { colspan = 1, rowspan = 1 } = cell;
    const spans = { scope, colspan, rowspan } as const;
    if ('cell' in cell) return { ...spans, text: figures[cell.cell] ?? '', head: false };
    return { ...spans, text: cell.text, head: cell.head ?? false };
  });
}
