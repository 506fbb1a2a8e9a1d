import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  truncateSync,
} from 'node:fs';
import { EventEmitter } from 'node:events';

/** What somebody wants to write. */
export type Proposed = Readonly<{
  id: string;
  type: string;
  contentType: string;
  /** Base64. */
  data: string;
  metadata: string;
}>;

/** An event that was written. */
export type Written = Proposed &
  Readonly<{
    stream: string;
    revision: number;
    /** Commit and prepare position: grows, with gaps, as bytes of a log do. */
    position: number;
    /** Milliseconds since 1970. */
    created: number;
  }>;

export type Expected = 'any' | 'no_stream' | 'stream_exists' | number;

export type Outcome =
  | Readonly<{ written: Written | undefined }>
  /** The last revision of the stream, or -1. */
  | Readonly<{ wrong: number }>
  | 'deleted';

const TOMBSTONE = '$streamDeleted';

/**
 * What an event store remembers: `$all`, and the streams in it. One line of the file is one write,
 * so a process that is killed leaves a write there or not, never a part of it.
 */
export class EventLog {
  readonly all: Written[] = [];
  readonly #streams = new Map<string, Written[]>();
  readonly #written = new EventEmitter().setMaxListeners(0);
  readonly #file: string | undefined;

  constructor(file?: string) {
    this.#file = file;
    if (file === undefined || !existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    truncateSync(file, Buffer.byteLength(whole));
    for (const line of whole.split('\n').slice(0, -1)) this.#add(JSON.parse(line) as Written[]);
  }

  stream(name: string): readonly Written[] {
    return this.#streams.get(name) ?? [];
  }

  deleted(name: string): boolean {
    return this.stream(name).at(-1)?.type === TOMBSTONE;
  }

  /** Resolves with the next write. */
  onWritten(listener: () => void): () => void {
    this.#written.on('written', listener);
    return () => this.#written.off('written', listener);
  }

  /**
   * As `IndexWriter.CheckCommit` does: a write whose ids stand where it wanted to stand has
   * happened already, and is answered as it was.
   */
  append(stream: string, expected: Expected, events: readonly Proposed[]): Outcome {
    if (this.deleted(stream)) return 'deleted';
    const standing = this.stream(stream);
    const last = standing.length - 1;
    const wanted = expected === 'no_stream' ? -1 : expected;
    if (typeof wanted === 'number' && wanted < last) {
      const there = standing.slice(wanted + 1, wanted + 1 + events.length);
      const same =
        there.length === events.length && there.every(({ id }, n) => id === events[n]?.id);
      return same ? { written: there.at(-1) } : { wrong: last };
    }
    if (typeof wanted === 'number' && wanted > last) return { wrong: last };
    if (wanted === 'stream_exists' && last < 0) return { wrong: last };
    return { written: this.#write(stream, events) };
  }

  tombstone(stream: string): void {
    this.#write(stream, [
      { id: crypto.randomUUID(), type: TOMBSTONE, contentType: '', data: '', metadata: '' },
    ]);
  }

  #write(stream: string, events: readonly Proposed[]): Written | undefined {
    let position = this.all.at(-1)?.position ?? 0;
    const first = this.stream(stream).length;
    const written = events.map((event, index) => {
      position += 100 + event.data.length;
      return { ...event, stream, revision: first + index, position, created: Date.now() };
    });
    if (this.#file !== undefined) appendAndSync(this.#file, `${JSON.stringify(written)}\n`);
    this.#add(written);
    this.#written.emit('written');
    return written.at(-1);
  }

  #add(written: readonly Written[]): void {
    for (const event of written) {
      this.all.push(event);
      const stream = this.#streams.get(event.stream) ?? [];
      stream.push(event);
      this.#streams.set(event.stream, stream);
    }
  }
}

function appendAndSync(file: string, text: string): void {
  const handle = openSync(file, 'a');
  try {
    appendFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
