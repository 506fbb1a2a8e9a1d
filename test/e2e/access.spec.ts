import { Secret, TOTP } from 'otpauth';
import supertest from 'supertest';
import { serve, type Served } from '../../src/serve.js';
import { emptyFolder, removeFolders } from '../support/e2e/gongkai.js';
import { signInEvents } from '../support/e2e/accounts.js';

/** 三员 and a clerk, as an office opens them on the first day. */
const PASSWORD = '春江潮水连海平海上明月共潮生';
const ROLES = {
  xitong: ['system-admin'],
  anquan: ['security-admin'],
  shenji: ['audit-admin'],
  ouyang: ['handler', 'leader'],
} as const;
type Who = keyof typeof ROLES;
const ACCOUNTS = (Object.keys(ROLES) as Who[]).map((loginName) => ({
  ...{ name: `甲${loginName}`, loginName, password: PASSWORD, roles: ROLES[loginName] },
}));
const AGENCY = { name: '某市某局' };

let served: Served;
beforeEach(async () => {
  served = await serve(emptyFolder(), 0);
});
afterEach(() => served.app.close());
afterAll(removeFolders);

type Client = ReturnType<typeof supertest.agent>;

const stranger = (): Client => supertest.agent(served.app.getHttpServer());

async function firstRun(): Promise<void> {
  const body = { secret: served.firstRunSecret, agency: AGENCY, accounts: ACCOUNTS };
  await stranger().post('/v1/first-run').send(body).expect(200);
}

/** A browser of its own, signed in. */
async function enter(loginName: string, password = PASSWORD): Promise<Client> {
  const client = stranger();
  await client.post('/v1/session').send({ loginName, password }).expect(200);
  return client;
}

async function idOf(loginName: Who): Promise<string> {
  const { body } = await (await enter('anquan')).get('/v1/accounts').expect(200);
  return (body as { loginName: string; accountId: string }[]).find(
    (account) => account.loginName === loginName,
  )!.accountId;
}

const code = (answer: { body: unknown }): string => (answer.body as { code: string }).code;

describe('首次启用', () => {
  it('is all that is answered while there is no account', async () => {
    const { body } = await stranger().get('/v1/first-run').expect(200);
    expect(body).toEqual({ open: true });
    for (const path of ['/v1/agencies', '/v1/ledger', '/v1/session', '/v1/accounts']) {
      expect(code(await stranger().get(path).expect(401))).toBe('access/not-signed-in');
    }
    expect(served.firstRunSecret).toMatch(/^([A-Z2-9]{5}-){3}[A-Z2-9]{5}$/);
  });

  it('opens the accounts for who has the secret, once', async () => {
    const send = (changes: object): supertest.Test =>
      stranger()
        .post('/v1/first-run')
        .send({ secret: served.firstRunSecret, agency: AGENCY, accounts: ACCOUNTS, ...changes });
    expect(code(await send({ secret: 'AAAAA-AAAAA-AAAAA-AAAAA' }).expect(403))).toBe(
      'access/first-run-secret-wrong',
    );
    const withoutAudit = ACCOUNTS.filter(({ loginName }) => loginName !== 'shenji');
    expect(code(await send({ accounts: withoutAudit }).expect(422))).toBe(
      'access/first-run-incomplete',
    );
    const weak = ACCOUNTS.map((account) => ({ ...account, password: '1234567890' }));
    expect(code(await send({ accounts: weak }).expect(422))).toBe('access/password-common');
    await send({}).expect(200, { open: false });
    expect(code(await send({}).expect(409))).toBe('access/first-run-over');
    const again = await stranger().get('/v1/first-run').expect(200);
    expect(again.body).toEqual({ open: false });
  });
});

describe('登录', () => {
  beforeEach(firstRun);

  it('shows who one is and what one may do, in a cookie that no script and no other site has', async () => {
    const answer = await stranger()
      .post('/v1/session')
      .send({ loginName: ' OuYang ', password: PASSWORD })
      .expect(200);
    const cookies = answer.headers['set-cookie'] as unknown as string[];
    expect(cookies[0]).toMatch(/^gongkai=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const client = stranger().set('Cookie', cookies[0]!.split(';')[0]!);
    const { body } = await client.get('/v1/session').expect(200);
    expect(body.account).toMatchObject({
      ...{ name: '甲ouyang', loginName: 'ouyang', agencyName: '某市某局' },
      roles: ['handler', 'leader'],
    });
    expect(body.permissions).toContain('requests.handle');
    expect(body.permissions).not.toContain('accounts.grant');
  });

  it('answers the same to a wrong password, a name that nobody has, and a disabled account', async () => {
    const anquan = await enter('anquan');
    await anquan.post(`/v1/accounts/${await idOf('ouyang')}/disablement`).expect(200);
    const bodies: unknown[] = [];
    for (const [loginName, password] of [
      ['xitong', '不是这个密码不是这个密码'],
      ['nobody', PASSWORD],
      ['ouyang', PASSWORD],
    ]) {
      const { body } = await stranger()
        .post('/v1/session')
        .send({ loginName, password })
        .expect(401);
      bodies.push(body);
    }
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    expect(await signInEvents(served.app)).toEqual(
      expect.arrayContaining([
        ['SignInFailed', 'password'],
        ['SignInFailed', 'unknown-name'],
        ['SignInFailed', 'disabled'],
      ]),
    );
  });

  it('stops guesses after five, and lets the owner in from a browser that is known', async () => {
    const own = await enter('ouyang');
    const wrong = { loginName: 'ouyang', password: '不是这个密码不是这个密码' };
    for (let guess = 0; guess < 5; guess += 1) {
      await stranger().post('/v1/session').send(wrong).expect(401);
    }
    const refused = await stranger().post('/v1/session').send(wrong).expect(429);
    expect(code(refused)).toBe('access/too-many');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(600);
    const right = { loginName: 'ouyang', password: PASSWORD };
    await stranger().post('/v1/session').send(right).expect(429);
    await own.post('/v1/session').send(right).expect(200);
  });

  it('gives a new token each time, and ends at once with a log-out', async () => {
    const client = stranger();
    const tokenOf = async (): Promise<string> => {
      const body = { loginName: 'ouyang', password: PASSWORD };
      const { headers } = await client.post('/v1/session').send(body).expect(200);
      return (headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
    };
    const [first, second] = [await tokenOf(), await tokenOf()];
    expect(second).not.toBe(first);
    const { body } = await client.get('/v1/sessions').expect(200);
    expect(body).toHaveLength(2);
    await client.delete('/v1/session').expect(204);
    await stranger().get('/v1/session').set('Cookie', second).expect(401);
    const left = stranger().set('Cookie', first);
    const { body: sessions } = await left.get('/v1/sessions').expect(200);
    await left.delete(`/v1/sessions/${(sessions as { sessionId: string }[])[0]!.sessionId}`);
    await left.get('/v1/session').expect(401);
  });

  it('asks for a code that is good once, where one was enrolled', async () => {
    const client = await enter('ouyang');
    const { body } = await client.post('/v1/session/second-factor').expect(200);
    const totp = new TOTP({ secret: Secret.fromBase32((body as { secret: string }).secret) });
    const before = totp.generate({ timestamp: Date.now() - 30_000 });
    await client.post('/v1/session/second-factor/confirmation').send({ code: '000' }).expect(401);
    await client.post('/v1/session/second-factor/confirmation').send({ code: before }).expect(204);
    const again = { loginName: 'ouyang', password: PASSWORD };
    const send = (given: object): supertest.Test =>
      stranger()
        .post('/v1/session')
        .send({ ...again, ...given });
    expect(code(await send({}).expect(401))).toBe('access/second-factor-needed');
    expect(code(await send({ code: before }).expect(401))).toBe('access/second-factor-wrong');
    const now = totp.generate();
    await send({ code: now }).expect(200);
    expect(code(await send({ code: now }).expect(401))).toBe('access/second-factor-wrong');
    const anquan = await enter('anquan');
    await anquan.post(`/v1/accounts/${await idOf('ouyang')}/second-factor-removal`).expect(200);
    await send({}).expect(200);
  });
});

describe('账户', () => {
  beforeEach(firstRun);

  it('are opened without roles, with a password that is good for choosing another', async () => {
    const xitong = await enter('xitong');
    const { body: who } = await xitong.get('/v1/session');
    const { agencyId } = (who as { account: { agencyId: string } }).account;
    const opened = await xitong
      .post('/v1/accounts')
      .send({ agencyId, name: '乙', loginName: 'yi' })
      .expect(201);
    const { accountId, password } = opened.body as { accountId: string; password: string };
    const requests = `/v1/agencies/${agencyId}/requests`;
    const anquan = await enter('anquan');
    await xitong
      .post(`/v1/accounts/${accountId}/roles`)
      .send({ roles: ['handler'] })
      .expect(403);
    const roles = { roles: ['handler'] };
    await anquan.post(`/v1/accounts/${accountId}/roles`).send(roles).expect(200);

    const yi = await enter('yi', password);
    expect(code(await yi.get(requests).expect(403))).toBe('access/password-due');
    const change = { before: password, after: PASSWORD };
    await yi
      .post('/v1/session/password')
      .send({ ...change, before: 'x' })
      .expect(403);
    await yi.post('/v1/session/password').send(change).expect(204);
    await yi.get('/v1/session').expect(401);
    await (await enter('yi')).get(requests).expect(200, []);
  });

  it('lose their sessions with a change of roles and when they are disabled', async () => {
    const id = await idOf('ouyang');
    const anquan = await enter('anquan');
    let ouyang = await enter('ouyang');
    await anquan
      .post(`/v1/accounts/${id}/roles`)
      .send({ roles: ['auditor'] })
      .expect(200);
    await ouyang.get('/v1/session').expect(401);
    ouyang = await enter('ouyang');
    await anquan.post(`/v1/accounts/${id}/disablement`).expect(200);
    await ouyang.get('/v1/session').expect(401);
    await anquan.post(`/v1/accounts/${id}/enablement`).expect(200);
    await enter('ouyang');
  });

  it('keep 三员 apart, and never leave the office without one of them', async () => {
    const anquan = await enter('anquan');
    const refused = async (who: Who, roles: readonly string[]): Promise<string> =>
      code(await anquan.post(`/v1/accounts/${await idOf(who)}/roles`).send({ roles }));
    expect(await refused('shenji', ['audit-admin', 'handler'])).toBe('account/roles-exclusive');
    expect(await refused('shenji', ['handler'])).toBe('account/last-of-three');
    expect(await refused('anquan', [])).toBe('account/own-account');
  });
});
