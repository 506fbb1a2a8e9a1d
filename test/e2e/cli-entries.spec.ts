import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  emptyFolder,
  gongkai,
  gongkaiTold,
  removeFolders,
  type Ran,
} from '../support/e2e/gongkai.js';

afterAll(removeFolders);

/** Each test starts the program ten times, and a busy machine starts it slowly. */
jest.setTimeout(60_000);

type Run = (...args: string[]) => Promise<Ran>;

async function anAgency(name = '某局'): Promise<Readonly<{ data: string; run: Run; tell: Run }>> {
  const data = emptyFolder();
  const run: Run = (...args) => gongkai('--data', data, ...args);
  const tell: Run = (input = '', ...args) => gongkaiTold(input, '--data', data, ...args);
  await run('init', '--name', name);
  return { data, run, tell };
}

const ENTRY =
  '登记编号：A-1\n收到日期：2021-03-05\n渠道：网站\n申请人类型：自然人\n申请人：张三\n所需信息：某批复\n';

describe('one request at the command line', () => {
  it('is registered, decided and served, with the personal part on standard input', async () => {
    const { run, tell } = await anAgency();
    const registered = await tell(ENTRY, 'register', '--from', '-');
    expect(registered).toEqual({
      exit: 0,
      err: '',
      out: '登记编号 A-1 已登记，记入台账第 2 条。\n',
    });
    await run('decide', 'A-1', '3.其他', '--on', '2021-03-20');

    const reopens = await run('correct', 'A-1', '--reason', '看错', '--outcome', '予以公开');
    expect(reopens.exit).toBe(1);
    expect(reopens.err).toContain('更正为“（一）予以公开”以后须送达才算办结');
    const served = ['--reason', '看错', '--outcome', '予以公开', '--served-on', '2021-03-22'];
    expect((await run('correct', 'A-1', ...served)).exit).toBe(0);

    await run('void', 'A-1', '--step', '送达', '--reason', '信退回了');
    const open = await run('cases', '2021', 'table3.carried_out.total');
    expect(open.out).toBe('2021 年 table3.carried_out.total：1\n登记编号 A-1\n');
    const reply = await run('serve-reply', 'A-1', '--on', '2021-04-01', '--way', '邮寄送达');
    expect(reply.out).toBe('登记编号 A-1 的答复已于 2021-04-01 送达。\n');

    const twice = await tell('理由：张三的申请登记了两次', 'void', 'A-1', '--from', '-');
    expect(twice.out).toBe('登记编号 A-1 已作废，不再计数；原登记保留。\n');
    const gone = await run('cases', '2021', 'table3.new_received.total');
    expect(gone.out).toBe('2021 年 table3.new_received.total：0\n');
  });

  it('is withdrawn, and unreadable entries are refused with exit 2', async () => {
    const { run, tell } = await anAgency();
    await tell(ENTRY, 'register', '--from', '-');
    expect((await run('withdraw', 'A-1', '--on', '2021-03-10')).exit).toBe(0);
    const late = await tell(ENTRY.replace('2021-03-05', '2021-02-30'), 'register', '--from', '-');
    expect({ exit: late.exit, err: late.err }).toEqual({
      exit: 2,
      err: '「收到日期」的「2021-02-30」不是日期，请写成 2021-03-05 的样子。\n',
    });
  });
});

describe('the agency at the command line', () => {
  it('gets offices, staff and a new name', async () => {
    const { data, run, tell } = await anAgency();
    await run('office', '公开办', '--on', '2021-01-01');
    await tell(
      '姓名：王五',
      'staff',
      'appoint',
      '01',
      '--employment',
      '专职',
      '--on',
      '2021-01-01',
      '--from',
      '-',
    );
    await run('staff', 'appoint', '02', '--employment', '兼职', '--on', '2021-01-01');
    await run('staff', 'release', '02', '--on', '2021-06-01');
    const renamed = await run('rename', '新局', '--on', '2022-01-01');
    expect(renamed.out).toMatch(/^某局 自 2022-01-01 起更名为 新局；编号 [0-9a-f]{12} 不变。\n$/);
    const out = join(data, 'report.html');
    await run('report', '2021', '--format', 'html', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain(
      '设政府信息公开工作机构1个，工作人员1人，其中专职1人、兼职0人。',
    );
  });

  it('is refused when a short name fits two, and their reports do not overwrite each other', async () => {
    const { data, run } = await anAgency('甲市某局');
    await run('init', '--name', '乙市某局', '--short-name', '甲市某局');
    const { exit, err } = await run('--agency', '甲市某局', 'rules');
    expect(exit).toBe(2);
    expect(err).toMatch(
      /^“甲市某局”可以指几个机关：甲市某局（编号 (\w+)）、乙市某局（编号 (\w+)），请用编号指明。\n$/,
    );
    const ids = [...err.matchAll(/编号 (\w+)/g)].map(([, id = '']) => id);
    for (const id of ids) await run('--agency', id, 'report', '2021', '--format', 'html');
    expect(readdirSync(join(data, 'reports')).sort()).toEqual(
      ids.map((id) => `2021年甲市某局（${id}）政府信息公开工作年度报告.html`).sort(),
    );
  });
});

describe('a report that does not add up', () => {
  it('is listed by replay with every other year, and mended by recount', async () => {
    const { data, run } = await anAgency();
    const [documents, counts] = [join(data, 'documents.csv'), join(data, 'counts.csv')];
    writeFileSync(
      documents,
      '文号,标题,类别,制发日期,废止日期\n甲1号,办法,规章,2020-05-06,2022-05-06\n',
    );
    writeFileSync(counts, '类别,月份,数量\n期初现行有效规章,2021-01,0\n行政许可,2021-03,7\n');
    await run('import', 'publications', documents);
    await run('import', 'counts', counts);

    const stopped = await run('replay');
    expect(stopped.exit).toBe(1);
    expect(stopped.out.split('\n').slice(1, -1)).toEqual([
      expect.stringMatching(/^某局 2020 年：新收 0 件，办结 0 件，勾稽关系成立，/),
      expect.stringMatching(/^某局 2021 年：.*勾稽关系成立/),
      '某局 2022 年：勾稽关系不成立：表二：regulations valid 不小于零，请核对期初现行有效件数',
    ]);
    expect((await run('report', '2022', '--format', 'html')).exit).toBe(1);

    const mended = await run('recount', '期初现行有效规章', '2021-01', '1', '--reason', '漏了一件');
    expect(mended.out).toBe('2021-01 的“期初现行有效规章”已更正为 1；原数保留。\n');
    expect((await run('replay')).exit).toBe(0);
  });

  it('says on the side which months nobody reported', async () => {
    const { data, run } = await anAgency();
    const counts = join(data, 'counts.csv');
    writeFileSync(counts, '类别,月份,数量\n行政许可,2021-03,7\n行政处罚,2021-12,0\n');
    await run('import', 'counts', counts);
    const warning =
      '行政许可：2021 年 1、2、4、5、6、7、8、9、10、11、12 月没有上报，按 0 计；没有的月份请上报 0。';
    const { out, err } = await run('compile', '2021');
    expect([out, err]).toEqual(['某局 2021 年已汇编，数字记入台账第 4 条。\n', `${warning}\n`]);
    const json = await run('--json', 'report', '2021', '--format', 'html');
    expect(json.err).toBe('');
    expect(JSON.parse(json.out)).toMatchObject({ warnings: expect.arrayContaining([warning]) });
  });
});
