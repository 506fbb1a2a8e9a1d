import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { GetAnnualReport } from '../../../src/annual-reports/annual-report.queries.js';
import { toView } from '../../../src/annual-reports/annual-report-view.js';
import { publishedReport } from '../../../src/annual-reports/published-report.js';
import { openSession } from '../../../src/open-session.js';
import { emptyFolder, gongkai } from './gongkai.js';
import { registersOf, type Published } from './published-year.js';

export type Tables = Pick<Published, 'table2' | 'table3' | 'table4'>;

/** What a report shows. */
export type Shown = Readonly<{
  /** The 200 cells by their names. */
  cells: Readonly<Record<string, number | string>>;
  /** The tables of the JSON report. */
  tables: Tables;
  /** The tables as they are printed. */
  printed: readonly string[];
}>;

export async function done(data: string, ...args: readonly string[]): Promise<string> {
  const { exit, out, err } = await gongkai('--data', data, ...args);
  expect({ exit, said: exit === 0 ? '' : out + err }).toEqual({ exit: 0, said: '' });
  return out;
}

/** Feeds a year through the command line. Answers with the data folder. */
export async function throughTheLedger(report: Published, feeDecimals: number): Promise<string> {
  const data = emptyFolder();
  await done(data, 'init', '--name', report.agency);
  await done(data, 'rules', '--fee-decimals', String(feeDecimals));
  for (const [register, csv] of Object.entries(registersOf(report))) {
    const file = join(data, `${register}.csv`);
    writeFileSync(file, csv);
    await done(data, 'import', register, file);
  }
  return data;
}

/** The figures of a year as the command line writes them. */
export async function tablesOf(data: string, year: number): Promise<Tables> {
  const out = join(data, 'report.json');
  await done(data, 'report', String(year), '--format', 'json', '--out', out);
  return JSON.parse(readFileSync(out, 'utf8')) as Tables;
}

/** Reads a year's report anew, from the first event on, in the store that `LEDGER_URL` names. */
export async function shown(data: string, agencyId: string, year: number): Promise<Shown> {
  const session = await openSession(data, 'read');
  try {
    const annual = await session.queries.execute(new GetAnnualReport(agencyId, year));
    const checkpoint = await session.transparency.checkpoint('sha256-ed25519');
    const html = session.printer.html(toView(annual, session.clock.today(), checkpoint));
    const { table2, table3, table4 } = publishedReport(annual);
    return {
      cells: annual.figures,
      tables: { table2, table3, table4 } as Tables,
      printed: html.match(/<table[^]*?<\/table>/g) ?? [],
    };
  } finally {
    await session.close();
  }
}
