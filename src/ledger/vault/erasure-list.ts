import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';

import { LedgerCorrupt } from '../ledger.js';
import { ensurePrivateFile } from '../sqlite/private-file.js';

/**
 * 销毁清单: the streams whose keys were destroyed, outside the ledger and outside the keys. A ledger and
 * keys that were both restored from before an erasure do not know of it; this list does.
 *
 * A text file, one JSON object per line: `{"ledger":…,"stream":…}`. It only grows. A last line
 * without its line end is what a crash left of an entry whose key was not destroyed yet.
 */
export class ErasureList {
  readonly #file: string;
  readonly #ledgerId: string;
  readonly #streams: Set<string>;

  constructor(file: string, ledgerId: string) {
    this.#file = file;
    this.#ledgerId = ledgerId;
    this.#streams = new Set(
      linesOf(file).flatMap((line, index) => {
        const { ledger, stream } = entryOf(line, file, index + 1);
        return ledger === ledgerId ? [stream] : [];
      }),
    );
  }

  get streams(): ReadonlySet<string> {
    return this.#streams;
  }

  /** Puts down what is not on the list yet; it is durable when the call returns. */
  add(streams: readonly string[]): void {
    const fresh = streams.filter((stream) => !this.#streams.has(stream));
    if (fresh.length === 0) return;
    ensurePrivateFile(this.#file);
    const entries = fresh.map(
      (stream) => `${JSON.stringify({ ledger: this.#ledgerId, stream })}\n`,
    );
    const whole = readFileSync(this.#file).lastIndexOf('\n') + 1;
    const descriptor = openSync(this.#file, 'r+');
    try {
      // A torn entry must not become a line of its own.
      ftruncateSync(descriptor, whole);
      writeSync(descriptor, entries.join(''), whole);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    for (const stream of fresh) this.#streams.add(stream);
  }
}

type Entry = Readonly<{ ledger: string; stream: string }>;

function linesOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').slice(0, -1);
}

function entryOf(line: string, file: string, number: number): Entry {
  try {
    const entry: unknown = JSON.parse(line);
    if (isEntry(entry)) return entry;
  } catch {
    // Told below, with the place.
  }
  throw new LedgerCorrupt(`line ${number} of ${file} is not an entry: restore the file`);
}

function isEntry(entry: unknown): entry is Entry {
  const { ledger, stream } = (entry ?? {}) as Partial<Record<string, unknown>>;
  return typeof ledger === 'string' && typeof stream === 'string';
}
