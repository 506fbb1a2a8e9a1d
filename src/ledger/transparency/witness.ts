import { existsSync } from 'node:fs';

import {
  BEGINNING,
  LedgerContradictsWitness,
  LedgerCorrupt,
  LedgerFull,
  LedgerStopped,
  LedgerUnreachable,
  comparePositions,
  type Instant,
  type Ledger,
  type Position,
  type RecordedEvent,
} from '../ledger.js';
import type { Mode } from '../sqlite/database.js';
import type { DiskFailed } from '../sqlite/store.js';
import { readNote, signNote } from './checkpoint.js';
import { MarkFile, readMark, setMarksAside, type Mark } from './mark-file.js';
import { Frontier, frontierLength } from './merkle.js';
import { openSigningKeys, type SigningKeys } from './signing-keys.js';
import type { Suite } from './suites.js';

export type WitnessOptions = Readonly<{
  /** Where the marks lie, and where the keys. */
  directory: string;
  keysDirectory: string;
  clock: () => Instant;
  /** A reader compares and writes nothing. */
  mode: Mode;
  /**
   * Takes the ledger as it is, puts the marks that are there aside and begins anew. Whatever was
   * cut off or exchanged before is then only known to those who hold an older checkpoint.
   */
  anew?: boolean;
  /** Told the first error of the witness's disk; the process must then end. */
  diskFailed?: DiskFailed | undefined;
}>;

/** The suite of the marks: what the embedded store hashes with anyway. */
const SUITE: Suite = 'sha256-ed25519';

/**
 * 高水位见证: knows outside the ledger's own store how far it was acknowledged, and so notices a tail
 * that was cut off, an older copy, and another ledger in its place.
 */
export class Witness {
  readonly #ledger: Ledger;
  readonly #clock: () => Instant;
  readonly #diskFailed: DiskFailed | undefined;
  readonly #marks: MarkFile | undefined;
  readonly #frontier: Frontier;
  /** What was followed so far; the mark may lie behind it for the time of one write. */
  #reached: Pick<Mark, 'position' | 'before' | 'leaf'>;
  #mark: Mark | undefined;
  #owing = false;
  #stopped: Error | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #next: Promise<void> | undefined;

  private constructor(
    ledger: Ledger,
    readonly keys: SigningKeys,
    { clock, diskFailed, directory, mode }: WitnessOptions,
    mark: Mark | undefined,
    frontier: Frontier,
  ) {
    this.#ledger = ledger;
    this.#clock = clock;
    this.#diskFailed = diskFailed;
    this.#mark = mark;
    this.#frontier = frontier;
    this.#reached = mark ?? { position: BEGINNING, before: BEGINNING, leaf: '' };
    this.#marks = mode === 'write' ? new MarkFile(directory) : undefined;
  }

  /**
   * Compares the ledger with its mark, and throws {@link LedgerContradictsWitness} unless it goes
   * on from there. For a writer the mark then covers all that the ledger holds.
   */
  static async open(ledger: Ledger, options: WitnessOptions): Promise<Witness> {
    const { directory, keysDirectory, mode, anew = false } = options;
    // In this order: a writer beside us makes its mark before the first event.
    const empty = (await ledger.head()) === BEGINNING;
    if (anew) setMarksAside(directory, options.clock());
    const mark = readMark(directory);
    if (mark === undefined && !empty && !anew) {
      const message = `${directory} has no mark, and the ledger has events`;
      throw new LedgerContradictsWitness('missing', message);
    }
    const keys = openSigningKeys(keysDirectory, mode, mark !== undefined);
    // Figures need no key: who only reads is not kept from them when the keys are away.
    const away = mode === 'read' && !existsSync(keysDirectory);
    const signerOf = away ? () => null : keys;
    const frontier = mark === undefined ? new Frontier('sha256') : believed(mark, ledger, signerOf);
    if (mark !== undefined) await requireEventAt(mark, frontier.size, ledger);
    const witness = new Witness(ledger, keys, options, mark, frontier);
    try {
      if (mode === 'write') await witness.#follow();
      return witness;
    } catch (error) {
      witness.close();
      throw error;
    }
  }

  /** The newest checkpoint. A writer's covers everything that is in the ledger now. */
  async checkpoint(): Promise<string> {
    if (this.#marks !== undefined) await this.#follow();
    if (this.#mark !== undefined) return this.#mark.note;
    throw new LedgerStopped('the ledger is empty and was never opened for writing');
  }

  /** Throws unless the next append can be acknowledged, and makes up for a mark that is owed. */
  async ready(): Promise<void> {
    if (this.#stopped !== undefined) throw this.#stopped;
    if (this.#owing) await this.#follow();
  }

  /** Resolves when the mark covers this position. Those who ask at the same time share one write. */
  async covers(position: Position): Promise<void> {
    while (comparePositions(this.#mark?.position ?? BEGINNING, position) < 0) await this.#follow();
  }

  close(): void {
    this.#stopped ??= new LedgerStopped('the witness is closed');
    this.#marks?.close();
  }

  #follow(): Promise<void> {
    if (this.#next !== undefined) return this.#next;
    const next = this.#turn.then(() => {
      this.#next = undefined;
      return this.#catchUp();
    });
    this.#turn = next.catch(() => undefined);
    return (this.#next = next);
  }

  async #catchUp(): Promise<void> {
    if (this.#stopped !== undefined) throw this.#stopped;
    try {
      const range = { after: this.#reached.position, upTo: await this.#ledger.head() };
      for await (const event of this.#ledger.readAll(range)) this.#take(event);
      if (this.#mark === undefined || this.#mark.position !== this.#reached.position) this.#write();
    } catch (error) {
      // What passes leaves the ledger whole, and the mark to be made up for.
      this.#owing = error instanceof LedgerFull || error instanceof LedgerUnreachable;
      throw this.#owing ? error : this.#stop(error);
    }
  }

  #stop(error: unknown): Error {
    if (error instanceof LedgerStopped || error instanceof LedgerCorrupt) {
      this.#stopped = error;
      return error;
    }
    // A flush that failed is never tried again, see SqliteStore.
    const message = 'the witness failed: check its disk, restart, verify';
    const failed = new LedgerStopped(message, { cause: error });
    this.#stopped = failed;
    this.#diskFailed?.(failed);
    return failed;
  }

  #take({ position, hash }: RecordedEvent): void {
    this.#frontier.append(Buffer.from(hash, 'hex'));
    this.#reached = { position, before: this.#reached.position, leaf: hash };
  }

  #write(): void {
    const { size, roots } = this.#frontier;
    const { position, before, leaf } = this.#reached;
    const time = this.#clock();
    const { ledgerId } = this.#ledger;
    const checkpoint = { ledgerId, size, root: this.#frontier.root(), time, suite: SUITE };
    const note = signNote(checkpoint, this.keys(SUITE));
    const frontier = roots.map((root) => root.toString('hex'));
    const mark = { note, position, before, leaf, frontier };
    this.#marks?.write(mark);
    this.#mark = mark;
    this.#owing = false;
  }
}

/** The frontier of a mark that was signed for this ledger and agrees with itself. */
function believed(
  mark: Mark,
  { ledgerId }: Ledger,
  signerOf: Parameters<typeof readNote>[2],
): Frontier {
  const read = readNote(mark.note, ledgerId, signerOf);
  if ('fault' in read) {
    const fault = read.fault === 'malformed' ? 'damaged' : read.fault;
    throw new LedgerContradictsWitness(fault, `the mark was not signed for ledger ${ledgerId}`);
  }
  const { size, root } = read.checkpoint;
  const roots = mark.frontier.map((hex) => Buffer.from(hex, 'hex'));
  const frontier = new Frontier('sha256', size, roots);
  if (roots.length === frontierLength(size) && frontier.root().equals(root)) return frontier;
  throw new LedgerContradictsWitness(
    'damaged',
    'the mark does not have the root it was signed for',
  );
}

/** Requires that the event the mark was made at still stands there, and is the same. */
async function requireEventAt(mark: Mark, size: number, ledger: Ledger): Promise<void> {
  if (size === 0) return;
  for await (const { position, hash } of ledger.readAll({ after: mark.before })) {
    if (position === mark.position && hash === mark.leaf) return;
    const message = `event ${size} of the ledger is not the one that was acknowledged`;
    throw new LedgerContradictsWitness('forked', message, { witness: size });
  }
  let found = 0;
  for await (const _ of ledger.readAll()) found += 1;
  const message = `the ledger has ${found} events and had ${size}`;
  throw new LedgerContradictsWitness('shorter', message, { witness: size, ledger: found });
}
