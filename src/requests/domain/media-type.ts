/** 附件的格式, by what the bytes are and never by what a name or a client says of them. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileKind = keyof typeof MEDIA_TYPES;
export type MediaType = (typeof MEDIA_TYPES)[FileKind];

const EXTENSIONS: Readonly<Record<string, FileKind>> = {
  pdf: 'pdf',
  ofd: 'ofd',
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
  docx: 'docx',
  xlsx: 'xlsx',
};

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PDF = Buffer.from('%PDF-');
const ZIP_ENTRY = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const ZIP_END_BYTES = 22;

/** More than an office file has, and few enough to be read at once. */
const ENTRIES_MAX = 5_000;
/** 解压后的大小, as the directory of the file states it. */
const UNPACKED_MAX = 200 * 1024 * 1024;

/** What the bytes are, or null for everything that is not taken in. */
export function kindOf(bytes: Buffer): FileKind | null {
  const begins = (magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);
  if (begins(ZIP_ENTRY)) return packedKind(bytes);
  // A reader that looks for a zip finds it at the end: such a file would be two at once.
  if (endOfZip(bytes) !== null) return null;
  if (begins(PDF)) return bytes.subarray(-1024).includes('%%EOF') ? 'pdf' : null;
  if (begins(PNG)) return bytes.subarray(12, 16).equals(Buffer.from('IHDR')) ? 'png' : null;
  return begins(JPEG) ? 'jpg' : null;
}

/** Whether a name says the same of a file as its bytes do; one without an extension says nothing. */
export function nameAgrees(name: string, kind: FileKind): boolean {
  const extension = /\.([^.]*)$/.exec(name.normalize('NFKC').trim())?.[1]?.toLowerCase();
  if (extension === undefined) return true;
  return Object.hasOwn(EXTENSIONS, extension) && EXTENSIONS[extension] === kind;
}

function packedKind(bytes: Buffer): FileKind | null {
  const names = namesInZip(bytes);
  if (names === null) return null;
  // Macros are programs (vbaProject.bin), and no evidence.
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return null;
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  const found: FileKind[] = [];
  if (names.includes('OFD.xml')) found.push('ofd');
  if (names.includes('[Content_Types].xml') && has('word/')) found.push('docx');
  if (names.includes('[Content_Types].xml') && has('xl/')) found.push('xlsx');
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Where the end record begins that a zip without a comment has; null where there is none. */
function endOfZip(bytes: Buffer): number | null {
  const at = bytes.lastIndexOf(ZIP_END);
  return at >= 0 && at >= bytes.length - ZIP_END_BYTES - 0xffff ? at : null;
}

/**
 * The names in the central directory (PKWARE APPNOTE 4.3.12, 4.3.16); nothing is unpacked. Null for a
 * directory that is not whole, is too large, leads outside, or has something before, between or
 * behind.
 */
function namesInZip(bytes: Buffer): readonly string[] | null {
  const end = endOfZip(bytes);
  if (end === null || end + ZIP_END_BYTES !== bytes.length) return null;
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  if (count > ENTRIES_MAX || start + bytes.readUInt32LE(end + 12) !== end) return null;
  const names: string[] = [];
  let unpacked = 0;
  let at = start;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    unpacked += bytes.readUInt32LE(at + 24);
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, nameEnd));
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  const outside = names.some((name) => /(^|[/\\])\.\.([/\\]|$)|^[/\\]|\0/.test(name));
  return at === end && unpacked <= UNPACKED_MAX && !outside ? names : null;
}
