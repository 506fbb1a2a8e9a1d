import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import {
  BEGINNING,
  LedgerCorrupt,
  LedgerLocked,
  LedgerStopped,
  VersionConflict,
  type Ledger,
  type RecordedEvent,
} from '../../src/ledger/ledger.js';
import {
  anAppend,
  appendInTurn,
  collect,
  newEvent,
  removeDirectories,
  temporaryDirectory,
  TUESDAY_MORNING,
} from '../support/ledger/builders.js';
import { startChild } from '../support/ledger/child-process.js';
import { commitsInWal, flipBit, ruinTable, tamper } from '../support/ledger/ledger-file.js';

const TABLES = ['ledger', 'streams', 'types', 'events', 'commands'];

let file: string;
let ledger: Ledger;

const open = (mode: 'write' | 'read' = 'write'): Ledger =>
  openEmbeddedLedger({ file, clock: () => TUESDAY_MORNING, mode });

beforeEach(() => {
  file = join(temporaryDirectory(), 'data', 'ledger.db');
  ledger = open();
});

afterEach(() => ledger.close());
afterAll(removeDirectories);

/** Closes the ledger, lets somebody at the file, and opens it again. */
async function meanwhile(change: () => void): Promise<void> {
  await ledger.close();
  change();
  ledger = open();
}

describe('the file', () => {
  it('numbers its positions 1, 2, 3 …', async () => {
    await appendInTurn(ledger, 'a', 3);
    const events = await collect(ledger.readAll());
    expect(events.map(({ position }) => position)).toEqual(['1', '2', '3']);
  });

  it('is for its owner only, as are its directory and its lock', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(`${file}.lock`).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  });

  it('is made private again when a backup was put back with other rights', async () => {
    await meanwhile(() => chmodSync(file, 0o644));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('holds everything once the ledger is closed: nothing waits beside it', async () => {
    const submitted = ledger.append(anAppend());
    await ledger.close();

    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(await submitted).toEqual({ revision: 0, position: '1', repeated: false });
    ledger = open();
    expect(await ledger.head()).toBe('1');
  });

  it.each(TABLES)('aborts whoever would change or delete a row of %s', async (table) => {
    await appendInTurn(ledger, 'a', 1);
    const database = new Database(file);
    const [column] = database.pragma(`table_info(${table})`) as { name: string }[];

    expect(() => database.exec(`UPDATE ${table} SET ${column!.name} = ${column!.name}`)).toThrow(
      `${table} is append only`,
    );
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(`${table} is append only`);
    database.close();
  });

  it.each([
    'DROP TRIGGER events_never_updated',
    'CREATE INDEX quick ON events (type)',
    'CREATE VIEW forged AS SELECT 1',
    'DROP TABLE commands',
  ])('is refused after %s', async (change) => {
    await ledger.close();
    const database = new Database(file);
    database.exec(change);
    database.close();

    expect(() => open()).toThrow(LedgerCorrupt);
    expect(() => open('read')).toThrow(LedgerCorrupt);
  });

  it('is refused with a sentence when a newer program wrote it', async () => {
    await ledger.close();
    tamper(file, 'UPDATE ledger SET format = 2');

    expect(() => open()).toThrow(LedgerStopped);
    expect(() => open('read')).toThrow(/written in format 2 .* install the newer program/);
  });

  it('is not made by a reader', () => {
    expect(() =>
      openEmbeddedLedger({ file: `${file}.other`, clock: () => '', mode: 'read' }),
    ).toThrow(LedgerStopped);
    expect(existsSync(`${file}.other`)).toBe(false);
  });
});

describe('damage', () => {
  const readAll = (): Promise<RecordedEvent[]> => collect(ledger.readAll());

  beforeEach(async () => {
    for (let revision = 0; revision < 5; revision += 1) {
      const events = [newEvent({ data: { text: `申请-${revision}` } })];
      await ledger.append(anAppend({ stream: 'a', events, expectedRevision: revision }));
    }
    await ledger.append(anAppend({ stream: 'b' }));
  });

  it('is found where one bit of a record was flipped, and no more is appended upon it', async () => {
    await meanwhile(() => flipBit(file, '申请-3'));

    const read: string[] = [];
    const reading = (async () => {
      for await (const { position } of ledger.readAll()) read.push(position);
    })();
    await expect(reading).rejects.toMatchObject({ name: 'LedgerCorrupt', position: '4' });
    expect(read).toEqual(['1', '2', '3']);
    await expect(ledger.append(anAppend({ stream: 'c' }))).rejects.toThrow(LedgerStopped);
    expect(await collect(ledger.readStream('b'))).toHaveLength(1);
  });

  it.each([
    ['a record was edited', `UPDATE events SET record = replace(record, '申请', '申報')`, '1'],
    ['a leaf was edited', `UPDATE events SET leaf = zeroblob(32) WHERE position = 2`, '2'],
    ['an event was taken out', `DELETE FROM events WHERE position = 3`, '3'],
    ['an event was moved', `UPDATE events SET revision = 9 WHERE position = 4`, '4'],
    ['a type was renamed', `UPDATE types SET name = 'RequestWithdrawn'`, '1'],
    ['streams were exchanged', `UPDATE streams SET name = 'c' WHERE name = 'b'`, '6'],
  ])('is found where %s', async (_, statement, position) => {
    await meanwhile(() => tamper(file, statement));
    await expect(readAll()).rejects.toMatchObject({ name: 'LedgerCorrupt', position });
  });

  it('is found in a stream that misses an event', async () => {
    await meanwhile(() => tamper(file, 'DELETE FROM events WHERE position = 3'));
    await expect(collect(ledger.readStream('a'))).rejects.toThrow(LedgerCorrupt);
  });

  it('of the container stops the writer for good, and closing does not touch the file again', async () => {
    await meanwhile(() => ruinTable(file, 'commands'));

    await expect(ledger.append(anAppend({ stream: 'c' }))).rejects.toThrow(LedgerStopped);
    await expect(ledger.append(anAppend({ stream: 'd' }))).rejects.toThrow(LedgerStopped);
    await ledger.close();
    expect(existsSync(`${file}-wal`)).toBe(true);
  });
});

describe('one writer', () => {
  it('is told plainly, and within two seconds, that another process writes', async () => {
    await ledger.close();
    const holder = startChild('lock-holder.cjs', file);
    await holder.said(1);

    const before = performance.now();
    expect(() => open()).toThrow(LedgerLocked);
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(() => open()).toThrow(/another process is writing to .*ledger\.db/);

    await holder.kill();
    ledger = open();
    await appendInTurn(ledger, 'a', 1);
  });

  it('is not joined by a second one of the same process, which leaves the lock as it was', async () => {
    expect(() => open()).toThrow(LedgerLocked);
    // POSIX would drop the lock of the whole process, had the refused one closed a descriptor of
    // that file.
    const holder = startChild('lock-holder.cjs', file);
    expect(await holder.ended()).toBe(1);
  });

  it('leaves the ledger free when it could not open it', async () => {
    await ledger.close();
    tamper(file, 'UPDATE ledger SET format = 2');
    expect(() => open()).toThrow(LedgerStopped);
    tamper(file, 'UPDATE ledger SET format = 1');
    ledger = open();
  });
});

describe('a reader beside the writer', () => {
  it('sees what is committed, and may not append', async () => {
    const reader = open('read');
    await appendInTurn(ledger, 'a', 2);

    expect(reader.ledgerId).toBe(ledger.ledgerId);
    expect(await collect(reader.readAll())).toEqual(await collect(ledger.readAll()));
    await expect(reader.append(anAppend())).rejects.toThrow(LedgerStopped);
    await reader.close();
  });

  it('is woken by commits it did not make, and misses none', async () => {
    const reader = open('read');
    const stop = new AbortController();
    const seen: RecordedEvent[] = [];
    const subscription = (async () => {
      for await (const event of reader.subscribe(BEGINNING, stop.signal)) {
        seen.push(event);
        if (event.revision === 9) await ledger.append(anAppend({ stream: 'last' }));
        if (event.stream === 'last') stop.abort();
      }
    })();
    await appendInTurn(ledger, 'a', 10);
    await subscription;

    expect(seen).toEqual(await collect(ledger.readAll()));
    await reader.close();
  });
});

describe('group commit', () => {
  it('flushes once for appends of one turn, and once for each that is awaited', async () => {
    const before = commitsInWal(file);
    const streams = Array.from({ length: 200 }, (_, n) => `request-${n}`);
    await Promise.all(streams.map((stream) => ledger.append(anAppend({ stream }))));
    const together = commitsInWal(file);
    await appendInTurn(ledger, 'a', 7);

    expect(together - before).toBe(1);
    expect(commitsInWal(file) - together).toBe(7);
  });

  it('lets appends to one stream see each other, and a conflict fail alone', async () => {
    const outcomes = await Promise.allSettled(
      [0, 1, 1, 2].map((expectedRevision) => ledger.append(anAppend({ expectedRevision }))),
    );

    expect(outcomes).toEqual([
      { status: 'fulfilled', value: { revision: 0, position: '1', repeated: false } },
      { status: 'fulfilled', value: { revision: 1, position: '2', repeated: false } },
      { status: 'rejected', reason: expect.any(VersionConflict) },
      { status: 'fulfilled', value: { revision: 2, position: '3', repeated: false } },
    ]);
  });
});
