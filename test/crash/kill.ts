import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { between, lostOf, randomFrom, withDirectory } from '../support/crash/harness.js';
import type { Figures, Run } from '../support/crash/harness.js';
import { anAppend, collect } from '../support/ledger/builders.js';
import { startChild } from '../support/ledger/child-process.js';

/** Longer ones would be read again at every cycle and show nothing new. */
const CYCLES_PER_LEDGER = 100;
const KILL_AFTER_MS_MAX = 30;

/**
 * a writer is killed (kill -9) 0 to 30 ms after its first acknowledgement, again and again on
 * the same ledger. Nothing acknowledged may be lost, no event be damaged, and the last command, sent
 * again, must be answered as before. Planted fault: it acknowledges before the commit.
 */
export async function run({ cases, seed, fault = false }: Run): Promise<Figures> {
  const random = randomFrom(seed);
  const failures: string[] = [];
  const counts = { cycles: 0, acknowledged: 0, unacknowledged: 0 };
  while (counts.cycles < cases && failures.length === 0) {
    await withDirectory(async (directory) => {
      const file = join(directory, 'ledger.db');
      const all: string[] = [];
      for (let at = 0; at < CYCLES_PER_LEDGER && counts.cycles < cases; at += 1) {
        const child = startChild('appending-process.ts', file, `c${at}`, fault ? 'early' : 'none');
        await child.said(1);
        await pause(between(random, 0, KILL_AFTER_MS_MAX + 1));
        await child.kill();
        all.push(...child.lines);
        counts.cycles += 1;
        counts.acknowledged += child.lines.length;
        failures.push(...(await faultsOf(file, all)).map((what) => `cycle ${at}: ${what}`));
      }
      const ledger = openEmbeddedLedger({ file, clock: now, mode: 'read' });
      counts.unacknowledged += Number(await ledger.head()) - all.length;
      await ledger.close();
    });
  }
  return { counts, failures };
}

const now = (): string => new Date().toISOString();

async function faultsOf(file: string, acknowledged: readonly string[]): Promise<string[]> {
  // A reader first: it must cope with what the killed writer left beside the file.
  const reader = openEmbeddedLedger({ file, clock: now, mode: 'read' });
  const lost = await lostOf(reader, acknowledged).finally(() => reader.close());
  if (lost.length > 0) return [`${lost.length} acknowledged lost, first ${String(lost[0])}`];
  const ledger = openEmbeddedLedger({ file, clock: now, mode: 'write' });
  try {
    return await retryFaults(ledger, acknowledged.at(-1) ?? '');
  } finally {
    await ledger.close();
  }
}

async function retryFaults(ledger: Ledger, last: string): Promise<string[]> {
  const [commandId = '', position] = last.split(' ');
  const head = await ledger.head();
  const stream = commandId.slice(0, commandId.lastIndexOf('-'));
  const again = await ledger.append(anAppend({ stream, commandId }));
  if (again.position !== position || (await ledger.head()) !== head) {
    return [`${commandId} sent again was taken in at ${again.position}, before at ${position}`];
  }
  return (await revisionsAreWhole(ledger)) ? [] : ['a stream has a gap'];
}

async function revisionsAreWhole(ledger: Ledger): Promise<boolean> {
  const next = new Map<string, number>();
  for (const { stream, revision } of await collect(ledger.readAll())) {
    if (revision !== (next.get(stream) ?? 0)) return false;
    next.set(stream, revision + 1);
  }
  return true;
}
