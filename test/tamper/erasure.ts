import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { Keyring } from '../../src/ledger/vault/keyring.js';
import type { Vault } from '../../src/ledger/vault/vault.js';
import { requestStream } from '../../src/requests/request-stream.js';
import { bytesBelow, spellings, total } from '../support/tamper/byte-search.js';
import { AGENCY, Office } from '../support/tamper/office.js';
import {
  canaryPersons,
  MARKERS,
  registerOf,
  type CanaryPerson,
} from '../support/tamper/persons.js';
import { Chance } from '../support/tamper/random.js';

/*
 * S-13, erasure. A year of requests is imported, `cases` of them are erased one after the other, some
 * of them cut off between the fact and the deed, as many others restricted. Then the folder is
 * searched byte by byte for the destroyed keys, and older copies of the keys and of everything are
 * put back.
 */

/** A plausible mistake that must turn the figures red. */
export type ErasureFault =
  /** DELETE alone: no secure_delete, the WAL left as it is. */
  | 'plain-delete'
  /** secure_delete, and the WAL left as it is. */
  | 'no-truncate'
  /** The WAL truncated, and no secure_delete. */
  | 'no-secure-delete'
  /** No list beside the witness, so that a copy of everything knows of no erasure. */
  | 'no-list';

export type ErasureFigures = Readonly<{
  seed: number;
  erasures: number;
  /** Erasures that were cut off after the fact and finished at the next start. */
  finishedAtStart: number;
  /** Restores of an older copy after which every erased request was looked at again. */
  restores: number;
  restricted: number;
  /** All of the following must be zero. */
  keyBytesFound: number;
  plaintextFound: number;
  shownAfterErasure: number;
  foundAfterErasure: number;
  figuresChanged: number;
  usedWhileRestricted: number;
  survivorsLost: number;
}>;

/** What was destroyed with one request: its key, wrapped and bare. */
type Destroyed = Readonly<{ person: CanaryPerson; needles: readonly Buffer[] }>;

export async function run({
  cases,
  seed,
  fault,
}: Readonly<{ cases: number; seed: number; fault?: ErasureFault }>): Promise<ErasureFigures> {
  const root = mkdtempSync(join(tmpdir(), 'gongkai-erasure-'));
  try {
    return await inFolder(root, { cases, seed, fault });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

type Asked = Readonly<{ cases: number; seed: number; fault: ErasureFault | undefined }>;

async function inFolder(root: string, { cases, seed, fault }: Asked): Promise<ErasureFigures> {
  const chance = new Chance(seed);
  const [data, older] = [join(root, 'data'), join(root, 'older')];
  const persons = canaryPersons(cases * 3 + 20, chance);
  let office = await Office.open(data);
  await office.establish(registerOf(persons, chance));
  const before = await office.figures();
  const closed = chance.shuffled(await office.closed());
  const named = (numbers: readonly string[]) =>
    persons.filter(({ number }) => numbers.includes(number));
  const [chosen, restricted] = [
    named(closed.slice(0, cases)),
    named(closed.slice(cases, cases * 2)),
  ];
  const survivors = named(closed.slice(cases * 2));

  await office.close();
  cpSync(data, older, { recursive: true });
  office = await Office.open(data);
  plant(office, data, fault);
  const destroyed: Destroyed[] = [];
  let [keyBytesFound, finishedAtStart] = [0, 0];
  for (const person of chance.shuffled(chosen)) {
    const needles = keyOf(data, person);
    destroyed.push({ person, needles });
    if (chance.below(10) === 0) {
      office = await cutOff(office, data, person);
      plant(office, data, fault);
      finishedAtStart += 1;
    } else {
      await office.erase(person.number);
    }
    // While the program runs, with its WAL.
    keyBytesFound += total(bytesBelow(data, needles));
  }
  for (const { number } of restricted) await office.restrict(number);
  let looked = await look(office, data, { destroyed, restricted, survivors, before });
  keyBytesFound += looked.keyBytesFound;
  await office.close();

  let restores = 0;
  for (const what of ['keys', 'everything'] as const) {
    putBack(older, data, what);
    if (fault === 'no-list') rmSync(join(data, 'witness'), { recursive: true, force: true });
    // An older ledger is refused until somebody accepts it as it is.
    const newWitness = what === 'everything' || fault === 'no-list';
    office = await Office.open(data, newWitness);
    // Restrictions are facts of the ledger: an older one does not know of them.
    const kept = what === 'keys' ? restricted : [];
    const again = await look(office, data, { destroyed, restricted: kept, survivors, before });
    await office.close();
    looked = sumOf(looked, again);
    keyBytesFound += again.keyBytesFound;
    restores += 1;
  }
  const done = { seed, erasures: destroyed.length, finishedAtStart, restores };
  return { ...done, restricted: restricted.length, ...looked, keyBytesFound };
}

type Looked = Omit<
  ErasureFigures,
  'seed' | 'erasures' | 'finishedAtStart' | 'restores' | 'restricted'
>;

/** Looks at everything that must be gone, and at everything that must not. */
async function look(
  office: Office,
  data: string,
  expected: Readonly<{
    destroyed: readonly Destroyed[];
    restricted: readonly CanaryPerson[];
    survivors: readonly CanaryPerson[];
    before: string;
  }>,
): Promise<Looked> {
  const { destroyed, restricted, survivors, before } = expected;
  const looked = {
    keyBytesFound: total(
      bytesBelow(
        data,
        destroyed.flatMap(({ needles }) => needles),
      ),
    ),
    plaintextFound: total(bytesBelow(data, Object.values(MARKERS).flatMap(spellings))),
    shownAfterErasure: 0,
    foundAfterErasure: 0,
    figuresChanged: (await office.figures()) === before ? 0 : 1,
    usedWhileRestricted: 0,
    survivorsLost: 0,
  };
  for (const { person } of destroyed) {
    if ((await office.shown(person.number)) !== 'erased') looked.shownAfterErasure += 1;
    if ((await office.find(person.idNumber)).length > 0) looked.foundAfterErasure += 1;
  }
  for (const { number, idNumber } of restricted) {
    if ((await office.shown(number)) !== 'restricted') looked.usedWhileRestricted += 1;
    if ((await office.find(idNumber)).length > 0) looked.usedWhileRestricted += 1;
    const viewed = await office.view(number).catch(() => null);
    if (viewed !== null) looked.usedWhileRestricted += 1;
  }
  for (const { number, idNumber } of survivors) {
    const shown = await office.shown(number);
    const found = await office.find(idNumber);
    if (typeof shown === 'string' || !found.includes(number)) looked.survivorsLost += 1;
  }
  return looked;
}

function sumOf(one: Looked, other: Looked): Looked {
  const entries = Object.entries(one).map(([name, count]) => {
    return [name, count + other[name as keyof Looked]] as const;
  });
  return Object.fromEntries(entries) as Looked;
}

/** Erases with a vault that dies before the deed, as a killed process does, and starts again. */
async function cutOff(office: Office, data: string, { number }: CanaryPerson): Promise<Office> {
  const { vault } = office.session;
  vault.forget = () => Promise.reject(new Error('cut off'));
  const outcome = await office.erase(number).catch((error: unknown) => String(error));
  if (outcome !== 'Error: cut off') throw new Error(`not cut off but ${String(outcome)}`);
  await office.close();
  return Office.open(data);
}

/** The bytes that must be nowhere: the wrapped key, its nonce and the key itself. */
function keyOf(data: string, { number }: CanaryPerson): readonly Buffer[] {
  const database = new Database(join(data, 'keys', 'keys.db'), { readonly: true });
  try {
    const keyring = new Keyring(database, join(data, 'keys'));
    const key = keyring.ofStream(requestStream({ agencyId: AGENCY, number }));
    if (key === undefined) throw new Error(`${number} has no key to destroy`);
    const needles = [key.wrapped.subarray(0, 32), key.nonce, keyring.unwrap(key)];
    // The search can find: what is looked for later is there now.
    if (total(bytesBelow(data, needles.slice(0, 1))) === 0) throw new Error('nothing to find');
    return needles;
  } finally {
    database.close();
  }
}

/** Puts an older copy in place. The witness stays, as on another disk. */
function putBack(older: string, data: string, what: 'keys' | 'everything'): void {
  const files = ['ledger.db', 'ledger.db-wal', 'ledger.db-shm'];
  for (const name of what === 'keys' ? ['keys'] : ['keys', ...files]) {
    rmSync(join(data, name), { recursive: true, force: true });
    if (existsSync(join(older, name)))
      cpSync(join(older, name), join(data, name), { recursive: true });
  }
}

function plant(office: Office, data: string, fault: ErasureFault | undefined): void {
  const { vault } = office.session;
  if (fault === 'plain-delete') vault.forget = deleting(data, false, false);
  if (fault === 'no-truncate') vault.forget = deleting(data, true, false);
  if (fault === 'no-secure-delete') vault.forget = deleting(data, false, true);
}

function deleting(data: string, secure: boolean, truncate: boolean): Vault['forget'] {
  return (streams) => {
    const database = new Database(join(data, 'keys', 'keys.db'));
    database.pragma(`secure_delete = ${secure ? 'ON' : 'OFF'}`);
    for (const stream of streams) {
      database
        .prepare('DELETE FROM persons WHERE key = (SELECT id FROM keys WHERE stream = ?)')
        .run(stream);
      database.prepare('DELETE FROM keys WHERE stream = ?').run(stream);
      database.prepare('INSERT INTO erased (stream) VALUES (?)').run(stream);
    }
    if (truncate) database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    return Promise.resolve();
  };
}
