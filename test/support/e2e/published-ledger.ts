import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { GetAnnualReport } from '../../../src/annual-reports/annual-report.queries.js';
import { toView } from '../../../src/annual-reports/annual-report-view.js';
import type { PublishedReport } from '../../../src/annual-reports/published-report.js';
import { openSession } from '../../../src/open-session.js';
import { printedCells, type PublishedFile } from '../published/published-reports.js';
import { saidWith } from '../said.js';
import { emptyFolder } from './gongkai.js';
import { registersOf, type Figures } from './published-year.js';

/** What a report shows. */
export type Shown = Readonly<{
  /** The cells of its form by their names. */
  cells: Readonly<Record<string, number | string>>;
  /** The tables as they are printed. */
  printed: readonly string[];
}>;

/** Runs a command of `gongkai` on a data folder; any refusal fails the test. Answers with its words. */
export async function done(data: string, ...args: readonly string[]): Promise<string> {
  const { exit, out, err } = await saidWith({ open: openSession }, '--data', data, ...args);
  expect({ exit, said: exit === 0 ? '' : out + err }).toEqual({ exit: 0, said: '' });
  return out;
}

/** Feeds a year through the command line. Answers with the data folder. */
export async function throughTheLedger(
  { agency, year }: Pick<PublishedFile, 'agency' | 'year'>,
  figures: Figures,
  feeDecimals: number,
): Promise<string> {
  const data = emptyFolder();
  await done(data, 'init', '--name', agency);
  await done(data, 'rules', '--fee-decimals', String(feeDecimals));
  for (const [register, csv] of Object.entries(registersOf(year, figures))) {
    const file = join(data, `${register}.csv`);
    writeFileSync(file, csv);
    await done(data, 'import', register, file);
  }
  return data;
}

/** The form of a year's report and the cells of its tables, as the command line writes them. */
export async function reportOf(
  data: string,
  year: number,
): Promise<Readonly<{ form: string; cells: ReadonlyMap<string, unknown> }>> {
  const out = join(data, 'report.json');
  await done(data, 'report', String(year), '--format', 'json', '--out', out);
  const report = JSON.parse(readFileSync(out, 'utf8')) as PublishedReport;
  return { form: report.form, cells: printedCells(report) };
}

/** Reads a year's report anew, from the first event on, in the store that `LEDGER_URL` names. */
export async function shown(data: string, agencyId: string, year: number): Promise<Shown> {
  const session = await openSession(data, 'read');
  try {
    const annual = await session.queries.execute(new GetAnnualReport(agencyId, year));
    const checkpoint = await session.transparency.checkpoint('sha256-ed25519');
    const view = toView(annual, session.clock.today(), checkpoint);
    const html = session.printer.html(view);
    return { cells: annual.figures, printed: html.match(/<table[^]*?<\/table>/g) ?? [] };
  } finally {
    await session.close();
  }
}
