import { appendFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
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
