import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import type { JsonObject } from '../../src/kernel/decider.js';
import { openKeyStore, type KeyStoreOptions } from '../../src/ledger/vault/key-store.js';
import { KeysRefused } from '../../src/ledger/vault/keys-refused.js';
import type { SealContext, SealedPart, Vault } from '../../src/ledger/vault/vault.js';
import { BARE } from '../../src/requests/domain/person-marks.js';
import { removeDirectories, temporaryDirectory } from '../support/ledger/builders.js';
import { keyStoreOptions } from '../support/ledger/vault.js';

const ledgerId = randomUUID();
const ID = '110101199003078888';
const PERSON = { applicant: '欧阳慕华', idNumber: ID, contact: '13800000000' };

let directory: string;
let vault: Vault;
let parts: SealedPart[];

beforeEach(() => {
  directory = join(temporaryDirectory(), 'keys');
  parts = [];
});
afterEach(() => vault.close());
afterAll(removeDirectories);

function open(change: Partial<KeyStoreOptions> = {}): Vault {
  vault = openKeyStore(keyStoreOptions({ directory, ledgerId, ...change }));
  return vault;
}

/** Seals in a stream of the ledger, which remembers it. */
async function seal(stream: string, plain: JsonObject, revision = 0): Promise<void> {
  const context: SealContext = { ledgerId, stream, revision, type: 'RequestRegistered' };
  parts.push({ context, sealed: await vault.seal(context, plain) });
}

async function* asRead(): AsyncGenerator<SealedPart> {
  await Promise.resolve();
  yield* parts;
}

function column(sql: string, folder = directory): unknown[] {
  const database = new Database(join(folder, 'keys.db'), { readonly: true });
  try {
    return database.prepare(sql).pluck().all();
  } finally {
    database.close();
  }
}

const tags = (folder?: string): string[] =>
  (column('SELECT tag FROM persons', folder) as Buffer[]).map((tag) => tag.toString('hex'));

describe('searching by what names a person', () => {
  beforeEach(() => open({ ledgerIsNew: true }));

  it('finds the streams that named a number, however it is typed', async () => {
    await seal('request-1', { idNumber: '11010119900307888X' });
    await seal('request-2', { idNumber: ID });
    await seal('request-2', { reason: '更正', idNumber: '11010119900307888x' }, 1);
    await seal('request-3', { name: '无证件' });
    const named = (text: string): readonly string[] => vault.streamsNaming('idNumber', text);
    expect(named('１１０１０１ 19900307-888x')).toEqual(['request-1', 'request-2']);
    expect(named(ID)).toEqual(['request-2']);
    expect(named('')).toEqual([]);
    expect(named('330902199001011234')).toEqual([]);
    await vault.close();
    open();
    expect(named(ID)).toEqual(['request-2']);
  });

  it('finds them by name and by contact too, and by each alone', async () => {
    await seal('request-1', PERSON);
    await seal('request-2', { applicant: '欧阳 慕华' });
    await seal('request-3', { contact: '138-0000 ００００' });
    expect(vault.streamsNaming('applicant', '欧阳慕华')).toEqual(['request-1', 'request-2']);
    expect(vault.streamsNaming('contact', '13800000000')).toEqual(['request-1', 'request-3']);
    expect(vault.streamsNaming('applicant', '13800000000')).toEqual([]);
  });

  it('goes by a tag that nobody can make without the key of the index', async () => {
    await seal('request-1', { idNumber: ID });
    const other = join(temporaryDirectory(), 'keys');
    const twin = openKeyStore(keyStoreOptions({ directory: other, ledgerId, ledgerIsNew: true }));
    await twin.seal(parts[0]!.context, { idNumber: ID });
    await twin.close();
    const [tag] = tags();
    expect(tag).toHaveLength(64);
    expect(tag).not.toBe(createHash('sha256').update(ID).digest('hex'));
    expect([tag]).not.toEqual(tags(other));
  });

  it('goes by another tag in each member: the same text in two has nothing in common', async () => {
    await seal('request-1', { applicant: ID, idNumber: ID, contact: ID });
    expect(new Set(tags()).size).toBe(3);
  });

  it('finds no stream that was forgotten, and no entry of it is left', async () => {
    await seal('request-1', PERSON);
    expect(tags()).toHaveLength(3);
    await vault.forget(['request-1']);
    for (const [member, text] of Object.entries(PERSON)) {
      expect(vault.streamsNaming(member, text)).toEqual([]);
    }
    expect(tags()).toEqual([]);
  });
});

describe('a store made when persons were searched by their number alone', () => {
  beforeEach(async () => {
    open({ ledgerIsNew: true, searchedBy: { idNumber: BARE.idNumber } });
    await seal('request-1', PERSON);
    await seal('request-2', { ...PERSON, idNumber: '1' });
    await seal('request-2', { applicant: '欧阳慕蓉', reason: '更正' }, 1);
    await seal('request-3', PERSON);
    await vault.forget(['request-3']);
    await vault.close();
  });

  it('opens as it is: by number it finds, by what it never filed it says so', () => {
    open({ mode: 'read' });
    expect(vault.streamsNaming('idNumber', ID)).toEqual(['request-1']);
    const search = (): unknown => vault.streamsNaming('contact', PERSON.contact);
    expect(search).toThrow(KeysRefused);
    expect(search).toThrow(expect.objectContaining({ fault: 'not-indexed' }));
  });

  it('files what is missing when it is opened for writing, and reads nothing the next time', async () => {
    open();
    await vault.completeIndex(asRead);
    const findings = (): unknown => [
      vault.streamsNaming('idNumber', ID),
      vault.streamsNaming('applicant', '欧阳慕华'),
      vault.streamsNaming('applicant', '欧阳慕蓉'),
      vault.streamsNaming('contact', PERSON.contact),
    ];
    const expected = [
      ['request-1'],
      ['request-1', 'request-2'],
      ['request-2'],
      ['request-1', 'request-2'],
    ];
    expect(findings()).toEqual(expected);
    await vault.close();
    open();
    await vault.completeIndex(() => {
      throw new Error('nothing was to be read');
    });
    expect(findings()).toEqual(expected);
  });

  it('is as it was when the filing was cut off, and is completed by the next', async () => {
    open();
    const before = [column('SELECT stream FROM keys'), tags()];
    const cut = vault.completeIndex(async function* () {
      yield* asRead();
      await Promise.resolve();
      throw new Error('the power went');
    });
    await expect(cut).rejects.toThrow('the power went');
    expect([column('SELECT stream FROM keys'), tags()]).toEqual(before);
    await vault.completeIndex(asRead);
    expect(vault.streamsNaming('contact', PERSON.contact)).toEqual(['request-1', 'request-2']);
  });

  it('files what is sealed after that, and shows it to a reader beside it', async () => {
    const reader = openKeyStore(keyStoreOptions({ directory, ledgerId, mode: 'read' }));
    open();
    await vault.completeIndex(asRead);
    await seal('request-4', { contact: PERSON.contact });
    expect(reader.streamsNaming('contact', PERSON.contact)).toEqual([
      'request-1',
      'request-2',
      'request-4',
    ]);
    await reader.close();
  });

  it('skips what it has no key for: nobody can say whom it names', async () => {
    open();
    const [one, ...others] = parts;
    const lost = { ...one!, sealed: { ...one!.sealed, key: randomUUID() } };
    parts = [lost, ...others];
    await vault.completeIndex(asRead);
    expect(vault.streamsNaming('contact', PERSON.contact)).toEqual(['request-2']);
  });
});

describe('rotation 密钥轮换', () => {
  it('leaves every search as it was', async () => {
    open({ ledgerIsNew: true });
    await seal('request-1', PERSON);
    await vault.rotate();
    expect(vault.streamsNaming('applicant', '欧阳慕华')).toEqual(['request-1']);
    await vault.close();
    open();
    expect(vault.streamsNaming('applicant', '欧阳慕华')).toEqual(['request-1']);
  });
});
