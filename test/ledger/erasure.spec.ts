import { randomUUID } from 'node:crypto';
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { BEGINNING, LedgerCorrupt, type Position } from '../../src/ledger/ledger.js';
import { scrub, Unscrubbed } from '../../src/ledger/vault/scrub.js';
import { openKeyStore } from '../../src/ledger/vault/key-store.js';
import { KeysRefused } from '../../src/ledger/vault/keys-refused.js';
import type { ErasureRecord, SealContext, Vault } from '../../src/ledger/vault/vault.js';
import { removeDirectories, temporaryDirectory } from '../support/ledger/builders.js';
import { keyStoreOptions } from '../support/ledger/vault.js';

const ledgerId = randomUUID();
const ID = '110101199003078888';
const person = { name: '欧阳慕华', idNumber: ID };
const at = (stream: string, revision = 0): SealContext => ({
  ledgerId,
  stream,
  revision,
  type: 'RequestRegistered',
});

let data: string;
let directory: string;
let vault: Vault;

beforeEach(() => {
  data = temporaryDirectory();
  directory = join(data, 'keys');
  vault = openKeyStore(keyStoreOptions({ directory, ledgerId, ledgerIsNew: true }));
});
afterEach(() => vault.close());
afterAll(removeDirectories);

async function reopen(change: () => void = () => undefined, mode?: 'read'): Promise<void> {
  await vault.close();
  change();
  vault = openKeyStore(
    keyStoreOptions({ directory, ledgerId, ...(mode === undefined ? {} : { mode }) }),
  );
}

const list = (): string => join(data, 'witness', 'erasures');

/** A ledger with these erasures, each at its own position. */
function ledgerWith(...erased: readonly (readonly [position: number, stream: string])[]): {
  record: ErasureRecord;
  readFrom: () => readonly string[];
} {
  const from: string[] = [];
  async function* streamsErasedAfter(position: Position): AsyncGenerator<string> {
    from.push(position);
    for (const [stands, stream] of erased) if (stands > Number(position)) yield stream;
  }
  const head = String(Math.max(0, ...erased.map(([position]) => position))) as Position;
  return { record: { head, streamsErasedAfter }, readFrom: () => from };
}

/** The wrapped keys as they lie in the table. */
function wrappedKeys(): Map<string, Buffer> {
  const database = new Database(join(directory, 'keys.db'), { readonly: true });
  const rows = database.prepare('SELECT stream, wrapped FROM keys').all();
  database.close();
  return new Map((rows as { stream: string; wrapped: Buffer }[]).map((r) => [r.stream, r.wrapped]));
}

function holds(bytes: Buffer): string[] {
  return readdirSync(directory).filter((name) =>
    readFileSync(join(directory, name)).includes(bytes),
  );
}

describe('forgetting a stream', () => {
  it('leaves no byte of its key in any file, and every other key as it was', async () => {
    const sealed = new Map<string, Awaited<ReturnType<Vault['seal']>>>();
    for (let n = 0; n < 120; n += 1) {
      const stream = `request-${n}`;
      sealed.set(stream, await vault.seal(at(stream), person));
    }
    const keys = wrappedKeys();
    const gone = ['request-7', 'request-50', 'request-119'];
    for (const stream of gone) expect(holds(keys.get(stream)!)).not.toEqual([]);
    await vault.forget(gone);

    for (const stream of gone) expect([stream, holds(keys.get(stream)!)]).toEqual([stream, []]);
    for (const [stream, part] of sealed) {
      expect(vault.open(at(stream), part)).toEqual(gone.includes(stream) ? 'erased' : person);
    }
    await reopen();
    expect(vault.open(at('request-7'), sealed.get('request-7')!)).toBe('erased');
  });

  it('is for ever: nothing more is sealed in that stream', async () => {
    await vault.seal(at('request-1'), person);
    await vault.forget(['request-1']);
    await expect(vault.seal(at('request-1', 1), person)).rejects.toThrow('erased for ever');
  });

  it('is written down beside the witness first, for this ledger and once', async () => {
    await vault.seal(at('request-1'), person);
    await vault.forget(['request-1']);
    await vault.forget(['request-1']);
    const entry = `${JSON.stringify({ ledger: ledgerId, stream: 'request-1' })}\n`;
    expect(readFileSync(list(), 'utf8')).toBe(entry);
    expect(statSync(list()).mode & 0o777).toBe(0o600);
  });
});

describe('an erasure beside somebody who reads the keys', () => {
  it('is done and says that its bytes wait for the next start', async () => {
    await vault.seal(at('request-1'), person);
    await vault.close();
    const database = new Database(join(directory, 'keys.db'), { timeout: 0 });
    const reader = new Database(join(directory, 'keys.db'), { readonly: true });
    reader.exec('BEGIN; SELECT * FROM keys');
    reader.prepare('SELECT * FROM keys').all();
    database.exec("UPDATE store SET unclean = 1; DELETE FROM keys WHERE stream = 'none'");
    expect(() => scrub(database)).toThrow(Unscrubbed);
    expect(database.prepare('SELECT unclean FROM store').pluck().get()).toBe(1);
    reader.close();
    scrub(database);
    expect(database.prepare('SELECT unclean FROM store').pluck().get()).toBe(0);
    database.close();
    vault = openKeyStore(keyStoreOptions({ directory, ledgerId }));
  });
});

describe('an erasure on record that was not carried out', () => {
  it('is carried out at the next start: a crash came between', async () => {
    const sealed = await vault.seal(at('request-1'), person);
    const key = wrappedKeys().get('request-1')!;
    await reopen();
    await vault.catchUp(ledgerWith([5, 'request-1']).record);
    expect(vault.open(at('request-1'), sealed)).toBe('erased');
    expect(holds(key)).toEqual([]);
    expect(readFileSync(list(), 'utf8')).toContain('request-1');
  });

  it('reads only what the ledger took in since, and all of a ledger that became shorter', async () => {
    const longer = ledgerWith([5, 'request-1'], [9, 'request-2']);
    await vault.catchUp(longer.record);
    await vault.catchUp(longer.record);
    expect(longer.readFrom()).toEqual([BEGINNING, '9']);
    const shorter = ledgerWith([5, 'request-1']);
    await vault.catchUp(shorter.record);
    expect(shorter.readFrom()).toEqual([BEGINNING]);
  });

  it('is finished when the key was deleted and its bytes were not', async () => {
    await vault.seal(at('request-1'), person);
    const key = wrappedKeys().get('request-1')!;
    await vault.close();
    // As a process leaves it that is killed between the two: the row gone, the WAL not cut.
    const database = new Database(join(directory, 'keys.db'));
    database.pragma('secure_delete = ON');
    database.pragma('wal_autocheckpoint = 0');
    database.exec(`UPDATE store SET unclean = 1;
      DELETE FROM persons; DELETE FROM keys WHERE stream = 'request-1';
      INSERT INTO erased VALUES ('request-1')`);
    const killed = join(data, 'killed');
    cpSync(directory, killed, { recursive: true });
    database.close();
    rmSync(directory, { recursive: true });
    cpSync(killed, directory, { recursive: true });
    rmSync(killed, { recursive: true });
    expect(holds(key)).not.toEqual([]);

    vault = openKeyStore(keyStoreOptions({ directory, ledgerId }));
    await vault.catchUp(ledgerWith().record);
    expect(holds(key)).toEqual([]);
  });
});

describe('a backup from before an erasure', () => {
  it('of the keys brings nothing back: the ledger has the erasure', async () => {
    const sealed = await vault.seal(at('request-1'), person);
    const { record } = ledgerWith([5, 'request-1']);
    await reopen(() => cpSync(directory, join(data, 'backup'), { recursive: true }));
    await vault.forget(['request-1']);
    await vault.catchUp(record);

    await reopen(() => {
      rmSync(directory, { recursive: true });
      rmSync(list());
      cpSync(join(data, 'backup'), directory, { recursive: true });
    });
    await vault.catchUp(record);
    expect(vault.open(at('request-1'), sealed)).toBe('erased');
    expect(vault.streamsNaming('idNumber', ID)).toEqual([]);
  });

  it('of everything brings nothing back: the list has the erasure, for readers too', async () => {
    const sealed = await vault.seal(at('request-1'), person);
    const key = wrappedKeys().get('request-1')!;
    await reopen(() => cpSync(directory, join(data, 'backup'), { recursive: true }));
    await vault.forget(['request-1']);
    await reopen(() => {
      rmSync(directory, { recursive: true });
      cpSync(join(data, 'backup'), directory, { recursive: true });
    }, 'read');
    expect(vault.open(at('request-1'), sealed)).toBe('erased');
    expect(vault.streamsNaming('idNumber', ID)).toEqual([]);

    await reopen();
    await vault.catchUp(ledgerWith().record);
    expect(vault.open(at('request-1'), sealed)).toBe('erased');
    rmSync(join(data, 'backup'), { recursive: true });
    expect(holds(key)).toEqual([]);
  });

  it('of the list is made whole from the ledger, and a torn entry is dropped', async () => {
    await vault.catchUp(ledgerWith([5, 'request-1']).record);
    appendFileSync(list(), '{"ledger":"torn');
    await reopen();
    await vault.forget(['request-2']);
    const streams = readFileSync(list(), 'utf8').trimEnd().split('\n');
    expect(streams.map((line) => (JSON.parse(line) as { stream: string }).stream)).toEqual([
      'request-1',
      'request-2',
    ]);
    const harmed = reopen(() => appendFileSync(list(), 'garbage\n'));
    await expect(harmed).rejects.toThrow(LedgerCorrupt);
    await expect(harmed).rejects.toThrow(/line 3 of .* is not an entry/);
  });
});

describe('rotation 密钥轮换', () => {
  it('puts every key under a new one and destroys the old; what was sealed opens as before', async () => {
    const sealed = await vault.seal(at('request-1'), person);
    const before = wrappedKeys();
    expect(await vault.rotate()).toEqual({ from: 1, to: 2, keys: 4 });
    expect(readdirSync(directory).filter((name) => name.startsWith('kek'))).toEqual(['kek-2']);
    for (const old of before.values()) expect(holds(old)).toEqual([]);
    expect(vault.open(at('request-1'), sealed)).toEqual(person);
    expect(vault.streamsNaming('idNumber', ID)).toEqual(['request-1']);
    const later = await vault.seal(at('request-2'), person);

    await reopen();
    expect(vault.open(at('request-1'), sealed)).toEqual(person);
    expect(vault.open(at('request-2'), later)).toEqual(person);
    expect(await vault.rotate()).toEqual({ from: 2, to: 3, keys: 5 });
  });

  it('is seen by a reader beside it', async () => {
    const sealed = await vault.seal(at('request-1'), person);
    const reader = openKeyStore(keyStoreOptions({ directory, ledgerId, mode: 'read' }));
    await vault.rotate();
    expect(reader.open(at('request-1'), sealed)).toEqual(person);
    await reader.close();
  });

  it('that was cut off before it changed a key is begun again under another number', async () => {
    const sealed = await vault.seal(at('request-1'), person);
    await reopen(() => cpSync(join(directory, 'kek-1'), join(directory, 'kek-2')));
    await vault.catchUp(ledgerWith().record);
    expect(vault.open(at('request-1'), sealed)).toEqual(person);
    expect(await vault.rotate()).toMatchObject({ from: 1, to: 3 });
  });

  it('that was cut off before it destroyed the old key destroys it at the next start', async () => {
    await vault.seal(at('request-1'), person);
    const old = join(data, 'kek-1');
    cpSync(join(directory, 'kek-1'), old);
    await vault.rotate();
    await reopen(() => cpSync(old, join(directory, 'kek-1')));
    await vault.catchUp(ledgerWith().record);
    expect(readdirSync(directory).filter((name) => name.startsWith('kek'))).toEqual(['kek-2']);
  });

  it('destroys nothing when the key in use is away', async () => {
    await vault.rotate();
    const opening = reopen(() => {
      cpSync(join(directory, 'kek-2'), join(directory, 'kek-1'));
      rmSync(join(directory, 'kek-2'));
    });
    await expect(opening).rejects.toThrow(KeysRefused);
    expect(readdirSync(directory)).toContain('kek-1');
  });
});
