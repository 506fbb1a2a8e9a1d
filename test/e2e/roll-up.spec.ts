import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { done } from '../support/e2e/published-ledger.js';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';

afterAll(removeFolders);

const JINHU = join(__dirname, '..', 'golden', 'published', '2023-huaian-jinhu-xian.json');
const SHI = '淮安市人民政府';

describe('a roll-up at the command line 汇总', () => {
  it('sums the files of children, sends one back, and says what is missing and wrong', async () => {
    const data = emptyFolder();
    const of = (...args: readonly string[]) => done(data, '--agency', SHI, ...args);
    await done(data, 'init', '--name', SHI, '--government');
    for (const child of ['金湖县人民政府', '洪泽区人民政府']) {
      await done(data, 'init', '--name', child, '--government');
      await done(data, 'place', child, '--under', SHI, '--from', '2020-01-01');
    }
    expect(await done(data, 'tree')).toMatch(/^淮安市[^\n]+\n {2}金湖县[^\n]+\n {2}洪泽区/);
    await done(data, 'import', 'report', JINHU, '--parent', SHI, '--on', '2024-01-20');
    const report = JSON.parse(readFileSync(JINHU, 'utf8')) as object;
    const other = join(data, 'other.json');
    writeFileSync(
      other,
      JSON.stringify({ ...report, agency: '洪泽区人民政府', table4: undefined }),
    );
    expect(await of('cases', '2023', 'table3.granted.total', '--rollup')).toContain('：62\n');
    await done(data, 'import', 'report', other, '--parent', SHI);
    expect(await of('cases', '2023', 'table3.granted.total', '--rollup')).toContain('：124\n');

    await of('rollup', '2023');
    await done(data, '--agency', '洪泽区人民政府', 'return', '2023', '--reason', '缺表四');
    expect(await of('children', '2023')).toMatch(/未报或退回 1 个[^]*退回：缺表四/);
    const out = join(data, 'roll-up.html');
    await of('report', '2023', '--rollup', '--format', 'html', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain('（汇总不完整，缺1个机关）');
    const { exit, out: said } = await gongkai(
      ...['--data', data, '--agency', SHI, '--json', 'check', '2023', '--rollup'],
    );
    expect(exit).toBe(1);
    const found = (JSON.parse(said) as { id: string }[]).map(({ id }) => id);
    expect(new Set(found)).toEqual(new Set(['T4-01', 'R-01', 'R-02', 'R-03', 'R-09', 'R-11']));
  });

  it('takes in what a child sent as .docx or .xlsx, and says what it lacks', async () => {
    const child = emptyFolder();
    await done(child, 'demo');
    const data = emptyFolder();
    const name = '舟山市定海区机关事务管理中心';
    await done(data, 'init', '--name', '定海区人民政府', '--government');
    await done(data, 'init', '--name', name);
    await done(data, 'place', name, '--under', '定海区人民政府', '--from', '2020-01-01');
    for (const format of ['docx', 'xlsx']) {
      const file = join(child, `report.${format}`);
      await done(child, 'report', '2021', '--format', format, '--out', file);
      expect(await done(data, 'import', 'report', file, '--parent', '定海区人民政府')).toMatch(
        /^收到 舟山市定海区机关事务管理中心 2021 年度报告：2021 年格式，200 个单元格/,
      );
    }
    const partly = join(data, 'partly.json');
    writeFileSync(partly, JSON.stringify({ agency: name, year: 2021, table2: { licensing: 1 } }));
    const { err } = await gongkai(
      ...['--data', data, 'import', 'report', partly, '--parent', '定海区人民政府'],
    );
    expect(err).toContain('格式有 200 个单元格，文件里找到 1 个');
  });

  it('goes up level by level: a sum is put on record, answered for, and handed in', async () => {
    const data = emptyFolder();
    const [county, province] = ['金湖县人民政府', '江苏省人民政府'];
    for (const name of [province, SHI, county])
      await done(data, 'init', '--name', name, '--government');
    await done(data, 'place', county, '--under', SHI, '--from', '2020-01-01');
    await done(data, 'place', SHI, '--under', province, '--from', '2020-01-01');
    await done(data, 'import', 'report', JINHU, '--parent', SHI, '--on', '2024-01-20');
    const of = (...args: readonly string[]) => done(data, '--agency', SHI, ...args);
    const submit = ['--data', data, '--agency', SHI, 'submit', '2023', '--rollup'];
    expect((await gongkai(...submit)).err).toContain('请先汇总（gongkai rollup）');
    await of('rollup', '2023');
    expect((await gongkai(...submit)).err).toContain('（T4-01、R-03）');
    for (const check of ['T4-01', 'R-03']) {
      await of('override', '2023', check, '--rollup', '--reason', '已核对，下级报告如此公布');
    }
    await of('submit', '2023', '--rollup', '--on', '2024-02-20');
    const above = await done(data, '--agency', province, 'children', '2023');
    expect(above).toMatch(/未报或退回 0 个[^]*淮安市人民政府[^\n]*2024-02-20/);
    const cell = ['cases', '2023', 'table3.granted.total', '--rollup'];
    expect(await done(data, '--agency', province, ...cell)).toContain('：62\n');
  });
});
