import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { UnreadableOfficeFile, type OfficeLimits } from './office-file.js';

/** Parts of one file; an honest one has some tens. */
const PARTS_MAX = 2_000;

/** An office program declares no document type; whoever does wants entities expanded or fetched. */
const DECLARATIONS = ['<!DOCTYPE', '<!ENTITY'].map((text) => Buffer.from(text));
const ROW = Buffer.from('<row');
const CELL = Buffer.from('<c ');
const SHARED_TEXT = Buffer.from('<si');
/** Longer than any of the marks above. */
const TAIL_BYTES = 16;

/**
 * Looks through every part of a zip before anything is built of it: sizes as they really are, no
 * encryption, no declarations, no more cells than a register has. Answers with the names of the
 * parts. Throws {@link UnreadableOfficeFile}.
 */
export async function inspect(
  bytes: Buffer,
  limits: OfficeLimits,
  keep: (name: string) => boolean = () => false,
): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: false }).catch(() => {
    throw new UnreadableOfficeFile('damaged');
  });
  const kept = new Map<string, Buffer>();
  const seen = { bytes: 0, rows: 0, cells: 0 };
  let parts = 0;
  for await (const entry of entriesOf(zip)) {
    parts += 1;
    if (parts > PARTS_MAX) throw new UnreadableOfficeFile('too-large');
    if ((entry.generalPurposeBitFlag & 1) === 1) {
      throw new UnreadableOfficeFile('encrypted', entry.fileName);
    }
    const chunks: Buffer[] = [];
    await eachChunk(zip, entry, (chunk, joined) => {
      seen.bytes += chunk.byteLength;
      if (seen.bytes > limits.bytesMax) throw new UnreadableOfficeFile('too-large', entry.fileName);
      if (/[.](xml|rels|vml)$/i.test(entry.fileName)) look(joined, entry.fileName, seen);
      if (seen.rows > limits.rowsMax || seen.cells > limits.cellsMax) {
        throw new UnreadableOfficeFile('too-many-cells', entry.fileName);
      }
      if (keep(entry.fileName)) chunks.push(chunk);
    });
    if (keep(entry.fileName)) kept.set(entry.fileName, Buffer.concat(chunks));
  }
  return kept;
}

/** The parts that the directory at the end of the zip names. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw new UnreadableOfficeFile('damaged', error instanceof Error ? error.message : '');
  }
}

function look(joined: Buffer, part: string, seen: { rows: number; cells: number }): void {
  if (DECLARATIONS.some((declaration) => joined.includes(declaration))) {
    throw new UnreadableOfficeFile('entities', part);
  }
  seen.rows += times(joined, ROW);
  seen.cells += times(joined, CELL) + times(joined, SHARED_TEXT);
}

/** Counts a mark, but for one that lies whole within the tail of the chunk before. */
function times(joined: Buffer, mark: Buffer): number {
  let count = 0;
  for (let at = joined.indexOf(mark); at !== -1; at = joined.indexOf(mark, at + 1)) {
    if (at + mark.byteLength > TAIL_BYTES || joined.byteLength <= TAIL_BYTES) count += 1;
  }
  return count;
}

async function eachChunk(
  zip: ZipFile,
  entry: Entry,
  take: (chunk: Buffer, joined: Buffer) => void,
): Promise<void> {
  let tail = Buffer.alloc(TAIL_BYTES);
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const joined = Buffer.concat([tail, chunk as Buffer]);
      take(chunk as Buffer, joined);
      tail = joined.subarray(-TAIL_BYTES);
    }
  } catch (error) {
    if (error instanceof UnreadableOfficeFile) throw error;
    throw new UnreadableOfficeFile('damaged', entry.fileName);
  }
}
