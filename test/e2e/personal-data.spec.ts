import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, GONGKAI, gongkai, removeFolders, type Ran } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';

afterAll(removeFolders);

const ID = '330902199001011234';
const [WANG, ZHANG] = [{ by: '王科员' }, { by: '张主任' }];
const EARLY = { ...WANG, ground: 'unlawful', reason: '误收集' };

/** What the tests look at of one request. */
type Shown = Readonly<{
  applicant: unknown;
  history: readonly Readonly<{ type: string }>[];
  personalData: Readonly<{ proposal: unknown }>;
}>;

describe('personal data over HTTP 个人信息', () => {
  let server: Running;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  /** A closed request of 欧阳小明. */
  async function closed(number: string): Promise<void> {
    await server.http.post(server.at('/requests')).send(registration(number)).expect(201);
    const decision = { outcome: 'granted', decidedOn: '2021-03-20' };
    await server.http
      .post(server.at(`/requests/${number}/decision`))
      .send(decision)
      .expect(200);
    const service = { servedOn: '2021-03-21', way: 'mail' };
    await server.http
      .post(server.at(`/requests/${number}/service`))
      .send(service)
      .expect(200);
  }
  const post = (path: string, body: object) => server.http.post(server.at(path)).send(body);
  const get = async (number: string): Promise<Shown> => {
    const { body } = await server.http.get(server.at(`/requests/${number}`));
    return body as Shown;
  };
  const search = async (idNumber: string): Promise<readonly string[]> => {
    const asked = { ...WANG, purpose: '本人来查', idNumber };
    const { body } = await post('/person-searches', asked).expect(200);
    return (body as { numbers: string[] }).numbers;
  };
  const events = async (number: string): Promise<string[]> =>
    (await get(number)).history.map(({ type }) => type);

  it('is shown unmasked to who says why, and the showing is on record', async () => {
    await closed('D-1');
    expect((await get('D-1')).applicant).toMatchObject({ applicant: '欧***' });
    const purpose = { ...WANG, purpose: '送达答复' };
    const { body, headers } = await post('/requests/D-1/disclosures', purpose).expect(200);
    expect(body.applicant).toMatchObject({ applicant: '欧阳小明', idNumber: ID });
    expect(headers['cache-control']).toBe('no-store');
    await post('/requests/D-1/disclosures', purpose).expect(200);
    expect((await events('D-1')).slice(3)).toEqual(['PersonalDataViewed', 'PersonalDataViewed']);
    expect((await get('D-1')).history.at(-1)).toMatchObject({ by: '王科员', why: '送达答复' });
  });

  it.each([
    ['nobody', { by: '', purpose: '送达' }, 'request/person-missing'],
    ['no purpose', { by: '王科员', purpose: ' ' }, 'request/purpose-missing'],
    [
      'the applicant named in the purpose',
      { by: '王科员', purpose: '给欧阳小明' },
      'request/personal-data-in-clear',
    ],
  ])('is not shown to %s, and nothing is put down', async (name, body, code) => {
    const number = `N-${name}`;
    await closed(number);
    const { body: problem } = await post(
      `/requests/${encodeURIComponent(number)}/disclosures`,
      body,
    );
    expect(problem).toMatchObject({ status: 422, code });
    expect(await events(encodeURIComponent(number))).toHaveLength(3);
  });

  it('is out of use while it is restricted: not shown, not found, not corrected', async () => {
    await closed('R-1');
    const why = { ...WANG, reason: '本人要求停止处理' };
    expect(await search(ID)).toContain('R-1');
    await post('/requests/R-1/restriction', why).expect(200);

    expect((await get('R-1')).applicant).toBe('restricted');
    expect(await search(ID)).not.toContain('R-1');
    const refused = { status: 409, code: 'request/restricted' };
    const purpose = { ...WANG, purpose: '送达' };
    expect((await post('/requests/R-1/disclosures', purpose)).body).toMatchObject(refused);
    const correction = { corrected: { channel: 'fax' }, reason: '抄错' };
    expect((await post('/requests/R-1/corrections', correction)).body).toMatchObject(refused);

    await post('/requests/R-1/restriction/lift', why).expect(200);
    expect((await get('R-1')).applicant).toMatchObject({ applicant: '欧***' });
    expect(await search(ID)).toContain('R-1');
  });

  it('is erased by two persons, for ever, with a certificate', async () => {
    await closed('E-1');
    expect(await search(ID)).toContain('E-1');
    await post('/requests/E-1/erasure/proposal', { ...WANG, ground: 'retention-over' }).expect(422);
    await server.http.get(server.at('/requests/E-1/erasure')).expect(404);
    await post('/requests/E-1/erasure/approval', ZHANG).expect(409);
    await post('/requests/E-1/erasure/proposal', EARLY).expect(200);
    // Whoever signs with another name is still the same account, and the other way round.
    const second = await server.join(server.agencyId, ['leader']);
    const approve = (body: object) =>
      second.post(server.at('/requests/E-1/erasure/approval')).send(body);
    for (const same of [await post('/requests/E-1/erasure/approval', ZHANG), await approve(WANG)]) {
      expect(same.body).toMatchObject({ status: 422, code: 'request/same-person' });
    }
    expect((await get('E-1')).applicant).toMatchObject({ applicant: '欧***' });
    await approve(ZHANG).expect(200);

    expect((await get('E-1')).applicant).toBe('erased');
    expect(await search(ID)).not.toContain('E-1');
    const { body } = await server.http.get(server.at('/requests/E-1/erasure')).expect(200);
    expect(body.erased).toMatchObject({ by: '张主任', proposedBy: '王科员', ground: 'unlawful' });
    expect(body).toMatchObject({ sealedParts: 1, keys: [expect.any(String)] });
    expect((await approve(ZHANG)).body).toMatchObject({
      code: 'request/already-erased',
    });
    expect(JSON.stringify(body)).not.toContain('欧阳');
  });

  it('waits, before it is erased, for the end of a case about it', async () => {
    await closed('A-1');
    const filing = {
      caseNumber: '示复1号',
      kind: 'review',
      requestNumbers: ['A-1'],
      acceptedOn: '2021-05-10',
    };
    await post('/appeals', filing).expect(201);
    const { body } = await post('/requests/A-1/erasure/proposal', EARLY);
    expect(body).toMatchObject({ status: 409, code: 'request/appeal-pending' });
  });

  it('is found by a number however it is typed, and every search is on record', async () => {
    await post('/requests', registration('S-1', { idNumber: '33090219900101123x' })).expect(201);
    expect(await search('３３０９０２１９９００１０１１２３Ｘ')).toEqual(['S-1']);
    expect(await search('330902199001011299')).toEqual([]);
    const refused = await post('/person-searches', { ...WANG, purpose: '', idNumber: ID });
    expect(refused.body).toMatchObject({ status: 422, code: 'request/purpose-missing' });

    // By the number of its first entry it is found no more once that was corrected.
    const corrected = { corrected: {}, reason: '抄错', idNumber: '330902199001019999' };
    await post('/requests/S-1/corrections', corrected).expect(200);
    expect(await search('33090219900101123X')).toEqual([]);
    expect(await search('330902199001019999')).toEqual(['S-1']);
    const bytes = readdirSync(server.dataDir)
      .filter((name) => name.startsWith('ledger.db'))
      .map((name) => readFileSync(join(server.dataDir, name), 'latin1'))
      .join('');
    expect(bytes.split('PersonSearched').length).toBeGreaterThan(4);
    expect(bytes).not.toContain('330902199001019999');
  });

  it('is kept as many years as the agency decides', async () => {
    await post('/retention', { years: 1 }).expect(200);
    await closed('K-1');
    await post('/requests/K-1/erasure/proposal', { ...WANG, ground: 'retention-over' }).expect(200);
    expect((await get('K-1')).personalData.proposal).toMatchObject({ retainedUntil: '2022-12-31' });
    expect((await post('/retention', { years: 0 })).body).toMatchObject({
      code: 'agency/retention-out-of-range',
    });
    await post('/retention', { years: 10 }).expect(200);
  });
});

/** Types a line into `gongkai`. */
function typing(line: string, ...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [GONGKAI, ...args], { stdio: 'pipe' });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (exit) => {
      resolve({ exit, out, err });
    });
    child.stdin.end(`${line}\n`);
  });
}

describe('personal data on the command line 个人信息', () => {
  it('is shown, found, restricted, erased and its keys rotated', async () => {
    const data = emptyFolder();
    const run = (...args: readonly string[]) => gongkai('--data', data, ...args);
    const said = async (...args: readonly string[]) => {
      const { exit, out, err } = await run(...args);
      expect({ exit, err }).toEqual({ exit: 0, err: '' });
      return out;
    };
    await said('init', '--name', '某局');
    const file = join(data, 'requests.csv');
    writeFileSync(
      file,
      '登记编号,收到日期,渠道,申请人类型,申请人,证件号码,联系方式,所需信息,办结日期,办理结果\n' +
        `2021-001,2021-03-05,网站,自然人,欧阳小明,${ID},13812345678,某批复,2021-03-20,予以公开\n`,
    );
    await said('import', 'requests', file);
    const before = await said('replay');

    const shown = await said('show', '2021-001');
    expect(shown).toContain('申请人：欧***');
    expect(shown).not.toContain('欧阳');
    const unmasked = ['show', '2021-001', '--unmask'];
    expect((await run(...unmasked)).exit).toBe(2);
    const plain = await said(...unmasked, '--by', '王科员', '--purpose', '送达');
    expect(plain).toContain(`申请人：欧阳小明\n证件号码：${ID}`);
    expect(plain).toMatch(/这次查阅已记入台账第 \d+ 条。/);

    const why = ['--by', '王科员', '--purpose', '本人来查'];
    const found = await typing(ID, '--data', data, 'find-person', ...why);
    expect(found).toEqual({ exit: 0, out: '登记编号 2021-001\n', err: '' });
    expect((await typing('', '--data', data, 'find-person', ...why)).exit).toBe(2);

    const reason = ['--reason', '本人要求', '--by', '王科员'];
    await said('restrict', '2021-001', ...reason);
    expect(await said('show', '2021-001')).toContain('申请人：「已封存」');
    await said('lift', '2021-001', ...reason);
    expect(await said('keys', 'rotate')).toContain('主密钥已由 kek-1 换成 kek-2，4 把密钥重新加密');
    expect(await said('retention')).toContain('再保存 10 年');

    const proposal = ['erase', 'propose', '2021-001', '--by', '王科员'];
    expect((await run(...proposal)).err).toContain('保存期限到 2031-12-31 才届满');
    await said(...proposal, '--ground', '违法处理', '--reason', '误收集');
    expect((await run('erase', 'approve', '2021-001', '--by', '王科员')).err).toContain('同一人');
    const certificate = await said('erase', 'approve', '2021-001', '--by', '张主任');
    expect(certificate).toContain('个人信息销毁证明：登记编号 2021-001');
    expect(await said('erase', 'certificate', '2021-001')).toBe(certificate);
    expect(await said('show', '2021-001')).toContain('申请人：「已依法删除」');
    // The same figures, the same digest of them.
    const digest = /数字摘要 \w+/.exec(before)?.[0];
    expect(digest).toBeDefined();
    expect(await said('replay')).toContain(digest);
    // Imported once more, the row is known and adds nothing.
    expect(await said('import', 'requests', file)).toContain('已在账 1 行，退回 0 行');
  }, 180_000);
});
