import { execFileSync } from 'node:child_process';
import { crc32, deflateSync } from 'node:zlib';

/** Grey levels that are kept: enough for type, and a fifth of the bytes. */
const BITS = 2;
/** Light grey between two pages. */
const GAP = { width: 6, level: 2 };

type Page = Readonly<{ width: number; height: number; grey: Buffer }>;

/** All pages of a PDF side by side as one PNG of four greys. Needs pdftoppm. */
export function pagesPicture(pdf: string, dotsPerInch: number): Buffer {
  const args = ['-r', String(dotsPerInch), '-gray', pdf];
  const pages = pagesOf(execFileSync('pdftoppm', args, { maxBuffer: 64_000_000 }));
  const height = Math.max(...pages.map((it) => it.height));
  const width = pages.reduce((sum, it) => sum + it.width + GAP.width, -GAP.width);
  const rows = Array.from({ length: height }, (_, y) => packed(levelsOf(pages, y)));
  return png(width, height, Buffer.concat(rows));
}

/** P5 images one after the other: width, height, the largest grey, then one byte a pixel. */
function pagesOf(pgm: Buffer): Page[] {
  const pages: Page[] = [];
  for (let at = 0; at < pgm.length;) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', at, at + 40));
    if (head === null) throw new Error('pdftoppm gave something else than grey pages');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const from = at + head[0].length;
    at = from + width * height;
    pages.push({ width, height, grey: pgm.subarray(from, at) });
  }
  return pages;
}

function levelsOf(pages: readonly Page[], y: number): number[] {
  return pages.flatMap(({ width, grey }, at) => [
    ...(at === 0 ? [] : Array<number>(GAP.width).fill(GAP.level)),
    ...Array.from(grey.subarray(y * width, (y + 1) * width), (it) => Math.round(it / 85)),
  ]);
}

/** A PNG row: filter 0, then the pixels from the high bits on. */
function packed(levels: readonly number[]): Buffer {
  const perByte = 8 / BITS;
  const row = Buffer.alloc(1 + Math.ceil(levels.length / perByte));
  levels.forEach((level, x) => {
    const place = 1 + Math.floor(x / perByte);
    const shift = 8 - BITS - BITS * (x % perByte);
    row[place] = (row[place] ?? 0) | (level << shift);
  });
  return row;
}

function png(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(BITS, 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([signature, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, bytes: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), bytes]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
