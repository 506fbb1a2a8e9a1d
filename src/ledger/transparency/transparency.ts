import {
  LedgerContradictsWitness,
  type Ledger,
  type RecordedEvent,
  type WitnessFault,
} from '../ledger.js';
import { leafHash, recordOf } from '../record.js';
import { readNote, signNote, verifierKey, type Checkpoint, type ReadNote } from './checkpoint.js';
import { Frontier, PathRoots, consistencyPath, inclusionPath, type Range } from './merkle.js';
import { SUITES, TREE_HASH, type Suite } from './suites.js';
import type { Witness } from './witness.js';

/** 存在证明: that one event is in the ledger, without showing another. */
export type InclusionProof = Readonly<{
  /** Counted from 0 in ledger order. */
  index: number;
  size: number;
  /** The event as it is stored, and its leaf hash as hex. */
  record: string;
  leaf: string;
  /** From the leaf to the root, as hex. */
  path: readonly string[];
  note: string;
}>;

/** 延续证明: that the ledger of an older checkpoint is still the beginning of this one. */
export type ConsistencyProof = Readonly<{
  olderSize: number;
  /** The root at that size, as hex: to compare with the older checkpoint. */
  olderRoot: string;
  size: number;
  path: readonly string[];
  note: string;
}>;

/** What a checkpoint says, and the note that others can check. */
export type SignedCheckpoint = Readonly<{ note: string; checkpoint: Checkpoint }>;

/** How a ledger makes itself known to outsiders. */
export type PublicKey = Readonly<{ suite: Suite; verifierKey: string; pem: string }>;

/** A visitor of every event that a checkpoint covers, with its leaf in the tree of the suite. */
type Visit = (leaf: Buffer, index: number, event: RecordedEvent) => void;

/** 可验证性: checkpoints of a ledger and proofs of what is in it, for people who need not trust us. */
export class Transparency {
  readonly #ledger: Ledger;
  readonly #witness: Witness;

  constructor(ledger: Ledger, witness: Witness) {
    this.#ledger = ledger;
    this.#witness = witness;
  }

  /** The newest checkpoint. In another suite than the mark's it takes a full pass. */
  async checkpoint(suite: Suite): Promise<SignedCheckpoint> {
    const mark = await this.#marked();
    return mark.checkpoint.suite === suite ? mark : this.#walk(mark, suite, () => undefined);
  }

  /**
   * Passes over all that the mark covers, and throws {@link LedgerContradictsWitness} unless it still
   * has the root that was signed: who rewrites a record can hash it anew, but not sign.
   */
  async requireMarked(): Promise<void> {
    const mark = await this.#marked();
    await this.#walk(mark, mark.checkpoint.suite, () => undefined);
  }

  /** What a note says, if this ledger signed it. */
  read(note: string): ReadNote {
    return readNote(note, this.#ledger.ledgerId, this.#witness.keys);
  }

  publicKeys(): readonly PublicKey[] {
    return SUITES.map((suite) => {
      const signer = this.#witness.keys(suite);
      return { suite, verifierKey: verifierKey(this.#ledger.ledgerId, signer), pem: signer.pem };
    });
  }

  /**
   * Of an event named by its id, or by the position that was answered when it was recorded.
   * Undefined when the newest checkpoint covers none of this name.
   */
  async proveEvent(event: string, suite: Suite): Promise<InclusionProof | undefined> {
    const mark = await this.#marked();
    const { size } = mark.checkpoint;
    const index = await this.#indexOf(event, size);
    if (index === undefined) return undefined;
    const path = new PathRoots(TREE_HASH[suite], inclusionPath(index, size));
    let proved: Pick<InclusionProof, 'record' | 'leaf'> | undefined;
    const { note } = await this.#walk(mark, suite, (leaf, at, event) => {
      path.take(at, leaf);
      if (at === index) proved = { record: recordOf(event), leaf: leaf.toString('hex') };
    });
    return proved && { index, size, ...proved, path: hexOf(path.roots()), note };
  }

  /**
   * Throws {@link LedgerContradictsWitness} when the ledger has become shorter than `older`, or,
   * its root being given, has another one at that size.
   */
  async proveGrowth(
    older: Readonly<{ size: number; root?: Buffer }>,
    suite: Suite,
  ): Promise<ConsistencyProof> {
    const mark = await this.#marked();
    const { size } = mark.checkpoint;
    if (older.size > size) throw contradiction('shorter', older.size, size);
    const first: Range = { from: 0, to: older.size };
    const hash = TREE_HASH[suite];
    const path = new PathRoots(hash, consistencyPath(older.size, size));
    const before = new PathRoots(hash, [first]);
    const { note } = await this.#walk(mark, suite, (leaf, at) => {
      path.take(at, leaf);
      before.take(at, leaf);
    });
    const [olderRoot = ''] = hexOf(before.roots());
    if (older.root !== undefined && older.root.toString('hex') !== olderRoot) {
      throw contradiction('forked', older.size, size);
    }
    return { olderSize: older.size, olderRoot, size, path: hexOf(path.roots()), note };
  }

  /** The newest checkpoint, in the suite of the mark. */
  async #marked(): Promise<SignedCheckpoint> {
    const note = await this.#witness.checkpoint();
    const read = this.read(note);
    if ('fault' in read) throw contradiction(read.fault === 'malformed' ? 'damaged' : read.fault);
    return { note, checkpoint: read.checkpoint };
  }

  async #indexOf(event: string, size: number): Promise<number | undefined> {
    let index = 0;
    for await (const { eventId, position } of this.#ledger.readAll()) {
      if (index === size) return undefined;
      if (event === eventId || event === position) return index;
      index += 1;
    }
    return undefined;
  }

  /**
   * Passes over all that the mark covers, makes sure that it is still what the mark was signed for,
   * and answers with the checkpoint of the suite for the same events: nothing is signed unseen.
   */
  async #walk(mark: SignedCheckpoint, suite: Suite, visit: Visit): Promise<SignedCheckpoint> {
    const { checkpoint } = mark;
    const { size, root } = checkpoint;
    const marked = new Frontier(TREE_HASH[checkpoint.suite]);
    const asked = new Frontier(TREE_HASH[suite]);
    for await (const event of this.#ledger.readAll()) {
      const index = marked.size;
      if (index === size) break;
      const hash = Buffer.from(event.hash, 'hex');
      const leaf = suite === checkpoint.suite ? hash : leafHash(recordOf(event), TREE_HASH[suite]);
      marked.append(hash);
      asked.append(leaf);
      visit(leaf, index, event);
    }
    if (marked.size < size) throw contradiction('shorter', size, marked.size);
    if (!marked.root().equals(root)) throw contradiction('forked', size, size);
    if (suite === checkpoint.suite) return mark;
    const signed = { ...checkpoint, root: asked.root(), suite };
    return { checkpoint: signed, note: signNote(signed, this.#witness.keys(suite)) };
  }
}

function contradiction(fault: WitnessFault, witness?: number, ledger?: number): Error {
  const sizes = {
    ...(witness !== undefined && { witness }),
    ...(ledger !== undefined && { ledger }),
  };
  const message = `the ledger is not what its checkpoint says (${fault})`;
  return new LedgerContradictsWitness(fault, message, sizes);
}

function hexOf(hashes: readonly Buffer[]): string[] {
  return hashes.map((hash) => hash.toString('hex'));
}
