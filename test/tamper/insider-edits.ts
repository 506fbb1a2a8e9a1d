import { createHash } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';

import type Database from 'better-sqlite3';
import Sqlite from 'better-sqlite3';

import { canonicalText } from '../../src/ledger/plain-json.js';
import {
  appendEvents,
  copyOf,
  found,
  openFolder,
  outsideOf,
  randomFrom,
  tamperWith,
  verifierWith,
  verify,
  type Folder,
  type Founded,
  type Tried,
} from './fixture.js';

/*
 * S-14: somebody with the data folder in their hands and the program's source on their desk edits
 * history. Against the last checkpoint in a stranger's hands, and the stranger's own key, every edit
 * must show; and a ledger that only grew must never be suspected.
 */

const EVENTS = 30;

export type Fault = 'trusts-the-stored-id' | 'no-schema-check' | 'no-checkpoint' | 'no-key';

type Row = { position: number; record: string };
type Member = Record<string, unknown>;

/** Rewrites a record, its leaf and its columns, as one who knows the format does. */
export function rewrite(
  database: Database.Database,
  at: number,
  change: (record: Member) => void,
): void {
  const find = database.prepare<[number], Row>(
    'SELECT position, record FROM events WHERE position = ?',
  );
  const record = JSON.parse(find.get(at)?.record ?? '') as Member;
  change(record);
  const text = canonicalText(record);
  const leaf = createHash('sha256').update(`\0${text}`).digest();
  database.prepare('UPDATE events SET record = ?, leaf = ? WHERE position = ?').run(text, leaf, at);
}

function sealedOf(database: Database.Database, at: number): unknown {
  const find = database.prepare<[number], Row>(
    'SELECT position, record FROM events WHERE position = ?',
  );
  return (JSON.parse(find.get(at)?.record ?? '') as Member)['sealed'];
}

export function cutTail(database: Database.Database, from: number): void {
  database.prepare('DELETE FROM commands WHERE position >= ?').run(from);
  database.prepare('DELETE FROM events WHERE position >= ?').run(from);
  for (const [table, column] of [
    ['streams', 'stream'],
    ['types', 'type'],
  ]) {
    database.exec(`DELETE FROM ${table} WHERE id NOT IN (SELECT ${column} FROM events)`);
  }
}

function swapPlaces(database: Database.Database, at: number, other: number): void {
  for (const [table, column] of [
    ['events', 'position'],
    ['commands', 'position'],
  ]) {
    const move = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`);
    move.run(1_000_000, at);
    move.run(at, other);
    move.run(other, 1_000_000);
  }
}

/** In the file alone. `at` is an event that is not the first of the ledger. */
const EDITS: Readonly<Record<string, (database: Database.Database, at: number) => void>> = {
  'edits a record': (database, at) =>
    database
      .prepare(`UPDATE events SET record = replace(record, '申请', '申報') WHERE position = ?`)
      .run(at),
  'edits a record and its hash': (database, at) =>
    rewrite(database, at, (record) => (record['data'] = { note: '另一件' })),
  'edits who did it, and the hash': (database, at) =>
    rewrite(database, at, (record) => (record['actor'] = 'cli:other')),
  'edits when it happened, and the hash': (database, at) =>
    rewrite(database, at, (record) => (record['occurredOn'] = '2025-01-01')),
  'edits when it was recorded, and the hash': (database, at) =>
    rewrite(database, at, (record) => (record['recordedAt'] = '2020-01-01T00:00:00.000Z')),
  'deletes an event': (database, at) =>
    database.prepare('DELETE FROM events WHERE position = ?').run(at),
  'deletes an event and renumbers': (database, at) => {
    database.prepare('DELETE FROM commands WHERE position = ?').run(at);
    database.prepare('DELETE FROM events WHERE position = ?').run(at);
    for (let next = at + 1; next <= EVENTS; next += 1) swapPlaces(database, next - 1, next);
  },
  'exchanges two events': (database, at) => swapPlaces(database, at - 1, at),
  'exchanges two ciphertexts, with hashes': (database, at) => {
    const [mine, other] = [sealedOf(database, at), sealedOf(database, at - 1)];
    rewrite(database, at, (record) => (record['sealed'] = other));
    rewrite(database, at - 1, (record) => (record['sealed'] = mine));
  },
  'takes a sealed part out, with the hash': (database, at) =>
    rewrite(database, at, (record) => (record['sealed'] = null)),
  'cuts the tail': (database, at) => cutTail(database, at),
  'forges a leaf': (database, at) =>
    database.prepare('UPDATE events SET leaf = zeroblob(32) WHERE position = ?').run(at),
  'moves an event to another stream': (database, at) =>
    database.prepare('UPDATE events SET stream = 99 WHERE position = ?').run(at),
  'leaves out a revision, with the hash': (database, at) => {
    database.prepare('UPDATE events SET revision = 9 WHERE position = ?').run(at);
    rewrite(database, at, (record) => (record['revision'] = 9));
  },
  'forgets a command': (database, at) =>
    database.prepare('DELETE FROM commands WHERE position = ?').run(at),
  'invents a command': (database, at) =>
    database.prepare(`INSERT INTO commands (id, position) VALUES ('invented', ?)`).run(at),
  'repeats an event id, with the hash': (database, at) => {
    rewrite(database, at, (record) => (record['eventId'] = 'twice'));
    rewrite(database, at - 1, (record) => (record['eventId'] = 'twice'));
  },
  'renames a type': (database) => database.exec(`UPDATE types SET name = name || 'x'`),
  'invents a stream': (database) =>
    database.exec(`INSERT INTO streams (name) VALUES ('request-x')`),
  'gives the ledger another id': (database) => database.exec(`UPDATE ledger SET id = 'another'`),
  'adds a trigger': (database) =>
    database.exec('CREATE TRIGGER late AFTER INSERT ON events BEGIN SELECT 1; END'),
  'adds a view': (database) => database.exec('CREATE VIEW forged AS SELECT * FROM events'),
  'adds an index': (database) => database.exec('CREATE INDEX quick ON events (type)'),
};

/** With the whole folder. */
const PLOTS: Readonly<Record<string, (folder: Folder, base: Bases, at: number) => Promise<void>>> =
  {
    'drops a trigger': async (folder) => {
      const database = new Sqlite(folder.file);
      database.exec('DROP TRIGGER events_never_deleted');
      database.close();
    },
    'puts an older folder back': async (folder, { older }) => {
      rmSync(folder.path, { recursive: true });
      cpSync(older.path, folder.path, { recursive: true });
    },
    'forks: cuts the tail and writes another, longer one': async (folder, _, at) => {
      tamperWith(folder.file, (database) => cutTail(database, at));
      rmSync(folder.witness, { recursive: true });
      await grow(folder, EVENTS + 10);
    },
    'forges the witness over an edited event, with a key of their own': async (folder, _, at) => {
      tamperWith(folder.file, (database) => EDITS['edits a record and its hash']?.(database, at));
      rmSync(folder.witness, { recursive: true });
      rmSync(folder.keys, { recursive: true });
      await grow(folder, 0);
    },
    'puts another ledger in its place': async (folder, { other }) => {
      rmSync(folder.path, { recursive: true });
      cpSync(other.path, folder.path, { recursive: true });
    },
  };

type Bases = Readonly<{ base: Founded; older: Folder; other: Folder }>;

async function grow(folder: Folder, events: number): Promise<void> {
  const opened = await openFolder(folder, true);
  await appendEvents(opened, events);
  await opened.ledger.close();
}

async function bases(): Promise<Bases> {
  const older = await found(EVENTS - 3);
  const base = copyOf(older);
  const opened = await openFolder(base);
  await appendEvents(opened, 3);
  const outside = await outsideOf(opened, base);
  await opened.ledger.close();
  return { base: { ...base, ...outside }, older, other: await found(EVENTS + 3) };
}

function verifierFor(fault: Fault | undefined): typeof verify {
  if (fault === 'trusts-the-stored-id')
    return verifierWith('if (other === undefined) return;', 'return;');
  if (fault === 'no-schema-check') return verifierWith('sound(found === expected', 'sound(true');
  return verify;
}

/** Tries every kind of edit in turn, each at a place of chance, `cases` in all; then honest growth. */
export async function run({
  cases,
  seed,
  honest = Math.ceil(cases / 10),
  fault,
}: Readonly<{ cases: number; seed: number; honest?: number; fault?: Fault }>): Promise<
  Tried & { falseAlarms: readonly string[] }
> {
  const random = randomFrom(seed);
  const known = await bases();
  const { base } = known;
  const look = verifierFor(fault);
  const asks = (folder: Folder): ReturnType<typeof verify> =>
    look({
      target: folder.file,
      keys: fault === 'no-key' ? [] : [base.key],
      checkpoints: fault === 'no-checkpoint' || fault === 'no-key' ? [] : [base.checkpoint],
      ...(fault === 'no-key' && { witness: folder.witness }),
    });

  const kinds = [...Object.keys(EDITS), ...Object.keys(PLOTS)];
  const undetected: string[] = [];
  for (let n = 0; n < cases; n += 1) {
    const kind = kinds[n % kinds.length] ?? '';
    const at = 2 + random(EVENTS - 2);
    const folder = copyOf(base);
    const edit = EDITS[kind];
    if (edit !== undefined) tamperWith(folder.file, (database) => edit(database, at));
    else await PLOTS[kind]?.(folder, known, at);
    if (asks(folder).status === 'ok') undetected.push(`${kind}, event ${at}`);
    rmSync(folder.path, { recursive: true });
  }

  const falseAlarms: string[] = [];
  const growing = copyOf(base);
  for (let n = 0; n < honest; n += 1) {
    const opened = await openFolder(growing);
    await appendEvents(opened, 1 + random(5));
    const live = asks(growing);
    await opened.ledger.close();
    const closed = asks(growing);
    for (const answer of [live, closed]) {
      if (answer.status !== 'ok') falseAlarms.push(`run ${n}: ${answer.says.join()}`);
    }
  }
  return { tried: cases, undetected, falseAlarms };
}
