import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import {
  OFFICE_LIMITS,
  UnreadableOfficeFile,
  type DocumentBlock,
  type Merge,
  type OfficeFault,
  type OfficeLimits,
  type Sheet,
} from './office-file.js';

import { READER_PROGRAM } from './reader-program.js';

/** How the reading process is run. */
export type ReaderOptions = Readonly<{ limits?: OfficeLimits }>;

/** The sheets of an .xlsx, read by a process of its own. Throws {@link UnreadableOfficeFile}. */
export async function readWorkbook(
  bytes: Uint8Array,
  options: ReaderOptions = {},
): Promise<readonly Sheet[]> {
  const sheets: { name: string; merges: readonly Merge[]; rows: string[][] }[] = [];
  for await (const line of linesOf('workbook', bytes, options)) {
    if (Array.isArray(line)) sheets.at(-1)?.rows.push(line as string[]);
    else sheets.push({ ...(line as Pick<Sheet, 'name' | 'merges'>), rows: [] });
  }
  return sheets;
}

/** The words and tables of a .docx, likewise. */
export async function readDocument(
  bytes: Uint8Array,
  options: ReaderOptions = {},
): Promise<readonly DocumentBlock[]> {
  const blocks: DocumentBlock[] = [];
  for await (const line of linesOf('document', bytes, options)) blocks.push(line as DocumentBlock);
  return blocks;
}

/** Whether the bytes begin as a zip does, which .xlsx and .docx are. */
export function isOfficeFile(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

/** Whether they begin as .xls and .doc do, and what is locked with a password. */
export function isOldOfficeFile(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

async function* linesOf(
  kind: 'workbook' | 'document',
  bytes: Uint8Array,
  { limits = OFFICE_LIMITS }: ReaderOptions,
): AsyncGenerator {
  if (isOldOfficeFile(bytes)) throw new UnreadableOfficeFile('old-format');
  if (!isOfficeFile(bytes)) throw new UnreadableOfficeFile('not-office');
  const memory = `--max-old-space-size=${String(limits.memoryMb)}`;
  // Nothing of the environment: the reader needs no address, no password, no proxy.
  const child = spawn(process.execPath, [memory, READER_PROGRAM, kind, JSON.stringify(limits)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
    timeout: limits.timeMs,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<Readonly<{ code: number | null; killed: boolean }>>((resolve) => {
    child.once('close', (code, signal) => {
      resolve({ code, killed: signal === 'SIGKILL' });
    });
  });
  // It may be killed while it is still being fed.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const value = JSON.parse(line) as object;
      if ('fault' in value) {
        const { fault, where } = value as { fault: OfficeFault; where: string };
        throw new UnreadableOfficeFile(fault, where);
      }
      yield value;
    }
    const { code, killed } = await ended;
    if (killed) throw new UnreadableOfficeFile('took-too-long');
    // Out of memory: what is built of it is larger than anything honest.
    if (code !== 0) throw new UnreadableOfficeFile('too-large');
  } finally {
    child.kill('SIGKILL');
  }
}
