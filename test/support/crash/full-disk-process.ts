import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openEmbeddedLedger } from '../../../src/ledger/embedded/embedded-ledger.js';
import { LedgerFull, type Ledger } from '../../../src/ledger/ledger.js';
import { anAppend, newEvent } from '../ledger/builders.js';
import { between, lostOf, randomFrom, withDirectory, type Run } from './harness.js';
import { mountDisk, unmount } from './mounts.js';

/* Fills disks of its own, says what it found as JSON. See test/crash/disk-full.ts. */

const BALLAST_SHARE = 0.3;
const { cases, seed, fault = false } = JSON.parse(process.argv[2] ?? '{}') as Run;
const random = randomFrom(seed);
const failures: string[] = [];
const counts = { disks: 0, acknowledged: 0, refused: 0 };

async function fill(ledger: Ledger, acknowledged: string[]): Promise<void> {
  for (;;) {
    const commandId = `c-${acknowledged.length}`;
    const events = [newEvent({ data: { text: 'x'.repeat(between(random, 100, 60_000)) } })];
    try {
      await ledger.append(anAppend({ stream: commandId, commandId, events }));
      acknowledged.push(commandId);
    } catch (error) {
      if (!(error instanceof LedgerFull)) throw error;
      counts.refused += 1;
      if (fault) acknowledged.push(commandId);
      return;
    }
  }
}

async function fillDisk(directory: string): Promise<void> {
  const expectKept = async (ledger: Ledger, when: string): Promise<void> => {
    const lost = await lostOf(ledger, acknowledged);
    if (lost.length > 0) failures.push(`disk ${counts.disks}, ${when}: ${lost.length} lost`);
  };
  const kib = between(random, 2_048, 32_768);
  mountDisk(directory, kib);
  const ballast = join(directory, 'ballast');
  writeFileSync(ballast, Buffer.alloc(Math.floor(kib * 1_024 * BALLAST_SHARE), 1));
  const file = join(directory, 'data', 'ledger.db');
  const open = (mode: 'read' | 'write'): Ledger =>
    openEmbeddedLedger({ file, clock: () => new Date().toISOString(), mode });
  const acknowledged: string[] = [];

  const ledger = open('write');
  await fill(ledger, acknowledged);
  await expectKept(ledger, 'full');
  rmSync(ballast);
  const before = acknowledged.length;
  await fill(ledger, acknowledged);
  if (acknowledged.length <= before + 1) failures.push(`disk ${counts.disks} did not recover`);
  await ledger.close();

  const reader = open('read');
  await expectKept(reader, 'full, after closing');
  await reader.close();
  counts.acknowledged += acknowledged.length;
}

async function main(): Promise<void> {
  for (; counts.disks < cases && failures.length === 0; counts.disks += 1) {
    await withDirectory(async (directory) => {
      try {
        await fillDisk(directory);
      } catch (error) {
        failures.push(`disk ${counts.disks}: ${String(error)}`);
      } finally {
        unmount(directory);
      }
    });
  }
  process.stdout.write(JSON.stringify({ counts, failures }));
}

void main();
