import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import fc from 'fast-check';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import { InvalidEvent, LedgerCorrupt, LedgerStopped } from '../../src/ledger/ledger.js';
import { openKeyStore } from '../../src/ledger/vault/key-store.js';
import { requireUnbound } from '../../src/ledger/vault/key-store-schema.js';
import { keyStoreOptions } from '../support/ledger/vault.js';
import { KeysRefused } from '../../src/ledger/vault/keys-refused.js';
import type { SealContext, Vault } from '../../src/ledger/vault/vault.js';
import {
  anAppend,
  newEvent,
  removeDirectories,
  temporaryDirectory,
  TUESDAY_MORNING,
} from '../support/ledger/builders.js';

const place: SealContext = {
  ledgerId: randomUUID(),
  stream: 'request-1',
  revision: 0,
  type: 'RequestRegistered',
};
const person = { name: '欧阳慕华', idNumber: '110101199003078888', phone: '13800138000' };

const { ledgerId } = place;

let directory: string;
let vault: Vault;

beforeEach(() => {
  directory = join(temporaryDirectory(), 'keys');
  vault = openKeyStore(keyStoreOptions({ directory, ledgerId, ledgerIsNew: true }));
});

afterEach(() => vault.close());
afterAll(removeDirectories);

/** Closes the store, lets somebody at its directory, and opens it again. */
async function meanwhile(change: () => void): Promise<void> {
  await vault.close();
  change();
  vault = openKeyStore(keyStoreOptions({ directory, ledgerId }));
}

const edit = (statement: string) => (): void => {
  const database = new Database(join(directory, 'keys.db'));
  database.exec(statement);
  database.close();
};

describe('sealing', () => {
  it('gives back what was sealed, for every text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })),
        async (words) => {
          const plain = Object.fromEntries(
            Object.entries(words).filter((entry) => !entry.some((w) => /\p{Cc}|^toJSON$/u.test(w))),
          );
          expect(vault.open(place, await vault.seal(place, plain))).toEqual(plain);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('gives it back after the store was closed, and to a reader beside the writer', async () => {
    const sealed = await vault.seal(place, person);
    await meanwhile(() => undefined);
    expect(vault.open(place, sealed)).toEqual(person);

    const reader = openKeyStore(keyStoreOptions({ directory, mode: 'read', ledgerId }));
    const later = await vault.seal({ ...place, stream: 'request-2' }, person);
    expect(reader.open(place, sealed)).toEqual(person);
    expect(reader.open({ ...place, stream: 'request-2' }, later)).toEqual(person);
    await expect(reader.seal({ ...place, stream: 'request-3' }, person)).rejects.toThrow(
      LedgerStopped,
    );
    await reader.close();
  });

  it('makes one key for a stream, also for two who seal first', async () => {
    const seals = await Promise.all(
      [0, 1, 2].map((revision) => vault.seal({ ...place, revision }, person)),
    );
    const other = await vault.seal({ ...place, stream: 'request-2' }, person);

    expect(new Set(seals.map(({ key }) => key)).size).toBe(1);
    expect(other.key).not.toBe(seals[0]!.key);
    expect(new Set(seals.map(({ nonce }) => nonce)).size).toBe(3);
  });

  it.each<[string, Partial<SealContext>]>([
    ['ledger', { ledgerId: randomUUID() }],
    ['stream', { stream: 'request-2' }],
    ['revision', { revision: 1 }],
    ['type', { type: 'RequestWithdrawn' }],
  ])('refuses a sealed part that was moved to another %s', async (_, elsewhere) => {
    const sealed = await vault.seal(place, person);
    expect(() => vault.open({ ...place, ...elsewhere }, sealed)).toThrow(LedgerCorrupt);
  });

  it('refuses a sealed part of which any byte was changed or cut off', async () => {
    const sealed = await vault.seal(place, person);
    const bytes = Buffer.from(sealed.ciphertext, 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      const forged = [changed, bytes.subarray(0, at)].map((part) => part.toString('base64'));
      for (const ciphertext of forged) {
        expect(() => vault.open(place, { ...sealed, ciphertext })).toThrow(LedgerCorrupt);
      }
    }
    const other = await vault.seal(place, person);
    expect(() => vault.open(place, { ...sealed, nonce: other.nonce })).toThrow(LedgerCorrupt);
    expect(() => vault.open(place, { ...sealed, suite: 'none' })).toThrow(LedgerCorrupt);
  });

  it('calls a sealed part lost when its key is gone and nobody erased it', async () => {
    const sealed = await vault.seal(place, person);
    await meanwhile(edit(`DELETE FROM persons; DELETE FROM keys WHERE stream = 'request-1'`));
    expect(vault.open(place, sealed)).toBe('lost');
  });

  it('refuses, with its path, a text that could not be read back', async () => {
    const sealing = vault.seal(place, { name: 'half \ud800' });
    await expect(sealing).rejects.toThrow(InvalidEvent);
    await expect(sealing).rejects.toThrow(/^sealed\.name: /);
  });
});

describe('the keys', () => {
  it('are readable by their owner only', async () => {
    await vault.seal(place, person);
    const mode = (name: string): number => statSync(join(directory, name)).mode & 0o777;

    expect(mode('kek-1')).toBe(0o400);
    expect(
      readdirSync(directory)
        .filter((name) => name !== 'kek-1')
        .map(mode),
    ).toEqual([0o600, 0o600, 0o600]);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  it('are durable before a seal resolves', async () => {
    await vault.seal(place, person);
    const reader = new Database(join(directory, 'keys.db'), { readonly: true });
    expect(reader.prepare('SELECT stream FROM keys ORDER BY stream').pluck().all()).toEqual([
      '$index',
      '$index-applicant',
      '$index-contact',
      'request-1',
    ]);
    reader.close();
  });

  it('cannot be exchanged between streams', async () => {
    const sealed = await vault.seal(place, person);
    await vault.seal({ ...place, stream: 'request-2' }, person);
    await meanwhile(
      edit(`UPDATE keys SET (nonce, wrapped) =
        (SELECT nonce, wrapped FROM keys WHERE stream = 'request-2') WHERE stream = 'request-1'`),
    );
    expect(() => vault.open(place, sealed)).toThrow(KeysRefused);
    expect(() => vault.open(place, sealed)).toThrow(/the key of stream request-1 does not open/);
  });

  it.each<[string, (file: string) => void]>([
    ['missing', (file) => rmSync(file)],
    [
      'cut short',
      (file) => {
        chmodSync(file, 0o600);
        writeFileSync(file, 'short');
      },
    ],
  ])('are not replaced when the key file is %s: the store refuses to start', async (_, harm) => {
    await vault.seal(place, person);
    const opening = meanwhile(() => harm(join(directory, 'kek-1')));
    await expect(opening).rejects.toThrow(LedgerStopped);
  });

  it.each<[string, () => void]>([
    ['missing', () => rmSync(join(directory, 'keys.db'))],
    ['empty', () => writeFileSync(join(directory, 'keys.db'), '')],
  ])('are never made anew for a ledger that holds events: keys.db %s', async (_, harm) => {
    const kek = readFileSync(join(directory, 'kek-1'));
    const opening = meanwhile(harm);
    await expect(opening).rejects.toThrow(KeysRefused);
    await expect(opening).rejects.toMatchObject({ fault: 'missing', where: directory });
    // It opens the keys.db that may yet come back from a backup.
    expect(readFileSync(join(directory, 'kek-1'))).toEqual(kek);
  });

  it.each(['write', 'read'] as const)('of another ledger are refused: to %s', (mode) => {
    const other = keyStoreOptions({ directory, mode, ledgerIsNew: true });
    expect(() => openKeyStore(other)).toThrow(KeysRefused);
    expect(() => openKeyStore(other)).toThrow(/holds the keys of ledger/);
  });

  it('that are away leave a reader everything but the persons', async () => {
    const sealed = await vault.seal(place, person);
    const elsewhere = join(directory, 'nowhere');
    const reader = openKeyStore(keyStoreOptions({ directory: elsewhere, mode: 'read', ledgerId }));
    expect(reader.away).toBe(elsewhere);
    expect(reader.open(place, sealed)).toBe('lost');
    await expect(reader.seal(place, person)).rejects.toThrow(KeysRefused);
    expect(existsSync(elsewhere)).toBe(false);
    expect(vault.away).toBeNull();
  });

  it('of a ledger that is away let no other ledger be founded beside them', async () => {
    expect(() => requireUnbound(directory)).toThrow(KeysRefused);
    expect(() => requireUnbound(join(directory, 'nowhere'))).not.toThrow();

    const file = join(directory, '..', 'ledger.db');
    const found = () =>
      openEmbeddedLedger({
        file,
        clock: () => TUESDAY_MORNING,
        mode: 'write',
        beforeFounding: () => requireUnbound(directory),
      });
    expect(found).toThrow(/which is not there/);
    // Refused the second time as well: the first left nothing that looks like a ledger.
    expect(found).toThrow(/which is not there/);
  });

  it('are refused in a store with another schema', async () => {
    const opening = meanwhile(edit('CREATE TABLE stolen (id TEXT)'));
    await expect(opening).rejects.toMatchObject({ fault: 'damaged', where: directory });
  });

  it.each<[string, 'damaged' | 'unreadable', () => void]>([
    [
      'keys.db is no database',
      'damaged',
      () => writeFileSync(join(directory, 'keys.db'), 'x'.repeat(9_000)),
    ],
    [
      'the key file is another one',
      'damaged',
      () => {
        rmSync(join(directory, 'kek-1'));
        writeFileSync(join(directory, 'kek-1'), Buffer.alloc(32));
      },
    ],
    [
      // As a missing right is for who is not root.
      'the key file cannot be read',
      'unreadable',
      () => {
        rmSync(join(directory, 'kek-1'));
        symlinkSync('kek-1', join(directory, 'kek-1'));
      },
    ],
  ])('are not the fault of the ledger when %s: %s', async (_, fault, harm) => {
    await vault.seal(place, person);
    const opening = meanwhile(harm);
    await expect(opening).rejects.toThrow(KeysRefused);
    await expect(opening).rejects.toMatchObject({ fault });
    // And they keep no reader from the figures.
    const reader = openKeyStore(keyStoreOptions({ directory, mode: 'read', ledgerId }));
    expect(reader.away).toBe(directory);
  });
});

it('leaves no byte of what was sealed in any file', async () => {
  const data = join(directory, '..', 'data');
  const ledger = openEmbeddedLedger({
    file: join(data, 'ledger.db'),
    clock: () => TUESDAY_MORNING,
    mode: 'write',
  });
  const sealed = await vault.seal({ ...place, ledgerId: ledger.ledgerId }, person);
  await ledger.append(anAppend({ events: [newEvent({ sealed, data: { clear: '可见的内容' } })] }));

  const found = (words: readonly string[]): string[] =>
    [data, directory].flatMap((folder) =>
      readdirSync(folder).filter((name) => {
        const bytes = readFileSync(join(folder, name));
        return words.some((word) => bytes.includes(word));
      }),
    );
  // The clear part is found, so the search can find.
  expect(found(['可见的内容'])).toEqual(['ledger.db-wal']);
  expect(found(Object.values(person))).toEqual([]);
  await ledger.close();
  await vault.close();
  expect(found(['可见的内容'])).toEqual(['ledger.db']);
  expect(found(Object.values(person))).toEqual([]);
});
