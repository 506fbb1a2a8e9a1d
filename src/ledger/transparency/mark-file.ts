import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { LedgerContradictsWitness, LedgerFull, type Instant, type Position } from '../ledger.js';
import { ensurePrivateDirectory, isThere, syncDirectory } from '../sqlite/private-file.js';

/*
 * The witness is a directory of its own, best on another disk than the ledger. In it lies
 * `marks.jsonl`: one mark a line, each a JSON object with the members of `Mark`, the newest last.
 * A line without its line end was never acknowledged and does not count. Older marks are of no use
 * and go when the file has grown long.
 */

/** 高水位标记: how far the ledger has been acknowledged. */
export type Mark = Readonly<{
  /** The signed checkpoint. */
  note: string;
  /** Where the last event of the checkpoint stands in this store, and where the one before it. */
  position: Position;
  before: Position;
  /** The leaf hash of that event as hex, empty when the ledger is. */
  leaf: string;
  /** The roots of the frontier as hex, so that nothing before the mark need be read again. */
  frontier: readonly string[];
}>;

const FILE_BYTES_MAX = 1_048_576;

/** The newest mark. Throws LedgerContradictsWitness for a file that has none. */
export function readMark(directory: string): Mark | undefined {
  const file = fileIn(directory);
  if (!isThere(file)) return undefined;
  const line = wholeLines(readFileSync(file)).toString().trimEnd().split('\n').at(-1) ?? '';
  try {
    return checked(JSON.parse(line));
  } catch {
    throw new LedgerContradictsWitness('damaged', `the newest mark in ${file} cannot be read`);
  }
}

/** Puts the marks away under another name, where they say what was acknowledged before. */
export function setMarksAside(directory: string, now: Instant): void {
  const file = fileIn(directory);
  if (!isThere(file)) return;
  renameSync(file, join(directory, `marks-until-${now.replace(/\D/g, '')}.jsonl`));
  syncDirectory(directory);
}

/** Where a writer puts its marks. The first error of the disk is the last write. */
export class MarkFile {
  readonly #file: string;
  #descriptor: number | undefined;
  #bytes = 0;

  constructor(directory: string) {
    ensurePrivateDirectory(directory);
    this.#file = fileIn(directory);
    if (!isThere(this.#file)) return;
    this.#bytes = wholeLines(readFileSync(this.#file)).length;
    this.#descriptor = openSync(this.#file, 'a');
    ftruncateSync(this.#descriptor, this.#bytes);
  }

  /**
   * Returns when the disk has it. A full disk is said with LedgerFull and leaves what was there;
   * anything else that is thrown leaves the file in an unknown state.
   */
  write(mark: Mark): void {
    const line = Buffer.from(`${JSON.stringify(mark)}\n`);
    try {
      if (this.#descriptor === undefined || this.#bytes > FILE_BYTES_MAX) this.#replace(line);
      else this.#append(this.#descriptor, line);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      if (this.#descriptor !== undefined) ftruncateSync(this.#descriptor, this.#bytes);
      const cause = { cause: error };
      throw new LedgerFull(`no space left for ${this.#file}: make room and try again`, cause);
    }
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #append(descriptor: number, line: Buffer): void {
    writeFileSync(descriptor, line);
    fdatasyncSync(descriptor);
    this.#bytes += line.length;
  }

  /** Whole or not at all: until the new file has its name, the old one holds. */
  #replace(line: Buffer): void {
    const draft = `${this.#file}.new`;
    const descriptor = openSync(draft, 'w', 0o600);
    try {
      writeFileSync(descriptor, line);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, this.#file);
    syncDirectory(dirname(this.#file));
    this.close();
    this.#descriptor = openSync(this.#file, 'a');
    this.#bytes = line.length;
  }
}

function fileIn(directory: string): string {
  return join(directory, 'marks.jsonl');
}

/** Without what a power cut left of a last line. */
function wholeLines(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
}

function checked(value: unknown): Mark {
  const { note, position, before, leaf, frontier } = value as Partial<Mark>;
  const texts = [note, leaf].every((it) => typeof it === 'string');
  const places = [position, before].every((it) => /^\d+$/.test(String(it)));
  if (!texts || !places || !Array.isArray(frontier)) throw new TypeError('not a mark');
  return value as Mark;
}
