import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { registersOf, type Published } from '../support/e2e/published-year.js';

const GOLDEN = join(__dirname, '..', 'golden', 'published');

function published(id: string): Published {
  return JSON.parse(readFileSync(join(GOLDEN, `${id}.json`), 'utf8')) as Published;
}

/** Feeds the year through the command line and reads the report's figures back. */
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
  return JSON.parse(readFileSync(out, 'utf8')) as Published;
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
    60_000,
  );

  it('2023-huaian-jinhu-xian: all but the one total that its own four cells contradict', async () => {
    const report = published('2023-huaian-jinhu-xian');
    const { table2, table3, table4 } = await throughTheLedger(report, 2);
    expect(table2).toEqual(report.table2);
    expect(table3).toEqual(report.table3);
    // 未经复议直接起诉 was printed as 2, 0, 1, 0 with a total of 0.
    expect(report.table4.slice(5, 10)).toEqual([2, 0, 1, 0, 0]);
    expect(table4).toEqual(report.table4.with(9, 3));
  }, 60_000);

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
  }, 60_000);
});
