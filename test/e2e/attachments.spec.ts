import { createHash, randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type supertest from 'supertest';
import { backup, restore } from '../../src/backup.js';
import { serve } from '../../src/serve.js';
import { pdf } from '../support/builders/attachments.js';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';

afterAll(removeFolders);

const WHY = { by: '王科员', purpose: '核对身份' };
const NAME = '欧阳小明身份证.pdf';
const CARD = pdf('欧阳小明 330902199001011234');

let server: Running;
beforeEach(async () => {
  server = await startServer();
  await server.http.post(server.at('/requests')).send(registration('A-1')).expect(201);
});
afterEach(() => server.close());

const at = (path = ''): string => server.at(`/requests/A-1/attachments${path}`);

function add(bytes: Buffer = CARD, headers: Record<string, string> = {}): supertest.Test {
  return server.http
    .post(at('?kind=identity'))
    .set({ 'Content-Type': 'application/octet-stream', 'File-Name': encodeURIComponent(NAME) })
    .set(headers)
    .send(bytes);
}

async function added(bytes?: Buffer): Promise<string> {
  const { body } = await add(bytes).expect(201);
  return (body as { hash: string }).hash;
}

const view = (hash: string): supertest.Test => server.http.post(at(`/${hash}/views`)).send(WHY);

const kept = (dataDir: string, hash: string): boolean =>
  existsSync(join(dataDir, 'files', hash.slice(0, 2), hash));

type Shown = Readonly<{ history: readonly { type: string }[]; attachments: readonly object[] }>;
async function shown(): Promise<Shown> {
  const { body } = await server.http.get(server.at('/requests/A-1')).expect(200);
  return body as Shown;
}

async function erase(): Promise<void> {
  const why = { by: '王科员', ground: 'unlawful', reason: '误收集' };
  const send = (path: string, body: object): supertest.Test =>
    server.http
      .post(server.at(`/requests/A-1${path}`))
      .send(body)
      .expect(200);
  await send('/withdrawal', { withdrawnOn: '2021-03-10' });
  await send('/erasure/proposal', why);
  const second = await server.join(server.agencyId, ['leader']);
  const approval = server.at('/requests/A-1/erasure/approval');
  await second.post(approval).send({ by: '张主任' }).expect(200);
}

/** Starts and stops a writer on a folder. */
async function start(dataDir: string): Promise<void> {
  const { app } = await serve(dataDir, 0);
  await app.close();
}

describe('attachments over HTTP 附件', () => {
  it('are kept sealed, listed without their names, and given out as they came', async () => {
    const hash = await added();
    const { attachments } = await shown();
    expect(attachments).toMatchObject([
      { hash, kind: 'identity', mediaType: 'application/pdf', size: CARD.length, voidedOn: null },
    ]);
    expect(JSON.stringify(await shown())).not.toContain('身份证');
    const { body, headers } = await view(hash).expect(200);
    expect(Buffer.compare(body as Buffer, CARD)).toBe(0);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="???????.pdf"; filename*=UTF-8''${encodeURIComponent(NAME)}`,
    );
  });

  it('are given out after that is on record, and only to who says why', async () => {
    const hash = await added();
    await server.http
      .post(at(`/${hash}/views`))
      .send({ by: '', purpose: '核对' })
      .expect(422);
    const named = { by: '王科员', purpose: '给欧阳小明' };
    await server.http
      .post(at(`/${hash}/views`))
      .send(named)
      .expect(422);
    expect((await shown()).history).toHaveLength(2);
    await view(hash).expect(200);
    const last = { type: 'PersonalDataViewed', by: '王科员', why: '核对身份' };
    expect((await shown()).history.at(-1)).toMatchObject(last);
  });

  it('are added once, however often they are sent', async () => {
    const key = { 'Idempotency-Key': 'k-1' };
    const { body: first } = await add(CARD, key).expect(201);
    const { body: again } = await add(CARD, key).expect(201);
    expect(again).toMatchObject({ hash: first.hash, events: 0 });
    expect((await add(pdf('别的'), key).expect(409)).body.code).toBe('ledger/key-reused');
    expect((await add().expect(409)).body.code).toBe('request/attachment-already-added');
    const both = await Promise.all([add(pdf('乙')), add(pdf('乙'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await shown()).attachments).toHaveLength(2);
  });

  it('that were voided are given out no more, and may be added again', async () => {
    const hash = await added();
    const reason = { reason: '放错了，是李四的' };
    await server.http
      .post(at(`/${hash}/voids`))
      .send(reason)
      .expect(200);
    expect((await view(hash).expect(409)).body.code).toBe('request/attachment-voided');
    await added();
  });

  it('of a restricted request are neither given out nor taken in', async () => {
    const hash = await added();
    const why = { by: '王科员', reason: '本人要求' };
    await server.http.post(server.at('/requests/A-1/restriction')).send(why).expect(200);
    expect((await view(hash).expect(409)).body.code).toBe('request/restricted');
    expect((await add(pdf('乙')).expect(409)).body.code).toBe('request/restricted');
  });

  it('whose file was changed or is away are refused, and nothing is put down', async () => {
    const hash = await added();
    const file = join(server.dataDir, 'files', hash.slice(0, 2), hash);
    writeFileSync(file, '别的');
    expect((await view(hash).expect(409)).body.code).toBe('request/attachment-damaged');
    rmSync(file);
    expect((await view(hash).expect(409)).body.code).toBe('request/attachment-damaged');
    expect((await shown()).history).toHaveLength(2);
  });
});

describe('erasure 销毁', () => {
  it('removes the files with the key, and leaves nothing readable', async () => {
    const hash = await added();
    await erase();
    expect(kept(server.dataDir, hash)).toBe(false);
    expect((await view(hash).expect(409)).body.code).toBe('request/already-erased');
    expect((await add(pdf('乙')).expect(409)).body.code).toBe('request/already-erased');
  });

  it('is finished by the next start, where a crash came before the file was removed', async () => {
    const hash = await added();
    const file = join(server.dataDir, 'files', hash.slice(0, 2), hash);
    const sealed = readFileSync(file);
    await erase();
    await server.close();
    writeFileSync(file, sealed);
    await start(server.dataDir);
    expect(kept(server.dataDir, hash)).toBe(false);
  });

  it('is done again where a backup brings the file and its key back', async () => {
    const hash = await added();
    const folder = emptyFolder();
    const [into, keys, target] = ['backup', 'keys', 'restored'].map((name) => join(folder, name));
    await backup({ dataDir: server.dataDir, into: into!, keys });
    await erase();
    await restore({ dataDir: target!, from: into!, keys: keys! });
    expect(kept(target!, hash)).toBe(true);
    const out = join(folder, 'a.pdf');
    const asked = ['attachment', 'A-1', hash, '--out', out, '--by', '王', '--purpose', '核对'];
    expect(await gongkai('--data', target!, ...asked)).toMatchObject({ exit: 0 });
    expect(readFileSync(out)).toEqual(CARD);

    cpSync(join(server.dataDir, 'witness', 'erasures'), join(target!, 'witness', 'erasures'));
    await start(target!);
    expect(kept(target!, hash)).toBe(false);
  });
});

describe('files that no event names', () => {
  it('are swept by who writes when they are older than a day, and no others', async () => {
    const hash = await added();
    const orphan = (days: number): string => {
      const bytes = randomBytes(9);
      const name = createHash('sha256').update(bytes).digest('hex');
      const shelf = join(server.dataDir, 'files', name.slice(0, 2));
      mkdirSync(shelf, { recursive: true });
      writeFileSync(join(shelf, name), bytes);
      const written = new Date(Date.now() - days * 86_400_000);
      utimesSync(join(shelf, name), written, written);
      return name;
    };
    const [old, fresh] = [orphan(2), orphan(0.5)];
    const path = join(server.dataDir, 'files', hash.slice(0, 2), hash);
    utimesSync(path, new Date(0), new Date(0));
    await server.close();
    await start(server.dataDir);
    expect([old, fresh, hash].map((it) => kept(server.dataDir, it))).toEqual([false, true, true]);
  });
});

describe('gongkai attach, attachments, attachment, void-attachment', () => {
  it('keep, list, check, give out and void', async () => {
    await server.close();
    const run = (...args: string[]) => gongkai('--data', server.dataDir, ...args);
    const file = join(emptyFolder(), NAME);
    writeFileSync(file, CARD);
    const done = await run('--json', 'attach', 'A-1', file, '--kind', '身份证明');
    expect(done).toMatchObject({ exit: 0, err: '' });
    const { hash } = JSON.parse(done.out) as { hash: string };
    expect((await run('attach', 'A-1', file, '--kind', '身份证明')).err).toContain('已经收存');
    const list = await run('attachments', 'A-1', '--check');
    expect(list.out).toMatch(new RegExp(`身份证明 .*${hash} {2}完好`));
    expect(list.out).not.toContain('欧阳');
    const out = join(emptyFolder(), '取出.pdf');
    const asked = ['--out', out, '--by', '王科员', '--purpose', '核对'];
    expect((await run('attachment', 'A-1', hash, ...asked)).out).toContain(NAME);
    expect(readFileSync(out)).toEqual(CARD);
    await run('void-attachment', 'A-1', hash, '--reason', '放错了');
    expect((await run('attachment', 'A-1', hash, ...asked)).exit).toBe(1);
    const shelf = readdirSync(join(server.dataDir, 'files'))[0]!;
    rmSync(join(server.dataDir, 'files', shelf), { recursive: true });
    const missing = await run('attachments', 'A-1', '--check');
    expect([missing.exit, missing.out.includes('文件缺失')]).toEqual([1, true]);
  });
});
