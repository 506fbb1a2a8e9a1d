import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { agencyIdOf } from '../../src/agencies/agency-id.js';
import { headOf, moveLedger } from '../../src/ledger/move-ledger.js';
import { requestStream } from '../../src/requests/request-stream.js';
import { openMove } from '../../src/stores.js';
import { emptyFolder, removeFolders } from '../support/e2e/gongkai.js';
import {
  done,
  shown,
  tablesOf,
  throughTheLedger,
  type Shown,
} from '../support/e2e/published-ledger.js';
import type { Published } from '../support/e2e/published-year.js';
import { EventLog } from '../support/eventstore/event-log.js';
import { EventStoreServer } from '../support/eventstore/event-store-server.js';
import { Office } from '../support/tamper/office.js';

const GOLDEN = join(__dirname, '..', 'golden', 'published');

/** The most decimals of 万元 that each report printed: 59237.2449 and 4068.208 were published. */
const FEE_DECIMALS = {
  '2023-suqian-shi': 4,
  '2025-suqian-shuyang-xian': 3,
  '2023-huaian-jinhu-xian': 2,
  '2024-huaian-hongze-qu': 2,
} as const;
type Id = keyof typeof FEE_DECIMALS;

function published(id: Id): Published {
  return JSON.parse(readFileSync(join(GOLDEN, `${id}.json`), 'utf8')) as Published;
}

/** What is fed into the ledger: the one row that a form of its own has is booked as 其他. */
function fed(id: Id): Published {
  const report = published(id);
  const { other_single: single, ...rows } = report.table3.rows;
  return single === undefined
    ? report
    : { ...report, table3: { rows: { ...rows, other_misc: single } } };
}

const folders = new Map<Id, Promise<string>>();

/** The data folder with the year of a report. Each is imported once, for all that is asked of it. */
function ledgerOf(id: Id): Promise<string> {
  const data = folders.get(id) ?? throughTheLedger(fed(id), FEE_DECIMALS[id]);
  folders.set(id, data);
  return data;
}

afterAll(removeFolders);

describe('a published year comes back cell by cell', () => {
  it.each(['2023-suqian-shi', '2025-suqian-shuyang-xian'] as const)(
    '%s: 200 cells, 0 different',
    async (id) => {
      const report = published(id);
      const { table2, table3, table4 } = await tablesOf(await ledgerOf(id), report.year);
      expect(table2).toEqual(report.table2);
      expect(table3).toEqual(report.table3);
      expect(table4).toEqual(report.table4);
      expect(Object.keys(table3.rows)).toHaveLength(25);
      expect(table4).toHaveLength(15);
    },
    60_000,
  );

  it('2023-huaian-jinhu-xian: all but the one total that its own four cells contradict', async () => {
    const id = '2023-huaian-jinhu-xian';
    const report = published(id);
    const { table2, table3, table4 } = await tablesOf(await ledgerOf(id), report.year);
    expect(table2).toEqual(report.table2);
    expect(table3).toEqual(report.table3);
    // 未经复议直接起诉 was printed as 2, 0, 1, 0 with a total of 0.
    expect(report.table4.slice(5, 10)).toEqual([2, 0, 1, 0, 0]);
    expect(table4).toEqual(report.table4.with(9, 3));
  }, 60_000);

  it('2024-huaian-hongze-qu: 其他处理, which it printed as one row, is the sum of our three', async () => {
    const id = '2024-huaian-hongze-qu';
    const report = published(id);
    const { other_single: single = [], ...rows } = report.table3.rows;
    const { table2, table3, table4 } = await tablesOf(await ledgerOf(id), report.year);
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
  }, 60_000);
});

/** Of each ledger: an erasure by two persons takes 40 ms, and all 4594 of them would take minutes. */
const BY_TWO_PERSONS = 20;

/**
 * Erases every applicant: of the first closed requests by proposal and approval, of all others by
 * what an approval does in the end, in one call: it destroys their keys. No rule lets go of an open
 * request; here its key goes too.
 */
async function eraseEverybody(office: Office, agencyId: string): Promise<void> {
  const requests = await office.requests();
  for (const number of (await office.closed()).slice(0, BY_TWO_PERSONS)) await office.erase(number);
  const streams = requests.map(({ number }) => requestStream({ agencyId, number }));
  await office.session.vault.forget(streams);
}

/** How many applicants are shown by name, and how many as what else. */
async function applicantsOf(office: Office): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { number } of await office.requests()) {
    const applicant = await office.shown(number);
    const as = typeof applicant === 'string' ? applicant : 'by name';
    counts[as] = (counts[as] ?? 0) + 1;
  }
  return counts;
}

describe('the figures come from the facts, wherever these lie and whoever is forgotten', () => {
  let server: EventStoreServer;
  let there: string;
  beforeEach(async () => {
    server = await EventStoreServer.start({ log: new EventLog() });
    there = `esdb://127.0.0.1:${server.port}?tls=false`;
  });
  afterEach(() => {
    delete process.env['LEDGER_URL'];
    server.stop();
  });

  /** Carries the ledger of the data folder over, and shows its report from there. */
  async function shownThere(data: string, agencyId: string, year: number): Promise<Shown> {
    const { source, openIntake } = await openMove(`sqlite:${join(data, 'ledger.db')}`, there);
    try {
      const head = await headOf(source);
      // Counted from what the other store holds then.
      expect(await moveLedger(source, openIntake)).toEqual(head);
    } finally {
      await source.close();
    }
    process.env['LEDGER_URL'] = there;
    const report = await shown(data, agencyId, year);
    delete process.env['LEDGER_URL'];
    return report;
  }

  it.each(Object.keys(FEE_DECIMALS) as Id[])(
    '%s: 200 cells on both stores, and on both after every applicant was erased',
    async (id) => {
      const { agency, year, table3 } = fed(id);
      const agencyId = agencyIdOf(agency);
      const data = await ledgerOf(id);
      const before = await shown(data, agencyId, year);
      expect(Object.keys(before.cells)).toHaveLength(200);
      expect(before.printed).toHaveLength(3);
      expect(await shownThere(data, agencyId, year)).toEqual(before);

      const applicants =
        (table3.rows['new_received']?.at(-1) ?? 0) + (table3.rows['carried_in']?.at(-1) ?? 0);
      const office = await Office.open(data, false, agencyId);
      try {
        expect(await applicantsOf(office)).toEqual({ 'by name': applicants });
        await eraseEverybody(office, agencyId);
        expect(await applicantsOf(office)).toEqual({ erased: applicants });
        const [first] = await office.requests();
        const words = await done(data, 'show', first?.number ?? '');
        expect(words).toContain('已依法删除');
      } finally {
        await office.close();
      }
      expect(await shown(data, agencyId, year)).toEqual(before);
      expect(await shownThere(data, agencyId, year)).toEqual(before);
    },
    120_000,
  );

  it('2021-dinghai, the sample, for which nobody asked anything: on both stores', async () => {
    const data = emptyFolder();
    await done(data, 'demo');
    const agencyId = agencyIdOf('舟山市定海区机关事务管理中心');
    const before = await shown(data, agencyId, 2021);
    expect(Object.values(before.cells)).toEqual(Array.from({ length: 200 }, () => 0));
    expect(await shownThere(data, agencyId, 2021)).toEqual(before);
  }, 60_000);
});
