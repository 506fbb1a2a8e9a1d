import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer } from '../support/e2e/server.js';

afterAll(removeFolders);

describe('年报设置', () => {
  it('are chosen over HTTP, and a null takes one back', async () => {
    const { http, at, close } = await startServer();
    const set = { submitBy: '01-26', overviewCharactersMax: 1000, decides: true };
    await http.post(at('/report-rules')).send(set).expect(200);
    const cleared = { submitBy: null, overviewCharactersMax: null };
    await http.post(at('/report-rules')).send(cleared).expect(200);
    const refused = await http.post(at('/report-rules')).send({ publishBy: '02-29' }).expect(422);
    expect(refused.body).toMatchObject({ code: 'agency/report-day-impossible' });
    await http.post(at('/report-rules')).send({ decides: null }).expect(400);
    await http.post(at('/report-rules')).send({ submitBy: 126 }).expect(400);
    const { body } = await http.get('/v1/agencies').expect(200);
    const kept = { submitBy: null, overviewCharactersMax: null, decides: true };
    expect(body).toMatchObject([{ reportRules: { ...kept, similarityPercent: 90 } }]);
    await close();
  });

  it('are chosen and shown on the command line, and 无 takes one back', async () => {
    const data = ['--data', emptyFolder()];
    await gongkai(...data, 'init', '--name', '甲市乙局');
    const chosen = ['--submit-by', '01-26', '--overview-max', '1000', '--decides', 'yes'];
    const set = await gongkai(...data, 'rules', ...chosen);
    expect(set.out).toContain('本地报送期限：次年 01-26（本机关确定）');
    expect(set.out).toContain('总体情况字数上限：1000 字（本机关确定）');
    const cleared = ['--submit-by', '无', '--overview-max', '无'];
    const after = await gongkai(...data, 'rules', ...cleared);
    expect(after.out).toContain('本地报送期限：按条例第49条（默认，推定）');
    expect(after.out).toContain('有许可、处罚、强制职权：是（本机关确定）');
    const wrong = await gongkai(...data, 'rules', '--similarity', '49');
    expect(wrong).toMatchObject({ exit: 1 });
    expect((await gongkai(...data, 'rules', '--decides', '是')).exit).toBe(2);
  });
});

describe('年度报告的文字', () => {
  it('is edited with its placeholders, warned of a name without a figure, and compared', async () => {
    const folder = emptyFolder();
    const at = (...args: readonly string[]) => gongkai('--data', join(folder, 'data'), ...args);
    await at('init', '--name', '甲市乙局');
    const file = join(folder, 'text.txt');
    expect((await at('text', '2024', '--out', file)).exit).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('一、总体情况\n（一）主动公开\n{{规范性文件情况}}{{行政执法情况}}');
    const written = text.replace(
      '（本部分尚未起草。）',
      '问题是更新不及时，今后加强检查。{{无此数}}',
    );
    writeFileSync(file, written);
    const drafted = await at('draft', '2024', file, '--signed-on', '2025-01-20');
    expect(drafted.err).toContain('“无此数”');
    expect((await at('draft', '2025', file, '--signed-on', '2026-01-20')).exit).toBe(0);
    expect((await at('text', '2025', '--bound')).out).toContain(
      '2025年没有收取政府信息公开信息处理费。',
    );
    const beside = await at('text', '2025', '--last');
    expect(beside.out).toMatch(/— 相同 100% —\n问题是更新不及时，今后加强检查。\S*\s+│ 问题是更新/);
    const page = join(folder, 'beside.html');
    await at('text', '2025', '--last', '--html', '--out', page);
    expect(readFileSync(page, 'utf8')).toContain('<td>问题是更新不及时');
    const figures = await at('text', '2025', '--figures');
    expect(figures.out).toMatch(/\{\{予以公开·自然人\}\} {2}0\n/);
    expect((await at('--json', 'check', '2025')).out).toContain('{{无此数}}');
  });

  it('is told over HTTP with its names, and says what name has no figure', async () => {
    const { http, at, close } = await startServer();
    const parts = {
      overview: '新收{{新收申请数}}件，{{无此数}}件。',
      problems: '无',
      otherMatters: '无',
    };
    const { body } = await http
      .put(at('/reports/2021/draft'))
      .send({ ...parts, signedOn: '2022-01-10' })
      .expect(200);
    expect(body).toMatchObject({ events: 1, unknown: ['无此数'] });
    const told = await http.get(at('/reports/2021/text')).expect(200);
    expect(told.body).toMatchObject({ drafted: true, unknown: ['无此数'], last: null });
    await close();
  });
});

describe('F-15 申请人姓名', () => {
  it('is found in the words though it is sealed, and is not in the answer', async () => {
    const { http, at, close } = await startServer();
    await http
      .post(at('/requests'))
      .send(registration('2021-1', { applicant: '欧阳小明' }))
      .expect(201);
    const draft = async (overview: string) => {
      const text = { overview, problems: '无', otherMatters: '无', signedOn: '2022-01-10' };
      await http.put(at('/reports/2021/draft')).send(text).expect(200);
      const { body } = await http.get(at('/reports/2021/checks')).expect(200);
      return (body as readonly { id: string; left: string }[]).filter(({ id }) => id === 'F-15');
    };
    expect(await draft('群众欧阳小明的申请已经答复。')).toMatchObject([
      { left: '申请人姓名 1 处' },
    ]);
    expect(await draft('群众欧阳大明的申请已经答复。')).toEqual([]);
    await close();
  });
});

describe('零报告', () => {
  it('is one confirmation, leaves nothing to type, and adds nothing the second time', async () => {
    const folder = emptyFolder();
    const at = (...args: readonly string[]) => gongkai('--data', folder, ...args);
    await at('init', '--name', '甲区人民政府', '--government');
    const confirmed = await at('nil', '2024', '--signed-on', '2025-01-20');
    expect(confirmed.out).toContain('本年度未收到政府信息公开申请');
    expect(confirmed.out).toContain('请通读确认');
    const { out } = await at('--json', 'check', '2024');
    // What is left is to hand it in.
    const ids = (JSON.parse(out) as readonly { id: string }[]).map(({ id }) => id);
    expect([...new Set(ids)]).toEqual(['F-18']);
    const again = await at('--json', 'nil', '2024');
    expect(JSON.parse(again.out)).toEqual({ year: 2024, zeroCounts: 0, drafted: false });
    expect((await at('nil', '2999')).exit).toBe(1);
  });

  it('is refused with what the year has in it, and records nothing', async () => {
    const { http, at, close } = await startServer();
    await http.post(at('/requests')).send(registration('2021-1')).expect(201);
    const refused = await http.post(at('/reports/2021/nil-return')).send({}).expect(409);
    expect(refused.body).toMatchObject({ code: 'annual-report/not-nil' });
    expect(JSON.stringify(refused.body)).toContain('新收申请 1（2021-1）');
    const told = await http.get(at('/reports/2021/text')).expect(200);
    expect(told.body).toMatchObject({ drafted: false });
    const nil = await http.post(at('/reports/2018/nil-return')).send({});
    expect(nil.status).toBe(422);
    const carried = await http.post(at('/reports/2022/nil-return')).send({}).expect(409);
    expect(JSON.stringify(carried.body)).toContain('上年结转申请 1（2021-1）');
    await close();
  });
});
