import { readFile } from 'node:fs/promises';
import type { CsvRow } from '../csv/csv-file.js';
import { Usage } from './exit-codes.js';

/** One entry is a page of text at most. */
const BYTES_MAX = 1_000_000;

/**
 * One entry as a person writes it, from a file or, for `-`, from standard input: a line for each
 * heading, `申请人：张三`, with indented lines going on where the one before ended; or one JSON object
 * of texts. A command line is open to everybody on the machine and stays in the shell's history, so
 * what says who goes this way and never with the options.
 */
export async function readEntry(from: string, headings: readonly string[]): Promise<CsvRow> {
  return read(from, headings);
}

/** Likewise where the headings are the person's own: `2021-005：某项目的批复`. */
export async function readHeadings(from: string): Promise<CsvRow> {
  return read(from, null);
}

async function read(from: string, headings: readonly string[] | null): Promise<CsvRow> {
  const bytes = from === '-' ? await standardInput() : await readFile(from);
  if (bytes.length > BYTES_MAX) throw new Usage('内容过大，一次只登记一件。');
  const text = decoded(bytes);
  const cells = text.trimStart().startsWith('{') ? jsonCells(text) : textCells(text, headings);
  const unknown = Object.keys(cells).filter((heading) => headings?.includes(heading) === false);
  if (headings !== null && unknown.length > 0)
    throw new Usage(notHeadings(unknown.join('、'), headings));
  return { line: 1, cells };
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > BYTES_MAX) break;
  }
  return Buffer.concat(chunks);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Usage('内容不是 UTF-8 编码，请另存为 UTF-8。');
  }
}

function jsonCells(text: string): Record<string, string> {
  let entry: unknown;
  try {
    entry = JSON.parse(text);
  } catch {
    throw new Usage('内容不是完整的 JSON，请核对括号和引号。');
  }
  const members = Object.entries(entry as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    members.map(([heading, value]) => {
      // A number would lose its leading zeros and, beyond sixteen digits, its end.
      if (typeof value !== 'string') throw new Usage(`“${heading}”应为文字，请加引号。`);
      return [heading, value.trim()];
    }),
  );
}

function textCells(text: string, headings: readonly string[] | null): Record<string, string> {
  const cells: Record<string, string> = {};
  let last: string | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    if (/^\s/.test(line) && last !== undefined) {
      cells[last] = `${cells[last] ?? ''}\n${line.trim()}`;
      continue;
    }
    const [, heading = '', value = ''] = /^([^：:]+)[：:](.*)$/.exec(line.trim()) ?? [];
    const where = `第 ${String(index + 1)} 行`;
    const known = headings?.includes(heading.trim()) ?? heading.trim() !== '';
    if (!known) throw new Usage(where + notHeadings('', headings ?? ['编号']));
    last = heading.trim();
    if (last in cells) throw new Usage(`${where}：“${last}”写了两次。`);
    cells[last] = value.trim();
  }
  return cells;
}

function notHeadings(found: string, headings: readonly string[]): string {
  const what = found === '' ? '没有可用的项目名' : `没有“${found}”这一项`;
  return `${what}，应写成“${headings[0] ?? ''}：……”的样子，可用的有：${headings.join('、')}；续行请缩进。`;
}
