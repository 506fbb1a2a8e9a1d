import { createHash } from 'node:crypto';

import fc from 'fast-check';

import {
  Frontier,
  PathRoots,
  consistencyPath,
  frontierLength,
  inclusionPath,
  type Range,
  type TreeHash,
} from '../../../src/ledger/transparency/merkle.js';

/** The eight leaves that certificate-transparency implementations test with, and what is known of them. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => leafOf('sha256', Buffer.from(hex, 'hex')));

const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const INCLUSION = [
  {
    index: 0,
    size: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    size: 8,
    path: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    index: 2,
    size: 3,
    path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  },
  {
    index: 1,
    size: 5,
    path: [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];

const CONSISTENCY = [
  { older: 1, size: 1, path: [] },
  {
    older: 1,
    size: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    older: 6,
    size: 8,
    path: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    older: 2,
    size: 5,
    path: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];

describe('the tree 默克尔树', () => {
  it('has the roots that every implementation of RFC 6962 finds for the eight known leaves', () => {
    const roots = ROOTS.map((_, size) => frontierOf('sha256', LEAVES.slice(0, size)).root());
    expect(roots.map((root) => root.toString('hex'))).toEqual(ROOTS);
  });

  it.each(INCLUSION)('proves leaf $index in a tree of $size as RFC 6962 does', (known) => {
    const { index, size, path } = known;
    expect(rootsOf('sha256', inclusionPath(index, size), LEAVES)).toEqual(path);
  });

  it.each(CONSISTENCY)('proves that $size leaves begin with the $older before', (known) => {
    const { older, size, path } = known;
    expect(rootsOf('sha256', consistencyPath(older, size), LEAVES)).toEqual(path);
  });

  it('is the tree of the definition, whatever is appended and where it was put away and restored', () => {
    fc.assert(
      fc.property(trees, fc.nat(), ({ hash, leaves }, cut) => {
        const first = frontierOf(hash, leaves.slice(0, cut % (leaves.length + 1)));
        const restored = new Frontier(hash, first.size, first.roots);
        expect(first.roots).toHaveLength(frontierLength(first.size));
        for (const leaf of leaves.slice(first.size)) restored.append(leaf);
        expect(restored.size).toBe(leaves.length);
        expect(restored.root()).toEqual(rootByDefinition(hash, leaves));
      }),
    );
  });

  it('gives paths that lead from any leaf to the root', () => {
    fc.assert(
      fc.property(trees, fc.nat(), ({ hash, leaves }, any) => {
        fc.pre(leaves.length > 0);
        const index = any % leaves.length;
        const path = rootsOf(hash, inclusionPath(index, leaves.length), leaves);
        expect(path).toEqual(hex(pathByDefinition(hash, leaves, index)));
      }),
    );
  });

  it('gives paths that lead from any older root to the root', () => {
    fc.assert(
      fc.property(trees, fc.nat(), ({ hash, leaves }, any) => {
        const older = any % (leaves.length + 1);
        const path = rootsOf(hash, consistencyPath(older, leaves.length), leaves);
        const defined = older === 0 ? [] : proofByDefinition(hash, leaves, older, true);
        expect(path).toEqual(hex(defined));
      }),
    );
  });
});

const trees = fc.record({
  hash: fc.constantFrom<TreeHash>('sha256', 'sm3'),
  leaves: fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }).map(Buffer.from), {
    maxLength: 70,
  }),
});

function frontierOf(hash: TreeHash, leaves: readonly Buffer[]): Frontier {
  const frontier = new Frontier(hash);
  for (const leaf of leaves) frontier.append(leaf);
  return frontier;
}

function rootsOf(hash: TreeHash, ranges: readonly Range[], leaves: readonly Buffer[]): string[] {
  const path = new PathRoots(hash, ranges);
  leaves.forEach((leaf, index) => {
    path.take(index, leaf);
  });
  return hex(path.roots());
}

function hex(hashes: readonly Buffer[]): string[] {
  return hashes.map((hash) => hash.toString('hex'));
}

/* The definitions of RFC 6962, sections 2.1 to 2.1.2, word by word over whole lists of leaves. */

function leafOf(hash: TreeHash, record: Buffer): Buffer {
  return createHash(hash).update(Buffer.of(0)).update(record).digest();
}

function rootByDefinition(hash: TreeHash, leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash(hash).digest();
  if (leaves.length === 1) return leaves[0]!;
  const k = split(leaves.length);
  return createHash(hash)
    .update(Buffer.of(1))
    .update(rootByDefinition(hash, leaves.slice(0, k)))
    .update(rootByDefinition(hash, leaves.slice(k)))
    .digest();
}

function pathByDefinition(hash: TreeHash, leaves: readonly Buffer[], m: number): Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...pathByDefinition(hash, leaves.slice(0, k), m), rootByDefinition(hash, leaves.slice(k))]
    : [
        ...pathByDefinition(hash, leaves.slice(k), m - k),
        rootByDefinition(hash, leaves.slice(0, k)),
      ];
}

function proofByDefinition(
  hash: TreeHash,
  leaves: readonly Buffer[],
  m: number,
  whole: boolean,
): Buffer[] {
  if (m === leaves.length) return whole ? [] : [rootByDefinition(hash, leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [
        ...proofByDefinition(hash, leaves.slice(0, k), m, whole),
        rootByDefinition(hash, leaves.slice(k)),
      ]
    : [
        ...proofByDefinition(hash, leaves.slice(k), m - k, false),
        rootByDefinition(hash, leaves.slice(0, k)),
      ];
}

/** k, the largest power of two smaller than n. */
function split(n: number): number {
  return 2 ** Math.ceil(Math.log2(n) - 1);
}
