import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedFinding } from '../../src/annual-reports/check-report.query.js';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';

afterAll(removeFolders);

/** The program is started a dozen times, and a busy machine starts it slowly. */
jest.setTimeout(120_000);

const TEXT = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
].join('\n');
const ENTRY = [
  '登记编号：A-1',
  '到达日期：2025-12-30',
  '渠道：电子邮件',
  '申请人类型：自然人',
  '申请人：张三',
  '所需信息：某批复',
].join('\n');

const VALUES = { left: 'A-1：2025-12-30 到达', right: '没有收到日期', cells: [], cases: ['A-1'] };

function ofRequests(findings: readonly CheckedFinding[]): readonly CheckedFinding[] {
  return findings.filter(({ id }) => id === 'T3-08');
}

describe('an error that the checks find, at the command line', () => {
  it('makes the print a draft and keeps the year open, until somebody answers for it', async () => {
    const data = emptyFolder();
    const run = (...args: string[]) => gongkai('--data', data, ...args);
    const [text, entry] = [join(data, 'text.txt'), join(data, 'entry.txt')];
    writeFileSync(text, TEXT);
    writeFileSync(entry, ENTRY);
    const out = join(data, 'out.html');
    const warnings = async (): Promise<string> =>
      (await run('report', '2025', '--format', 'html', '--out', out)).err;
    await run('init', '--name', '某局');
    await run('arrive', '--from', entry);
    await run('draft', '2025', text, '--signed-on', '2026-01-10');

    const checked = await run('check', '2025');
    expect(checked.exit).toBe(1);
    expect(checked.out).toContain('T3-08 错误：每件申请都有申请人类型、收到日期');
    expect(checked.out).toContain(
      '  A-1：2025-12-30 到达 ≠ 没有收到日期\n  涉及：A-1\n  补齐登记。',
    );
    expect(await warnings()).toMatch(/没有改正的错误（[^）]*T3-08[^）]*），按草稿打印/);
    expect(readFileSync(out, 'utf8')).toContain('class="draft"');
    const refused = await run('close', '2025');
    expect([refused.exit, refused.err]).toEqual([
      1,
      expect.stringMatching(/^2025 年度报告还有没有改正的错误（[^）]*T3-08[^）]*），不能封账/),
    ]);

    const unsaid = await run('override', '2025', 'T3-08', '--reason', ' ');
    expect([unsaid.exit, unsaid.err]).toEqual([1, expect.stringMatching(/^放行的理由没有填写/)]);
    const given = await run('override', '2025', 'T3-08', '--reason', '邮箱错误，不是申请');
    expect(given.out).toMatch(/^某局 2025 年度报告：T3-08 放行 1 处；数值一变，放行就不再有效。\n/);
    const after = await run('check', '2025');
    expect(after.out).toMatch(/其中放行 1 处。\n/);
    expect(after.out).toMatch(/ {2}\d{4}-\d\d-\d\d \S+ 放行：邮箱错误，不是申请\n/);
    expect(await warnings()).not.toContain('T3-08');
    const json = JSON.parse((await run('--json', 'check', '2025')).out) as CheckedFinding[];
    expect(ofRequests(json)).toEqual([
      {
        ...{ id: 'T3-08', severity: 'E', ...VALUES },
        overridden: {
          reason: '邮箱错误，不是申请',
          by: expect.stringMatching(/./) as string,
          on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
        },
      },
    ]);
    expect((await run('close', '2025')).err).not.toContain('T3-08');
  });
});

describe('an error that the checks find, over HTTP', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startServer();
  });
  afterAll(() => running.close());

  it('is shown with who answers for it', async () => {
    const { http, at } = running;
    const arrival = { number: 'A-1', arrivedOn: '2025-12-30', channel: 'email' };
    const applicant = { applicantKind: 'natural', applicant: '张三', description: '某批复' };
    await http
      .post(at('/requests/arrivals'))
      .send({ ...arrival, ...applicant })
      .expect(201);
    const found = async (query = ''): Promise<readonly CheckedFinding[]> => {
      const { body } = await http.get(at(`/reports/2025/checks${query}`)).expect(200);
      return ofRequests(body as CheckedFinding[]);
    };
    expect(await found()).toMatchObject([
      { id: 'T3-08', severity: 'E', ...VALUES, overridden: null, advice: '补齐登记。' },
    ]);

    const overrides = at('/reports/2025/overrides');
    const reason = '邮箱错误';
    await http.post(overrides).send({ check: 'T3-08', reason }).expect(201);
    expect(await found('?of=now')).toMatchObject([{ ...VALUES, overridden: { reason } }]);

    await http.post(overrides).send({ check: 'T3-99', reason }).expect(422);
    await http.post(overrides).send({ check: 'T4-01', reason }).expect(409);
    await http.post(overrides).send({ check: 'T3-08', cell: 'table3.a.b', reason }).expect(409);
    await http.get(at('/reports/2025/checks?of=then')).expect(400);
    await http.get(at('/reports/2025/checks?of=closed')).expect(409);
  });

  it('names the request that a closed year knew nothing of, in it and in the year after', async () => {
    const { http, at } = running;
    const part = '没有。';
    const parts = { overview: part, problems: part, otherMatters: part };
    await http
      .put(at('/reports/2023/draft'))
      .send({ ...parts, signedOn: '2024-01-10' })
      .expect(200);
    const { body: checked } = await http.get(at('/reports/2023/checks')).expect(200);
    const open = (checked as CheckedFinding[]).filter(({ severity }) => severity === 'E');
    for (const check of new Set(open.map(({ id }) => id))) {
      await http.post(at('/reports/2023/overrides')).send({ check, reason: '甲' }).expect(201);
    }
    await http.post(at('/reports/2023/closings')).send({}).expect(201);
    await http
      .post(at('/requests'))
      .send({ ...registration('2023-late'), receivedOn: '2023-12-20' })
      .expect(201);
    const said = async (path: string, id: string) => {
      const { body } = await http.get(at(path)).expect(200);
      return (body as CheckedFinding[])
        .filter((finding) => finding.id === id)
        .map(({ left, right, cells: [cell], cases }) => [cell, left, right, ...cases]);
    };
    expect(await said('/reports/2023/checks', 'T3-07')).toEqual([]);
    expect(await said('/reports/2023/checks?of=closed', 'T3-07')).toContainEqual([
      ...['table3.new_received.total', '0', '1', '2023-late'],
    ]);
    expect(await said('/reports/2024/checks', 'T3-06')).toContainEqual([
      ...['table3.carried_in.total', '1', '0', '2023-late'],
    ]);
  });
});
