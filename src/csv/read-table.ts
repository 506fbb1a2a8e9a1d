import { isOfficeFile, isOldOfficeFile } from '../office-files/read-office-file.js';
import { readCsv, type ColumnNames, type CsvTable } from './csv-file.js';
import { readOfficeTable } from './office-table.js';

/**
 * Reads a register, whatever it was saved as: its first bytes say whether it is a workbook or text.
 * Throws {@link UnreadableCsv}.
 */
export function readTable(
  bytes: Uint8Array,
  required: readonly string[],
  optional: readonly string[] = [],
  columns: ColumnNames = new Map(),
): Promise<CsvTable> {
  const isWorkbook = isOfficeFile(bytes) || isOldOfficeFile(bytes);
  return isWorkbook
    ? readOfficeTable(bytes, required, optional, columns)
    : readCsv(bytes, required, optional, columns);
}
