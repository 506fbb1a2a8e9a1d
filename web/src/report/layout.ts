import form2019 from '../../../templates/annual-report/form-2019.json';
import form2021 from '../../../templates/annual-report/form-2021.json';

/** Words of the form. */
export type Label = Readonly<{ text: string; colspan?: number; rowspan?: number; head?: boolean }>;
/** The place of one figure. */
export type Place = Readonly<{ cell: string; colspan?: number; rowspan?: number }>;

export type TableName = 'table2' | 'table3' | 'table4';
export type Layout = readonly (readonly (Label | Place)[])[];
type Run = Readonly<{ cells: string }>;

type Table = Readonly<{
  figureColumns: readonly string[];
  rows: readonly (readonly (Label | Place | Run)[])[];
}>;

const FORMS = new Map<string, typeof form2021 | typeof form2019>([
  ['2019', form2019],
  ['2021', form2021],
]);
const NAMES = { table2: 'two', table3: 'three', table4: 'four' } as const;

/** A table of the form as the notice lays it out: the one that is printed as well. */
export function layoutOf(form: string, table: TableName): Layout {
  const { tables } = FORMS.get(form) ?? form2021;
  const { figureColumns, rows } = tables[NAMES[table]] as Table;
  return rows.map((row) =>
    row.flatMap((cell) =>
      'cells' in cell
        ? figureColumns.map((column): Place => ({ cell: cell.cells.replace('*', column) }))
        : [cell],
    ),
  );
}

/** What a figure counts, in the words of the form: its row, and what stands over its column. */
export function cellNames(form: string): ReadonlyMap<string, string> {
  const tables = (['table2', 'table3', 'table4'] as const).map((table) => layoutOf(form, table));
  return new Map(tables.flatMap((rows) => namesIn(rows)));
}

function namesIn(rows: Layout): readonly (readonly [string, string])[] {
  const grid = placed(rows);
  return grid.flatMap((row, at) => {
    const first = row.findIndex((cell) => cell !== undefined && 'cell' in cell);
    if (first === -1) return [];
    const beside = row[first - 1];
    return row.slice(first).flatMap((cell, over) => {
      if (cell === undefined || !('cell' in cell)) return [];
      const above = [
        ...new Set(
          grid
            .slice(0, at)
            .map((upper) => upper[first + over])
            .flatMap((upper) => (upper !== undefined && 'text' in upper ? [upper.text] : [])),
        ),
      ];
      const words = [
        ...(beside !== undefined && 'text' in beside ? [beside.text] : above.slice(0, -1)),
      ];
      return [[cell.cell, [...words, above.at(-1) ?? ''].join('，')] as const];
    });
  });
}

function placed(rows: Layout): readonly (readonly (Label | Place | undefined)[])[] {
  const grid: (Label | Place | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    for (const cell of cells) {
      const { colspan = 1, rowspan = 1 } = cell;
      let column = 0;
      while (grid[row]?.[column] !== undefined) column += 1;
      for (const below of grid.slice(row, row + rowspan)) {
        for (let at = column; at < column + colspan; at += 1) below[at] = cell;
      }
    }
  });
  return grid;
}
