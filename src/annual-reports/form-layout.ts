import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportTable } from './annual-report-view.js';
import { PrintFailed } from './report-printer.js';

type Spans = Readonly<{ colspan?: number; rowspan?: number }>;
/** Words of the form, verbatim as the notice prints them. */
type LabelCell = Spans & Readonly<{ text: string; head?: boolean }>;
/** The place of one figure. */
type FigureCell = Spans & Readonly<{ cell: string }>;
/**
 * Places of figures side by side: `table3.granted.*` stands for one per figure column of the table.
 */
type FigureRun = Readonly<{ cells: string }>;
export type FormCell = LabelCell | FigureCell;

export type FormTable = Readonly<{
  /** Millimetres; together the width of the 版心. */
  columnWidths: readonly number[];
  /** How many of the first rows repeat at the head of every page the table runs over. */
  headRows: number;
  rows: readonly (readonly FormCell[])[];
}>;

/**
 * 报告格式: the layout of the three tables as one notice prescribes it. A new notice is a new file, not
 * new code.
 */
export type AnnualReportForm = Readonly<{
  form: string;
  basis: string;
  tables: Readonly<Record<ReportTable, FormTable>>;
}>;

type TableFile = Omit<FormTable, 'rows'> &
  Readonly<{
    figureColumns: readonly string[];
    rows: readonly (readonly (FormCell | FigureRun)[])[];
  }>;
type FormFile = Omit<AnnualReportForm, 'tables'> &
  Readonly<{ tables: Readonly<Record<ReportTable, TableFile>> }>;

/** Beside src/ in a checkout and copied beside it into dist/ by the build. */
export const TEMPLATES_FOLDER = join(__dirname, '..', '..', 'templates');

/** Reads a form by its version, '2021'. Throws when a row does not fill the width of its table. */
export function readForm(version: string, templates = TEMPLATES_FOLDER): AnnualReportForm {
  if (!/^\d{4}$/.test(version)) throw new PrintFailed(`没有“${version}”版的年度报告格式。`);
  const file = join(templates, 'annual-report', `form-${version}.json`);
  const { tables, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as FormFile;
  return {
    ...rest,
    tables: {
      two: tableOf(tables.two, `${file}: table two`),
      three: tableOf(tables.three, `${file}: table three`),
      four: tableOf(tables.four, `${file}: table four`),
    },
  };
}

/** Every figure the form asks for, in the order of print. */
export function figureKeys(form: AnnualReportForm): string[] {
  const { two, three, four } = form.tables;
  const cells = [two, three, four].flatMap(({ rows }) => rows.flat());
  return cells.flatMap((cell) => ('cell' in cell ? [cell.cell] : []));
}

/** How many columns each row covers once the spans of the rows above reach down into it. */
export function columnsCovered(rows: readonly (readonly FormCell[])[]): number[] {
  const covered = rows.map(() => 0);
  rows.forEach((cells, row) => {
    for (const { colspan = 1, rowspan = 1 } of cells) {
      for (let below = row; below < row + rowspan; below += 1) {
        covered[below] = (covered[below] ?? 0) + colspan;
      }
    }
  });
  return covered;
}

function tableOf({ figureColumns, ...table }: TableFile, name: string): FormTable {
  const rows = table.rows.map((row) => row.flatMap((cell) => expanded(cell, figureColumns)));
  const width = table.columnWidths.length;
  const bad = columnsCovered(rows).findIndex((columns) => columns !== width);
  if (bad !== -1) throw new PrintFailed(`${name}: row ${bad + 1} does not cover ${width} columns`);
  return { ...table, rows };
}

function expanded(cell: FormCell | FigureRun, columns: readonly string[]): FormCell[] {
  if (!('cells' in cell)) return [cell];
  return columns.map((column) => ({ cell: cell.cells.replace('*', column) }));
}
