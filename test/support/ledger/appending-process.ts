import { writeSync } from 'node:fs';

import { openEmbeddedLedger } from '../../../src/ledger/embedded/embedded-ledger.js';
import { LedgerStopped } from '../../../src/ledger/ledger.js';
import { anAppend, newEvent } from './builders.js';

/*
 * Appends for ever to the ledger of its first argument, to streams that start with the second, and
 * says `<command id> <position>` once an append is acknowledged. Five at a time, so that they share
 * commits.
 */
const [file = '', name = ''] = process.argv.slice(2);
const ledger = openEmbeddedLedger({ file, clock: () => new Date().toISOString(), mode: 'write' });

async function appendForEver(stream: string): Promise<never> {
  for (let revision = 0; ; revision += 1) {
    const commandId = `${stream}-${revision}`;
    const events = [newEvent({ data: { text: '申请'.repeat(revision % 50) } })];
    const append = anAppend({ stream, events, expectedRevision: revision, commandId });
    const { position } = await ledger.append(append);
    // Synchronously, so that a kill cannot come between the acknowledgement and the word of it.
    writeSync(1, `${commandId} ${position}\n`);
  }
}

Promise.all(['a', 'b', 'c', 'd', 'e'].map((tail) => appendForEver(`${name}-${tail}`))).catch(
  async (error: unknown) => {
    const again = await ledger.append(anAppend({ stream: 'again' })).catch((e: unknown) => e);
    const stopped = error instanceof LedgerStopped && again instanceof LedgerStopped;
    writeSync(1, stopped ? 'stopped\n' : `${String(error)} ${String(again)}\n`);
    process.exitCode = 1;
  },
);
