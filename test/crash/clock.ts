import { join } from 'node:path';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import type { Instant, Ledger, RecordedEvent } from '../../src/ledger/ledger.js';
import { between, randomFrom, withDirectory } from '../support/crash/harness.js';
import type { Figures, Run } from '../support/crash/harness.js';
import { anAppend, collect } from '../support/ledger/builders.js';

const APPENDS = 40;
const DAY_MS = 86_400_000;

/** 闰日, the turns of years, and an ordinary day. */
const STARTS = ['2024-02-28T15:59:59.000Z', '2025-12-31T15:59:59.990Z', '2026-03-03T02:00:00.000Z'];
const JUMPS_MS = [-10 * DAY_MS, 400 * DAY_MS, -400 * DAY_MS, -1, 0, 0, 1, 20];
const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'];

/**
 * the clock is set back ten days, ahead four hundred, over a leap day and a new year, in three
 * zones, while one writes and between two runs. The ledger's order is that of writing, and
 * `recordedAt` never decreases along it. Planted fault: a reader that goes by the clock.
 */
export async function run({ cases, seed, fault = false }: Run): Promise<Figures> {
  const random = randomFrom(seed);
  const zone = process.env['TZ'];
  const failures: string[] = [];
  const counts = { clocks: 0, appends: 0, setBack: 0 };
  for (; counts.clocks < cases && failures.length === 0; counts.clocks += 1) {
    process.env['TZ'] = ZONES[counts.clocks % ZONES.length];
    await withDirectory(async (directory) => {
      const file = join(directory, 'ledger.db');
      let at = Date.parse(STARTS[between(random, 0, STARTS.length)] ?? '');
      const read: Instant[] = [];
      const clock = (): Instant => {
        const jump = JUMPS_MS[between(random, 0, JUMPS_MS.length)] ?? 0;
        if (jump < 0) counts.setBack += 1;
        at += jump;
        read.push(new Date(at).toISOString());
        return read.at(-1) ?? '';
      };
      for (let half = 0; half < 2; half += 1) {
        const ledger = openEmbeddedLedger({ file, clock, mode: 'write' });
        for (let next = 0; next < APPENDS / 2; next += 1) {
          const expectedRevision = half * (APPENDS / 2) + next;
          await ledger.append(anAppend({ expectedRevision, commandId: `c-${expectedRevision}` }));
        }
        failures.push(...(await faultsOf(ledger, fault ? read : undefined)));
        await ledger.close();
      }
      counts.appends += APPENDS;
    }, true);
  }
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  return { counts, failures };
}

/** `byClock`: what the clock said at each append, to be put in the order of. */
async function faultsOf(ledger: Ledger, byClock?: readonly Instant[]): Promise<string[]> {
  const events = await collect(ledger.readAll());
  const read = byClock === undefined ? events : inOrderOf(byClock, events);
  const unordered = read.findIndex(({ revision }, index) => revision !== index);
  if (unordered >= 0) return [`event ${unordered} of the stream is read out of turn`];
  const earlier = read.findIndex(
    ({ recordedAt }, index) => recordedAt < (read[index - 1]?.recordedAt ?? ''),
  );
  return earlier < 0 ? [] : [`event ${earlier} is recorded before the one it follows`];
}

function inOrderOf(clock: readonly Instant[], events: readonly RecordedEvent[]): RecordedEvent[] {
  const at = (event: RecordedEvent): Instant => clock[event.revision] ?? '';
  return [...events].sort((one, other) => (at(one) < at(other) ? -1 : 1));
}
