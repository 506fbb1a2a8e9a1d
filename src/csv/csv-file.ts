import { CsvError, parse } from 'csv-parse/sync';

/** One line of data, by heading. Values are trimmed; a missing column is ''. */
export type CsvRow = Readonly<{
  /**
   * Line of the file the row ends on, counted from 1. A spreadsheet shows the same number unless a
   * value above holds a line break.
   */
  line: number;
  cells: Readonly<Record<string, string>>;
}>;

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
const BYTES_MAX = 50_000_000;

/**
 * Reads a table that Excel, WPS or a text editor saved: UTF-8 with or without a byte order mark, or
 * GBK. Throws {@link UnreadableCsv} when it is not a table or lacks one of the `required` headings.
 */
export function readCsv(
  bytes: Uint8Array,
  required: readonly string[],
  optional: readonly string[] = [],
): CsvTable {
  if (bytes.byteLength > BYTES_MAX) {
    throw new UnreadableCsv(1, `文件超过 ${String(BYTES_MAX / 1_000_000)} MB，请分成几个文件导入`);
  }
  const [head, ...body] = parseLines(decode(bytes));
  if (head === undefined)
    throw new UnreadableCsv(1, `文件是空的；第一行应为：${required.join(',')}`);
  const headings = head.record.map((heading) => heading.trim());
  const missing = required.filter((heading) => !headings.includes(heading));
  if (missing.length > 0) {
    throw new UnreadableCsv(
      head.line,
      `缺少列「${missing.join('、')}」；第一行应为：${required.join(',')}`,
    );
  }
  const twice = headings.find((heading, at) => heading !== '' && headings.indexOf(heading) !== at);
  if (twice !== undefined) throw new UnreadableCsv(head.line, `列「${twice}」出现了两次`);

  const overfull = body.find(({ record }) => record.slice(headings.length).some((it) => it.trim()));
  if (overfull !== undefined) {
    // Left alone, 1,234 without quotes would be read as 1.
    throw new UnreadableCsv(
      overfull.line,
      `这一行的值比列多（应为 ${String(headings.length)} 列）；值里有逗号的，请用英文引号括起来`,
    );
  }

  const rows = body
    .filter(({ record }) => record.some((value) => value.trim() !== ''))
    .map(({ record, line }) => ({
      line,
      cells: Object.fromEntries(
        headings.map((heading, at) => [heading, (record[at] ?? '').trim()]),
      ),
    }));
  const known = [...required, ...optional];
  const ignoredHeadings = headings.filter((heading) => heading !== '' && !known.includes(heading));
  return { rows, ignoredHeadings };
}

/** GBK text is almost never valid UTF-8, so trying UTF-8 first and strictly tells the two apart. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    } catch {
      throw new UnreadableCsv(1, '文件编码既不是 UTF-8 也不是 GBK，请另存为 CSV（UTF-8）再导入');
    }
  }
}

type ParsedLine = Readonly<{ record: readonly string[]; line: number }>;

function parseLines(text: string): readonly ParsedLine[] {
  const read: ParsedLine[] = [];
  // A file put together from two programs ends its lines in two ways; the parser would know only
  // the first.
  const lines = text.replace(/\r\n?/g, '\n');
  try {
    parse(lines, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      // A quoted value may run over several lines: the line people look for is the one the record
      // ends on.
      on_record: (record, { lines: line }) => void read.push({ record, line }),
    });
    return read;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser notices at the end of the file at worst; the quote stands where it could not go
    // on.
    const line = (read.at(-1)?.line ?? 0) + 1;
    throw new UnreadableCsv(line, '这一行的引号不成对，请检查后再导入');
  }
}
