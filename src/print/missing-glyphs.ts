import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { bundledFiles, unicodeRanges } from './fonts.js';

/**
 * What a WOFF2 directory calls the tables it numbers; only the two that change its layout are named
 * here.
 */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const NAMED_IN_FULL = 63;

const coverage = new Map<string, ReadonlySet<number>>();

/**
 * Characters of a text that neither the fonts we bring nor `own`, the office's file for it, can
 * draw. Unless a font installed on the machine has them, which only the browser knows, they come
 * out as empty boxes, though the text layer of the PDF is still right.
 */
export function missingGlyphs(text: string, own?: string): string[] {
  const { kai, serif, rareSerif } = bundledFiles();
  const drawn = (file: string, point: number): boolean => codePointsOf(file).has(point);
  const parts = Object.entries(unicodeRanges('noto-serif-sc'));
  const wanted = [...new Set(text)].filter((it) => !/[\s\p{Cf}]/u.test(it));
  return wanted.filter((character) => {
    const point = character.codePointAt(0) ?? 0;
    if (own !== undefined && drawn(own, point)) return false;
    if (drawn(serif, point) || drawn(kai, point)) return false;
    const part = parts.find(([, range]) => inRange(point, range));
    return part === undefined || !drawn(rareSerif(part[0]), point);
  });
}

function inRange(point: number, range: string): boolean {
  return range.split(',').some((piece) => {
    const [first = '', last = first] = piece.trim().slice(2).split('-');
    return point >= parseInt(first, 16) && point <= parseInt(last, 16);
  });
}

function codePointsOf(file: string): ReadonlySet<number> {
  const known = coverage.get(file);
  if (known !== undefined) return known;
  const font = readFileSync(file);
  const woff2 = font.toString('latin1', 0, 4) === 'wOF2';
  const points = codePointsOfCmap(woff2 ? cmapOf(font) : cmapOfSfnt(font));
  coverage.set(file, points);
  return points;
}

/**
 * WOFF2: a directory of variable-length entries, then all tables in one Brotli stream in that
 * order.
 */
function cmapOf(font: Buffer): Buffer {
  const tables = font.readUInt16BE(12);
  const compressed = font.readUInt32BE(20);
  let at = 48;
  const number = (): number => {
    let value = 0;
    for (;;) {
      const byte = font.readUInt8(at);
      at += 1;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let offset = 0;
  let cmap: [number, number] | undefined;
  for (let table = 0; table < tables; table += 1) {
    const flags = font.readUInt8(at);
    const tag = flags & 63;
    at += tag === NAMED_IN_FULL ? 5 : 1;
    let length = number();
    // glyf and loca are transformed unless the version says otherwise; other tables the reverse.
    const version = flags >> 6;
    if (tag === GLYF || tag === LOCA ? version === 0 : version !== 0) length = number();
    if (tag === CMAP) cmap = [offset, offset + length];
    offset += length;
  }
  if (cmap === undefined) throw new Error('the font has no cmap');
  return brotliDecompressSync(font.subarray(at, at + compressed)).subarray(...cmap);
}

/** TrueType and OpenType: a directory of tables by name, offset and length. */
function cmapOfSfnt(font: Buffer): Buffer {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue;
    const offset = font.readUInt32BE(at + 8);
    return font.subarray(offset, offset + font.readUInt32BE(at + 12));
  }
  throw new Error('the font has no cmap');
}

function codePointsOfCmap(cmap: Buffer): Set<number> {
  const points = new Set<number>();
  for (let table = 0; table < cmap.readUInt16BE(2); table += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + 8 * table));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addFormat4(subtable, points);
    if (format === 12) addFormat12(subtable, points);
  }
  return points;
}

function addFormat4(table: Buffer, points: Set<number>): void {
  const doubled = table.readUInt16BE(6);
  for (let at = 14; at < 14 + doubled; at += 2) {
    const last = table.readUInt16BE(at);
    const first = table.readUInt16BE(at + 2 + doubled);
    const delta = table.readUInt16BE(at + 2 + 2 * doubled);
    const rangeAt = at + 2 + 3 * doubled;
    const range = table.readUInt16BE(rangeAt);
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const direct = (point + delta) & 0xffff;
      const glyph =
        range === 0 ? direct : table.readUInt16BE(rangeAt + range + 2 * (point - first));
      if (glyph !== 0) points.add(point);
    }
  }
}

function addFormat12(table: Buffer, points: Set<number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const first = table.readUInt32BE(16 + 12 * group);
    const last = table.readUInt32BE(20 + 12 * group);
    for (let point = first; point <= last; point += 1) points.add(point);
  }
}
