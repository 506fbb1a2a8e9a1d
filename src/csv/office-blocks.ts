import {
  OFFICE_LIMITS,
  UnreadableOfficeFile,
  type DocumentCell,
  type Sheet,
} from '../office-files/office-file.js';
import { isOfficeFile, readDocument, readWorkbook } from '../office-files/read-office-file.js';
import { UnreadableCsv } from './csv-file.js';
import { officeFaultWords } from './office-table.js';

/** A cell; it is the same object in every place that it covers. */
export type GridCell = Readonly<{ text: string }>;

/** A table with a cell in every place, row by row. */
export type Grid = readonly (readonly GridCell[])[];

/** Words or a table of an office file, in its order. */
export type OfficeBlock = Readonly<{ paragraph: string }> | Readonly<{ grid: Grid }>;

/** No report is larger; its cells are looked at one by one. */
const LIMITS = { ...OFFICE_LIMITS, rowsMax: 5_000, cellsMax: 100_000, timeMs: 20_000 };
const COLUMNS_MAX = 256;

export type OfficeBlocks = Readonly<{ format: 'xlsx' | 'docx'; blocks: readonly OfficeBlock[] }>;

/** Whether a file is an .xlsx or a .docx, as far as its first bytes say. */
export { isOfficeFile };

/**
 * The words and tables of an .xlsx or a .docx; a sheet is one table. Throws {@link UnreadableCsv} for a
 * file that cannot be read, or will not be.
 */
export async function readOfficeBlocks(bytes: Uint8Array): Promise<OfficeBlocks> {
  try {
    return await (isDocument(bytes) ? documentBlocks(bytes) : workbookBlocks(bytes));
  } catch (error) {
    if (error instanceof UnreadableOfficeFile) throw new UnreadableCsv(1, officeFaultWords(error));
    throw error;
  }
}

/** The names of a zip's parts stand in it as they are. */
function isDocument(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('word/document.xml');
}

async function documentBlocks(bytes: Uint8Array): Promise<OfficeBlocks> {
  const blocks = (await readDocument(bytes, { limits: LIMITS })).map((block): OfficeBlock =>
    'table' in block ? { grid: gridOfTable(block.table) } : block,
  );
  return { format: 'docx', blocks };
}

async function workbookBlocks(bytes: Uint8Array): Promise<OfficeBlocks> {
  const sheets = await readWorkbook(bytes, { limits: LIMITS });
  return { format: 'xlsx', blocks: sheets.map((sheet) => ({ grid: gridOfSheet(sheet) })) };
}

function gridOfTable(rows: readonly (readonly DocumentCell[])[]): Grid {
  return placed(rows).map((row) => Array.from(row, (cell) => cell ?? { text: '' }));
}

/** Cells put into the places that they span, row by row; where none reaches there is a gap. */
export function placed<Cell extends Readonly<{ colspan?: number; rowspan?: number }>>(
  rows: readonly (readonly Cell[])[],
): readonly (readonly (Cell | undefined)[])[] {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
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

function gridOfSheet({ name, rows, merges }: Sheet): Grid {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width > COLUMNS_MAX) throw new UnreadableOfficeFile('too-many-cells', name);
  const grid = rows.map((row) =>
    Array.from({ length: width }, (_, at): GridCell => ({ text: row[at]?.trim() ?? '' })),
  );
  for (const [top, left, bottom, right] of merges) {
    const cell = grid[top]?.[left];
    if (cell === undefined) continue;
    for (const row of grid.slice(top, bottom + 1)) {
      row.fill(cell, left, right + 1);
    }
  }
  return grid;
}
