import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { backup, restore } from '../../src/backup.js';
import { lockForWriting } from '../../src/ledger/embedded/writer-lock.js';
import { LedgerCorrupt, LedgerLocked } from '../../src/ledger/ledger.js';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer } from '../support/e2e/server.js';

afterAll(removeFolders);

type Folders = Readonly<{ into: string; keys: string; target: string }>;

let data: string;

/** An office's data folder; what follows only reads it. */
beforeAll(async () => {
  data = join(emptyFolder(), 'data');
  await gongkai('--data', data, 'init', '--name', '某局');
});

/** Folders that do not exist yet. */
function newFolders(): Folders {
  const at = (name: string): string => join(folder, name);
  const folder = emptyFolder();
  return { into: at('backup'), keys: at('keys'), target: at('restored') };
}

const facts = async (folder: string): Promise<unknown> =>
  JSON.parse((await gongkai('--data', folder, '--json', 'replay')).out);

describe('备份 gongkai backup, 恢复 gongkai restore', () => {
  it('takes a ledger from the running service to another folder, personal data and all', async () => {
    const server = await startServer();
    const { dataDir, http, at } = server;
    const { into, keys, target } = newFolders();
    await http.post(at('/requests')).send(registration('2021-001')).expect(201);

    const taken = await gongkai('--data', dataDir, 'backup', into, '--keys', keys);
    expect(taken).toMatchObject({ exit: 0, err: '' });
    expect(taken.out).toContain('已备份 4 条事实，止于第 4 条，逐条核对，与台账一致');
    await http.post(at('/requests')).send(registration('2021-002')).expect(201);
    await server.close();

    const restored = await gongkai('--data', target, 'restore', into, '--keys', keys);
    expect(restored).toMatchObject({ exit: 0, err: '' });
    expect(restored.out).toContain('已恢复 4 条事实');
    expect(restored.out).toContain('如果见证记得备份以后的事实');
    expect(await facts(target)).toMatchObject({ facts: 4 });
    expect(readFileSync(join(target, 'keys', 'kek-1'))).toEqual(
      readFileSync(join(dataDir, 'keys', 'kek-1')),
    );
    expect(statSync(join(target, 'keys', 'kek-1')).mode & 0o777).toBe(0o400);
    expect((await gongkai('--data', target, 'rules', '--fee-decimals', '3')).exit).toBe(0);
  });

  it('keeps the keys out of the backup of the ledger', async () => {
    const { into } = newFolders();
    const { out } = await gongkai('--data', data, 'backup', into);
    expect(out).toContain('没有备份钥匙');
    expect(readdirSync(into).sort()).toEqual(['backup.json', 'ledger.db', 'witness']);
  });

  it.each([
    ['the keys inside the backup', ({ into }: Folders) => ({ into, keys: join(into, 'keys') })],
    ['the backup inside the keys', ({ keys }: Folders) => ({ into: join(keys, 'a'), keys })],
    ['the backup inside the data', () => ({ into: join(data, 'backup'), keys: undefined })],
    [
      'the backup in the data by a link',
      ({ into }: Folders) => {
        symlinkSync(data, `${into}-link`);
        return { into: join(`${into}-link`, 'backup'), keys: undefined };
      },
    ],
    ['both in one folder', ({ into }: Folders) => ({ into, keys: into })],
  ])('refuses %s', async (_what, wish) => {
    const folders = newFolders();
    await expect(backup({ dataDir: data, ...wish(folders) })).rejects.toThrow('要分开存放');
    expect(existsSync(folders.into)).toBe(false);
  });

  it('overwrites nothing', async () => {
    const { into } = newFolders();
    const wish = { dataDir: data, into, keys: undefined };
    await backup(wish);
    await expect(backup(wish)).rejects.toThrow('不是空文件夹，没有备份');
    const back = restore({ dataDir: data, from: into, keys: null });
    await expect(back).rejects.toThrow('不是空文件夹，没有恢复');
  });

  it('refuses a target inside a witness that lies elsewhere', async () => {
    const { into } = newFolders();
    await inEnvironment({ GONGKAI_WITNESS: emptyFolder() }, async () => {
      const witness = process.env['GONGKAI_WITNESS'] ?? '';
      const taken = backup({ dataDir: data, into: join(witness, 'backup'), keys: undefined });
      await expect(taken).rejects.toThrow('要分开存放');
    });
    expect(existsSync(into)).toBe(false);
  });

  it('leaves nothing behind when it fails', async () => {
    const { into, keys } = newFolders();
    const office = await anotherOffice();
    rmSync(join(office, 'keys', 'kek-1'));
    await expect(backup({ dataDir: office, into, keys })).rejects.toThrow('kek-1');
    rmSync(join(office, 'keys'), { recursive: true });
    await expect(backup({ dataDir: office, into, keys })).rejects.toThrow('没有钥匙，没有备份');
    expect([into, keys].map((folder) => existsSync(folder))).toEqual([false, false]);
  });

  it('leaves the data folder empty when the restoring fails, so that it can be tried again', async () => {
    const { into, keys, target } = newFolders();
    await backup({ dataDir: data, into, keys });
    rmSync(join(keys, 'kek-1'));
    mkdirSync(target);
    await expect(restore({ dataDir: target, from: into, keys })).rejects.toThrow('kek-1');
    expect(readdirSync(target)).toEqual([]);
  });

  it.each(['ledger.db', 'ledger.db-wal'])(
    'restores nothing over a living %s that LEDGER_URL names elsewhere',
    async (name) => {
      const { into, target } = newFolders();
      await backup({ dataDir: data, into, keys: undefined });
      const living = join(emptyFolder(), 'ledger.db');
      const file = join(living, '..', name);
      writeFileSync(file, 'acknowledged');
      await inEnvironment({ LEDGER_URL: `sqlite:${living}` }, async () => {
        const back = restore({ dataDir: target, from: into, keys: null });
        await expect(back).rejects.toThrow('恢复不覆盖台账');
      });
      expect(readFileSync(file, 'utf8')).toBe('acknowledged');
    },
  );

  it('restores nothing beside somebody who is founding a ledger there', async () => {
    const { into, target } = newFolders();
    await backup({ dataDir: data, into, keys: undefined });
    const ledger = join(emptyFolder(), 'ledger.db');
    const release = lockForWriting(ledger);
    await inEnvironment({ LEDGER_URL: `sqlite:${ledger}` }, async () => {
      const back = restore({ dataDir: target, from: into, keys: null });
      await expect(back).rejects.toThrow(LedgerLocked);
    });
    release();
  });

  it('takes nothing for a backup that was not finished, or was changed since', async () => {
    const { into, target } = newFolders();
    const back = () => restore({ dataDir: target, from: into, keys: null });
    mkdirSync(into);
    await expect(back()).rejects.toThrow('不是完整的备份');
    await backup({ dataDir: data, into, keys: undefined });
    // As somebody would who knows how a leaf hash is made: the file by itself is sound.
    copyFileSync(join(await anotherOffice(), 'ledger.db'), join(into, 'ledger.db'));
    await expect(back()).rejects.toThrow(LedgerCorrupt);
    expect(existsSync(target)).toBe(false);
  });

  it('asks for the keys, and restores without them only when told so', async () => {
    const { into, target } = newFolders();
    await backup({ dataDir: data, into, keys: undefined });
    expect((await gongkai('--data', target, 'restore', into)).err).toContain('请用 --keys 写明');
    const { out } = await gongkai('--data', target, 'restore', into, '--without-keys');
    expect(out).toContain('没有恢复钥匙');
  });

  it('carries the witness along, with the mark and the list of erasures', async () => {
    const { into, keys, target } = newFolders();
    const office = await anotherOffice();
    writeFileSync(join(office, 'witness', 'erasures'), 'a list');
    await backup({ dataDir: office, into, keys });
    await restore({ dataDir: target, from: into, keys });
    const [was, is] = [office, target].map((folder) =>
      ['marks.jsonl', 'erasures'].map((name) =>
        readFileSync(join(folder, 'witness', name), 'utf8'),
      ),
    );
    expect(is).toEqual(was);
  });

  it('gives the witness to a folder elsewhere that is there and empty', async () => {
    const { into, target } = newFolders();
    await backup({ dataDir: data, into, keys: undefined });
    const witness = emptyFolder();
    await inEnvironment({ GONGKAI_WITNESS: witness }, () =>
      restore({ dataDir: target, from: into, keys: null }),
    );
    expect(readdirSync(witness)).toContain('marks.jsonl');
  });

  it('keeps the newer marks of a witness elsewhere, and joins both lists of erasures', async () => {
    const { into, target } = newFolders();
    const office = await anotherOffice();
    const { ledgerId } = JSON.parse(
      (await gongkai('--data', office, '--json', 'checkpoint')).out,
    ) as { ledgerId: string };
    const entry = (stream: string): string => `${JSON.stringify({ ledger: ledgerId, stream })}\n`;
    writeFileSync(join(office, 'witness', 'erasures'), entry('a') + entry('b'));
    await backup({ dataDir: office, into, keys: undefined });
    const witness = emptyFolder();
    writeFileSync(join(witness, 'marks.jsonl'), 'newer');
    writeFileSync(join(witness, 'erasures'), entry('c') + entry('a'));
    await inEnvironment({ GONGKAI_WITNESS: witness }, () =>
      restore({ dataDir: target, from: into, keys: null }),
    );
    expect(readFileSync(join(witness, 'marks.jsonl'), 'utf8')).toBe('newer');
    const list = readFileSync(join(witness, 'erasures'), 'utf8');
    expect(list).toBe(entry('c') + entry('a') + entry('b'));
  });
});

async function anotherOffice(): Promise<string> {
  const folder = join(emptyFolder(), 'data');
  await gongkai('--data', folder, 'init', '--name', '别局');
  return folder;
}

async function inEnvironment(
  variables: Readonly<Record<string, string>>,
  work: () => Promise<unknown>,
): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    await work();
  } finally {
    process.env = before;
  }
}
