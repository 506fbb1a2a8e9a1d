import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import { between, lostOf, randomFrom, withDirectory } from '../support/crash/harness.js';
import type { Figures, Run } from '../support/crash/harness.js';
import { CALLS, readTrace } from '../support/crash/trace.js';
import { anAppend } from '../support/ledger/builders.js';
import { startChildTraced } from '../support/ledger/child-process.js';

/** The call, and among how many of its occurrences the one that fails is drawn. */
const POINTS = [
  ['fsync', 10, 120],
  ['pwrite64', 60, 1_500],
] as const;

/** More than come before the last of those calls. */
const ACKNOWLEDGED_MAX = 1_200;

/**
 * one call of a writer is answered with EIO by the kernel (strace -e inject). From then on it
 * acknowledges nothing and ends with an error, and the next process finds everything that was
 * acknowledged and goes on. Planted fault: the writer opens the ledger again and carries on.
 */
export async function run({ cases, seed, fault = false }: Run): Promise<Figures> {
  const random = randomFrom(seed);
  const failures: string[] = [];
  const counts = { points: 0, acknowledged: 0 };
  for (; counts.points < cases && failures.length === 0; counts.points += 1) {
    const [call, least, end] = POINTS[counts.points % POINTS.length] ?? POINTS[0];
    const when = between(random, least, end);
    await withDirectory(async (directory) => {
      const file = join(directory, 'data', 'ledger.db');
      const trace = join(directory, 'trace');
      const inject = `inject=${call}:error=EIO:when=${when}`;
      const child = startChildTraced(
        trace,
        ['-e', CALLS, '-e', inject],
        'appending-process.ts',
        file,
        'io',
        fault ? 'onwards' : 'none',
      );
      // One that goes on for ever is stopped by us; it has failed already.
      const ended = await Promise.race([child.ended(), child.said(ACKNOWLEDGED_MAX).then(() => 0)]);
      await child.kill();
      const where = `${call} number ${when}`;
      if (ended === 0) failures.push(`${where}: the process did not end with an error`);
      failures.push(
        ...saidAfterFailure(trace).map((word) => `${where}: ${word} acknowledged after`),
      );

      const acknowledged = child.lines.filter((line) => line.startsWith('io-'));
      const ledger = openEmbeddedLedger({ file, clock: () => '', mode: 'write' });
      const lost = await lostOf(ledger, acknowledged);
      await ledger.append(anAppend({ stream: 'next' }));
      await ledger.close();
      if (lost.length > 0) failures.push(`${where}: ${lost.length} acknowledged lost`);
      counts.acknowledged += acknowledged.length;
    });
  }
  return { counts, failures };
}

function saidAfterFailure(trace: string): string[] {
  // A process that was killed leaves its last line unfinished, which no pattern takes for a call.
  const steps = readTrace(trace, '');
  const failed = steps.findIndex(({ did }) => did === 'fail');
  if (failed < 0)
    return [`nothing failed in ${readFileSync(trace).length} bytes of trace, and was`];
  return steps
    .slice(failed)
    .flatMap((step) =>
      step.did === 'say' && step.text.startsWith('io-') ? [step.text.trim()] : [],
    );
}
