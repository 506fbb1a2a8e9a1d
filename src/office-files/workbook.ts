import { read, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { UnreadableOfficeFile, type OfficeLimits, type Sheet } from './office-file.js';

/** A spreadsheet keeps fifteen digits of a number; what comes after them is made up. */
const DIGITS_MAX = 999_999_999_999_999;

/** The sheets of an .xlsx that was inspected. Macros and formulas in it are never run. */
export function sheetsOf(bytes: Buffer, { rowsMax }: OfficeLimits): readonly Sheet[] {
  const book = read(bytes, {
    type: 'buffer',
    dense: true,
    cellDates: true,
    UTC: true,
    cellFormula: false,
    cellHTML: false,
  });
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    // One cell far down makes a million empty rows above it.
    if (utils.decode_range(sheet?.['!ref'] ?? 'A1').e.r >= rowsMax) {
      throw new UnreadableOfficeFile('too-many-cells', name);
    }
    return sheet === undefined ? [] : [sheetOf(name, sheet)];
  });
}

function sheetOf(name: string, sheet: WorkSheet): Sheet {
  const cells = (sheet['!data'] ?? []) as readonly (
    readonly (CellObject | undefined)[] | undefined
  )[];
  const rows = Array.from(cells, (row = [], at) =>
    Array.from(row, (cell, column) =>
      shown(cell, () => `${name}!${utils.encode_cell({ r: at, c: column })}`),
    ),
  );
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => [s.r, s.c, e.r, e.c] as const);
  return { name, rows, merges };
}

/** What a cell shows: dates as 2021-03-05, numbers with all their digits, texts as they are. */
function shown(cell: CellObject | undefined, where: () => string): string {
  if (cell === undefined || cell.t === 'z') return '';
  const { t, v, w } = cell;
  if (t === 's') return String(v);
  if (v instanceof Date) return dated(v);
  if (typeof v !== 'number') return w ?? String(v ?? '');
  if (Math.abs(v) > DIGITS_MAX) throw new UnreadableOfficeFile('number-too-long', where());
  return String(v);
}

/** The day; with the hour only where there is one. */
function dated(at: Date): string {
  const text = at.toISOString();
  const [day = '', hour = ''] = text.split('T');
  return hour.startsWith('00:00') ? day : `${day} ${hour.slice(0, 5)}`;
}
