import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { HARNESSES as CRASH_HARNESSES, type Listed } from './crash/harnesses.js';
import { HOSTILE_HARNESSES, MALFORMED } from './hostile/harnesses.js';
import type { Figures } from './support/crash/harness.js';
import { TAMPER_HARNESSES } from './tamper/harnesses.js';

/*
 * `npm run trust`: every harness at its full figure, and its planted fault. Writes
 * docs/trust-report.md and ends with 1 when a promise was broken, a fault was not noticed or a
 * harness could not run.
 *
 *   --only   only these; the report is printed and not written
 *   --scale 0.1      a part of the full figures; likewise
 *   --seed 7         the seed of a run that is to be repeated
 */

type Row = Readonly<{
  harness: Listed;
  cases: number;
  seconds: number;
  figures: Figures;
  caught: string;
}>;

const HARNESSES = [...CRASH_HARNESSES, ...TAMPER_HARNESSES, MALFORMED, ...HOSTILE_HARNESSES];

const REPORT = join(__dirname, '..', 'docs', 'trust-report.md');

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const scale = Number(values.scale);
const seed = Number(values.seed);
if (!(scale > 0) || !Number.isSafeInteger(seed)) throw new Error('--scale and --seed are numbers');

async function main(): Promise<void> {
  const wanted = values.only?.split(',');
  const chosen = HARNESSES.filter(({ id }) => wanted?.includes(id) ?? true);
  if (chosen.length === 0) throw new Error(`--only takes ${HARNESSES.map(({ id }) => id).join()}`);
  const rows: Row[] = [];
  for (const harness of chosen) rows.push(await measure(harness));
  const text = report(rows);
  if (wanted === undefined && scale === 1) {
    writeFileSync(REPORT, text);
    execFileSync(process.execPath, [
      require.resolve('prettier/bin/prettier.cjs'),
      '--write',
      REPORT,
    ]);
  } else {
    process.stdout.write(text);
  }
  process.exitCode = rows.every(({ figures, caught }) => holds(figures) && caught !== 'no') ? 0 : 1;
}

async function measure(harness: Listed): Promise<Row> {
  const { id, what, run, full, short, cannot } = harness;
  const cases = Math.max(1, Math.round(full * scale));
  const missing = cannot?.();
  process.stdout.write(`${id} ${what}: ${cases} …`);
  if (missing !== undefined) {
    process.stdout.write(` not run: ${missing}\n`);
    const figures = { counts: {}, failures: [`not run: ${missing}`] };
    return { harness, cases, seconds: 0, figures, caught: 'not run' };
  }
  const start = process.hrtime.bigint();
  const figures = await run({ cases, seed }).catch(brokenBy);
  const seconds = Number((process.hrtime.bigint() - start) / 1_000_000n) / 1_000;
  const planted = await run({ cases: short, seed, fault: true }).catch(brokenBy);
  const caught = holds(planted) ? 'no' : 'yes';
  const verdict = holds(figures) ? 'holds' : `BROKEN: ${figures.failures.slice(0, 3).join('; ')}`;
  process.stdout.write(` ${verdict} (${seconds.toFixed(0)} s), planted fault caught: ${caught}\n`);
  return { harness, cases, seconds, figures, caught };
}

function brokenBy(error: unknown): Figures {
  return { counts: {}, failures: [String(error)] };
}

function holds({ failures }: Figures): boolean {
  return failures.length === 0;
}

function report(rows: readonly Row[]): string {
  const total = rows.reduce((sum, { seconds }) => sum + seconds, 0);
  const lines = rows.map(({ harness, cases, seconds, figures, caught }) => {
    const { id, what, fault } = harness;
    const counts = Object.entries(figures.counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
    const found = holds(figures) ? '0' : `${figures.failures.length}: ${figures.failures[0] ?? ''}`;
    return `| ${[id, what, cases, counts, found, seconds.toFixed(1), fault, caught].join(' | ')} |`;
  });
  return [
    '# Trust report',
    '',
    'Written by `npm run trust`. Each line is a harness of `test/`, run at its full figure; a planted',
    'fault shows that the harness can turn red. CONTRIBUTING.md says how to read and to extend it.',
    '',
    `- Seed: ${seed}. The same seed and commit repeat the run: \`npm run trust -- --seed ${seed}\`.`,
    `- Commit: ${commit()}.`,
    `- Machine: ${cpus().length} cores, ${platform()} ${release()}, Node ${process.version}, SQLite ` +
      `by better-sqlite3 ${sqlitePackage()}.`,
    `- Duration: ${total.toFixed(0)} s without the planted faults.`,
    '',
    '| Harness | What | Cases | Figures | Failures | Seconds | Planted fault | Caught |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

function commit(): string {
  try {
    const git = (...args: string[]): string => execFileSync('git', args).toString().trim();
    const head = git('rev-parse', '--short=12', 'HEAD');
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return `${head}${changed ? ', with changes that are not committed' : ''}`;
  } catch {
    return 'unknown, this is no checkout';
  }
}

function sqlitePackage(): string {
  const file = require.resolve('better-sqlite3/package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

void main();
