import { writeSync } from 'node:fs';

import Database from 'better-sqlite3';

import { openEmbeddedLedger } from '../../../src/ledger/embedded/embedded-ledger.js';
import { between, randomFrom } from '../crash/harness.js';
import { anAppend, newEvent } from './builders.js';

/*
 * Writes to the ledger of its first argument, closes and opens it now and then, and says
 * `<command id>` once an append is acknowledged. The third argument `normal` plants the mistake of
 * commits that are not flushed.
 */
const [file = '', seed = '1', fault] = process.argv.slice(2);
const random = randomFrom(Number(seed));

const PRAGMAS: Readonly<Record<string, string>> = {
  // Checkpoints every few commits: rare ways are to be gone often.
  'wal_autocheckpoint = 0': 'wal_autocheckpoint = 24',
  ...(fault === 'normal' ? { 'synchronous = FULL': 'synchronous = NORMAL' } : {}),
};
const { pragma } = Database.prototype;
Database.prototype.pragma = function (source, options) {
  const found = pragma.call(this, PRAGMAS[source] ?? source, options);
  return fault === 'normal' && source === 'synchronous' ? 2 : found;
};

async function write(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    const ledger = openEmbeddedLedger({
      file,
      clock: () => new Date().toISOString(),
      mode: 'write',
    });
    for (let turn = 0; turn < 12; turn += 1) {
      const together = Array.from({ length: between(random, 1, 4) }, async (_, index) => {
        const commandId = `c-${round}-${turn}-${index}`;
        const events = Array.from({ length: between(random, 1, 4) }, () =>
          newEvent({ data: { text: '申请'.repeat(between(random, 0, 1_000)) } }),
        );
        await ledger.append(anAppend({ stream: commandId, commandId, events }));
        writeSync(1, `${commandId} ${events.length}\n`);
      });
      await Promise.all(together);
    }
    await ledger.close();
  }
}

void write();
