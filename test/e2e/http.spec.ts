import { removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';

let running: Running;
beforeAll(async () => {
  running = await startServer();
});
afterAll(async () => {
  await running.close();
  removeFolders();
});

type Problem = Readonly<{ status: number; code: string; detail: string; basis?: string }>;

describe('a year through HTTP', () => {
  it('logs every kind of fact and answers with where it stands', async () => {
    const { http, at } = running;
    const { body } = await http.post(at('/requests')).send(registration('2021-1')).expect(201);
    expect(body).toEqual({
      ...{ events: 1, revision: 0, position: expect.stringMatching(/^\d+$/) },
      ...{ duplicates: [], duplicatesFound: 0 },
    });
    await http
      .post(at('/requests/2021-1/decision'))
      .send({ outcome: 'granted', decidedOn: '2021-03-20', documentNumber: '〔2021〕1号' })
      .expect(200);
    await http
      .post(at('/requests/2021-1/service'))
      .send({ servedOn: '2021-03-22', way: 'mail' })
      .expect(200);
    await http.post(at('/requests')).send(registration('2021-2')).expect(201);
    await http
      .post(at('/requests/2021-2/withdrawal'))
      .send({ withdrawnOn: '2021-03-10' })
      .expect(200);
    await http
      .post(at('/requests/2021-2/corrections'))
      .send({
        corrected: { applicantKind: 'legal' },
        reason: '申请人是律师事务所',
        remarks: '代理人',
      })
      .expect(200);
    await http
      .post(at('/appeals'))
      .send({
        caseNumber: '〔2021〕复1号',
        kind: 'review',
        requestNumbers: ['2021-1'],
        acceptedOn: '2021-05-06',
      })
      .expect(201);
    await http
      .post(at(`/appeals/${encodeURIComponent('〔2021〕复1号')}/conclusion`))
      .send({ outcome: 'upheld', concludedOn: '2021-06-30' })
      .expect(200);
    const document = { documentNumber: '区机管〔2021〕3号', title: '办公用房管理办法' };
    await http
      .post(at('/documents'))
      .send({ ...document, kind: 'normative_documents', issuedOn: '2021-04-01' })
      .expect(201);
    await http
      .post(at(`/documents/${encodeURIComponent(document.documentNumber)}/repeal`))
      .send({ repealedOn: '2021-12-01' })
      .expect(200);
    await http
      .post(at(`/appeals/${encodeURIComponent('〔2021〕复1号')}/corrections`))
      .send({ corrected: { concludedOn: '2021-07-01' }, reason: '决定书日期看错' })
      .expect(200);
    await http
      .post(at(`/documents/${encodeURIComponent(document.documentNumber)}/corrections`))
      .send({ corrected: { title: '办公用房管理办法（试行）' }, reason: '标题漏字' })
      .expect(200);
    await http
      .post(at('/opening-balances'))
      .send({ kind: 'normative_documents', month: '2021-01', inForce: 5 })
      .expect(201);
    await http
      .post(at('/opening-balances/corrections'))
      .send({ kind: 'normative_documents', month: '2021-01', inForce: 4, reason: '多算一件' })
      .expect(200);
    await http
      .post(at('/counts'))
      .send({ category: 'fees_fen', month: '2021-03', quantity: 1_234_567 })
      .expect(201);
    await http
      .post(at('/counts/corrections'))
      .send({ category: 'fees_fen', month: '2021-03', quantity: 2_000_000, reason: '漏记一笔' })
      .expect(200);
    await http
      .post(at('/counts'))
      .send({ category: '信息公开条数', month: '2021-03', quantity: 72 })
      .expect(201);
    await http
      .post(at('/offices'))
      .send({ office: '公开办', designatedOn: '2021-01-01' })
      .expect(201);
    await http
      .post(at('/staff'))
      .send({ staffId: '01', employment: 'full-time', appointedOn: '2021-01-01', name: '张三' })
      .expect(201);
    await http.post(at('/staff/01/release')).send({ releasedOn: '2022-01-05' }).expect(200);
  });

  it('gives the figures, the page and the paper of the year, and the cases behind a number', async () => {
    const { http, at } = running;
    await http
      .put(at('/reports/2021/draft'))
      .send({
        overview: '公开信息{{信息公开条数}}条，收到申请{{新收申请数}}件。䲜',
        problems: '问题和改进。',
        otherMatters: '没有收取信息处理费。',
        signedOn: '2022-01-10',
      })
      .expect(200);
    const { body } = await http.get(at('/reports/2021')).expect(200);
    expect(body.table2).toEqual({
      regulations: { made: 0, repealed: 0, valid: 0 },
      normative_documents: { made: 1, repealed: 1, valid: 4 },
      licensing: 0,
      punishment: 0,
      coercion: 0,
      fees_wan_yuan: 2,
    });
    expect(body.table3.rows.new_received).toEqual([1, 0, 0, 0, 1, 0, 2]);
    expect(body.table3.rows.granted).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(body.table3.rows.other_misc).toEqual([0, 0, 0, 0, 1, 0, 1]);
    expect(body.table4).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    const html = await http.get(at('/reports/2021/html')).expect(200);
    expect(html.text).toContain('公开信息72条，收到申请2件。');
    const pdf = await http.get(at('/reports/2021/pdf')).expect(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const warnings = decodeURIComponent(String(pdf.headers['gongkai-warnings']));
    expect(warnings).toContain('这些字程序带的字体和 fonts/ 里的字体都没有：䲜。');
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');

    const cases = await http.get(at('/reports/2021/cells/table3.total.total')).expect(200);
    expect(cases.body).toEqual([
      {
        ...{ kind: 'request', id: '2021-1', counts: 1 },
        events: at('/events?kind=request&id=2021-1'),
      },
      {
        ...{ kind: 'request', id: '2021-2', counts: 1 },
        events: at('/events?kind=request&id=2021-2'),
      },
    ]);
    const compiled = await http.post(at('/reports/2021/compilation')).expect(200);
    expect(compiled.body.events).toBe(1);
    const again = await http.post(at('/reports/2021/compilation')).expect(200);
    expect(again.body.events).toBe(0);
  });

  it('shows a request with its history, and its applicant only behind stars', async () => {
    const { http, at } = running;
    const { body, text } = await http.get(at('/requests/2021-2')).expect(200);
    expect(body.applicant).toEqual({
      applicant: '欧***',
      idNumber: '3****************4',
      contact: '*******5678',
      description: '2020年办公用房维修项目的验收报告',
    });
    expect(text).not.toMatch(/欧阳|33090219900101|13812345678/);
    const history = body.history as readonly { type: string }[];
    expect(history.map(({ type }) => type)).toEqual([
      'RequestRegistered',
      'RequestWithdrawn',
      'EntryCorrected',
    ]);
    const list = await http.get(at('/requests?limit=1&after=2021-1')).expect(200);
    expect(list.body).toHaveLength(1);
    expect(list.body[0]).toMatchObject({
      number: '2021-2',
      closedOn: '2021-03-10',
      corrections: 1,
    });
    expect(list.text).not.toContain('欧阳');
  });

  it('keeps the lines of a text, whichever line ends it came with', async () => {
    const { http, at } = running;
    const body = registration('2021-lines', { description: '第一行\r\n第二行' });
    await http.post(at('/requests')).send(body).expect(201);
    const got = await http.get(at('/requests/2021-lines')).expect(200);
    expect(got.body.applicant.description).toBe('第一行\n第二行');
  });

  it('counts working days', async () => {
    const { body } = await running.http.get('/v1/workdays/2022-09-30?days=20').expect(200);
    expect(body.last).toBe('2022-11-02');
  });
});

describe('problems are problem+json with a stable code and Chinese words', () => {
  const refused = async (
    status: number,
    code: string,
    send: (running: Running) => ReturnType<Running['http']['get']>,
  ): Promise<Problem> => {
    const { body, headers } = await send(running).expect(status);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ status, code, type: `urn:gongkai-ledger:problem:${code}` });
    expect(body.detail).toMatch(/[\u4e00-\u9fff]/);
    return body as Problem;
  };

  it('a refusal has its legal basis', async () => {
    const problem = await refused(422, 'request/date-in-future', ({ http, at }) =>
      http.post(at('/requests')).send(registration('2021-5', { receivedOn: '2999-01-01' })),
    );
    expect(problem.basis).toBe('《条例》第31条');
    expect(problem.detail).toContain('2999-01-01');
  });

  it.each([
    [404, 'agency/not-established', 'get', '/v1/agencies/none/requests', undefined],
    [404, 'http/not-found', 'get', '/v1/nothing', undefined],
    [404, 'http/not-found', 'get', '@/requests/none', undefined],
    [
      404,
      'request/not-registered',
      'post',
      '@/requests/none/service',
      { servedOn: '2021-01-01', way: 'mail' },
    ],
    [409, 'request/already-registered', 'post', '@/requests', registration('2021-1')],
    [
      409,
      'request/nothing-to-correct',
      'post',
      '@/requests/2021-1/corrections',
      { corrected: {}, reason: '无' },
    ],
    [404, 'annual-report/unknown-cell', 'get', '@/reports/2021/cells/nothing', undefined],
    [422, 'annual-report/year-not-covered', 'post', '@/reports/2018/compilation', undefined],
    [400, 'http/bad-request', 'get', '@/reports/last', undefined],
    [400, 'http/bad-request', 'post', '@/imports/requests', undefined],
    [415, 'http/unsupported-media-type', 'post', '@/imports/requests', { not: 'csv' }],
    [404, 'http/not-found', 'post', '@/imports/nothing', undefined],
    [400, 'input/invalid', 'get', '/v1/workdays/2022-02-30', undefined],
    [400, 'input/invalid', 'get', '@/requests?limit=0', undefined],
    [
      400,
      'input/invalid',
      'post',
      '@/counts',
      { category: '行政许可决定', month: '2021-03', quantity: 1 },
    ],
    [422, 'annual-report/year-not-begun', 'get', '@/reports/2999', undefined],
    [400, 'input/invalid', 'post', '@/requests', registration('2021-9', { receivedOn: null })],
    [
      ...([400, 'input/invalid', 'post', '@/requests/2021-1/corrections'] as const),
      { corrected: { decidedOn: null }, reason: '空' },
    ],
  ] as const)('%i %s for %s %s', async (status, code, method, path, body) => {
    await refused(status, code, ({ http, at }) =>
      http[method](path.replace(/^@/, at(''))).send(body),
    );
  });

  it('bad input names every field by its path', async () => {
    const body = {
      ...registration('2021-6', { receivedOn: '2021-02-30', applicantKind: 'dog' }),
      extra: 1,
    };
    const problem = await refused(400, 'input/invalid', ({ http, at }) =>
      http.post(at('/requests')).send(body),
    );
    const { errors } = problem as unknown as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['applicantKind', 'extra', 'receivedOn']);
  });

  it.each([
    ['half a character', '欧阳\ud800'],
    ['a control character', '欧阳\u0000'],
    ['too long a name', '欧'.repeat(201)],
    ['a number', 7],
    ['null', null],
  ])('refuses %s as a name', async (_what, applicant) => {
    await refused(400, 'input/invalid', ({ http, at }) =>
      http.post(at('/requests')).send(registration('2021-7', { applicant })),
    );
  });

  it('refuses a body that is not JSON, or too large', async () => {
    await refused(400, 'http/bad-request', ({ http, at }) =>
      http.post(at('/requests')).set('Content-Type', 'application/json').send('{"number":'),
    );
    await refused(413, 'http/too-large', ({ http, at }) =>
      http
        .post(at('/requests'))
        .send(registration('2021-8', { description: '长'.repeat(1_000_000) })),
    );
  });

  it('names a figure of the text that the ledger does not have', async () => {
    await running.http
      .put(running.at('/reports/2022/draft'))
      .send({
        overview: '{{没有的数}}',
        problems: '无',
        otherMatters: '无',
        signedOn: '2023-01-10',
      })
      .expect(200);
    const problem = await refused(409, 'annual-report/unknown-figure', ({ http, at }) =>
      http.get(at('/reports/2022/html')),
    );
    expect(problem.detail).toContain('没有的数');
  });
});
