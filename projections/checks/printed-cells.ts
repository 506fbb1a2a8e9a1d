import type { CheckedReport, Found, PrintedCell } from './check.js';

/** The cells of a table as they are printed, `table2.`, `table3.` or `table4.`; unseen ones left out. */
export function printedIn(
  { cells }: Pick<CheckedReport, 'cells'>,
  table: string,
): readonly (readonly [cell: string, printed: number | string])[] {
  return [...cells].flatMap(([cell, printed]) =>
    printed !== null && cell.startsWith(table) ? [[cell, printed] as const] : [],
  );
}

/** Nothing, or a stroke or 无 where 0 belongs. */
function isBlank(printed: PrintedCell): boolean {
  return typeof printed === 'string' && /^(?:[/／\\\-－–—―]+|无)?$/.test(printed.trim());
}

/** One finding for all the blanks of a table: they are filled in together. */
export function blanksIn(report: Pick<CheckedReport, 'cells'>, table: string): readonly Found[] {
  const blank = printedIn(report, table).filter(([, printed]) => isBlank(printed));
  if (blank.length === 0) return [];
  const cells = blank.map(([cell]) => cell);
  return [{ left: `${String(cells.length)} 格空白或者写了符号`, right: '0 格', cells }];
}

/** What belongs in a cell, and how that is called. */
export type NumberKind = Readonly<{ holds: (printed: number | string) => boolean; is: string }>;

/** The cells of a table that hold something else than their kind of number; blanks are not meant. */
export function notNumbersIn(
  report: Pick<CheckedReport, 'cells'>,
  table: string,
  kindOf: (cell: string) => NumberKind,
): readonly Found[] {
  return printedIn(report, table).flatMap(([cell, printed]) => {
    const { holds, is } = kindOf(cell);
    if (isBlank(printed) || holds(printed)) return [];
    return [{ left: String(printed), right: is, cells: [cell] }];
  });
}

/** What most cells hold: so many requests, cases, documents or decisions. */
export const COUNT: NumberKind = {
  holds: (printed) => typeof printed === 'number' && Number.isSafeInteger(printed) && printed >= 0,
  is: '不小于 0 的整数',
};
