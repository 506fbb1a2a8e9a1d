import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Ledger } from '../../../src/ledger/ledger.js';
import { collect } from '../ledger/builders.js';

/** `fault` plants a mistake that the harness must notice: without that it proves nothing. */
export type Run = Readonly<{ cases: number; seed: number; fault?: boolean }>;

/** What a run came to. `failures` says what broke, one sentence each; none when all held. */
export type Figures = Readonly<{
  counts: Readonly<Record<string, number>>;
  failures: readonly string[];
}>;

export type Harness = (run: Run) => Promise<Figures>;

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to below `end`. */
export function between(random: () => number, least: number, end: number): number {
  return least + Math.floor(random() * (end - least));
}

/** Lends an empty directory, in memory where the machine has such a disk and it is asked for. */
export async function withDirectory<T>(
  work: (directory: string) => Promise<T>,
  inMemory = false,
): Promise<T> {
  const parent = inMemory && existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const directory = mkdtempSync(join(parent, 'gongkai-crash-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The command ids of the acknowledgements `<command id> …` that the ledger does not have. */
export async function lostOf(ledger: Ledger, acknowledged: readonly string[]): Promise<string[]> {
  const kept = new Set((await collect(ledger.readAll())).map(({ commandId }) => commandId));
  return acknowledged.map((line) => line.split(' ')[0] ?? '').filter((id) => !kept.has(id));
}
