import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolders, emptyFolder, gongkai } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';
import { docxText } from '../support/letters/read-docx.js';
import { bodyText, readPdf, withoutSpace } from '../support/print/pdf.js';

afterAll(removeFolders);

const NAME = '欧阳小明';
const BY = { by: '王科员' };
/** The answer as bytes, whatever its type. */
const bytes = (answer: NodeJS.ReadableStream, done: (error: null, body: Buffer) => void) => {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => done(null, Buffer.concat(chunks)));
};

/** What the tests look at of the documents of a request. */
type Listed = Readonly<{ issued: readonly Readonly<{ year: number }>[]; issuable: string[] }>;

describe('文书 over HTTP', () => {
  let server: Running;
  beforeAll(async () => {
    server = await startServer();
    await post('/requests', registration('W-1', { receivedOn: '2026-03-02' })).expect(201);
    await post('/requests/W-1/decision', { outcome: 'granted', decidedOn: '2026-03-20' }).expect(
      200,
    );
  });
  afterAll(() => server.close());

  const post = (path: string, body: object) => server.http.post(server.at(path)).send(body);
  const letters = async (): Promise<Listed> => {
    const { body } = await server.http.get(server.at('/requests/W-1/letters'));
    return body as Listed;
  };
  const grant = { kind: 'grant', said: { content: '随信寄上验收报告' } };
  const file = async (path: string, format: string): Promise<Buffer> => {
    const { body } = await post(path, { ...BY, format })
      .buffer(true)
      .parse(bytes as never)
      .expect(200);
    return body as Buffer;
  };

  it('lists what may be issued', async () => {
    expect(await letters()).toMatchObject({ issued: [] });
    expect((await letters()).issuable).toContain('grant');
    await server.http.get(server.at('/requests/W-9/letters')).expect(404);
  });

  it('shows a preview as a download, after the showing is on record', async () => {
    const asked = { ...grant, ...BY, format: 'html' };
    const { text, headers } = await post('/requests/W-1/letters/preview', asked)
      .buffer(true)
      .parse(bytes as never)
      .expect(200)
      .then((answer) => ({ text: String(answer.body), headers: answer.headers }));
    expect(text).toContain(NAME);
    expect(text).toContain("content: '预览'");
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-disposition']).toContain('attachment');
    const { body } = await server.http.get(server.at('/requests/W-1'));
    const { history } = body as { history: object[] };
    expect(history.at(-1)).toMatchObject({ type: 'PersonalDataViewed', ...BY });
  });

  it('issues once under one key, and gives back the same bytes, PDF and .docx alike', async () => {
    const issue = () =>
      server.http.post(server.at('/requests/W-1/letters')).set('Idempotency-Key', 'w').send(grant);
    const first = await issue().expect(201);
    const again = await issue().expect(201);
    expect(first.body).toMatchObject({ events: 1, serial: 1 });
    expect(first.body.documentNumber).toMatch(/^某区机关事务管理中心公开〔\d{4}〕1号$/);
    expect(first.body.warnings).toEqual([expect.stringContaining('没有登记公开工作机构')]);
    expect(again.body).toMatchObject({ events: 0, position: first.body.position });

    const at = `/letters/${String(first.body.year)}/1/reprint`;
    const pdf = await file(at, 'pdf');
    expect(await file(at, 'pdf')).toEqual(pdf);
    const words = bodyText(await readPdf(pdf));
    expect(words).toContain(`${NAME}：`);
    expect(words).toContain(withoutSpace(String(first.body.documentNumber)));
    expect(withoutSpace(docxText(await file(at, 'docx')))).toBe(words);
  });

  it('keeps nothing readable on the disk', async () => {
    const folder = join(server.dataDir, 'files');
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = kept.filter((it) => it.isFile());
    expect(files).toHaveLength(2);
    for (const { parentPath, name } of files) {
      const content = readFileSync(join(parentPath, name));
      expect(
        content.includes(NAME) || content.includes('%PDF') || content.includes('PK\u0003\u0004'),
      ).toBe(false);
    }
  });

  it('refuses what does not fit, with the words for the desk', async () => {
    const { body } = await post('/requests/W-1/letters', { kind: 'denial' }).expect(409);
    expect(body).toMatchObject({ code: 'letter/not-in-this-state' });
    expect(body.detail).toContain('不予公开告知书');
    await post('/requests/W-1/letters', { kind: 'grant' }).expect(422);
    await post('/requests/W-1/letters', { kind: 'nonsense' }).expect(400);
    for (const said of [{ unknown: '某' }, { content: 5 }, { content: 'a\u0000' }, 'text']) {
      await post('/requests/W-1/letters', { kind: 'grant', said }).expect(400);
    }
  });

  it('cancels with a reason that names nobody, and leaves the number used', async () => {
    const { year } = (await letters()).issued[0]!;
    const cancel = `/letters/${String(year)}/1/cancellation`;
    await post(cancel, { reason: `${NAME}的地址写错` }).expect(422);
    await post(cancel, { reason: '地址写错' }).expect(200);
    const { body } = await post('/requests/W-1/letters', grant).expect(201);
    expect(body.documentNumber).toContain('2号');
    expect((await letters()).issued).toMatchObject([{ cancelReason: '地址写错' }, { serial: 2 }]);
  });

  it('answers 已依法删除 once the request was erased', async () => {
    const { year } = (await letters()).issued[0]!;
    await post('/requests/W-1/service', { servedOn: '2026-03-21', way: 'mail' }).expect(200);
    const early = { ...BY, ground: 'unlawful', reason: '误收集' };
    await post('/requests/W-1/erasure/proposal', early).expect(200);
    const second = await server.join(server.agencyId, ['leader']);
    const approval = server.at('/requests/W-1/erasure/approval');
    await second.post(approval).send({ by: '张主任' }).expect(200);
    const { body } = await post(`/letters/${String(year)}/1/reprint`, {
      ...BY,
      format: 'pdf',
    }).expect(409);
    expect(body.detail).toContain('依法删除');
    expect((await letters()).issued).toHaveLength(2);
  });
});

describe('gongkai letter 文书', () => {
  it('goes from preview to cancellation at the command line', async () => {
    const data = emptyFolder();
    const at = (...args: string[]) => gongkai('--data', data, ...args);
    await at('init', '--name', '某市甲局');
    const entry = join(data, 'entry.txt');
    writeFileSync(
      entry,
      '登记编号：甲1\n收到日期：2026-03-02\n渠道：当面\n申请人类型：自然人\n申请人：张三\n所需信息：批复\n',
    );
    await at('register', '--from', entry);
    const words = join(data, 'words.txt');
    writeFileSync(words, '补正事项：请写明文号\n期限：2026年3月20日\n');
    const rules = await at('rules', '--letter-prefix', '甲公开');
    expect(rules.out).toContain('甲公开〔2026〕1号');
    expect(rules.out).toContain('推定');
    expect((await at('rules', '--letter-prefix', '甲 公开')).exit).toBe(1);

    const preview = join(data, 'preview.html');
    const asked = ['甲1', '补正告知书', '--from', words];
    const shown = ['--out', preview, '--format', 'html', '--by', '王科员'];
    expect((await at('letter', 'preview', ...asked, ...shown)).exit).toBe(0);
    expect(readFileSync(preview, 'utf8')).toContain('请写明文号');
    const issued = await at('letter', 'issue', ...asked);
    const [, number = '', place = ''] =
      /（(.*〕1号)）已制发，序号 (\d+-1)，/.exec(issued.out) ?? [];
    expect(number).toMatch(/^甲公开〔\d{4}〕1号$/);
    const [one, other] = [join(data, 'one.pdf'), join(data, 'other.pdf')];
    await at('letter', 'reprint', number, '--out', one, '--by', '王科员');
    await at('letter', 'reprint', place, '--out', other, '--by', '王科员');
    expect(readFileSync(one).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(one)).toEqual(readFileSync(other));
    expect((await at('letter', 'cancel', place, '--reason', '期限写错')).exit).toBe(0);
    expect((await at('letter', 'list', '甲1')).out).toMatch(/补正告知书 {2}甲公开.*作废/);
    expect((await at('letter', 'issue', '甲1', '没有的文书')).exit).toBe(2);
    expect((await at('letter', 'reprint', '2026-9', '--out', one, '--by', '王科员')).exit).toBe(2);
  });
});
