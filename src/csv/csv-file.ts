import { isUtf8 } from 'node:buffer';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';

/** One line of data, by heading. Values are trimmed; a missing column is ''. */
export type CsvRow = Readonly<{
  /**
   * Line of the file the row ends on, counted from 1. A spreadsheet shows the same number unless a
   * value above holds a line break.
   */
  line: number;
  cells: Readonly<Record<string, string>>;
}>;

/** 列名对照: what the office calls a column, and what it is called here. */
export type ColumnNames = ReadonlyMap<string, string>;

export type CsvTable = Readonly<{
  rows: readonly CsvRow[];
  /** Headings of the file that nothing reads. */
  ignoredHeadings: readonly string[];
}>;

/**
 * The file as a whole cannot be read; `reason` is a Chinese sentence for the person who sent it.
 */
export class UnreadableCsv extends Error {
  override readonly name = 'UnreadableCsv';
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${String(line)}: ${reason}`);
  }
}

/** 50 MB holds some 300,000 rows of a register. */
export const CSV_BYTES_MAX = 50_000_000;

/** No register has a tenth of them; far more are a file of another kind. */
const COLUMNS_MAX = 200;

/** A row of the longest texts has a tenth of it; more is a quote that is never closed. */
const ROW_BYTES_MAX = 1_000_000;

/** Read in one turn of the event loop, so that others are served while a large file is read. */
const SLICE_BYTES = 65_536;

/**
 * Reads a table that Excel, WPS or a text editor saved: UTF-8 with or without a byte order mark, or
 * GBK. Throws {@link UnreadableCsv} when it is not a table or lacks one of the `required` headings.
 */
export async function readCsv(
  bytes: Uint8Array,
  required: readonly string[],
  optional: readonly string[] = [],
  columns: ColumnNames = new Map(),
): Promise<CsvTable> {
  if (bytes.byteLength > CSV_BYTES_MAX) {
    throw new UnreadableCsv(
      1,
      `文件超过 ${String(CSV_BYTES_MAX / 1_000_000)} MB，请分成几个文件导入`,
    );
  }
  let headings: readonly string[] | undefined;
  const rows: CsvRow[] = [];
  await readRecords(bytes, (record, line) => {
    if (headings === undefined) headings = headingsOf(record, line, required, columns);
    else rows.push(...rowOf(record, line, headings));
  });
  if (headings === undefined) {
    throw new UnreadableCsv(1, `文件是空的；第一行应为：${required.join(',')}`);
  }
  const known = [...required, ...optional];
  const ignoredHeadings = headings.filter((heading) => heading !== '' && !known.includes(heading));
  return { rows, ignoredHeadings };
}

function headingsOf(
  record: readonly string[],
  line: number,
  required: readonly string[],
  columns: ColumnNames,
): readonly string[] {
  if (record.length > COLUMNS_MAX) {
    const columns = `${String(record.length)} 列，最多 ${String(COLUMNS_MAX)} 列`;
    throw new UnreadableCsv(line, `第一行有 ${columns}；请只留下台账的列`);
  }
  const headings = record.map((heading) => columns.get(heading.trim()) ?? heading.trim());
  const missing = required.filter((heading) => !headings.includes(heading));
  if (missing.length > 0) {
    throw new UnreadableCsv(
      line,
      `缺少列「${missing.join('、')}」；第一行应为：${required.join(',')}；列名不同的，要先写明对照`,
    );
  }
  const twice = headings.find((heading, at) => heading !== '' && headings.indexOf(heading) !== at);
  if (twice !== undefined) throw new UnreadableCsv(line, `列「${twice}」出现了两次`);
  return headings;
}

/** One row, or none where nothing is written. */
function rowOf(
  record: readonly string[],
  line: number,
  headings: readonly string[],
): readonly CsvRow[] {
  if (record.slice(headings.length).some((value) => value.trim() !== '')) {
    // Left alone, 1,234 without quotes would be read as 1.
    throw new UnreadableCsv(
      line,
      `这一行的值比列多（应为 ${String(headings.length)} 列）；值里有逗号的，请用英文引号括起来`,
    );
  }
  const values = headings.map((heading, at) => [heading, asTyped(record[at] ?? '')] as const);
  if (values.every(([, value]) => value === '')) return [];
  return [{ line, cells: Object.fromEntries(values) }];
}

/** A cell as it was typed: lists of refused rows keep a spreadsheet from running it by an apostrophe. */
function asTyped(value: string): string {
  return value.trim().replace(/^'(?=[=+\-@])/, '');
}

/** Hands over every record with the line of the file it ends on, in many turns of the event loop. */
async function readRecords(
  bytes: Uint8Array,
  take: (record: readonly string[], line: number) => void,
): Promise<void> {
  let lastLine = 0;
  let bytesSinceRecord = 0;
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    // A quoted value may run over several lines: the line people look for is the one the record
    // ends on.
    on_record: (record: readonly string[], { lines }) => {
      lastLine = lines;
      bytesSinceRecord = 0;
      take(record, lines);
    },
  });
  async function* slices(): AsyncGenerator<string> {
    const decode = decoderOf(bytes);
    const oneLineEnd = lineEnds();
    for (let at = 0; at < bytes.byteLength; at += SLICE_BYTES) {
      const slice = bytes.subarray(at, at + SLICE_BYTES);
      bytesSinceRecord += slice.byteLength;
      if (bytesSinceRecord > ROW_BYTES_MAX) {
        const size = `超过 ${String(ROW_BYTES_MAX / 1_000_000)} MB`;
        throw new UnreadableCsv(lastLine + 1, `这一行${size}，多半是引号不成对，请检查后再导入`);
      }
      yield oneLineEnd(decode(slice));
      await nextTurn();
    }
    yield oneLineEnd(decode(), 'last');
  }
  try {
    await pipeline(slices(), parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser notices at the end of the file at worst; the quote stands where it could not go
    // on.
    throw new UnreadableCsv(lastLine + 1, '这一行的引号不成对，请检查后再导入');
  }
}

/** Decodes slice by slice; called without one, it looks for a character cut off at the end. */
function decoderOf(bytes: Uint8Array): (slice?: Uint8Array) => string {
  // GBK text is almost never valid UTF-8, so asking for UTF-8 first tells the two apart.
  const decoder = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030', { fatal: true });
  return (slice) => {
    try {
      return decoder.decode(slice, { stream: slice !== undefined });
    } catch {
      throw new UnreadableCsv(1, '文件编码既不是 UTF-8 也不是 GBK，请另存为 CSV（UTF-8）再导入');
    }
  };
}

/**
 * Turns every line end into one line feed, slice by slice. A file put together from two programs
 * ends its lines in two ways, and the parser would know only the first.
 */
function lineEnds(): (text: string, last?: 'last') => string {
  let held = '';
  return (text, last) => {
    const whole = held + text;
    // A return at the end of a slice may have its line feed in the next.
    held = last === undefined && whole.endsWith('\r') ? '\r' : '';
    return whole.slice(0, whole.length - held.length).replace(/\r\n?/g, '\n');
  };
}
