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

    const early = await run('file', '2021');
    expect([early.exit, early.err]).toEqual([
      1,
      '2021 年度报告的文字还没有起草，请先起草（gongkai draft）。（《条例》第50条）\n',
    ]);
    await run('draft', '2021', text, '--signed-on', '2022-01-10');
    const filed = await run('file', '2021', '--on', '2022-01-20');
    expect(filed.out).toMatch(/^某局 2021 年度报告已于 2022-01-20 报送，数字摘要 [0-9a-f]{16}；/);
    await run('recount', '行政许可', '2021-12', '13', '--reason', '漏记一件');
    await run('rename', '新局', '--on', '2022-02-01');

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
    expect(await printed('--as-of', '3')).toBe(then);

    // Of today and of then side by side.
    const beside = await run('--json', 'report', '2021', '--format', 'html', '--as-of', 'filed');
    expect((JSON.parse(beside.out) as { file: string }).file).toBe(
      join(data, 'reports', '2021年某局政府信息公开工作年度报告（第3条为止）.html'),
    );
    const diff = await run('diff', 'filed', 'now', '--year', '2021');
    expect(diff.out.split('\n')).toEqual([
      '新局 从第 3 条到第 6 条：1 个数字有变化。',
      '2021 年 表二 行政许可（table2.licensing）：12 → 13',
      expect.stringMatching(
        /^ {2}第 5 条 更正月度数量 月份 2021-12：12 → 13（cli:\S+ \S+Z 记入）$/,
      ),
      '',
    ]);
    const replayed = await run('replay', '--to', '3');
    expect(replayed.out).toMatch(/ 到第 3 条为止：3 条事实，3 个流水，/);
    expect(replayed.out).toContain(/摘要 (\w+)/.exec(filed.out)?.[1]);
  }, 60_000);

  it.each([
    [1, '台账到第 1 条为止，没有第 2 条，请核对。', ['report', '2021', '--as-of', '2']],
    [1, '台账到第 1 条为止，没有第 2 条，请核对。', ['replay', '--to', '2']],
    [1, '2021 年度报告还没有报送，', ['report', '2021', '--as-of', 'filed']],
    [1, '第 1 条在第 0 条之后，请把较早的写在前面。', ['diff', '1', '0']],
    [2, '“x”不是台账里的位置，', ['replay', '--to', 'x']],
    [2, 'filed 是一年的报告报送的时候，', ['diff', 'filed', 'now']],
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
    const words = { overview: '收到{{新收申请数}}件。', problems: '问题。', otherMatters: '无。' };
    await http.post(at('/requests')).send(registration('2021-1')).expect(201);
    await http
      .put(at('/reports/2021/draft'))
      .send({ ...words, signedOn: '2022-01-10' })
      .expect(200);
    await http.post(at('/reports/2021/filing')).send({ filedOn: '2022-01-20' }).expect(200);
    await http
      .post(at('/requests/2021-1/voids'))
      .send({ step: 'registration', reason: '登记重了' })
      .expect(200);

    const received = async (query: string): Promise<unknown> => {
      const { body } = await http.get(at(`/reports/2021${query}`)).expect(200);
      return [body.position, (body.table3.rows.new_received as number[]).at(-1)];
    };
    expect(await received('')).toEqual(['5', 0]);
    expect(await received('?asOf=filed')).toEqual(['3', 1]);
    expect(await received('?asOf=1')).toEqual(['1', 0]);
    const html = await http.get(at('/reports/2021/html?asOf=filed')).expect(200);
    expect(html.text).toContain('收到1件。');

    const { body } = await http.get(at('/figures-diff?from=filed&year=2021')).expect(200);
    expect([body.from, body.to]).toEqual(['3', '5']);
    expect(body.cells[0]).toMatchObject({
      cell: 'table3.new_received.natural',
      words: '表三 一、本年新收 自然人',
      before: 1,
      after: 0,
      events: [
        { position: '5', type: 'EntryVoided', words: '作废登记', id: '2021-1', actor: 'http' },
      ],
    });
    expect(body.cells).toHaveLength(4);
  });

  it.each([
    [400, 'input/invalid', '/reports/2021?asOf=yesterday'],
    [400, 'input/invalid', '/reports/2021?asOf=1&asOf=2'],
    [400, 'input/invalid', '/figures-diff?from=filed'],
    [404, 'annual-report/beyond-head', '/reports/2021?asOf=99'],
    [404, 'annual-report/not-filed', '/reports/2022?asOf=filed'],
    [422, 'annual-report/positions-reversed', '/figures-diff?from=2&to=1'],
  ] as const)('answers %i %s for %s', async (status, code, path) => {
    const { body } = await running.http.get(running.at(path)).expect(status);
    expect(body.code).toBe(code);
  });
});
