import { REFUSAL_WORDS } from '../../src/words/refusals.zh-CN.js';
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

type Answer = Readonly<{ status: number; body: Record<string, unknown> }>;

const post = (path: string, body: object): Promise<Answer> =>
  running.http.post(running.at(path)).send(body);

async function read(number: string): Promise<Record<string, unknown>> {
  const { body } = await running.http.get(running.at(`/requests/${number}`)).expect(200);
  return body as Record<string, unknown>;
}

/** Posts a step, and answers with where the request then stands. */
async function taken(number: string, path: string, body: object): Promise<readonly unknown[]> {
  const answer = await post(`/requests/${number}/${path}`, body);
  expect([path, answer.status, answer.body]).toEqual([path, 200, expect.anything()]);
  const { status, dueOn } = await read(number);
  return [status, dueOn];
}

const arrival = (number: string): object => {
  const { receivedOn, ...entry } = registration(number, { channel: 'letter' }) as {
    receivedOn: string;
  };
  return { ...entry, arrivedOn: receivedOn };
};

/** The steps of the longest life, in 2025, with the state and the due date that follow each. */
const LIFE: readonly (readonly [path: string, body: object, status: string, due: string | null])[] =
  [
    [
      'contact-attempts',
      { attemptedOn: '2025-03-03', way: 'phone', note: '无人接听' },
      'awaiting-confirmation',
      null,
    ],
    // Twenty working days from Tue 03-04: Tue 04-01.
    ['confirmation', { confirmedOn: '2025-03-04', way: 'phone' }, 'registered', '2025-04-01'],
    [
      'assignment',
      { assignedOn: '2025-03-05', handler: '李科员', section: '业务科' },
      'handling',
      '2025-04-01',
    ],
    [
      'supplement-notice',
      {
        servedOn: '2025-03-06',
        grounds: ['description'],
        respondBy: '2025-03-20',
        matters: '文号',
      },
      'awaiting-supplement',
      null,
    ],
    // Afresh from Mon 03-10; Qingming is off on 04-04.
    [
      'supplement',
      { suppliedOn: '2025-03-10', supplement: '浙政办〔2020〕1号' },
      'handling',
      '2025-04-08',
    ],
    [
      'consultations',
      { sentOn: '2025-03-12', party: 'third-party', consultee: '某公司' },
      'consulting-third-party',
      null,
    ],
    ['consultations/1/receipt', { reachedOn: '2025-03-13' }, 'consulting-third-party', null],
    // Seven working days from 03-13 to 03-21 are not counted.
    [
      'consultations/1/opinion',
      { answeredOn: '2025-03-21', opinion: 'objects', reasons: '商业秘密' },
      'handling',
      '2025-04-17',
    ],
    [
      'extensions',
      { toldOn: '2025-04-10', workingDays: 3, approvedBy: '王主任', reason: '案情复杂' },
      'handling',
      '2025-04-22',
    ],
    [
      'reasons-notice',
      { askedOn: '2025-04-10', requests: 31, respondBy: '2025-04-20' },
      'awaiting-reasons',
      '2025-04-22',
    ],
    [
      'reasons',
      { judgedOn: '2025-04-11', found: 'reasonable', reasons: '研究需要' },
      'handling',
      '2025-04-22',
    ],
    ['delay', { toldOn: '2025-04-12', delayedUntil: '2025-04-30' }, 'handling', '2025-04-30'],
    [
      'fee-notice',
      { servedOn: '2025-04-14', method: 'per-item', quantity: 11, amount: 100 },
      'awaiting-payment',
      null,
    ],
    // Afresh from Tue 04-15: twenty and three more; off are 05-01 to 05-05, at work 04-27.
    [
      'payment',
      { paidOn: '2025-04-15', amount: 100, receipt: '票0012345678' },
      'handling',
      '2025-05-20',
    ],
    [
      'reviews',
      { reviewedOn: '2025-04-16', review: 'secrecy', opinion: 'agrees', by: '赵科长' },
      'handling',
      '2025-05-20',
    ],
    [
      'reviews',
      { reviewedOn: '2025-04-16', review: 'sign-off', opinion: 'agrees', by: '孙局长' },
      'handling',
      '2025-05-20',
    ],
    [
      'decision',
      {
        ...{ outcome: 'partly_granted', results: ['granted', 'unable_not_held'] },
        ...{ notHeldBecause: 'not-existing', decidedOn: '2025-04-17' },
        ...{ documentNumber: '某公开〔2025〕1号', content: '附件一', reasons: '经检索没有' },
      },
      'awaiting-service',
      '2025-05-20',
    ],
    [
      'consultations/1/notice',
      { informedOn: '2025-04-17', reasons: '公共利益' },
      'awaiting-service',
      '2025-05-20',
    ],
    [
      'service',
      {
        ...{
          servedOn: '2025-04-18',
          way: 'mail',
          carrier: 'post',
          trackingNumber: 'EM123456789CN',
        },
        ...{ signedOn: '2025-04-20', signer: '本人' },
      },
      'closed',
      '2025-05-20',
    ],
    [
      'redecision-order',
      { orderedOn: '2025-07-01', by: 'court', caseNumber: '（2025）浙09行初1号' },
      'redeciding',
      '2025-05-20',
    ],
    [
      'redecision',
      { outcome: 'granted', decidedOn: '2025-07-10', content: '附件二' },
      'awaiting-redecision-service',
      '2025-05-20',
    ],
    [
      'redecision/service',
      { servedOn: '2025-07-11', way: 'direct', signer: '本人' },
      'closed',
      '2025-05-20',
    ],
    [
      'publication',
      {
        publishedOn: '2025-08-01',
        suggestedByApplicant: true,
        url: 'https://www.example.gov.cn/1',
      },
      'closed',
      '2025-05-20',
    ],
    [
      'archiving',
      { archivedOn: '2025-09-01', fileNumber: '2025-Y-12', pages: 18 },
      'archived',
      '2025-05-20',
    ],
  ];

/** What a clerk writes freely, and what stays in the clear for ever. */
const CLEAR = [
  ...['handler', 'section', 'approvedBy', 'receipt', 'by', 'documentNumber', 'trackingNumber'],
  ...['caseNumber', 'url', 'fileNumber'],
];

/** The bodies of a step in which one text names the applicant. */
function naming(path: string, body: object): readonly object[] {
  return CLEAR.filter(
    (text) => text in body && !(path === 'redecision-order' && text === 'by'),
  ).map((text) => ({ ...body, [text]: `${String(Reflect.get(body, text))}（欧阳小明）` }));
}

describe('the longest life of a request over HTTP', () => {
  it('goes from arrival to the archive, says where it stands, and names nobody', async () => {
    expect((await post('/requests/arrivals', arrival('L-1'))).status).toBe(201);
    let named = 0;
    for (const [path, body, status, due] of LIFE) {
      for (const refused of naming(path, body)) {
        const { body: problem } = await post(`/requests/L-1/${path}`, refused);
        expect({ path, ...problem }).toMatchObject({
          path,
          code: 'request/personal-data-in-clear',
          basis: '台账规则：明文永久保存的内容里不写申请人的信息',
        });
        named += 1;
      }
      expect([path, ...(await taken('L-1', path, body))]).toEqual([path, status, due]);
    }
    expect(named).toBe(11);
    const { body } = await running.http.get(running.at('/requests/L-1')).expect(200);
    expect(JSON.stringify(body)).not.toMatch(/欧阳小明|某公司|商业秘密|无人接听/);
    expect(body.applicant.description).toBe('2020年办公用房维修项目的验收报告');
  });

  it('refuses every step in the wrong state with 409 and a sentence, never with 500', async () => {
    await post('/requests/arrivals', arrival('W-1'));
    const shut = await post('/requests', registration('W-2'));
    expect(shut.status).toBe(201);
    await post('/requests/W-2/withdrawal', { withdrawnOn: '2021-03-10' });
    const early = LIFE.filter(([path]) => !['contact-attempts', 'confirmation'].includes(path));
    // What is told or published when a request has ended may be told of this one too.
    const late = early.filter(
      ([path]) => !/notice$|redecision-order|publication|archiving/.test(path),
    );
    for (const [number, steps] of [
      ['W-1', early],
      ['W-2', late],
    ] as const) {
      for (const [path, body] of steps) {
        const { status, body: problem } = await post(`/requests/${number}/${path}`, body);
        expect([path, status]).toEqual([path, 409]);
        const { code, detail } = problem as { code: keyof typeof REFUSAL_WORDS; detail: string };
        expect(Object.keys(REFUSAL_WORDS)).toContain(code);
        expect(detail).toMatch(/^.*\p{Script=Han}.*。$/u);
      }
    }
  });
});

describe('what stays in the clear for ever', () => {
  it.each([
    ['assignment', { assignedOn: '2021-03-08', handler: '欧阳小明' }],
    ['assignment', { assignedOn: '2021-03-08', handler: '李科员', section: '欧阳小明专办' }],
    ['assignment', { assignedOn: '2021-03-08', handler: '李科员13900000000' }],
    [
      'extensions',
      { toldOn: '2021-03-08', workingDays: 3, approvedBy: '同意，欧阳小明案', reason: '复杂' },
    ],
    [
      'reviews',
      { reviewedOn: '2021-03-08', review: 'legal', opinion: 'agrees', by: '330902199001011234' },
    ],
    [
      'decision',
      { outcome: 'granted', decidedOn: '2021-03-08', documentNumber: '答欧阳小明〔2021〕1号' },
    ],
    ['merger', { into: '欧阳小明', mergedOn: '2021-03-08' }],
  ])('names no applicant: %s %j', async (path, body) => {
    await post('/requests', registration('C-1'));
    const { status, body: problem } = await post(`/requests/C-1/${path}`, body);
    expect([status, problem['code']]).toEqual([422, 'request/personal-data-in-clear']);
    expect(await read('C-1')).toMatchObject({ status: 'registered' });
  });
});

describe('拆分和并案', () => {
  it('splits an application, and finishes a split that was cut off', async () => {
    const entry = registration('S-1', { agent: '钱律师', mandate: true, address: '某路1号' });
    await post('/requests', entry);
    const parts = [
      { number: 'S-1-1', description: '某地块的批复' },
      { number: 'S-1-2', description: '某道路的批复' },
    ];
    // As if the machine had stopped after the first part.
    expect((await post('/requests/S-1/parts', { parts: parts.slice(0, 1) })).body).toMatchObject({
      events: 1,
    });
    const finished = await post('/requests/S-1/parts', { parts });
    expect([finished.status, finished.body['events']]).toEqual([201, 1]);
    expect((await post('/requests/S-1/parts', { parts })).body).toMatchObject({ events: 0 });
    const { dueOn } = await read('S-1');
    for (const { number, description } of parts) {
      expect(await read(number)).toMatchObject({
        splitFrom: 'S-1',
        ...{ status: 'registered', receivedOn: '2021-03-05', channel: 'counter', dueOn },
        applicant: { applicant: '欧***', description },
      });
    }
    const why = { by: '王科员', purpose: '核对拆分' };
    const { body } = await post('/requests/S-1-1/disclosures', why);
    expect(body['applicant']).toMatchObject({ agent: '钱律师', address: '某路1号' });
  });

  it('registers no part of a split when one of them cannot be', async () => {
    await post('/requests', registration('S-2'));
    const taken = { number: 'S-2', description: '甲' };
    for (const [last, code] of [
      [taken, 'request/part-number-twice'],
      [{ number: 'L-1', description: '乙' }, 'request/already-registered'],
      [{ number: 'S-2-2', description: ' ' }, 'request/description-missing'],
    ] as const) {
      const parts = [{ number: 'S-2-1', description: '丙' }, last];
      const { body } = await post('/requests/S-2/parts', { parts });
      expect(body).toMatchObject({ code });
      await running.http.get(running.at('/requests/S-2-1')).expect(404);
    }
    await post('/requests/S-2/withdrawal', { withdrawnOn: '2021-03-10' });
    const { body } = await post('/requests/S-2/parts', {
      parts: [{ number: 'S-2-1', description: '丙' }],
    });
    expect(body).toMatchObject({ status: 409, code: 'request/original-not-open' });
  });

  it('merges a request into one that is open, and into no other', async () => {
    for (const number of ['M-1', 'M-2', 'M-3']) await post('/requests', registration(number));
    const merge = (number: string, into: string): Promise<Answer> =>
      post(`/requests/${number}/merger`, { into, mergedOn: '2021-03-08' });
    expect((await merge('M-1', 'none')).body).toMatchObject({ code: 'request/lead-not-open' });
    // Each into the other, at once: one of them goes on.
    const both = await Promise.all([merge('M-1', 'M-2'), merge('M-2', 'M-1')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const open = both[0].status === 200 ? 'M-2' : 'M-1';
    const gone = open === 'M-1' ? 'M-2' : 'M-1';
    expect(await read(gone)).toMatchObject({ status: 'ended', mergedInto: open });
    expect((await merge('M-3', gone)).body).toMatchObject({ code: 'request/lead-not-open' });
  });
});
