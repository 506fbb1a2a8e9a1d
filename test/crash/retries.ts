import { join } from 'node:path';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import { VersionConflict, type Append, type Ledger } from '../../src/ledger/ledger.js';
import { between, randomFrom, withDirectory } from '../support/crash/harness.js';
import type { Figures, Run } from '../support/crash/harness.js';
import { anAppend, collect, newEvent } from '../support/ledger/builders.js';

const SCHEDULES_PER_LEDGER = 500;
const TOGETHER = 50;

/**
 * each schedule sends one to four commands to a stream of its own, each of them one to five
 * times: side by side, one after another, and again after the ledger was closed and opened, as one
 * does whose answers were lost. Each command must be there once, and be answered with one position.
 * Planted fault: a retry draws a new command id.
 */
export async function run({ cases, seed, fault = false }: Run): Promise<Figures> {
  const random = randomFrom(seed);
  const failures: string[] = [];
  const counts = { schedules: 0, commands: 0, sent: 0 };
  const sender = { random, fault, counts, failures };
  while (counts.schedules < cases && failures.length === 0) {
    // In memory: what is asked here does not depend on the disk.
    await withDirectory(async (directory) => {
      const file = join(directory, 'ledger.db');
      const open = (): Ledger => openEmbeddedLedger({ file, clock: now, mode: 'write' });
      for (let at = 0; at < SCHEDULES_PER_LEDGER && counts.schedules < cases; at += TOGETHER) {
        const size = Math.min(TOGETHER, cases - counts.schedules);
        const streams = Array.from({ length: size }, (_, index) => `request-${at + index}`);
        const first = open();
        const sent = await Promise.all(streams.map((stream) => sendAll(sender, first, stream)));
        await first.close();
        const second = open();
        await Promise.all(sent.flat().map((append) => send(sender, second, append)));
        failures.push(...(await faultsOf(second, sent)));
        await second.close();
        counts.schedules += size;
      }
    }, true);
  }
  return { counts, failures };
}

const now = (): string => new Date().toISOString();

type Sender = Readonly<{
  random: () => number;
  fault: boolean;
  counts: { commands: number; sent: number };
  failures: string[];
}>;

async function sendAll(sender: Sender, ledger: Ledger, stream: string): Promise<Append[]> {
  const { random, counts, failures } = sender;
  const length = between(random, 1, 5);
  const sent: Append[] = [];
  for (let revision = 0; revision < length; revision += 1) {
    const commandId = `${stream}-${revision}`;
    const append = anAppend({ stream, commandId, expectedRevision: revision });
    const beside = Array.from({ length: between(random, 1, 4) }, () =>
      send(sender, ledger, append),
    );
    const after = random() < 0.5 ? [await send(sender, ledger, append)] : [];
    const answers = new Set([...(await Promise.all(beside)), ...after]);
    if (answers.size !== 1) failures.push(`${commandId}: ${answers.size} different answers`);
    counts.commands += 1;
    sent.push(append);
  }
  return sent;
}

/** Answers with the position. */
async function send({ fault, counts }: Sender, ledger: Ledger, append: Append): Promise<string> {
  counts.sent += 1;
  if (!fault) return (await ledger.append(append)).position;
  const commandId = `${append.commandId}-${counts.sent}`;
  let { expectedRevision } = append;
  for (;;) {
    try {
      const events = [newEvent()];
      return (await ledger.append({ ...append, events, commandId, expectedRevision })).position;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      expectedRevision = error.actualRevision;
    }
  }
}

async function faultsOf(ledger: Ledger, sent: readonly Append[][]): Promise<string[]> {
  const failures: string[] = [];
  for (const appends of sent) {
    const stream = appends[0]?.stream ?? '';
    const kept = await collect(ledger.readStream(stream));
    const ids = kept.map(({ commandId }) => commandId).join();
    const expected = appends.map(({ commandId }) => commandId).join();
    if (ids !== expected) failures.push(`${stream} has ${ids} instead of ${expected}`);
  }
  return failures;
}
