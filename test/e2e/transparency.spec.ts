import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSession } from '../../src/open-session.js';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';
import { tamperWith } from '../tamper/fixture.js';
import { rewrite } from '../tamper/insider-edits.js';

afterAll(removeFolders);

describe('checkpoint 检查点 and prove 证明, on the command line', () => {
  it('prints the head in words and as a note, which a later ledger is compared with', async () => {
    const data = emptyFolder();
    const note = join(emptyFolder(), 'head.note');
    await gongkai('--data', data, 'init', '--name', '某局');
    const head = await gongkai('--data', data, '--json', 'checkpoint');
    const answer = JSON.parse(head.out) as {
      ledgerId: string;
      size: number;
      root: string;
      note: string;
    };
    expect(answer).toMatchObject({ size: 1, suite: 'sha256-ed25519' });
    expect(answer.note.split('\n').slice(0, 2)).toEqual([`gongkai-ledger/${answer.ledgerId}`, '1']);

    const written = await gongkai('--data', data, 'checkpoint', '--out', note);
    expect(written.out).toContain(`台账 ${answer.ledgerId} 到 `);
    expect(written.out).toContain(answer.root.slice(0, 4) + ' ' + answer.root.slice(4, 8));
    expect(readFileSync(note, 'utf8')).toBe(answer.note);

    await gongkai('--data', data, 'init', '--name', '乙局');
    const grown = await gongkai('--data', data, 'prove', '--since', note);
    expect(grown.out).toBe(
      '台账现有 2 条，前 1 条与检查点一致，没有变过；由 1 个散列证明。\n' +
        '证明的内容请加 --json 或 --out 文件 取得。\n',
    );
    // As a scanner hands it over.
    writeFileSync(note, answer.note.trimEnd().replaceAll('\n', '\r\n'));
    expect((await gongkai('--data', data, 'prove', '--since', note)).exit).toBe(0);
    writeFileSync(note, answer.note.replace('\n1\n', '\n2\n'));
    const forged = await gongkai('--data', data, 'prove', '--since', note);
    expect(forged).toMatchObject({
      exit: 2,
      err: `“${note}”的签名不成立，内容被改动过，请核对。\n`,
    });

    const proof = await gongkai('--data', data, '--json', 'prove', '2', '--suite', 'sm3-sm2');
    expect(JSON.parse(proof.out)).toMatchObject({ index: 1, size: 2, path: [expect.any(String)] });
    expect((await gongkai('--data', data, 'prove', '3')).exit).toBe(2);
    expect((await gongkai('--data', data, 'prove', '--since', '3')).exit).toBe(2);
    expect((await gongkai('--data', data, 'prove')).exit).toBe(2);
  }, 120_000);

  it('finds at a replay what was rewritten in the midst and hashed anew', async () => {
    const data = emptyFolder();
    for (const name of ['甲局', '乙局', '丙局'])
      await gongkai('--data', data, 'init', '--name', name);
    const sound = await gongkai('--data', data, 'replay');
    expect(sound).toMatchObject({ exit: 0, err: '' });
    tamperWith(join(data, 'ledger.db'), (database) =>
      rewrite(database, 1, (record) => (record['actor'] = 'cli:nobody')),
    );
    const { exit, out, err } = await gongkai('--data', data, 'replay');
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    expect(err).toContain('记录被改写过');
  }, 120_000);

  it('refuses a ledger that was rolled back, in words with both lengths, until it is told', async () => {
    const data = emptyFolder();
    await gongkai('--data', data, 'init', '--name', '某局');
    const old = join(emptyFolder(), 'ledger.db');
    cpSync(join(data, 'ledger.db'), old);
    await gongkai('--data', data, 'init', '--name', '乙局');
    cpSync(old, join(data, 'ledger.db'));
    for (const command of [['replay'], ['init', '--name', '丙局'], ['prove', '1']]) {
      const { exit, err } = await gongkai('--data', data, ...command);
      expect(exit).toBe(3);
      expect(err).toContain('台账只有 1 条，已确认登记的是 2 条，少了 1 条');
    }
    const anew = await gongkai('--data', data, 'checkpoint', '--new-witness');
    expect(anew).toMatchObject({ exit: 0, err: '' });
    expect(anew.out).toContain('共 1 条');
    expect((await gongkai('--data', data, 'replay')).exit).toBe(0);
  }, 120_000);

  it('keeps its mark where GONGKAI_WITNESS says, and misses it when it is gone', async () => {
    const data = emptyFolder();
    const elsewhere = join(emptyFolder(), 'other-disk');
    process.env['GONGKAI_WITNESS'] = elsewhere;
    try {
      await gongkai('--data', data, 'init', '--name', '某局');
      const session = await openSession(data, 'write', true);
      expect(readFileSync(join(elsewhere, 'marks.jsonl'), 'utf8')).toContain('gongkai-ledger/');
      await session.close();
      rmSync(elsewhere, { recursive: true });
      await expect(openSession(data, 'read')).rejects.toMatchObject({ fault: 'missing' });
    } finally {
      delete process.env['GONGKAI_WITNESS'];
    }
  }, 120_000);
});

describe('checkpoint 检查点 and proof 证明, over HTTP', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startServer();
  });
  afterAll(() => running.close());

  it('covers an event by the time its registration is answered', async () => {
    const { http, at } = running;
    const { body } = await http.post(at('/requests')).send(registration('2021-0001')).expect(201);
    const { position } = body as { position: string };
    const { text } = await http.get('/v1/ledger/checkpoint').expect(200);
    const proof = await http.get(`/v1/ledger/events/${position}/proof`).expect(200);
    expect(proof.body).toMatchObject({ size: Number(text.split('\n')[1]), note: text });
    expect(JSON.parse((proof.body as { record: string }).record)).toMatchObject({
      type: 'RequestRegistered',
    });
    const keys = await http.get('/v1/ledger/keys').expect(200);
    expect(keys.body).toMatchObject([{ suite: 'sha256-ed25519' }, { suite: 'sm3-sm2' }]);
  });

  it('says what it does not have', async () => {
    const { http } = running;
    await http.get('/v1/ledger/events/nobody/proof').expect(404);
    await http.get('/v1/ledger/checkpoint?suite=md5').expect(400);
    const { text } = await http.get('/v1/ledger/checkpoint?suite=sm3-sm2').expect(200);
    expect(text).toContain('\nsuite sm3-sm2\n');
  });
});
