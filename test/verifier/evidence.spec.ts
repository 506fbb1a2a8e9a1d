import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { verify } from '../tamper/fixture.js';

let data: string;
let bundle: string;
let key: string;

const HEAD =
  '登记编号,收到日期,渠道,申请人类型,申请人,证件号码,联系方式,所需信息,办结日期,办理结果';

beforeAll(async () => {
  data = emptyFolder();
  const register = join(data, '台账.csv');
  const rows = ['A-1', 'A-2', 'A-3', 'A-4'].map(
    (number) => `${number},2021-03-05,网络,自然人,甲,,,信息,2021-04-01,予以公开`,
  );
  writeFileSync(register, [HEAD, ...rows].join('\n'));
  const cases = join(data, '案件.csv');
  writeFileSync(
    cases,
    ['案号,类型,关联登记编号,受理日期,审结日期,结果', 'B-1,行政复议,A-1,2021-05-01,,']
      // An appeal with the number of a request.
      .concat('A-4,行政复议,A-4,2021-05-01,,')
      .join('\n'),
  );
  await gongkai('--data', data, 'init', '--name', '某局');
  await gongkai('--data', data, 'import', 'requests', register);
  await gongkai('--data', data, 'import', 'appeals', cases);
  bundle = join(emptyFolder(), 'A-2');
  const { out } = await gongkai(
    '--data',
    data,
    '--json',
    'export',
    '--case',
    'A-2',
    '--out',
    bundle,
  );
  key = (JSON.parse(out) as { verifierKey: string }).verifierKey;
});
afterAll(removeFolders);

/** `verify.sh` as a machine has it that never heard of this program. */
function recipe(folder: string, ...args: readonly string[]): { exit: number | null; out: string } {
  const clean = ['-i', 'PATH=/usr/bin:/bin', 'sh', join(folder, 'verify.sh'), ...args];
  const { status, stdout } = spawnSync('env', clean, { encoding: 'utf8' });
  return { exit: status, out: stdout };
}

function changed(change: (folder: string) => void): string {
  const folder = join(emptyFolder(), 'copy');
  cpSync(bundle, folder, { recursive: true });
  change(folder);
  return folder;
}

function flipByte(folder: string, file: string, at: number): void {
  const bytes = readFileSync(join(folder, file));
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(join(folder, file), bytes);
}

/** Both must say the same: the recipe of the bundle, and the verifier. */
function bothSay(folder: string, given = key): number {
  const [{ exit: recipes }, { exit: verifiers }] = [
    recipe(folder, given),
    verify({ target: folder, keys: [given] }),
  ];
  expect(recipes).toBe(verifiers);
  return verifiers;
}

describe('导出证据包', () => {
  it('has the events of the case, still sealed, and says what to do', () => {
    expect(readdirSync(join(bundle, 'events'))).toEqual(['0001.json', '0002.json', '0003.json']);
    const first = JSON.parse(readFileSync(join(bundle, 'events/0001.json'), 'utf8')) as {
      sealed: object;
    };
    expect(Object.keys(first.sealed).sort()).toEqual(['ciphertext', 'key', 'nonce', 'suite']);
    expect(readFileSync(join(bundle, '说明.txt'), 'utf8')).toContain(
      '某局 登记编号 A-2，共 3 条事实',
    );
  });

  it('is verified by its own recipe on a machine without node, and by the verifier', async () => {
    expect(recipe(bundle, key)).toMatchObject({ exit: 0 });
    expect(recipe(bundle).out).toContain('没有给出公钥');
    expect(recipe(bundle, `${key}x`).exit).toBe(5);
    expect((await gongkai('verify', '--key', key, bundle)).exit).toBe(0);
  });

  it('is made of an appeal as well, and of nothing that is not there', async () => {
    const folder = join(emptyFolder(), 'B-1');
    await gongkai('--data', data, 'export', '--case', 'B-1', '--out', folder);
    expect(recipe(folder, key).exit).toBe(0);
    expect((await gongkai('--data', data, 'export', '--case', 'C-9', '--out', folder)).exit).toBe(
      2,
    );
  });

  it('is made of the appeal, where a request has the same number, when that is said', async () => {
    const made = async (...args: readonly string[]): Promise<unknown> => {
      const at = join(emptyFolder(), 'A-4');
      const { out } = await gongkai(
        '--data',
        data,
        '--json',
        'export',
        '--case',
        ...args,
        '--out',
        at,
      );
      return JSON.parse(out);
    };
    const [asked, filed] = [await made('A-4'), await made('A-4', '--appeal')];
    expect(asked).toMatchObject({ stream: expect.stringMatching(/^request-/), events: 3 });
    expect(filed).toMatchObject({ stream: expect.stringMatching(/^appeal-/), events: 1 });
    const none = await gongkai('--data', data, 'export', '--case', 'A-1', '--appeal', '--out', 'x');
    expect(none).toMatchObject({ exit: 2, err: expect.stringContaining('没有案号“A-1”') });
  });

  it('names the checkpoints that it cannot be compared with', () => {
    const other = `1 ${'0'.repeat(64)}`;
    const note = join(bundle, 'note.txt');
    const answer = verify({ target: bundle, keys: [key], heads: [other], checkpoints: [note] });
    expect(answer).toMatchObject({
      status: 'ok',
      compared: [expect.stringContaining('证据包'), expect.stringContaining('note.txt')],
      notCompared: ['打印的台账头（第 1 条）'],
    });
    expect(answer.says.join('\n')).toContain('注意：没有与打印的台账头（第 1 条）比较');
  });

  it('is not written over another', async () => {
    const again = await gongkai('--data', data, 'export', '--case', 'A-2', '--out', bundle);
    expect(again.err).toContain('已经存在');
    expect(again.exit).toBe(2);
  });

  it.each([
    ['a byte of a record', 'events/0002.json', 40],
    ['a byte of a sibling', 'proofs/0002.txt', 12],
    ['the unused bits of a sibling', 'proofs/0002.txt', 44],
    ['the index of a proof', 'proofs/0001.txt', 0],
    ['a byte of the note', 'note.txt', 20],
    ['a byte of the signature in the note', 'note.txt', -6],
    ['a byte of the signed text', 'body.txt', 60],
    ['a byte of the signature', 'signature.bin', 9],
  ])('does not verify when %s is changed', (_, file, at) => {
    const length = readFileSync(join(bundle, file)).length;
    const folder = changed((it) => flipByte(it, file, (at + length) % length));
    expect(bothSay(folder)).toBe(1);
  });

  it.each<[string, (folder: string) => void]>([
    ['an event', (folder) => rmSync(join(folder, 'events/0001.json'))],
    ['a proof', (folder) => rmSync(join(folder, 'proofs/0003.txt'))],
    ['the note', (folder) => rmSync(join(folder, 'note.txt'))],
    ['the signature', (folder) => rmSync(join(folder, 'signature.bin'))],
    ['the public key', (folder) => rmSync(join(folder, 'public-key.pem'))],
    ['a sibling', (folder) => dropLine(join(folder, 'proofs/0002.txt'), 2)],
    ['the last sibling', (folder) => dropLine(join(folder, 'proofs/0002.txt'), -2)],
    ['every event', (folder) => ['events', 'proofs'].forEach((it) => emptied(join(folder, it)))],
    [
      'the first event with its proof',
      (folder) => ['events', 'proofs'].forEach((it) => shift(folder, it)),
    ],
  ])('does not verify without %s', (_, drop) => {
    expect(bothSay(changed(drop))).toBe(1);
  });

  it('does not verify with a key that somebody else put into it', () => {
    const folder = changed((it) => {
      const made = execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519']);
      const options = { input: made };
      writeFileSync(
        join(it, 'public-key.pem'),
        execFileSync('openssl', ['pkey', '-pubout'], options),
      );
    });
    expect(bothSay(folder)).toBe(1);
  });

  it('is of another key than the one of another ledger', async () => {
    const other = emptyFolder();
    await gongkai('--data', other, 'init', '--name', '别局');
    const { out } = await gongkai('--data', other, '--json', 'checkpoint', '--public-key');
    expect(bothSay(bundle, (JSON.parse(out) as { verifierKey: string }).verifierKey)).toBe(5);
  });

  it('verifies beside the files that a system hides in its folders, and not beside others', () => {
    const hidden = changed((it) => writeFileSync(join(it, 'events', '.DS_Store'), ''));
    expect(bothSay(hidden)).toBe(0);
    const stray = changed((it) => writeFileSync(join(it, 'events', 'x.txt'), ''));
    expect(bothSay(stray)).toBe(1);
  });

  it('cannot say that the case has no later event, and does not', () => {
    const short = changed((it) => {
      rmSync(join(it, 'events/0003.json'));
      rmSync(join(it, 'proofs/0003.txt'));
    });
    const answer = verify({ target: short, keys: [key] });
    expect(answer).toMatchObject({ exit: 0, events: 2 });
    expect(answer.says.join('\n')).toMatch(/证据包里的 2 条事实[^]*不能证明这一件只有这些事实/);
    expect(recipe(short, key)).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/2 条事实[^]*还有没有第 3 条，证据包不能证明/),
    });
    expect(readFileSync(join(bundle, '说明.txt'), 'utf8')).toContain('整条略去都看不出来');
  });
});

describe('核对台账', () => {
  it('of the data folder compares it with its witness under its own key', async () => {
    const { exit, out } = await gongkai('--data', data, 'verify');
    expect(exit).toBe(0);
    expect(out).toContain('与见证');
    expect(out).not.toContain('没有给出公钥');
  });

  it('answers with the exit code, in words and as JSON', async () => {
    const head = `1 ${'0'.repeat(64)}`;
    expect((await gongkai('--data', data, 'verify', '--head', head)).exit).toBe(4);
    const { exit, out } = await gongkai('--data', data, '--json', 'verify', '--head', head);
    expect({ exit, ...(JSON.parse(out) as object) }).toMatchObject({
      exit: 4,
      status: 'forked',
      at: 1,
    });
    expect((await gongkai('--data', data, 'verify', join(data, 'nothing'))).exit).toBe(2);
  });

  it('of a ledger whose second signing key is away uses the one that is there, and says so', async () => {
    const copy = join(emptyFolder(), 'data');
    cpSync(data, copy, { recursive: true });
    rmSync(join(copy, 'keys', 'sign-sm3-sm2'));
    const { exit, out, err } = await gongkai('--data', copy, 'verify');
    expect(exit).toBe(0);
    expect(out).toContain('与见证');
    expect(err).toContain('sign-sm3-sm2”缺失或者损坏，没有用它核对');
  });

  it('takes the public key from the file that was written for it', async () => {
    const file = join(emptyFolder(), 'pk.txt');
    await gongkai('--data', data, 'checkpoint', '--public-key', '--out', file);
    expect(verify({ target: bundle, keys: [file] })).toMatchObject({ exit: 0, keyPinned: true });
    expect(readFileSync(file, 'utf8')).toContain('-----BEGIN PUBLIC KEY-----');
  });

  it('does not print the password of a database', async () => {
    process.env['LEDGER_URL'] = 'esdb://gongkai:S3cret@10.0.0.1:2113?tlsCAFile=/x';
    const { exit, out, err } = await gongkai('--data', data, 'verify');
    delete process.env['LEDGER_URL'];
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('LEDGER_URL 指的不是台账文件');
    expect(err).not.toContain('S3cret');
  });

  it('is not satisfied with a ledger whose witness is gone', async () => {
    const copy = join(emptyFolder(), 'data');
    cpSync(data, copy, { recursive: true });
    rmSync(join(copy, 'witness'), { recursive: true });
    expect((await gongkai('--data', copy, 'verify')).exit).toBe(3);
  });
});

function dropLine(file: string, at: number): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  lines.splice(at, 1);
  writeFileSync(file, lines.join('\n'));
}

function emptied(folder: string): void {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
}

/** Takes the first file away and gives the others its places. */
function shift(folder: string, kind: string): void {
  const names = readdirSync(join(folder, kind)).sort();
  names
    .slice(1)
    .forEach((name, n) => cpSync(join(folder, kind, name), join(folder, kind, names[n] ?? '')));
  rmSync(join(folder, kind, names.at(-1) ?? ''));
}
