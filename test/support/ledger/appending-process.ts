import { rmSync, writeSync } from 'node:fs';

import { openEmbeddedLedger } from '../../../src/ledger/embedded/embedded-ledger.js';
import { LedgerStopped, type Ledger } from '../../../src/ledger/ledger.js';
import { anAppend, newEvent } from './builders.js';

/*
 * Appends for ever to the ledger of its first argument, to streams that start with the second, and
 * says `<command id> <position>` once an append is acknowledged. Five at a time, so that they share
 * commits. The third argument plants a mistake:
 *
 *   early     acknowledges before the commit
 *   unlocked  clears away "a stale lock" before it opens
 *   onwards   opens again after an error of the disk, and goes on
 */
const [file = '', name = '', fault] = process.argv.slice(2);

if (fault === 'unlocked') rmSync(`${file}.lock`, { force: true });
let ledger = open();

function open(): Ledger {
  return openEmbeddedLedger({ file, clock: () => new Date().toISOString(), mode: 'write' });
}

async function appendForEver(stream: string): Promise<never> {
  for (let revision = 0; ; revision += 1) {
    const commandId = `${stream}-${revision}`;
    const events = [newEvent({ data: { text: '申请'.repeat(revision % 50) } })];
    const append = anAppend({ stream, events, expectedRevision: revision, commandId });
    if (fault === 'early') writeSync(1, `${commandId} early\n`);
    const { position } = await ledger.append(append);
    // Synchronously, so that a kill cannot come between the acknowledgement and the word of it.
    if (fault !== 'early') writeSync(1, `${commandId} ${position}\n`);
  }
}

function appendAll(prefix: string): Promise<never[]> {
  return Promise.all(['a', 'b', 'c', 'd', 'e'].map((tail) => appendForEver(`${prefix}-${tail}`)));
}

async function goOn(): Promise<never[]> {
  await ledger.close();
  ledger = open();
  return appendAll(`${name}-again`);
}

appendAll(name)
  .catch((error: unknown) => {
    if (fault === 'onwards') return goOn();
    throw error;
  })
  .catch(async (error: unknown) => {
    const again = await ledger.append(anAppend({ stream: 'again' })).catch((e: unknown) => e);
    const stopped = error instanceof LedgerStopped && again instanceof LedgerStopped;
    writeSync(1, stopped ? 'stopped\n' : `${String(error)} ${String(again)}\n`);
    process.exitCode = 1;
  });
