import { join } from 'node:path';
import Database from 'better-sqlite3';
import { emptyFolder, gongkai, gongkaiTold, removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';

afterAll(removeFolders);

const TEXT = '请公开某路123号地块的征收批复（示政征〔2020〕3号）';

describe('疑似重复申请 likely duplicates over HTTP', () => {
  let server: Running;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  type Listed = Readonly<{ number: string; unread: unknown }>;
  type Found = Readonly<{ duplicates: readonly Listed[]; duplicatesFound: number; counts: object }>;

  /** Somebody of a test's own, who asks for the same thing unless told otherwise. */
  const person = (n: number): object => ({
    applicant: `测试人${String(n)}`,
    idNumber: `33090219900101${String(1000 + n)}`,
    contact: `1380000${String(1000 + n)}`,
    description: TEXT,
  });
  async function register(number: string, changes: object): Promise<Found> {
    const entry = registration(number, changes);
    const { body } = await server.http.post(server.at('/requests')).send(entry).expect(201);
    return body as Found;
  }
  async function post(path: string, body: object): Promise<void> {
    await server.http
      .post(server.at(`/requests/${path}`))
      .send(body)
      .expect(200);
  }
  async function of(number: string): Promise<Found> {
    const path = server.at(`/requests/${number}/duplicates`);
    const { body, headers } = await server.http.get(path).expect(200);
    expect(headers['cache-control']).toBe('no-store');
    return body as Found;
  }
  const numbers = ({ duplicates }: Found): string[] => duplicates.map(({ number }) => number);

  it('are in the answer to a registration, with their earlier answer and nothing of the person', async () => {
    expect(await register('A-1', person(1))).toEqual({
      events: 1,
      revision: 0,
      position: expect.any(String),
      duplicates: [],
      duplicatesFound: 0,
    });
    const decision = {
      outcome: 'granted',
      decidedOn: '2021-03-20',
      documentNumber: '示公开〔1〕号',
    };
    await post('A-1/decision', decision);
    const found = await register('A-2', {
      ...person(1),
      idNumber: '',
      contact: '138-0000 1001',
      description: `${TEXT}。`,
    });
    expect(found).toMatchObject({ events: 1, duplicatesFound: 1 });
    expect(found.duplicates).toEqual([
      {
        number: 'A-1',
        receivedOn: '2021-03-05',
        status: 'awaiting-service',
        outcome: 'granted',
        decidedOn: '2021-03-20',
        documentNumber: '示公开〔1〕号',
        closedOn: null,
        agreeing: ['applicant', 'contact'],
        similarity: 100,
        sameDocument: true,
        unread: null,
      },
    ]);
    await post('A-1/service', { servedOn: '2021-03-21', way: 'mail' });
    expect((await of('A-2')).duplicates).toMatchObject([
      { status: 'closed', closedOn: '2021-03-21' },
    ]);
  });

  it('are none for another thing, another person or another agency', async () => {
    await register('B-1', person(2));
    expect(numbers(await register('B-2', { ...person(2), description: '部门预算' }))).toEqual([]);
    expect(numbers(await register('B-3', person(3)))).toEqual([]);
    const { agencyId, http } = await server.found('某县某局');
    const elsewhere = await http
      .post(`/v1/agencies/${agencyId}/requests`)
      .send(registration('B-1', person(2)))
      .expect(201);
    expect(numbers(elsewhere.body as Found)).toEqual([]);
    expect(numbers(await of('B-1'))).toEqual([]);
  });

  it('come by the corrected particulars, not by those that were wrong', async () => {
    await register('C-1', person(4));
    const changes = { applicant: '测试人五', idNumber: 'C5', contact: '5' };
    await post('C-1/corrections', { corrected: {}, ...changes, reason: '抄错' });
    expect(numbers(await register('C-2', person(4)))).toEqual([]);
    expect(numbers(await register('C-3', { ...person(4), ...changes }))).toEqual(['C-1']);
  });

  it('are the same in the answer to a command that is sent again', async () => {
    await register('D-1', person(6));
    const again = () =>
      server.http
        .post(server.at('/requests'))
        .set('Idempotency-Key', 'D-2')
        .send(registration('D-2', person(6)))
        .expect(201);
    const { body: first } = await again();
    expect(numbers(first as Found)).toEqual(['D-1']);
    expect((await again()).body).toEqual({ ...(first as Found), events: 0 });
  });

  it('are told by the index alone where they are restricted, and not opened', async () => {
    await register('E-1', person(7));
    await post('E-1/restriction', { by: '王科员', reason: '本人要求' });
    const unseen = {
      number: 'E-1',
      agreeing: ['idNumber', 'applicant', 'contact'],
      similarity: null,
      sameDocument: false,
      unread: 'restricted',
    };
    expect((await register('E-2', person(7))).duplicates).toMatchObject([unseen]);
    expect(await of('E-2')).toMatchObject({ counts: { inMonth: 1, inYear: 1, unread: 1 } });
    const nothing = { duplicates: [], duplicatesFound: 0, counts: null };
    expect(await of('E-1')).toEqual({ number: 'E-1', unread: 'restricted', ...nothing });
  });

  it('are not found any more when they are erased, and nothing is compared with them', async () => {
    await register('F-1', person(8));
    await register('F-2', person(8));
    await post('F-1/decision', { outcome: 'other_misc', decidedOn: '2021-03-20' });
    const why = { by: '王科员', ground: 'unlawful', reason: '误收集' };
    await post('F-1/erasure/proposal', why);
    const second = await server.join(server.agencyId, ['leader']);
    const approval = server.at('/requests/F-1/erasure/approval');
    await second.post(approval).send({ by: '张主任' }).expect(200);
    expect(await of('F-2')).toMatchObject({ duplicates: [], counts: { inYear: 1, unread: 0 } });
    expect(await of('F-1')).toMatchObject({ unread: 'erased', duplicates: [], counts: null });
  });

  it('are no requests that never were', async () => {
    await register('G-1', person(9));
    await register('G-2', person(9));
    await post('G-1/voids', { step: 'registration', reason: '登记重了' });
    expect(await of('G-2')).toMatchObject({ duplicates: [], counts: { inMonth: 1 } });
    expect(await of('G-1')).toMatchObject({ duplicates: [{ number: 'G-2' }], counts: null });
  });

  it('are twenty at most, with the number of all', async () => {
    for (let n = 1; n <= 21; n += 1) await register(`H-${String(n)}`, person(10));
    const found = await register('H-22', person(10));
    expect([found.duplicates.length, found.duplicatesFound]).toEqual([20, 21]);
  });

  it('come with the counts of the applicant and the fee that follows from them', async () => {
    const other = { description: '预算' };
    await register('I-00', { ...person(11), ...other, receivedOn: '2021-01-31' });
    for (let n = 1; n <= 12; n += 1) {
      await register(`I-${String(n).padStart(2, '0')}`, { ...person(11), ...other });
    }
    expect((await of('I-11')).counts).toEqual({
      receivedOn: '2021-03-05',
      inMonth: 12,
      ordinalInMonth: 11,
      inYear: 13,
      unread: 0,
      fee: { inMonth: 200, noticed: 0, due: 200 },
    });
  });

  it('are of a request that is there', async () => {
    await server.http.get(server.at('/requests/none/duplicates')).expect(404);
  });
});

describe('信息处理费 over HTTP', () => {
  let server: Running;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('is answered by 件 or by 页', async () => {
    const { body: items } = await server.http.get('/v1/fees?items=31').expect(200);
    expect(items).toMatchObject({ method: 'per-item', quantity: 31, amount: 2_200 });
    const { body: pages } = await server.http.get('/v1/fees?pages=250').expect(200);
    expect(pages).toMatchObject({ method: 'per-page', quantity: 250, amount: 4_700 });
  });

  it.each(['', '?items=1&pages=1', '?items=-1', '?items=1.5', '?pages=x', '?items=10001', '?n=1'])(
    'is refused for /v1/fees%s',
    async (query) => {
      const { body } = await server.http.get(`/v1/fees${query}`).expect(400);
      expect(body).toMatchObject({ code: 'input/invalid' });
    },
  );
});

describe('gongkai duplicates 疑似重复申请', () => {
  const entry = (number: string): string =>
    JSON.stringify({
      登记编号: number,
      收到日期: '2021-03-05',
      渠道: '网站',
      申请人类型: '自然人',
      申请人: '张三',
      联系方式: '13800000000',
      所需信息: TEXT,
    });

  it('lists them with their answers, the counts and the fee; registering does too', async () => {
    const data = emptyFolder();
    const run = (...args: string[]) => gongkai('--data', data, ...args);
    const register = (number: string) =>
      gongkaiTold(entry(number), '--data', data, 'register', '--from', '-');
    await run('init', '--name', '某局');
    expect((await register('1')).out).toBe('登记编号 1 已登记，记入台账第 2 条。\n');
    await run(
      'decide',
      '1',
      '予以公开',
      '--on',
      '2021-03-20',
      '--document-number',
      '示公开〔1〕号',
    );
    const listed =
      '疑似重复申请 1 件，是否重复由承办人判断（《条例》第36条第（六）项）：\n' +
      '登记编号 1；2021-03-05 收到；2021-03-20 答复（示公开〔1〕号）：（一）予以公开；' +
      '申请人、联系方式相同；所需信息相似 100%、文号相同\n';
    const { out } = await register('2');
    expect(out).toBe(`登记编号 2 已登记，记入台账第 4 条。\n${listed}`);

    const counted =
      '该申请人本月第 2 件（2021-03 共 2 件，2021 年共 2 件）；按件收费应为 0 元（全月 0 元）\n' +
      '依据：《条例》第35条、第42条；国办函〔2020〕109号第四条。是否明显超过合理范围由本机关认定。\n';
    expect(await run('duplicates', '2')).toEqual({ exit: 0, out: listed + counted, err: '' });
    expect((await run('duplicates', '3')).err).toBe('台账里没有登记编号 3，请核对。\n');

    // A store of an older program has filed nothing but ID numbers.
    const keys = new Database(join(data, 'keys', 'keys.db'));
    keys.exec(`DELETE FROM persons; DELETE FROM keys WHERE stream LIKE '$index-%'`);
    keys.close();
    const before = await run('--json', 'duplicates', '2');
    expect([before.exit, JSON.parse(before.err)]).toMatchObject([3, { code: 'keys/not-indexed' }]);
    await run('withdraw', '2', '--on', '2021-03-06');
    expect((await run('duplicates', '2')).out).toBe(listed + counted);

    await run('restrict', '1', '--by', '王科员', '--reason', '本人要求');
    const { out: unseen } = await run('duplicates', '2');
    expect(unseen).toContain('申请人、联系方式相同；「已封存」没有比对\n');
    expect(unseen).toContain('另有 1 件读不出来（已封存或者密钥缺失），没有计入。\n');
    expect((await run('duplicates', '1')).out).toBe(
      '登记编号 1 的个人信息「已封存」，不能比对。\n',
    );
  }, 60_000);
});
