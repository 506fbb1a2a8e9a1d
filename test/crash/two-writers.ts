import { join } from 'node:path';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import { LedgerLocked } from '../../src/ledger/ledger.js';
import { lostOf, withDirectory, type Figures, type Run } from '../support/crash/harness.js';
import { startChild } from '../support/ledger/child-process.js';

/**
 * while one process writes, another that wants to is refused, in another process and in this
 * one; once the first is killed (kill -9), what it left never blocks the next. Planted fault: the
 * second clears away the lock as stale.
 */
export async function run({ cases, fault = false }: Run): Promise<Figures> {
  const failures: string[] = [];
  const counts = { writers: 0, acknowledged: 0 };
  await withDirectory(async (directory) => {
    const file = join(directory, 'ledger.db');
    const acknowledged: string[] = [];
    for (let at = 0; at < cases && failures.length === 0; at += 1) {
      const first = startChild('appending-process.ts', file, `first${at}`);
      await first.said(1);
      const second = startChild(
        'appending-process.ts',
        file,
        `second${at}`,
        fault ? 'unlocked' : 'none',
      );
      if (await letIn(second)) failures.push(`cycle ${at}: a second process was let in`);
      if (!fault && !isRefusedHere(file)) failures.push(`cycle ${at}: this process was let in`);
      await first.said(first.lines.length + 5).catch(() => failures.push('the first was stopped'));
      await Promise.all([first.kill(), second.kill()]);
      acknowledged.push(...first.lines);

      const next = openEmbeddedLedger({ file, clock: () => '', mode: 'write' });
      const lost = await lostOf(next, acknowledged);
      await next.close();
      if (lost.length > 0) failures.push(`cycle ${at}: ${lost.length} acknowledged lost`);
      counts.writers += 2;
    }
    counts.acknowledged = acknowledged.length;
  });
  return { counts, failures };
}

/** Whether it acknowledges anything; a refused one ends. */
async function letIn({ said }: ReturnType<typeof startChild>): Promise<boolean> {
  return said(1).then(
    () => true,
    () => false,
  );
}

function isRefusedHere(file: string): boolean {
  try {
    void openEmbeddedLedger({ file, clock: () => '', mode: 'write' }).close();
    return false;
  } catch (error) {
    return error instanceof LedgerLocked;
  }
}
