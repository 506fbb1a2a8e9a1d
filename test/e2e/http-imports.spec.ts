import type { IncomingMessage } from 'node:http';
import { removeFolders } from '../support/e2e/gongkai.js';
import { startServer, type Running } from '../support/e2e/server.js';

let running: Running;
beforeAll(async () => {
  running = await startServer();
});
afterAll(async () => {
  await running.close();
  removeFolders();
});

describe('a register handed in as a file', () => {
  const HEAD =
    '登记编号,收到日期,渠道,申请人类型,申请人,证件号码,联系方式,所需信息,办结日期,办理结果,备注';
  const send = (csv: string, query = '') =>
    running.http
      .post(running.at(`/imports/requests${query}`))
      .set('Content-Type', 'text/csv')
      .send(Buffer.from(csv));

  it('reads a file by the mapping that was settled, whatever its words are called', async () => {
    const at = running.at('/imports/requests/mapping');
    const columns = [{ theirs: '受理编号', ours: '登记编号' }];
    const values = [{ column: '申请人类型', theirs: 'constructor', ours: '自然人' }];
    await running.http
      .post(at)
      .send({ columns: [{ theirs: '甲', ours: '乙' }] })
      .expect(400);
    await running.http
      .post(at)
      .send({ columns: [{ theirs: '', ours: '登记编号' }] })
      .expect(422);
    await running.http.post(at).send({ columns, values }).expect(200);
    const { body: kept } = await running.http.get(at).expect(200);
    expect(kept).toEqual({ columns, values });
    const row = (number: string, kind: string) =>
      `${number},2021-01-04,网站,${kind},甲,,,信息,,,\n`;
    const head = HEAD.replace('登记编号', '受理编号');
    const { body } = await send(`${head}\n${row('M-1', 'constructor')}${row('M-2', 'toString')}`);
    expect(body).toMatchObject({ added: 1, refused: 1, problems: [{ column: '申请人类型' }] });
    await running.http.post(at).send({ columns: [] }).expect(200);
  });

  it('takes the good rows and lists the bad ones by line, column and reason', async () => {
    const csv = `${HEAD}\nA-1,2021-01-04,网站,自然人,甲,,,信息,,,\nA-2,2021-13-04,网站,自然人,乙,,,信息,,,\n`;
    const { body } = await send(csv).expect(200);
    expect(body).toMatchObject({
      rows: 2,
      added: 1,
      unchanged: 0,
      refused: 1,
      ignoredHeadings: [],
    });
    expect(body.note).toBeUndefined();
    expect(body.problems).toEqual([
      {
        line: 3,
        column: '收到日期',
        code: 'row/not-a-date',
        reason: '「收到日期」的「2021-13-04」不是日期，请写成 2021-03-05 的样子',
        basis: '导入格式',
      },
    ]);
  });

  it('answers others while it reads a large file', async () => {
    const { http, at, server } = running;
    const order: string[] = [];
    const received = new Promise<void>((resolve) => {
      server.once('request', (request: IncomingMessage) => request.once('end', resolve));
    });
    // The quote that is never closed is met at the end, so that all the work is reading.
    const body = Buffer.from(
      `${HEAD}\n${'A-1,2021-01-04,网站,自然人,甲,,,信,,,\n'.repeat(100_000)}"`,
    );
    const imported = http
      .post(at('/imports/requests'))
      .set('Content-Type', 'text/csv')
      .send(body)
      .expect(422)
      .then(() => order.push('imported'));
    await received;
    await http.get('/v1/ledger').expect(200);
    order.push('asked');
    await imported;
    expect(order).toEqual(['asked', 'imported']);
  });

  it('lists the first 200 bad rows and says how many there are more', async () => {
    const rows = Array.from(
      { length: 205 },
      (_, at) => `D-${at},2021-13-04,网站,自然人,甲,,,信,,,`,
    );
    const { body } = await send(`${HEAD}\n${rows.join('\n')}\n`).expect(200);
    expect(body).toMatchObject({ rows: 205, added: 0, refused: 205 });
    expect(body.problems).toHaveLength(200);
    expect(body.note).toMatch(/^另有 5 行退回，没有列出/);
  });

  it('takes none with allOrNothing, which is true or false', async () => {
    for (const query of [
      '?allOrNothing=1',
      '?allOrNothing=',
      '?allOrNothing=true&allOrNothing=true',
    ]) {
      const { body } = await send(HEAD, query).expect(400);
      expect(body).toMatchObject({
        code: 'input/invalid',
        detail: 'allOrNothing：应为 true 或 false',
      });
    }
    expect((await send(HEAD, '?allOrNothing=false').expect(200)).body).toMatchObject({ rows: 0 });
  });

  it('takes none with allOrNothing', async () => {
    const csv = `${HEAD}\nB-1,2021-01-04,网站,自然人,甲,,,信息,,,\nB-2,2021-01-04,网站,自然人,,,,信息,,,\n`;
    const { body } = await send(csv, '?allOrNothing=true').expect(200);
    expect(body).toMatchObject({ rows: 2, added: 0 });
    expect(body.problems[0]).toMatchObject({
      line: 3,
      column: '申请人',
      code: 'request/applicant-missing',
    });
    await running.http.get(running.at('/requests/B-1')).expect(404);
  });

  it('refuses a file without a heading it needs', async () => {
    const { body } = await send('登记编号,收到日期\nC-1,2021-01-04\n').expect(422);
    expect(body.code).toBe('input/unreadable-csv');
    expect(body.detail).toContain('渠道');
  });
});
