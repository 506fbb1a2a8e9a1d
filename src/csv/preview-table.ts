import { isOfficeFile, isOldOfficeFile, readWorkbook } from '../office-files/read-office-file.js';
import { UnreadableOfficeFile } from '../office-files/office-file.js';
import { readCsv, UnreadableCsv } from './csv-file.js';
import { HEADINGS_WITHIN, officeFaultWords } from './office-table.js';

/** A column of a file, as it is: its heading, and the first things that stand in it. */
export type PreviewColumn = Readonly<{ heading: string; samples: readonly string[] }>;

const SAMPLES = 3;

/**
 * The columns of a register in a file before anything is made of it. In a workbook the headings are
 * the row, of the first ones of each sheet, that has most of the `known` ones, or else most cells.
 * Throws {@link UnreadableCsv}.
 */
export async function previewTable(
  bytes: Uint8Array,
  known: readonly string[],
): Promise<readonly PreviewColumn[]> {
  if (!isOfficeFile(bytes) && !isOldOfficeFile(bytes)) {
    const { rows, ignoredHeadings } = await readCsv(bytes, []);
    return ignoredHeadings.map((heading) =>
      column(
        heading,
        rows.map(({ cells }) => cells[heading] ?? ''),
      ),
    );
  }
  const sheets = await readWorkbook(bytes).catch((error: unknown) => {
    if (!(error instanceof UnreadableOfficeFile)) throw error;
    throw new UnreadableCsv(1, officeFaultWords(error));
  });
  const candidates = sheets.flatMap(({ rows }) =>
    rows.slice(0, HEADINGS_WITHIN).map((row, at) => {
      const written = row.map((heading) => heading.replace(/\s+/g, ''));
      const filled = written.filter((heading) => heading !== '');
      const here = filled.filter((heading) => known.includes(heading)).length;
      return { written, rows: rows.slice(at + 1), rank: here * 1_000 + filled.length };
    }),
  );
  const [best] = candidates.sort((one, other) => other.rank - one.rank);
  if (best === undefined) throw new UnreadableCsv(1, '文件里没有内容');
  return best.written.flatMap((heading, at) =>
    heading === ''
      ? []
      : [
          column(
            heading,
            best.rows.map((row) => row[at] ?? ''),
          ),
        ],
  );
}

function column(heading: string, values: readonly string[]): PreviewColumn {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  return { heading, samples: [...new Set(filled)].slice(0, SAMPLES) };
}
