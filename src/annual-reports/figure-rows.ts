import { placed } from '../csv/office-blocks.js';
import type { AnnualReportForm, FormCell, FormTable } from './form-layout.js';

/** A row of figures of the form, and the words by which a reader finds it. */
export type FigureRow = Readonly<{
  /** What stands beside the figures; '' for the one row of table four. */
  label: string;
  cells: readonly string[];
  /** What stands over each of them. */
  headings: readonly string[];
}>;

/** The rows of all three tables, in the order of print. */
export function figureRows({ tables }: Pick<AnnualReportForm, 'tables'>): readonly FigureRow[] {
  return [tables.two, tables.three, tables.four].flatMap(rowsOf);
}

function rowsOf({ rows }: FormTable): readonly FigureRow[] {
  const grid = placed(rows);
  return grid.flatMap((row, at): readonly FigureRow[] => {
    const first = row.findIndex((cell) => isFigure(cell));
    if (first === -1) return [];
    const columns = row.flatMap((cell, column) =>
      isFigure(cell) && cell !== row[column - 1] ? [column] : [],
    );
    const above = (column: number): string => {
      const headings = grid.slice(0, at).map((upper) => upper[column]);
      return textOf(headings.findLast((cell) => !isFigure(cell)));
    };
    return [
      {
        label: textOf(row[first - 1]),
        cells: columns.flatMap((column) => {
          const cell = row[column];
          return cell !== undefined && 'cell' in cell ? [cell.cell] : [];
        }),
        headings: columns.map(above),
      },
    ];
  });
}

function isFigure(cell: FormCell | undefined): boolean {
  return cell !== undefined && 'cell' in cell;
}

function textOf(cell: FormCell | undefined): string {
  return cell !== undefined && 'text' in cell ? cell.text : '';
}
