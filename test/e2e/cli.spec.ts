import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, gongkai, gongkaiTold, removeFolders } from '../support/e2e/gongkai.js';

afterAll(removeFolders);

const HEAD =
  '登记编号,收到日期,渠道,申请人类型,申请人,证件号码,联系方式,所需信息,办结日期,办理结果,备注';

describe('gongkai, command line and exact answer', () => {
  it('counts working days', async () => {
    expect(await gongkai('workday', '2022-09-30', '20')).toEqual({
      exit: 0,
      out: '2022-11-02\n',
      err: '',
    });
  });

  it('says what is wrong with a command line, with exit 2', async () => {
    expect(await gongkai('workday', '2022-09-31', '20')).toEqual({
      exit: 2,
      out: '',
      err: '“2022-09-31”不是日期，请写成 2022-09-30 的样子。\n',
    });
    expect((await gongkai('workday', '2026-12-20', '20')).out).toBe(
      '2027-01-15（待节假日安排公布）\n',
    );
    expect((await gongkai('nothing')).exit).toBe(2);
    expect((await gongkai('--help')).exit).toBe(0);
  });

  it('holds names and texts to the limits that the HTTP interface has', async () => {
    const data = emptyFolder();
    const init = (...args: string[]) => gongkai('--data', data, 'init', ...args);
    expect(await init('--name', '局'.repeat(201))).toEqual({
      exit: 2,
      out: '',
      err: '--name 超过 200 个字，请缩短。\n',
    });
    expect((await init('--name', '某局', '--short-name', '某\u0007局')).err).toBe(
      '--short-name 里有无法保存的控制字符，请重新键入。\n',
    );
    expect((await init('--name', '局'.repeat(200))).exit).toBe(0);
    // Its report has a name that the file system takes all the same.
    const { exit, out } = await gongkai('--data', data, 'report', '2024', '--format', 'json');
    expect({ exit, out }).toEqual({ exit: 0, out: expect.stringMatching(/报告\.json\n/) });
    const text = join(data, 'text.txt');
    writeFileSync(
      text,
      `${'长'.repeat(100_001)}\n一、总体情况\n二、主动公开政府信息情况\n` +
        '三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n' +
        '五、存在的主要问题及改进情况\n六、其他需要报告的事项\n',
    );
    expect(await gongkai('--data', data, 'draft', '2024', text)).toEqual({
      exit: 2,
      out: '',
      err: '引言 超过 100000 个字，请缩短。\n',
    });
  });

  it('says what is wrong with a path', async () => {
    const data = emptyFolder();
    const file = join(data, 'file');
    writeFileSync(file, '');
    await gongkai('--data', data, 'init', '--name', '某局');
    const out = (path: string) =>
      gongkai('--data', data, 'report', '2024', '--format', 'json', '--out', path);
    for (const [path, code] of [
      [join(file, 'report.json'), /^“.*”(的上级不是文件夹|已经是一个文件)/],
      [join(data, 'x'.repeat(300)), /太长/],
      [data, /是文件夹/],
    ] as const) {
      const { exit, err } = await out(path);
      expect({ exit, err }).toEqual({ exit: 2, err: expect.stringMatching(code) });
    }
  });

  it('makes no report about a year that cannot have one', async () => {
    const data = emptyFolder();
    await gongkai('--data', data, 'init', '--name', '某局');
    expect(await gongkai('--data', data, 'report', '2999')).toEqual({
      exit: 1,
      out: '',
      err: '2999 年还没有开始，请核对年度。（《条例》第50条）\n',
    });
    expect((await gongkai('--data', data, 'report', '2018')).exit).toBe(1);
  });

  it('says where to begin when there is no ledger', async () => {
    const data = emptyFolder();
    const { exit, err } = await gongkai('--data', data, 'report', '2021');
    expect({ exit, err }).toEqual({
      exit: 2,
      err: `“${data}”里没有台账，请先建账：gongkai init --name 机关全称\n`,
    });
  });

  it('refuses to open a second ledger for an agency, with exit 1 and as JSON for programs', async () => {
    const data = emptyFolder();
    await gongkai('--data', data, 'init', '--name', '某局');
    const again = await gongkai('--data', data, '--json', 'init', '--name', '某局');
    expect(again.exit).toBe(1);
    expect(JSON.parse(again.err)).toEqual({
      code: 'agency/already-established',
      says: '这个机关已经建账，请直接使用；更名请登记更名（gongkai rename）。',
      basis: '台账规则：一个机关一本台账，事实只增不改',
    });
  });

  it('asks which agency is meant when there are several', async () => {
    const data = emptyFolder();
    await gongkai('--data', data, 'init', '--name', '甲局');
    await gongkai('--data', data, 'init', '--name', '乙局');
    const { exit, err } = await gongkai('--data', data, 'cases', '2021', 'table3.total.total');
    expect({ exit, err }).toEqual({
      exit: 2,
      err: '台账里有几个机关（甲局、乙局），请用 --agency 指明是哪一个。\n',
    });
    const named = ['--data', data, '--agency', '乙局', 'cases', '2021', 'table3.total.total'];
    expect((await gongkai(...named)).out).toBe('2021 年 table3.total.total：0\n');
  });
});

describe('import, row by row', () => {
  it('takes GBK from Excel, lists the bad rows, and adds nothing the second time', async () => {
    const data = emptyFolder();
    await gongkai('--data', data, 'init', '--name', '某局');
    const file = join(data, '台账.csv');
    writeFileSync(
      file,
      [
        HEAD,
        'A-1,2021/3/5,网络,自然人,甲,,,信息,2021.4.1,予以公开,',
        'A-2,2021年3月5日,邮寄,商业企业,乙公司,,,"信息,一",,,',
        'A-3,2021-03-05,网络,自然人,丙,,,信息,2021-03-01,予以公开,',
        'A-4,2021-03-05,网络,自然人,丁,,,信息,2021-04-01,同意,',
        'A-5,2021-03-05,网络,自然人,戊,,,信息,2021-04-01,,',
        'A-1,2021-03-05,网络,自然人,己,,,信息,2021-04-01,予以公开,',
      ].join('\r\n'),
    );
    const first = await gongkai('--data', data, 'import', 'requests', file);
    expect(first.exit).toBe(1);
    expect(first.out.split('\n').slice(0, 5)).toEqual([
      '某局 依申请公开台账：共 6 行，新登记 2 行，已在账 0 行，退回 4 行。',
      '第 4 行「办结日期」：日期 2021-03-01 早于收到申请之日 2021-03-05，请核对。（《条例》第31条）',
      expect.stringMatching(
        /^第 5 行「办理结果」：「办理结果」的「同意」不在可选范围内：（一）予以公开、/,
      ),
      '第 6 行「办理结果」：办结日期和办理结果要么都填（已办结），要么都空（尚未办结）（导入格式）',
      '第 7 行「登记编号」：这个登记编号已经登记过另一件申请，请换一个编号；登记有误请更正（gongkai correct）。（台账规则：一个登记编号登记一件申请，事实只增不改）',
    ]);
    // A bad row leaves nothing behind, not even the half of it that was right.
    const open = await gongkai('--data', data, 'cases', '2021', 'table3.carried_out.total');
    expect(open.out).toBe('2021 年 table3.carried_out.total：1\n登记编号 A-2\n');
    const second = await gongkai('--data', data, '--json', 'import', 'requests', file);
    expect(JSON.parse(second.out)).toMatchObject({ rows: 6, added: 0, unchanged: 2 });
  });

  it('takes none of the rows with --all-or-nothing when a known number has another applicant', async () => {
    const data = emptyFolder();
    await gongkai('--data', data, 'init', '--name', '某局');
    const file = join(data, 'r.csv');
    const row = (number: string, name: string) =>
      `${number},2021-03-05,网络,自然人,${name},,,信息,,,`;
    for (const rows of [
      [row('B-1', '甲'), row('A-1', '张三'), row('A-1', '王五')],
      [row('A-1', '张三')],
      [row('B-1', '甲'), row('A-1', '王五')],
    ]) {
      writeFileSync(file, [HEAD, ...rows].join('\n'));
      await gongkai('--data', data, 'import', 'requests', file, '--all-or-nothing');
    }
    const cell = await gongkai('--data', data, 'cases', '2021', 'table3.new_received.total');
    expect(cell.out).toBe('2021 年 table3.new_received.total：1\n登记编号 A-1\n');
  });

  it('goes on where a row was still open before', async () => {
    const data = emptyFolder();
    await gongkai('--data', data, 'init', '--name', '某局');
    const [open, ended] = [join(data, 'open.csv'), join(data, 'ended.csv')];
    writeFileSync(open, `${HEAD}\nA-1,2021-03-05,网络,自然人,甲,,,信息,,,\n`);
    writeFileSync(ended, `${HEAD}\nA-1,2021-03-05,网络,自然人,甲,,,信息,2021-04-01,重复申请,\n`);
    await gongkai('--data', data, 'import', 'requests', open);
    const { out } = await gongkai('--data', data, 'import', 'requests', ended);
    expect(out).toBe('某局 依申请公开台账：共 1 行，新登记 1 行，已在账 0 行，退回 0 行。\n');
    const cell = await gongkai('--data', data, 'cases', '2021', 'table3.reject_repeat.natural');
    expect(cell.out).toBe('2021 年 table3.reject_repeat.natural：1\n登记编号 A-1\n');
  });

  it('counts every cell of an empty year as 0', async () => {
    const data = emptyFolder();
    await gongkai('--data', data, 'init', '--name', '某局');
    const out = join(data, 'report.json');
    await gongkai('--data', data, 'report', '2024', '--format', 'json', '--out', out);
    const { table3, table4 } = JSON.parse(readFileSync(out, 'utf8')) as {
      table3: { rows: Record<string, number[]> };
      table4: number[];
    };
    expect(
      [...Object.values(table3.rows).flat(), ...table4].filter((figure) => figure !== 0),
    ).toEqual([]);
  });
});

describe('corrections', () => {
  it('mend an entry and a count, keep the old ones, and say why they cannot be', async () => {
    const data = emptyFolder();
    const run = (...args: string[]) => gongkai('--data', data, ...args);
    await run('init', '--name', '某局');
    const [requests, counts] = [join(data, 'requests.csv'), join(data, 'counts.csv')];
    const row = 'A-1,2021-03-05,网络,自然人,甲,,,信息,2021-04-01,予以公开,';
    writeFileSync(requests, `${HEAD}\n${row}\n`);
    writeFileSync(counts, '类别,月份,数量\n行政许可,2021-03,7\n行政许可决定,2021-03,7\n');
    await run('import', 'requests', requests);
    const { exit, out } = await run('import', 'counts', counts);
    expect(exit).toBe(1);
    expect(out).toContain('第 3 行「类别」：「类别」的「行政许可决定」与表二的类别相近但不相同');

    const corrected = await gongkaiTold(
      '申请人：甲公司\n理由：申请人是公司\n',
      ...['--data', data, 'correct', 'A-1', '--kind', '商业企业', '--from', '-'],
    );
    expect({ exit: corrected.exit, err: corrected.err }).toEqual({ exit: 0, err: '' });
    const cell = await run('cases', '2021', 'table3.granted.business');
    expect(cell.out).toBe('2021 年 table3.granted.business：1\n登记编号 A-1\n');
    await run('recount', '行政许可', '2021-03', '8', '--reason', '漏记一件');
    const licences = await run('cases', '2021', 'table2.licensing');
    expect(licences.out).toBe('2021 年 table2.licensing：8\n月份 2021-03（计 8）\n');

    const [appeals, documents] = [join(data, 'appeals.csv'), join(data, 'documents.csv')];
    writeFileSync(
      appeals,
      '案号,类型,关联登记编号,受理日期,审结日期,结果\n〔2021〕1号,行政复议,A-1,2021-05-06,,\n',
    );
    writeFileSync(
      documents,
      '文号,标题,类别,制发日期,废止日期\n甲〔2021〕1号,办法,规章,2021-05-06,\n',
    );
    await run('import', 'appeals', appeals);
    await run('import', 'publications', documents);
    const direct = ['--reason', '未经复议', '--kind', '未经复议直接起诉'];
    expect((await run('correct-appeal', '〔2021〕1号', ...direct)).exit).toBe(0);
    const normative = ['--reason', '不是规章', '--kind', '行政规范性文件'];
    expect((await run('correct-document', '甲〔2021〕1号', ...normative)).exit).toBe(0);
    const cells = ['table4.litigation_direct.pending', 'table2.normative_documents.made'];
    for (const named of cells) {
      expect((await run('cases', '2021', named)).out).toMatch(`2021 年 ${named}：1\n`);
    }

    // The row as it was first written is still this request, and so is the row as it was corrected.
    const again = await run('--json', 'import', 'requests', requests);
    expect(JSON.parse(again.out)).toMatchObject({ unchanged: 1, problems: [] });
    const nothing = await run('correct', 'A-1', '--reason', '再看一遍', '--kind', '商业企业');
    expect({ exit: nothing.exit, err: nothing.err }).toEqual({
      exit: 1,
      err: '更正的内容与登记的内容相同，没有需要更正的。（台账规则：一个登记编号登记一件申请，事实只增不改）\n',
    });
  }, 60_000);
});

describe('demo', () => {
  it('logs the sample year, prints its report, and adds nothing the second time', async () => {
    const data = emptyFolder();
    const { exit, out } = await gongkai('--data', data, 'demo');
    const file = join(data, 'reports', '2021年定海区机关事务管理中心政府信息公开工作年度报告.pdf');
    expect({ exit, out }).toEqual({
      exit: 0,
      out: `2021年定海区机关事务管理中心政府信息公开工作年度报告：${file}\n`,
    });
    const facts = async (): Promise<unknown> =>
      (JSON.parse((await gongkai('--data', data, '--json', 'replay')).out) as { facts: number })
        .facts;
    const logged = await facts();
    await gongkai('--data', data, 'demo');
    expect(await facts()).toBe(logged);
  }, 60_000);
});
