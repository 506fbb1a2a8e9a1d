import { statSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { LedgerFull, LedgerLocked, LedgerStopped } from '../../src/ledger/ledger.js';
import { openDatabase, requireDurableCommits } from '../../src/ledger/sqlite/database.js';
import { SqliteStore } from '../../src/ledger/sqlite/store.js';
import { removeDirectories, temporaryDirectory } from '../support/ledger/builders.js';

const TABLE = 'CREATE TABLE texts (text TEXT UNIQUE) STRICT';

let database: Database.Database;
let store: SqliteStore<string, number>;

beforeEach(() => {
  const file = join(temporaryDirectory(), 'inner', 'store.db');
  database = openDatabase(file, 'write', (opened) => opened.exec(TABLE));
  const insert = database.prepare<[string]>('INSERT INTO texts VALUES (?)');
  store = new SqliteStore(database, (text: string) => {
    insert.run(text);
    if (text === 'unwanted') throw new Error('refused after writing');
    return text.length;
  });
});

afterEach(() => store.close());
afterAll(removeDirectories);

const texts = (): unknown[] => database.prepare('SELECT text FROM texts').pluck().all();

describe('openDatabase', () => {
  it('sets what durability and safety rest on', () => {
    const setting = (name: string): unknown => database.pragma(name, { simple: true });

    expect(setting('journal_mode')).toBe('wal');
    expect(setting('synchronous')).toBe(2);
    expect(setting('foreign_keys')).toBe(1);
    expect(setting('trusted_schema')).toBe(0);
    expect(setting('cell_size_check')).toBe(1);
    expect(setting('recursive_triggers')).toBe(1);
  });

  it.each(['synchronous = NORMAL', 'synchronous = OFF', 'journal_mode = DELETE'])(
    'refuses to start with %s',
    (setting) => {
      requireDurableCommits(database);
      database.pragma(setting);
      expect(() => requireDurableCommits(database)).toThrow(LedgerStopped);
    },
  );

  it('lets nobody else read the file, what SQLite keeps beside it, or the directory', async () => {
    await store.submit('a');
    const modes = ['', '-wal', '-shm'].map((tail) => statSync(database.name + tail).mode & 0o777);

    expect(modes).toEqual([0o600, 0o600, 0o600]);
    expect(statSync(join(database.name, '..')).mode & 0o777).toBe(0o700);
  });
});

describe('SqliteStore', () => {
  it('undoes a refused job alone, even one that had begun to write', async () => {
    const outcomes = await Promise.allSettled(
      ['a', 'unwanted', 'bb'].map((text) => store.submit(text)),
    );

    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: new Error('refused after writing') },
      { status: 'fulfilled', value: 2 },
    ]);
    expect(texts()).toEqual(['a', 'bb']);
  });

  it('refuses a group that does not fit on the disk as a whole, reads on, and recovers', async () => {
    await store.submit('before');
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages + 2}`);

    const large = 'x'.repeat(50_000);
    const outcomes = await Promise.allSettled([store.submit('small'), store.submit(large)]);
    expect(outcomes).toEqual([
      { status: 'rejected', reason: expect.any(LedgerFull) },
      { status: 'rejected', reason: expect.any(LedgerFull) },
    ]);
    expect(store.read(texts)).toEqual(['before']);

    database.pragma(`max_page_count = ${pages + 100}`);
    expect(await store.submit(large)).toBe(50_000);
    expect(store.read(texts)).toEqual(['before', large]);
  });

  it('refuses, and recovers, when another program holds the file', async () => {
    database.pragma('busy_timeout = 0');
    const other = new Database(database.name);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.submit('a')).rejects.toThrow(LedgerLocked);
    other.close();

    expect(await store.submit('a')).toBe(1);
  });

  it('stops for good at any other error of SQLite, with the error as its cause', async () => {
    await store.submit('a');
    const broken = await store.submit('a').catch((error: unknown) => error);

    expect(broken).toBeInstanceOf(LedgerStopped);
    expect(broken).toHaveProperty('cause.code', 'SQLITE_CONSTRAINT_UNIQUE');
    await expect(store.submit('b')).rejects.toThrow(LedgerStopped);
    expect(store.read(texts)).toEqual(['a']);
  });
});
