import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs, {
  appendFileSync,
  copyFileSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { removeDirectories, temporaryDirectory } from '../support/ledger/builders.js';
import {
  appendEvents,
  copyOf,
  found,
  openFolder,
  tamperWith,
  verify,
  type Founded,
} from '../tamper/fixture.js';

let ledger: Founded;

beforeAll(async () => {
  ledger = await found(9);
});
afterAll(removeDirectories);

/** Every file of a folder with its bytes. */
const contents = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${name} ${readFileSync(join(parentPath, name), 'hex')}`);

function written(text: string): string {
  const file = join(temporaryDirectory(), 'given');
  writeFileSync(file, text);
  return file;
}

/** The id and the bytes of a key, for another ledger: C2SP hashes the name, the type and the key. */
function renamed(key: string, name: string): readonly [string, string] {
  const base64 = key.split('+').slice(2).join('+');
  const digest = createHash('sha256').update(`${name}\n`).update(Buffer.from(base64, 'base64'));
  return [digest.digest('hex').slice(0, 8), base64];
}

describe('the verifier, on a ledger file', () => {
  it('says ok with the number of events, and leaves the folder as it was', () => {
    const before = contents(ledger.path);
    const { key, checkpoint, head, witness } = ledger;
    const answer = verify({
      target: ledger.file,
      keys: [key],
      checkpoints: [checkpoint],
      heads: [head],
      witness,
    });

    expect(answer).toMatchObject({ status: 'ok', exit: 0, at: null, size: 9, keyPinned: true });
    expect(answer.compared).toHaveLength(3);
    expect(answer.root).toBe(head.split(' ')[1]);
    expect(contents(ledger.path)).toEqual(before);
  });

  it('says plainly what it did not check when nothing was given to check with', () => {
    const { status, keyPinned, says } = verify({ target: ledger.file });
    expect({ status, keyPinned }).toEqual({ status: 'ok', keyPinned: false });
    expect(says.join('\n')).toContain('没有给出公钥');
    expect(says.join('\n')).toContain('没有可比的检查点');
  });

  it('reads beside the writer, and finds an old checkpoint in a ledger that has grown', async () => {
    const folder = copyOf(ledger);
    const opened = await openFolder(folder);
    await appendEvents(opened, 4);
    const asked = { keys: [ledger.key], checkpoints: [ledger.checkpoint], heads: [ledger.head] };
    expect(verify({ target: folder.file, witness: folder.witness, ...asked })).toMatchObject({
      status: 'ok',
      size: 13,
    });
    await appendEvents(opened, 1);
    await opened.ledger.close();
  });

  it('takes a head as a person types it, with spaces and in capitals', () => {
    const [size = '', root = ''] = ledger.head.split(' ');
    const typed = `${size}  ${root.toUpperCase().replace(/(.{4})/g, '$1 ')}`;
    expect(verify({ target: ledger.file, heads: [typed] }).status).toBe('ok');
    expect(verify({ target: ledger.file, heads: [typed.slice(0, -3)] }).exit).toBe(2);
  });

  it('says where the ledger is damaged', () => {
    const folder = copyOf(ledger);
    tamperWith(folder.file, (database) =>
      database.exec(`UPDATE events SET record = replace(record, '申请 4', '申请 5')`),
    );
    expect(verify({ target: folder.file, keys: [ledger.key] })).toMatchObject({ exit: 1, at: 5 });
  });

  it('says that a ledger is shorter than its witness, with both numbers', () => {
    const { witness, key } = ledger;
    const before = copyOf(ledger);
    tamperWith(before.file, (database) =>
      database.exec(
        'DELETE FROM commands WHERE position = 9; DELETE FROM events WHERE position = 9',
      ),
    );
    const answer = verify({ target: before.file, witness, keys: [key] });
    expect(answer).toMatchObject({ status: 'shorter', exit: 3, at: 9 });
    expect(answer.says.join()).toContain('只有 8 条，见证有 9 条');
  });

  it('takes a missing witness for a ledger that may be shorter', () => {
    expect(verify({ target: ledger.file, witness: temporaryDirectory() }).exit).toBe(3);
  });

  it('does not take a witness, a folder or a ledger that it cannot reach for one that is gone', () => {
    // Which is what a missing permission looks like, and a test that runs as root can have.
    const endless = join(temporaryDirectory(), 'endless');
    symlinkSync(endless, endless);
    for (const asked of [
      { target: ledger.file, witness: endless },
      { target: endless },
      { checkpoints: [endless] },
      { keys: [endless], target: ledger.file },
    ]) {
      const { exit, says } = verify(asked);
      expect({ exit, says }).toEqual({ exit: 2, says: [expect.stringContaining('没有核对完')] });
    }
  });

  it.each([
    ['a folder for a key', { keys: ['.'] }],
    ['a folder for a checkpoint', { checkpoints: ['.'] }],
  ])('takes %s for a mistake, and not for damage', (_, given) => {
    const { exit, says } = verify({ target: ledger.file, ...given });
    expect({ exit, says }).toEqual({ exit: 2, says: [expect.stringContaining('是文件夹')] });
  });

  it('is not sure of a ledger that it had no room to copy', () => {
    const full = Object.assign(new Error('ENOSPC'), {
      code: 'ENOSPC',
      syscall: 'copyfile',
      dest: '/t',
    });
    const copy = jest.spyOn(fs, 'copyFileSync').mockImplementation(() => {
      throw full;
    });
    const { exit, says } = verify({ target: ledger.file });
    copy.mockRestore();
    expect(exit).toBe(2);
    expect(says.join()).toContain('“/t”所在的磁盘已满');
  });

  it('asks for the package that it lacks', () => {
    const alone = join(temporaryDirectory(), 'gongkai-verify.cjs');
    copyFileSync(join(__dirname, '..', '..', 'verifier', 'gongkai-verify.cjs'), alone);
    const { status, stdout, stderr } = spawnSync(process.execPath, [alone, ledger.file], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    expect(stdout).toContain('npm install better-sqlite3');
  });

  it('asks for a second look at a head that was typed, before it speaks of forgery', () => {
    const wrong = ledger.head.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const { exit, says } = verify({ target: ledger.file, heads: [wrong] });
    expect(exit).toBe(4);
    expect(says.join()).toContain('抄错一个字也是这个结果');
  });

  it('says forked when the root at the size of a head is another one', () => {
    const head = `9 ${'0'.repeat(64)}`;
    expect(verify({ target: ledger.file, heads: [head] })).toMatchObject({ exit: 4, at: 9 });
  });
});

describe('the verifier, on who signed', () => {
  it('refuses a checkpoint that another key signed, and a changed one', async () => {
    const other = await found(1);
    expect(verify({ checkpoints: [ledger.checkpoint], keys: [other.key] }).exit).toBe(5);
    const changed = readFileSync(ledger.checkpoint, 'utf8').replace('\n9\n', '\n8\n');
    expect(verify({ checkpoints: [written(changed)], keys: [ledger.key] }).exit).toBe(5);
  });

  it('does not believe a ledger that says it is the one of the key', async () => {
    const other = await found(9);
    const id = /gongkai-ledger\/([^+]+)/.exec(ledger.key)?.[1];
    expect(verify({ target: other.file, keys: [ledger.key] }).exit).toBe(5);
    tamperWith(other.file, (database) => database.exec(`UPDATE ledger SET id = '${id}'`));
    const { checkpoint } = ledger;
    expect(verify({ target: other.file, keys: [ledger.key], checkpoints: [checkpoint] }).exit).toBe(
      4,
    );
  });

  it('knows a checkpoint that came by mail or from the printed code', () => {
    const note = readFileSync(ledger.checkpoint, 'utf8');
    const asked = { target: ledger.file, keys: [ledger.key] };
    for (const came of [note.trimEnd(), note.replaceAll('\n', '\r\n'), `\uFEFF${note}`]) {
      expect(verify({ ...asked, checkpoints: [written(came)] })).toMatchObject({
        status: 'ok',
        compared: [expect.stringContaining('第 9 条')],
      });
    }
    expect(verify({ ...asked, checkpoints: [written('a letter')] }).exit).toBe(2);
  });

  it('tries every key that was given for a ledger', async () => {
    const other = await found(1);
    const [name = ''] = ledger.key.split('+');
    const [id, base64] = renamed(other.key, name);
    const keys = [`${name}+${id}+${base64}`, ledger.key];
    expect(verify({ checkpoints: [ledger.checkpoint], keys }).status).toBe('ok');
    expect(verify({ checkpoints: [ledger.checkpoint], keys: keys.slice(0, 1) }).exit).toBe(5);
  });

  it('finds the key among the words around it', () => {
    const { checkpoint, key } = ledger;
    const letter = written(`公钥 a+b c++\n\n${key}\n\n-----BEGIN PUBLIC KEY-----\nMC+x\n`);
    expect(verify({ checkpoints: [checkpoint], keys: [letter] }).status).toBe('ok');
  });

  it('takes a key from a file, and refuses one that was copied badly', () => {
    const { checkpoint, key } = ledger;
    expect(verify({ checkpoints: [checkpoint], keys: [written(`${key}\n`)] }).status).toBe('ok');
    expect(verify({ checkpoints: [checkpoint], keys: [key.replace('+A', '+B')] }).exit).toBe(2);
    expect(verify({ checkpoints: [checkpoint], keys: ['nothing'] }).exit).toBe(2);
  });

  it('checks the second suite too, with SM3 over the same records and SM2', async () => {
    const { transparency, ledger: opened } = await openFolder(copyOf(ledger));
    const { note } = await transparency.checkpoint('sm3-sm2');
    const keys = transparency.publicKeys().map(({ verifierKey }) => verifierKey);
    await opened.close();
    const asked = { target: ledger.file, keys };
    expect(verify({ ...asked, checkpoints: [written(note)] }).status).toBe('ok');
    expect(
      verify({ ...asked, checkpoints: [written(note.replace('time 2', 'time 3'))] }).exit,
    ).toBe(5);
  });

  it('takes a witness whose last line was cut at the line before, and a torn note for damage', () => {
    const folder = copyOf(ledger);
    appendFileSync(join(folder.witness, 'marks.jsonl'), '{"note":"gong');
    const asked = { target: folder.file, keys: [ledger.key], witness: folder.witness };
    expect(verify(asked).status).toBe('ok');
    appendFileSync(join(folder.witness, 'marks.jsonl'), '\n');
    expect(verify(asked).exit).toBe(1);
  });
});
