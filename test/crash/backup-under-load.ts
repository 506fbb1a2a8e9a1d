import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyLedger } from '../../src/ledger/embedded/copy-ledger.js';
import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import { lostOf, withDirectory, type Figures, type Run } from '../support/crash/harness.js';
import { startChild } from '../support/ledger/child-process.js';

/** Few: a ledger that grows while it is copied takes longer each time, and so grows the more. */
const BACKUPS_PER_LEDGER = 5;

/**
 * backups taken beside a process that writes all the time. Each is restored and opened for
 * writing, and must hold everything that was acknowledged before it began. Planted fault: the file
 * is copied.
 */
export async function run({ cases, fault = false }: Run): Promise<Figures> {
  const failures: string[] = [];
  const counts = { backups: 0, events: 0 };
  while (counts.backups < cases && failures.length === 0) {
    await withDirectory(async (directory) => {
      const file = join(directory, 'ledger.db');
      const writer = startChild('appending-process.ts', file, 'busy');
      await writer.said(20);
      for (let at = 0; at < BACKUPS_PER_LEDGER && counts.backups < cases; at += 1) {
        const acknowledged = [...writer.lines];
        await writer.said(acknowledged.length + 1);
        const copy = join(directory, `copy-${at}`, 'ledger.db');
        const restored = join(directory, `restored-${at}`, 'ledger.db');
        const what = await backUp(file, fault ? restored : copy, fault)
          .then(() => (fault ? undefined : copyLedger(copy, restored)))
          .then(() => missing(restored, acknowledged))
          .catch(String);
        if (what !== '') failures.push(`backup ${counts.backups}: ${what}`);
        counts.backups += 1;
        counts.events += acknowledged.length;
      }
      await writer.kill();
    });
  }
  return { counts, failures };
}

async function backUp(file: string, to: string, byCopying: boolean): Promise<void> {
  if (!byCopying) {
    await copyLedger(file, to);
    return;
  }
  // Makes the folder, and what a file manager would make of the file.
  await openEmbeddedLedger({ file: to, clock: () => '', mode: 'write' }).close();
  copyFileSync(file, to);
}

async function missing(file: string, acknowledged: readonly string[]): Promise<string> {
  const ledger = openEmbeddedLedger({ file, clock: () => '', mode: 'write' });
  try {
    const lost = await lostOf(ledger, acknowledged);
    return lost.length === 0 ? '' : `${lost.length} acknowledged before it are missing`;
  } finally {
    await ledger.close();
  }
}
