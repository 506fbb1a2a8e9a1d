import { inflateRawSync } from 'node:zlib';

/** One file of a .docx, which is a ZIP archive (APPNOTE 4.3). */
export function partOf(docx: Uint8Array, name: string): string {
  const zip = Buffer.from(docx);
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((it) => zip.readUInt16LE(at + it));
    const found = zip.toString('utf8', at + 46, at + 46 + nameLength!);
    if (found === name) return contentAt(zip, at);
    at += 46 + nameLength! + extra! + comment!;
  }
  throw new Error(`the document has no ${name}`);
}

function contentAt(zip: Buffer, entry: number): string {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(from, from + size);
  return (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
}

/** The text of the body, a line for each paragraph, entities resolved once. */
export function docxText(docx: Uint8Array): string {
  const xml = partOf(docx, 'word/document.xml');
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<\/w:p>/g)]
    .map(([, text]) => (text === undefined ? '\n' : resolved(text)))
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

function resolved(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
