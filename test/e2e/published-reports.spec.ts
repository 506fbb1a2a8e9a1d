import { join } from 'node:path';

import { formOf } from '../../projections/forms/forms.js';
import { agencyIdOf } from '../../src/agencies/agency-id.js';
import { headOf, moveLedger } from '../../src/ledger/move-ledger.js';
import { requestStream } from '../../src/requests/request-stream.js';
import { openMove } from '../../src/stores.js';
import { emptyFolder, removeFolders } from '../support/e2e/gongkai.js';
import {
  done,
  reportOf,
  shown,
  throughTheLedger,
  type Shown,
} from '../support/e2e/published-ledger.js';
import { EventLog } from '../support/eventstore/event-log.js';
import { EventStoreServer } from '../support/eventstore/event-store-server.js';
import { compared, meaning, type Compared } from '../support/published/compared.js';
import {
  printedCells,
  publishedFile,
  type PublishedId,
} from '../support/published/published-reports.js';
import { Office } from '../support/tamper/office.js';

/** The decimals of 万元 that a report printed where they are more than two. */
const FEE_DECIMALS: Partial<Record<PublishedId, number>> = {
  '2023-suqian-shi': 4, // 59237.2449
  '2025-suqian-shuyang-xian': 3, // 4068.208
};

/** What only the prose of a report says of its requests. */
const FROM_PROSE: Partial<Record<PublishedId, Readonly<Record<string, number>>>> = {
  '2022-wuhan-hanyang-zhengfubangongshi': {
    'table3.granted.natural': 2,
    'table3.partly_granted.natural': 2,
    'table3.denied_process_info.natural': 1,
    'table3.unable_not_held.natural': 2,
    'table3.other_misc.natural': 1,
  },
  // 受理 116, 上年结转 1, 办结 103, 结转下年度 13: that adds up if the one carried in is among the 116.
  '2025-lianyungang-lianyun-qu': {
    'table3.new_received.natural': 115,
    'table3.carried_in.natural': 1,
    'table3.granted.natural': 103,
  },
};

/** What the cases are made of that a year is fed with. */
function figuresOf(id: PublishedId): ReadonlyMap<string, number> {
  const seen = [...printedCells(publishedFile(id))].flatMap(([cell, printed]) =>
    printed === null ? [] : [[cell, meaning(printed)] as const],
  );
  return new Map([...seen, ...Object.entries(FROM_PROSE[id] ?? {})]);
}

const folders = new Map<PublishedId, Promise<string>>();

/** The data folder with the year of a report. Each is imported once, for all that is asked of it. */
function ledgerOf(id: PublishedId): Promise<string> {
  const data =
    folders.get(id) ?? throughTheLedger(publishedFile(id), figuresOf(id), FEE_DECIMALS[id] ?? 2);
  folders.set(id, data);
  return data;
}

afterAll(removeFolders);

/** The form that the ledger reports the year in, and the report it gives of it. */
async function rebuilt(
  id: PublishedId,
): Promise<Readonly<{ form: string; of: (cell: string) => number }>> {
  const { form, cells } = await reportOf(await ledgerOf(id), publishedFile(id).year);
  return { form, of: (cell) => sumOf(cells, cell) };
}

/** The one row that a report printed of 其他处理 is the sum of the three that its form asks for. */
function sumOf(cells: ReadonlyMap<string, unknown>, cell: string): number {
  const single = !cells.has(cell) && cell.startsWith('table3.other_single.');
  const names = single
    ? ['no_correction', 'no_payment', 'misc'].map((row) => cell.replace('single', row))
    : [cell];
  return names.reduce((sum, name) => {
    const figure = cells.get(name);
    if (typeof figure !== 'number') throw new Error(`no cell ${name}`);
    return sum + figure;
  }, 0);
}

const AS_PRINTED = { blank: 0, worded: {}, different: {} };

/** How every report compares with the cells that its synthesised year gives. */
const COMPARED: Readonly<Record<Exclude<PublishedId, '2025-lianyungang-lianyun-qu'>, Compared>> = {
  // Table two alone was seen.
  '2019-chongqing-rongchang-linyeju': {
    ...AS_PRINTED,
    equal: 19,
    worded: {
      'table2.licensing.change': ['增1423', 1423],
      'table2.punishment.change': ['增52', 52],
      'table2.procurement.amount': ['23600万元', 236_000_000],
    },
  },
  // Every zero is a blank, and so are the totals of the rows of results.
  '2019-shanghai-shi-zhengfu-bangongting': {
    equal: 62,
    blank: 124,
    worded: { 'table2.procurement.amount': ['251000元', 251_000] },
    different: {
      'table3.granted.total': ['', 272],
      'table3.partly_granted.total': ['', 3],
      'table3.denied_state_secret.total': ['', 14],
      'table3.denied_internal_affairs.total': ['', 5],
      'table3.denied_process_info.total': ['', 4],
      'table3.denied_admin_query.total': ['', 12],
      'table3.unable_not_held.total': ['', 265],
      'table3.unable_need_creation.total': ['', 47],
      'table3.unable_unclear.total': ['', 25],
      'table3.reject_petition.total': ['', 149],
      'table3.reject_repeat.total': ['', 9],
    },
  },
  // Table two, and of table three the first three rows, whose totals leave out the one request.
  '2021-zhaotong-suijiang-huiyi-zhen': {
    ...AS_PRINTED,
    equal: 29,
    different: { 'table3.new_received.total': [0, 1], 'table3.granted.total': [0, 1] },
  },
  // Table two, where 规章 现行有效 is a blank, and the first two rows of table three.
  '2022-wuhan-hanyang-zhengfubangongshi': { ...AS_PRINTED, equal: 23, blank: 1 },
  '2023-changchun-tuiyijunrenju': { ...AS_PRINTED, equal: 24 },
  // 未经复议直接起诉 reads 2, 0, 1, 0 with a total of 0.
  '2023-huaian-jinhu-xian': {
    ...AS_PRINTED,
    equal: 199,
    different: { 'table4.litigation_direct.total': [0, 3] },
  },
  '2023-suqian-shi': { ...AS_PRINTED, equal: 200 },
  // 其他处理 is one row of it, so 14 cells are fewer.
  '2024-huaian-hongze-qu': { ...AS_PRINTED, equal: 186 },
  '2025-suqian-shuyang-xian': { ...AS_PRINTED, equal: 200 },
};

describe('a published year comes back cell by cell, in its own form', () => {
  it.each(Object.keys(COMPARED) as (keyof typeof COMPARED)[])(
    '%s: but for its own errors',
    async (id) => {
      const report = publishedFile(id);
      const { form, of } = await rebuilt(id);
      expect(form).toBe(report.form);
      expect(compared(printedCells(report), of)).toEqual(COMPARED[id]);
    },
    60_000,
  );

  it('2022-wuhan-hanyang-zhengfubangongshi: its prose gives the results of all', async () => {
    const id = '2022-wuhan-hanyang-zhengfubangongshi';
    const { of } = await rebuilt(id);
    const { narrative } = publishedFile(id);
    const rows = [
      'granted',
      'partly_granted',
      'denied_process_info',
      'unable_not_held',
      'other_misc',
      'carried_out',
    ];
    expect(Object.fromEntries(rows.map((row) => [row, of(`table3.${row}.total`)]))).toEqual(
      Object.fromEntries(rows.map((row) => [row, narrative[row]])),
    );
    expect(of('table3.total.total')).toBe(narrative['received']);
  });

  it('2025-lianyungang-lianyun-qu: no table; its prose has the one carried in among the 116', async () => {
    const id = '2025-lianyungang-lianyun-qu';
    const { form, of } = await rebuilt(id);
    const { narrative, table2, table3, table4 } = publishedFile(id);
    expect([form, table2, table3, table4]).toEqual(['2021', null, null, null]);
    const total = (row: string): number => of(`table3.${row}.total`);
    expect({
      received: total('new_received') + total('carried_in'),
      carried_in: total('carried_in'),
      handled: total('total'),
      carried_out: total('carried_out'),
    }).toEqual(narrative);
  });
});

/** The reports whose three tables are complete, errors apart. */
const WHOLE = [
  '2019-shanghai-shi-zhengfu-bangongting',
  '2023-suqian-shi',
  '2025-suqian-shuyang-xian',
  '2023-huaian-jinhu-xian',
  '2024-huaian-hongze-qu',
] as const;

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

  it.each(WHOLE)(
    '%s: every cell on both stores, and on both after every applicant was erased',
    async (id) => {
      const { agency, year } = publishedFile(id);
      const agencyId = agencyIdOf(agency);
      const data = await ledgerOf(id);
      const before = await shown(data, agencyId, year);
      expect(Object.keys(before.cells)).toEqual(formOf(year).cells);
      expect(before.printed).toHaveLength(3);
      expect(await shownThere(data, agencyId, year)).toEqual(before);

      const arrived = ['table3.new_received.total', 'table3.carried_in.total'];
      const applicants = arrived.reduce((sum, cell) => sum + (figuresOf(id).get(cell) ?? 0), 0);
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
