import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import type { RecordedEvent } from '../../src/ledger/ledger.js';
import { between, randomFrom, withDirectory } from '../support/crash/harness.js';
import type { Figures, Run } from '../support/crash/harness.js';
import { diskAfter } from '../support/crash/power-cut-disk.js';
import { CALLS, readTrace, type Step } from '../support/crash/trace.js';
import { collect } from '../support/ledger/builders.js';
import { startChildTraced } from '../support/ledger/child-process.js';

const STATES_PER_TRACE = 500;

/**
 * the system calls of the real writer are recorded, and the disk rebuilt as a power cut at a
 * random call could have left it: what was flushed, and of the rest nothing, everything, or any part
 * with torn sectors. The product must open each such disk and find every command acknowledged before
 * the cut, whole, and nothing that was never written. Planted fault: synchronous=NORMAL.
 */
export async function run({ cases, seed, fault = false }: Run): Promise<Figures> {
  const random = randomFrom(seed);
  const failures: string[] = [];
  const counts = { states: 0, acknowledged: 0, calls: 0 };
  while (counts.states < cases && failures.length === 0) {
    const { steps, written } = await record(between(random, 1, 2 ** 31), fault);
    counts.calls += steps.length;
    await withDirectory(async (directory) => {
      for (let at = 0; at < STATES_PER_TRACE && counts.states < cases; at += 1) {
        const cut = between(random, 0, steps.length + 1);
        const image = join(directory, String(at));
        mkdirSync(image);
        for (const [path, bytes] of diskAfter(steps.slice(0, cut), random)) {
          writeFileSync(join(image, basename(path)), bytes);
        }
        const said = steps.slice(0, cut).flatMap((step) => (step.did === 'say' ? [step.text] : []));
        const what = await faultOf(join(image, 'ledger.db'), said, written).catch(String);
        if (what !== '') failures.push(`cut after call ${cut} of ${steps.length}: ${what}`);
        rmSync(image, { recursive: true });
        counts.states += 1;
        counts.acknowledged += said.length;
      }
    }, true);
  }
  return { counts, failures };
}

/** The writer's calls, and what it had written in the end. */
function record(
  seed: number,
  fault: boolean,
): Promise<{ steps: Step[]; written: RecordedEvent[] }> {
  return withDirectory(async (directory) => {
    const file = join(directory, 'data', 'ledger.db');
    const trace = join(directory, 'trace');
    const args = [file, String(seed), fault ? 'normal' : 'none'];
    const child = startChildTraced(trace, ['-e', CALLS], 'power-cut-process.ts', ...args);
    if ((await child.ended()) !== 0) throw new Error('the traced writer failed');
    const steps = readTrace(trace, join(directory, 'data', ''));
    const ledger = openEmbeddedLedger({ file, clock: () => '', mode: 'read' });
    const written = await collect(ledger.readAll());
    await ledger.close();
    return { steps, written };
  });
}

/** `said`: the acknowledgements, a command id and the number of its events each. */
async function faultOf(
  file: string,
  said: readonly string[],
  written: readonly RecordedEvent[],
): Promise<string> {
  const ledger = openEmbeddedLedger({ file, clock: () => '', mode: 'write' });
  try {
    const events = await collect(ledger.readAll());
    const strange = events.findIndex(({ hash }, index) => hash !== written[index]?.hash);
    if (strange >= 0) return `event ${strange} was never written there`;
    const half = events.at(-1)?.commandId;
    if (half !== undefined && half === written[events.length]?.commandId) return `half of ${half}`;
    const kept = new Set(events.map(({ commandId }) => commandId));
    const lost = said.filter((line) => !kept.has(line.split(' ')[0] ?? ''));
    return lost.length === 0 ? '' : `${lost.length} of ${said.length} acknowledged lost`;
  } finally {
    await ledger.close();
  }
}
