import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, gongkai, removeFolders, type Ran } from '../support/e2e/gongkai.js';

afterAll(removeFolders);

/** Each test starts the program several times. */
jest.setTimeout(120_000);

const HEAD =
  '登记编号,收到日期,渠道,申请人类型,申请人,证件号码,联系方式,所需信息,办结日期,办理结果';

function register(data: string, applicant: string): Promise<Ran> {
  const file = join(data, 'requests.csv');
  writeFileSync(file, `${HEAD}\n2021-001,2021-03-05,网站,自然人,${applicant},,,某批复,,\n`);
  return gongkai('--data', data, 'import', 'requests', file);
}

/** A ledger with one request of 张三. */
async function ledgerOfOne(): Promise<string> {
  const data = emptyFolder();
  await gongkai('--data', data, 'init', '--name', '某局');
  expect((await register(data, '张三')).exit).toBe(0);
  return data;
}

describe('a ledger without its keys 密钥缺失', () => {
  it('is not written to, and no key is made in their place', async () => {
    const data = await ledgerOfOne();
    rmSync(join(data, 'keys'), { recursive: true });

    const refused = await register(data, '李四');
    expect(refused).toEqual({
      exit: 3,
      out: '',
      err:
        `“${join(data, 'keys')}”里没有这本台账的密钥，没有登记。请从密钥的备份恢复整个文件夹；` +
        '确已丢失的，只能查阅和打印，不能再登记。\n',
    });
    expect(readdirSync(data)).not.toContain('keys');
  });

  it('is read and counted all the same, and says what is missing', async () => {
    const data = await ledgerOfOne();
    const before = await gongkai('--data', data, 'replay');
    rmSync(join(data, 'keys'), { recursive: true });

    const { exit, out, err } = await gongkai('--data', data, 'replay');
    expect({ exit, out }).toEqual({ exit: 0, out: before.out });
    expect(err).toContain(
      '没有这本台账的密钥（缺失、损坏或者没有权限读），个人信息显示为「密钥缺失」',
    );
  });

  it('is refused with the keys of another ledger', async () => {
    const [data, other] = [await ledgerOfOne(), await ledgerOfOne()];
    rmSync(join(data, 'keys'), { recursive: true });
    renameSync(join(other, 'keys'), join(data, 'keys'));

    const refused = await register(data, '张三');
    expect(refused.exit).toBe(3);
    expect(refused.err).toContain('里的密钥属于另一本台账');
    expect((await gongkai('--data', data, 'replay')).exit).toBe(3);
  });
});

describe('a ledger restored from before an erasure that 销毁清单 knows of', () => {
  async function restoredFromBefore(stream: (own: string) => string): Promise<string> {
    const data = await ledgerOfOne();
    const out = join(emptyFolder(), 'case');
    const told = await gongkai(
      ...['--data', data, '--json', 'export', '--case', '2021-001', '--out', out],
    );
    const { stream: own } = JSON.parse(told.out) as { stream: string };
    const { ledgerId } = JSON.parse((await gongkai('--data', data, '--json', 'replay')).out) as {
      ledgerId: string;
    };
    const entry = JSON.stringify({ ledger: ledgerId, stream: stream(own) });
    writeFileSync(join(data, 'witness', 'erasures'), `${entry}\n`);
    return data;
  }

  it('puts down no viewing of what cannot be shown', async () => {
    const data = await restoredFromBefore((own) => own);
    const shown = await gongkai(
      ...['--data', data, 'show', '2021-001', '--unmask', '--by', '甲', '--purpose', '核对'],
    );
    expect(shown).toMatchObject({ exit: 1, err: expect.stringContaining('销毁清单上有它') });
    expect((await gongkai('--data', data, '--json', 'replay')).out).toContain('"facts": 2');
  });

  it('says why the number cannot be registered again', async () => {
    const data = await restoredFromBefore((own) => own.replace('2021-001', '2021-002'));
    const file = join(data, 'second.csv');
    writeFileSync(file, `${HEAD}\n2021-002,2021-03-05,网站,自然人,乙,,,某批复,,\n`);
    const refused = await gongkai('--data', data, 'import', 'requests', file);
    expect(refused.exit).toBe(3);
    expect(refused.err).toContain('在销毁清单上');
  });
});

describe('keys without their ledger', () => {
  it.each<[string, (file: string) => void]>([
    ['away', () => undefined],
    ['an empty file', (file) => writeFileSync(file, '')],
  ])('let no new ledger begin beside them: ledger.db %s', async (_, put) => {
    const data = await ledgerOfOne();
    for (const name of readdirSync(data)) {
      if (name.startsWith('ledger.db')) rmSync(join(data, name));
    }
    put(join(data, 'ledger.db'));

    for (const attempt of ['first', 'second']) {
      const { exit, err } = await gongkai('--data', data, 'init', '--name', '某局');
      expect({ attempt, exit, err }).toEqual({
        attempt,
        exit: 3,
        err:
          `“${join(data, 'keys')}”里的密钥属于一本不在这里的台账，没有另建新台账。` +
          '请从备份恢复 ledger.db；确要另建的，先移走密钥文件夹。\n',
      });
    }
  });
});
