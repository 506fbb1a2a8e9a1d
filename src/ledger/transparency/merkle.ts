import { createHash } from 'node:crypto';

import { assert } from '../../kernel/decider.js';

/*
 * The Merkle tree of RFC 6962, section 2.1 (the same in RFC 9162): leaf = H(0x00 ‖ record),
 * node = H(0x01 ‖ left ‖ right), and the root of nothing is H of nothing. Only what a writer needs:
 * whoever checks a proof should not do it with the code that made it.
 */

/** The hash a tree is made with, as `node:crypto` names it. */
export type TreeHash = 'sha256' | 'sm3';

const NODE_PREFIX = Buffer.of(1);

/**
 * 压缩区间: the roots of the perfect subtrees that cover the leaves, widest first, one for each bit
 * of the size. All that is needed to append and to know the root, in some twenty hashes.
 */
export class Frontier {
  readonly #hash: TreeHash;
  readonly #roots: Buffer[];
  #size: number;

  /** An empty one, or one restored from its size and {@link roots}. */
  constructor(hash: TreeHash, size = 0, roots: readonly Buffer[] = []) {
    this.#hash = hash;
    this.#size = size;
    this.#roots = [...roots];
  }

  get size(): number {
    return this.#size;
  }

  get roots(): readonly Buffer[] {
    return this.#roots;
  }

  append(leaf: Buffer): void {
    let root = leaf;
    // Each bit that carries is a subtree that has found its sibling.
    for (let bits = this.#size; bits % 2 === 1; bits = (bits - 1) / 2) {
      const sibling = this.#roots.pop();
      assert(sibling !== undefined, 'a frontier has a root for each bit of its size');
      root = nodeHash(this.#hash, sibling, root);
    }
    this.#roots.push(root);
    this.#size += 1;
  }

  root(): Buffer {
    if (this.#roots.length === 0) return createHash(this.#hash).digest();
    return this.#roots.reduceRight((right, left) => nodeHash(this.#hash, left, right));
  }
}

/** How many roots a frontier of this size has: its binary ones. */
export function frontierLength(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}

/** Leaves `from` up to but without `to`, counted from 0: a subtree, known by its root. */
export type Range = Readonly<{ from: number; to: number }>;

/**
 * PATH(index, D[size]) of RFC 6962, section 2.1.1, as the subtrees whose roots are the path, from the
 * leaf upwards.
 */
export function inclusionPath(index: number, size: number): readonly Range[] {
  return pathWithin({ from: 0, to: size }, index);
}

function pathWithin(tree: Range, index: number): readonly Range[] {
  if (tree.to - tree.from === 1) return [];
  const [left, right] = halves(tree);
  return index < left.to
    ? [...pathWithin(left, index), right]
    : [...pathWithin(right, index), left];
}

/**
 * PROOF(older, D[size]) of RFC 6962, section 2.1.2, as the subtrees whose roots show that the first
 * `older` leaves are still the first. Empty for a tree that has not grown, or grew from nothing.
 */
export function consistencyPath(older: number, size: number): readonly Range[] {
  return older === 0 ? [] : subproof(older, { from: 0, to: size }, true);
}

/** `known`: the subtree is the older tree itself, whose root the reader has. */
function subproof(older: number, tree: Range, known: boolean): readonly Range[] {
  if (tree.to === older) return known ? [] : [tree];
  const [left, right] = halves(tree);
  return older <= left.to
    ? [...subproof(older, left, known), right]
    : [...subproof(older, right, false), left];
}

/** Splits at the largest power of two that is smaller than the number of leaves. */
function halves({ from, to }: Range): readonly [Range, Range] {
  let width = 1;
  while (width * 2 < to - from) width *= 2;
  return [
    { from, to: from + width },
    { from: from + width, to },
  ];
}

/**
 * Takes leaves in order and gives the roots of the ranges, in their order, when the last has come.
 * The ranges of one path do not overlap, so a pass over a ledger needs one frontier for each and no
 * leaf is kept.
 */
export class PathRoots {
  readonly #parts: readonly (Range & Readonly<{ frontier: Frontier }>)[];

  constructor(hash: TreeHash, ranges: readonly Range[]) {
    this.#parts = ranges.map((range) => ({ ...range, frontier: new Frontier(hash) }));
  }

  take(index: number, leaf: Buffer): void {
    const part = this.#parts.find(({ from, to }) => from <= index && index < to);
    part?.frontier.append(leaf);
  }

  roots(): readonly Buffer[] {
    return this.#parts.map(({ frontier }) => frontier.root());
  }
}

function nodeHash(hash: TreeHash, left: Buffer, right: Buffer): Buffer {
  return createHash(hash).update(NODE_PREFIX).update(left).update(right).digest();
}
