import type { ColumnNames, CsvRow } from '../csv/csv-file.js';
import type { RowProblem } from '../csv/row-problem.js';
import { listed } from '../words/row-problems.js';

/** The headings that a list of refused rows has besides those of the file. Nobody reads them back. */
const ADDED = ['行号', '退回的列', '退回原因', '依据'] as const;

/**
 * 退回的行 as a CSV file to be mended and handed in again, under the headings the file had. A cell that
 * a spreadsheet would run as a formula has an apostrophe before it, which reading takes away.
 */
export function rejectedRows(
  rows: readonly CsvRow[],
  problems: readonly RowProblem[],
  columns: ColumnNames,
): string {
  const theirs = new Map([...columns].map(([name, ours]) => [ours, name]));
  const headings = Object.keys(rows[0]?.cells ?? {}).filter(
    (heading) => heading !== '' && !(ADDED as readonly string[]).includes(heading),
  );
  const lines = rows.map((row) => {
    const found = problems.find(({ line }) => line === row.line);
    const [why] = found === undefined ? [] : listed([found]).problems;
    const added = [String(row.line), why?.column ?? '', why?.reason ?? '', why?.basis ?? ''];
    return [...headings.map((heading) => row.cells[heading] ?? ''), ...added];
  });
  const head = [...headings.map((heading) => theirs.get(heading) ?? heading), ...ADDED];
  return `\ufeff${[head, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  const safe = /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
