import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export type PdfItem = Readonly<{
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}>;
export type PdfPage = Readonly<{ width: number; height: number; items: readonly PdfItem[] }>;
export type OutlineItem = Readonly<{ title: string; items: readonly OutlineItem[] }>;
export type ReadPdf = Readonly<{
  title: string;
  lang: string | null;
  tagged: boolean;
  outline: readonly OutlineItem[];
  fonts: readonly string[];
  fontTypes: readonly string[];
  pages: readonly PdfPage[];
}>;

/** The 版心 in millimetres from the upper left corner of the paper. */
export const BODY = { left: 28, top: 37, right: 184, bottom: 262 };

export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const [read] = await readPdfs([pdf]);
  return read!;
}

/** Several at once, which is quicker than one after the other. */
export async function readPdfs(pdfs: readonly Uint8Array[]): Promise<ReadPdf[]> {
  const folder = mkdtempSync(join(tmpdir(), 'read-pdf-'));
  try {
    const files = pdfs.map((_pdf, at) => join(folder, `${String(at)}.pdf`));
    pdfs.forEach((pdf, at) => writeFileSync(files[at]!, pdf));
    const program = join(__dirname, 'read-pdf.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...files], {
      maxBuffer: 64_000_000,
    });
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ReadPdf);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function bodyItems({ items }: PdfPage): PdfItem[] {
  return items.filter(({ y }) => y > BODY.top && y < BODY.bottom);
}

/** All that stands in the 版心, page by page, without white space. */
export function bodyText({ pages }: ReadPdf): string {
  return withoutSpace(pages.flatMap((page) => bodyItems(page).map(({ text }) => text)).join(''));
}

export function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}

/** The lines of running text on a page: items of one size on one base line, joined. */
export function linesOf(page: PdfPage, size: number): string[] {
  const lines = new Map<string, string>();
  for (const item of bodyItems(page)) {
    if (Math.abs(item.size - size) > 0.1) continue;
    const line = item.y.toFixed(0);
    lines.set(line, (lines.get(line) ?? '') + item.text);
  }
  return [...lines.values()];
}
