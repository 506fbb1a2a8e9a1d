import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetAnnualReport } from '../../src/annual-reports/annual-report.queries.js';
import { publishedReport } from '../../src/annual-reports/published-report.js';
import type { Session } from '../../src/cli/session.js';
import { openSession } from '../../src/open-session.js';
import { GetRequest } from '../../src/requests/request.queries.js';
import { requestStream } from '../../src/requests/request-stream.js';
import { EventLog } from '../support/eventstore/event-log.js';
import { EventStoreServer } from '../support/eventstore/event-store-server.js';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { registersOf, type Published } from '../support/e2e/published-year.js';

const GOLDEN = join(__dirname, '..', 'golden', 'published');

function published(id: string): Published {
  return JSON.parse(readFileSync(join(GOLDEN, `${id}.json`), 'utf8')) as Published;
}

/**
 * Feeds the year through the command line and reads the report's figures back: from the file, from an
 * event store that the ledger was moved to, and from both with every applicant erased.
 */
async function throughTheLedger(report: Published, feeDecimals: number): Promise<Published> {
  const data = emptyFolder();
  const ok = async (...args: readonly string[]): Promise<void> => {
    const { exit, out, err } = await gongkai('--data', data, ...args);
    expect({ exit, said: exit === 0 ? '' : out + err }).toEqual({ exit: 0, said: '' });
  };
  await ok('init', '--name', report.agency);
  await ok('rules', '--fee-decimals', String(feeDecimals));
  for (const [register, csv] of Object.entries(registersOf(report))) {
    const file = join(data, `${register}.csv`);
    writeFileSync(file, csv);
    await ok('import', register, file);
  }
  const out = join(data, 'report.json');
  await ok('report', String(report.year), '--format', 'json', '--out', out);
  const found = JSON.parse(readFileSync(out, 'utf8')) as Published;

  const server = await EventStoreServer.start({ log: new EventLog() });
  try {
    const url = `esdb://127.0.0.1:${server.port}?tls=false`;
    await ok('move', '--from', `sqlite:${join(data, 'ledger.db')}`, '--to', url);
    process.env['LEDGER_URL'] = url;
    await within(data, async (session) => {
      expect(await figuresOf(session, report.year)).toEqual(found);
      expect(await eraseEverybody(session)).toBe(applicantsIn(report));
    });
    await within(data, async (session) => {
      expect(await figuresOf(session, report.year)).toEqual(found);
    });
  } finally {
    delete process.env['LEDGER_URL'];
    server.stop();
  }
  // The keys are the same, so the ledger in the file knows nobody any more either.
  await within(data, async (session) => {
    expect(await figuresOf(session, report.year)).toEqual(found);
  });
  return found;
}

async function within(data: string, work: (session: Session) => Promise<void>): Promise<void> {
  const session = await openSession(data, 'write');
  await work(session).finally(() => session.close());
}

async function agencyIn({ models }: Session): Promise<string> {
  return (await models.agencies())[0]?.agencyId ?? '';
}

async function figuresOf(session: Session, year: number): Promise<unknown> {
  const asked = new GetAnnualReport(await agencyIn(session), year);
  const report = publishedReport(await session.queries.execute(asked));
  return JSON.parse(JSON.stringify(report));
}

/** Destroys the key of every request, and answers of how many. */
async function eraseEverybody(session: Session): Promise<number> {
  const { models, queries, vault } = session;
  const { requests } = await models.agency(await agencyIn(session));
  await vault.forget(requests.map(requestStream));
  for (const { agencyId, number } of requests.slice(0, 100)) {
    expect((await queries.execute(new GetRequest(agencyId, number)))?.applicant).toBe('erased');
  }
  return requests.length;
}

function applicantsIn({ table3 }: Published): number {
  const total = (row: string): number => table3.rows[row]?.at(-1) ?? 0;
  return total('new_received') + total('carried_in');
}

afterAll(removeFolders);

describe('a published year comes back cell by cell', () => {
  it.each([
    // 59237.2449 and 4068.208 万元 were published: those agencies print more than two decimals.
    ['2023-suqian-shi', 4],
    ['2025-suqian-shuyang-xian', 3],
  ])(
    '%s: 200 cells, 0 different',
    async (id, feeDecimals) => {
      const report = published(id);
      const { table2, table3, table4 } = await throughTheLedger(report, feeDecimals);
      expect(table2).toEqual(report.table2);
      expect(table3).toEqual(report.table3);
      expect(table4).toEqual(report.table4);
      expect(Object.keys(table3.rows)).toHaveLength(25);
      expect(table4).toHaveLength(15);
    },
    120_000,
  );

  it('2023-huaian-jinhu-xian: all but the one total that its own four cells contradict', async () => {
    const report = published('2023-huaian-jinhu-xian');
    const { table2, table3, table4 } = await throughTheLedger(report, 2);
    expect(table2).toEqual(report.table2);
    expect(table3).toEqual(report.table3);
    // 未经复议直接起诉 was printed as 2, 0, 1, 0 with a total of 0.
    expect(report.table4.slice(5, 10)).toEqual([2, 0, 1, 0, 0]);
    expect(table4).toEqual(report.table4.with(9, 3));
  }, 120_000);

  it('2024-huaian-hongze-qu: 其他处理, which it printed as one row, is the sum of our three', async () => {
    const report = published('2024-huaian-hongze-qu');
    const { other_single: single = [], ...rows } = report.table3.rows;
    const asMisc = { ...report, table3: { rows: { ...rows, other_misc: single } } };
    const { table2, table3, table4 } = await throughTheLedger(asMisc, 2);
    expect(table2).toEqual(report.table2);
    expect(table4).toEqual(report.table4);
    const {
      other_no_correction: uncorrected = [],
      other_no_payment: unpaid = [],
      other_misc: misc = [],
      ...same
    } = table3.rows;
    expect(same).toEqual(rows);
    expect(misc.map((count, at) => count + (unpaid[at] ?? 0) + (uncorrected[at] ?? 0))).toEqual(
      single,
    );
  }, 120_000);
});
