import type { Harness } from '../support/crash/harness.js';
import { cannotMount } from '../support/crash/mounts.js';
import { cannotTrace } from '../support/crash/trace.js';
import { run as backupUnderLoad } from './backup-under-load.js';
import { run as clock } from './clock.js';
import { run as diskFull } from './disk-full.js';
import { run as eventStoreKill } from './eventstore-kill.js';
import { run as ioErrors } from './io-errors.js';
import { run as kill } from './kill.js';
import { run as powerCut } from './power-cut.js';
import { run as retries } from './retries.js';
import { run as twoWriters } from './two-writers.js';

/** A harness, with its full figure (`npm run trust`) and its short one (`npm test`). */
export type Listed = Readonly<{
  id: string;
  what: string;
  fault: string;
  run: Harness;
  full: number;
  short: number;
  /** Says what this machine lacks for it, if it lacks something. */
  cannot?: () => string | undefined;
}>;

export const listed = (
  id: string,
  what: string,
  fault: string,
  run: Harness,
  [full, short]: readonly [number, number],
  cannot?: () => string | undefined,
): Listed => ({ id, what, fault, run, full, short, ...(cannot === undefined ? {} : { cannot }) });

/** A line each: id, what it does, the planted fault, and how many cases in full and in short. */
export const HARNESSES: readonly Listed[] = [
  listed('R-1', 'kill -9 cycles', 'acknowledge before the commit', kill, [1_000, 6]),
  listed('R-2', 'power cuts', 'synchronous=NORMAL', powerCut, [10_000, 150], cannotTrace),
  listed('R-5', 'full disks', 'swallow SQLITE_FULL', diskFull, [50, 2], cannotMount),
  listed('R-6', 'I/O errors', 'reopen and carry on', ioErrors, [200, 2], cannotTrace),
  listed('R-7', 'jumping clocks', 'order by the clock', clock, [1_000, 12]),
  listed('R-8', 'second writers', 'clear away the lock', twoWriters, [50, 1]),
  listed('R-9', 'backups under load', 'copy the file', backupUnderLoad, [100, 3]),
  listed('R-15', 'retry schedules', 'a new command id', retries, [10_000, 200]),
  listed('R-21', 'kills of an event store', 'send again as new', eventStoreKill, [200, 10]),
];
