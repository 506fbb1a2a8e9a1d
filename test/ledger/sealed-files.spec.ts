import { randomUUID } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { LedgerCorrupt, LedgerStopped } from '../../src/ledger/ledger.js';
import { openKeyStore } from '../../src/ledger/vault/key-store.js';
import { copySealedFiles, SealedFileStore } from '../../src/ledger/vault/sealed-files.js';
import type { Vault } from '../../src/ledger/vault/vault.js';
import { removeDirectories, temporaryDirectory } from '../support/ledger/builders.js';
import { keyStoreOptions } from '../support/ledger/vault.js';

const ledgerId = randomUUID();
const SCAN = Buffer.from('身份证复印件：欧阳慕华 110101199003078888');

let directory: string;
let vault: Vault;
let files: SealedFileStore;

beforeEach(() => {
  const data = temporaryDirectory();
  directory = join(data, 'files');
  vault = openKeyStore(
    keyStoreOptions({ directory: join(data, 'keys'), ledgerId, ledgerIsNew: true }),
  );
  files = new SealedFileStore(directory, ledgerId, vault);
});
afterEach(() => vault.close());
afterAll(removeDirectories);

const pathOf = (hash: string): string => join(directory, hash.slice(0, 2), hash);

describe('a sealed file', () => {
  it('comes back as it was put, and lies there unreadable, for its owner only', async () => {
    const { hash, size } = await files.put('request-1', SCAN);
    expect(await files.get('request-1', hash)).toEqual(SCAN);
    expect(size).toBe(SCAN.length);
    expect(readFileSync(pathOf(hash)).includes('欧阳慕华')).toBe(false);
    expect(statSync(pathOf(hash)).mode & 0o777).toBe(0o600);
    expect(statSync(join(directory, hash.slice(0, 2))).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(directory, hash.slice(0, 2)))).toEqual([hash]);
  });

  it('never has the same bytes twice, so that equal scans cannot be told by their hash', async () => {
    const one = await files.put('request-1', SCAN);
    const other = await files.put('request-1', SCAN);
    expect(one.hash).not.toBe(other.hash);
  });

  it('opens for no other stream and in no other ledger', async () => {
    const { hash } = await files.put('request-1', SCAN);
    await files.put('request-2', SCAN);
    await expect(files.get('request-2', hash)).rejects.toThrow(LedgerCorrupt);
    const elsewhere = new SealedFileStore(directory, randomUUID(), vault);
    await expect(elsewhere.get('request-1', hash)).rejects.toThrow(LedgerCorrupt);
  });

  it('is told as altered when a bit of it changed, and as missing when it is gone', async () => {
    const { hash } = await files.put('request-1', SCAN);
    expect(files.check(hash)).toBe('whole');
    const bytes = readFileSync(pathOf(hash));
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(pathOf(hash), bytes);
    expect(files.check(hash)).toBe('altered');
    await expect(files.get('request-1', hash)).rejects.toThrow('was changed');
    files.remove([hash]);
    expect(files.check(hash)).toBe('missing');
    await expect(files.get('request-1', hash)).rejects.toThrow('is missing');
  });

  it('cannot be read once its stream is forgotten, with or without the file', async () => {
    const { hash } = await files.put('request-1', SCAN);
    await vault.forget(['request-1']);
    expect(await files.get('request-1', hash)).toBe('erased');
    files.remove([hash]);
    files.remove([hash]);
    expect(await files.get('request-1', hash)).toBe('erased');
    await expect(files.put('request-1', SCAN)).rejects.toThrow(LedgerStopped);
    expect(existsSync(pathOf(hash))).toBe(false);
  });

  it('is lost where nobody has sealed in its stream', async () => {
    const { hash } = await files.put('request-1', SCAN);
    expect(await files.get('request-9', hash)).toBe('lost');
  });

  it.each(['../../keys/kek-1', 'a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}\n`, ''])(
    'is looked for by nothing but a hash: %j',
    async (name) => {
      await files.put('request-1', SCAN);
      await expect(files.get('request-1', name)).rejects.toThrow(LedgerCorrupt);
      expect(() => files.remove([name])).toThrow(LedgerCorrupt);
    },
  );
});

describe('what a crash left', () => {
  it('goes when it is old and nobody names it', async () => {
    const [named, left, fresh] = await Promise.all(
      [1, 2, 3].map(() => files.put('request-1', SCAN)),
    );
    const draft = `${pathOf(left!.hash)}.part`;
    writeFileSync(draft, 'half');
    const old = new Date('2026-01-01');
    for (const path of [pathOf(named!.hash), pathOf(left!.hash), draft]) utimesSync(path, old, old);
    files.sweep(new Set([named!.hash]), new Date('2026-01-02'));
    expect([named, left, fresh].map((kept) => files.check(kept!.hash))).toEqual([
      'whole',
      'missing',
      'whole',
    ]);
    expect(existsSync(draft)).toBe(false);
  });
});

describe('a copy of the files', () => {
  it('has every whole file and no draft, and opens with the same keys', async () => {
    const { hash } = await files.put('request-1', SCAN);
    writeFileSync(`${pathOf(hash)}.part`, 'half');
    const copy = join(temporaryDirectory(), 'files');
    copySealedFiles(directory, copy);
    expect(await new SealedFileStore(copy, ledgerId, vault).get('request-1', hash)).toEqual(SCAN);
    expect(readdirSync(join(copy, hash.slice(0, 2)))).toEqual([hash]);
    expect(statSync(join(copy, hash.slice(0, 2), hash)).mode & 0o777).toBe(0o600);
  });

  it('of a folder without files is no folder', () => {
    const copy = join(temporaryDirectory(), 'files');
    copySealedFiles(directory, copy);
    expect(existsSync(copy)).toBe(false);
  });
});
