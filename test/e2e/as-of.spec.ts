import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';

afterAll(removeFolders);

const TEXT = [
  '一、总体情况',
  '作出行政许可决定{{行政许可决定数}}件。',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
  '没有收取信息处理费。',
].join('\n');

describe('a year that was filed and then corrected, at the command line', () => {
  it('prints as it was filed, as it stands, and names what lies between', async () => {
    const data = emptyFolder();
    const run = (...args: string[]) => gongkai('--data', data, ...args);
    const [counts, text, out] = ['counts.csv', 'text.txt', 'out.html'].map((name) =>
      join(data, name),
    ) as [string, string, string];
    writeFileSync(counts, '类别,月份,数量\n行政许可,2021-12,12\n');
    writeFileSync(text, TEXT);
    await run('init', '--name', '某局');
    await run('import', 'counts', counts);

    const early = await run('close', '2021');
    expect([early.exit, early.err]).toEqual([
      1,
      '2021 年度报告的文字还没有起草，请先起草（gongkai draft）。（《条例》第50条）\n',
    ]);
    await run('draft', '2021', text, '--signed-on', '2022-01-10');
    expect((await run('file', '2021')).err).toMatch(/^2021 年度报告还没有封账，/);
    const closed = await run('close', '2021');
    expect(closed.out).toMatch(/^某局 2021 年度报告已封账（第 1 版），数字和文字读到台账第 3 条，/);
    expect(closed.out).toContain('\nsuite sha256-ed25519\n');
    expect((await run('affected', '2021')).exit).toBe(0);
    const filed = await run('file', '2021', '--on', '2022-01-20');
    expect(filed.out).toMatch(
      /^某局 2021 年度报告（第 1 版）已于 2022-01-20 报送，数字摘要 [0-9a-f]{16}；/,
    );
    const untouched = await run('recount', '行政许可', '2021-12', '12', '--reason', '没有变');
    expect(untouched.err).not.toContain('已公布数据受影响');
    const recounted = await run('recount', '行政许可', '2021-12', '13', '--reason', '漏记一件');
    expect(recounted.err).toBe(
      '已公布数据受影响：某局 2021 年度已经封账，这次登记改变了它的数字；逐条见 gongkai affected 2021。\n',
    );
    await run('rename', '新局', '--on', '2022-02-01');
    await run('rules', '--fee-decimals', '4');

    const printed = async (...asOf: string[]): Promise<string> => {
      const args = ['report', '2021', '--format', 'html', '--out', out, ...asOf];
      expect((await run(...args)).exit).toBe(0);
      return readFileSync(out, 'utf8');
    };
    const [then, now] = [await printed('--as-of', 'filed'), await printed()];
    expect(then).toContain('2021年某局');
    expect(then).toContain('作出行政许可决定12件。');
    expect(now).toContain('2021年新局');
    expect(now).toContain('作出行政许可决定13件。');
    expect(now).toContain('草');
    for (const same of [
      ['--edition', '1'],
      ['--edition', 'closed'],
      ['--as-of', 'closed'],
    ]) {
      expect(await printed(...same)).toBe(then);
    }
    expect(await printed('--as-of', '3')).toContain('作出行政许可决定12件。');

    // Of today and of then side by side.
    const beside = await run('--json', 'report', '2021', '--format', 'html', '--as-of', 'filed');
    expect((JSON.parse(beside.out) as { file: string }).file).toBe(
      join(data, 'reports', '2021年某局政府信息公开工作年度报告（第1版）.html'),
    );
    const diff = await run('diff', 'filed', 'now', '--year', '2021');
    expect(diff.out.split('\n')).toEqual([
      '新局 从第 3 条到第 8 条：1 个数字有变化。',
      '2021 年 表二 行政许可（table2.licensing）：12 → 13',
      expect.stringMatching(
        /^ {2}第 6 条 更正月度数量 月份 2021-12：12 → 13（cli:\S+ \S+Z 记入）$/,
      ),
      '',
    ]);
    const affected = await run('affected', '2021');
    expect(affected.exit).toBe(1);
    expect(affected.out).toMatch(/封账以后已公布数据受影响，1 个数字、1 处文字有变化。\n/);
    expect(affected.out.split('\n').slice(1)).toEqual([
      ...diff.out
        .split('\n')
        .slice(1, 3)
        .map((line) => line.replace('2021 年 ', '')),
      '一、总体情况',
      '  封账时：作出行政许可决定12件。',
      '  现在：作出行政许可决定13件。',
      '',
    ]);

    expect((await run('close', '2021')).err).toContain('请写明更正的理由');
    await run('close', '2021', '--reason', '漏记一件');
    expect(await printed()).toContain('更正版，第2版');
    expect(await printed('--as-of', 'filed')).toBe(then);
    expect((await run('affected', '2021')).exit).toBe(0);
    expect((await run('affected', '2021', '--edition', 'filed')).exit).toBe(1);
    expect((await run('file', '2021')).out).toContain('更正版，第 2 版');
    expect(await printed('--as-of', 'filed')).toContain('更正版，第2版');

    const replayed = await run('replay', '--to', '3');
    expect(replayed.out).toMatch(/ 到第 3 条为止：3 条事实，3 个流水，/);
    expect(replayed.out).toContain(/摘要 (\w+)/.exec(filed.out)?.[1]);
  }, 120_000);

  it.each([
    [1, '台账到第 1 条为止，没有第 2 条，请核对。', ['report', '2021', '--as-of', '2']],
    [1, '台账到第 1 条为止，没有第 2 条，请核对。', ['replay', '--to', '2']],
    [1, '2021 年度报告还没有报送，', ['report', '2021', '--as-of', 'filed']],
    [1, '第 1 条在第 0 条之后，请把较早的写在前面。', ['diff', '1', '0']],
    [2, '“x”不是台账里的位置，', ['replay', '--to', 'x']],
    [1, '2021 年度报告还没有封账，', ['report', '2021', '--edition', '1']],
    [1, '2021 年度报告还没有封账，', ['affected', '2021']],
    [2, '“0”不是第几版，', ['carried', '2021', '--edition', '0']],
    [2, 'filed 是一年的报告报送或者封账的时候，', ['diff', 'filed', 'now']],
  ])('exits with %i and says “%s…”', async (exit, says, args) => {
    const data = emptyFolder();
    await gongkai('--data', data, 'init', '--name', '某局');
    const refused = await gongkai('--data', data, ...args);
    expect([refused.exit, refused.err.slice(0, says.length)]).toEqual([exit, says]);
  });
});

describe('the same through HTTP', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startServer();
  });
  afterAll(() => running.close());

  it('files a report, and answers as of then, as of a place, and with the difference', async () => {
    const { http, at } = running;
    const actor = `account:${running.accountId}`;
    const words = {
      overview: '收到{{新收申请数}}件。',
      problems: '问题。',
      otherMatters: '没有收取信息处理费。',
    };
    await http.post(at('/requests')).send(registration('2021-1')).expect(201);
    await http
      .put(at('/reports/2021/draft'))
      .send({ ...words, signedOn: '2022-01-10' })
      .expect(200);
    await http.post(at('/reports/2021/closings')).send({}).expect(201);
    const filing = { filedOn: '2022-01-20', publishedOn: '2022-01-21', url: 'https://a.example/1' };
    await http.post(at('/reports/2021/filing')).send(filing).expect(200);
    await http
      .post(at('/requests/2021-1/voids'))
      .send({ step: 'registration', reason: '登记重了' })
      .expect(200);

    const received = async (query: string): Promise<unknown> => {
      const { body } = await http.get(at(`/reports/2021${query}`)).expect(200);
      return [body.position, (body.table3.rows.new_received as number[]).at(-1)];
    };
    expect(await received('')).toEqual(['8', 0]);
    for (const query of ['?asOf=filed', '?asOf=closed', '?edition=1', '?edition=filed']) {
      expect(await received(query)).toEqual(['5', 1]);
    }
    expect(await received('?asOf=1')).toEqual(['1', 0]);
    const html = await http.get(at('/reports/2021/html?asOf=filed')).expect(200);
    expect(html.text).toContain('收到1件。');

    const { body } = await http.get(at('/figures-diff?from=filed&year=2021')).expect(200);
    expect([body.from, body.to]).toEqual(['5', '8']);
    expect(body.cells[0]).toMatchObject({
      cell: 'table3.new_received.natural',
      words: '表三 一、本年新收 自然人',
      before: 1,
      after: 0,
      events: [{ position: '8', type: 'EntryVoided', words: '作废登记', id: '2021-1', actor }],
    });
    expect(body.cells).toHaveLength(4);

    const affected = await http.get(at('/reports/2021/affected')).expect(200);
    expect(affected.body).toMatchObject({
      ...{ edition: 1, position: '5', redrafted: false },
      words: [{ heading: '一、总体情况', closed: '收到1件。', now: '收到0件。' }],
    });
    expect(affected.body.cells).toEqual(body.cells);
    const carried = await http.get(at('/reports/2021/carried')).expect(200);
    expect(carried.body).toMatchObject({
      ...{ edition: 1, carriedOut: ['2021-1'], carriedIn: [] },
      astray: [
        {
          ...{ number: '2021-1', only: 'carried-out' },
          events: [{ type: 'EntryVoided', words: '作废登记', before: 1, after: 0 }],
        },
      ],
    });
    await http.post(at('/reports/2021/closings')).send({}).expect(422);
    const again = { reason: '登记重了' };
    await http.post(at('/reports/2021/closings')).send(again).expect(201);
    expect(await received('')).toEqual(['8', 0]);
    const { text } = await http.get(at('/reports/2021/html')).expect(200);
    expect(text).toContain('更正版，第2版');
  });

  it('counts any period', async () => {
    const { body } = await running.http.get(running.at('/figures?from=2021Q1')).expect(200);
    expect(body).toMatchObject({
      period: { from: '2021-01-01', to: '2021-03-31' },
      overdue: { endedLate: [], open: [] },
      days: null,
      warnings: [],
    });
    expect(Object.keys(body.figures as object)).toHaveLength(200);
    const days = await running.http.get(running.at('/figures?from=2021-01-01&to=2021-01-15'));
    expect(days.body.warnings).toHaveLength(1);
  });

  it.each([
    [400, 'input/invalid', '/reports/2021?asOf=yesterday'],
    [400, 'input/invalid', '/reports/2021?asOf=1&asOf=2'],
    [400, 'input/invalid', '/figures-diff?from=filed'],
    [400, 'input/invalid', '/figures-diff?from=closed'],
    [400, 'input/invalid', '/reports/2021?edition=0'],
    [400, 'input/invalid', '/figures?from=2021Q5'],
    [400, 'input/invalid', '/figures?from=2022&to=2021'],
    [400, 'input/invalid', '/figures'],
    [404, 'annual-report/no-such-edition', '/reports/2021?edition=9'],
    [409, 'annual-report/not-closed', '/reports/2022/carried'],
    [404, 'annual-report/beyond-head', '/reports/2021?asOf=99'],
    [404, 'annual-report/not-filed', '/reports/2022?asOf=filed'],
    [422, 'annual-report/positions-reversed', '/figures-diff?from=2&to=1'],
  ] as const)('answers %i %s for %s', async (status, code, path) => {
    const { body } = await running.http.get(running.at(path)).expect(status);
    expect(body.code).toBe(code);
  });
});
