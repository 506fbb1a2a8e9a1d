import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { collect, temporaryDirectory } from '../support/ledger/builders.js';
import {
  appendEvents,
  copyOf,
  folderAt,
  found,
  openFolder,
  outsideOf,
  randomFrom,
  tamperWith,
  verifierWith,
  verify,
  type Folder,
  type Tried,
} from './fixture.js';
import { cutTail } from './insider-edits.js';

/*
 * one bit of the disk is not what was written. In the ledger file no flip may be both undetected
 * and visible; in the write-ahead log SQLite itself would open the file with events missing, so a start
 * must be refused, and verify must say so.
 */

const EVENTS = 60;

export type FileFault = 'no-schema-check' | 'no-head';
export type WalFault = 'no-witness';

/** Everything that a reader of the file can see: its rows, by table and by index, and its schema. */
function visible(image: Buffer): string {
  const database = new Database(image, { readonly: true });
  try {
    const all = (sql: string): unknown[] => database.prepare(sql).raw().all();
    return JSON.stringify([
      all('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name'),
      all('SELECT * FROM ledger'),
      all('SELECT * FROM streams ORDER BY id'),
      all('SELECT * FROM types ORDER BY id'),
      all('SELECT * FROM events ORDER BY position'),
      all('SELECT position FROM events ORDER BY stream, revision'),
      all('SELECT name FROM streams ORDER BY name'),
      all('SELECT name FROM types ORDER BY name'),
      all('SELECT * FROM commands ORDER BY id'),
    ]);
  } catch (error) {
    return String(error);
  } finally {
    database.close();
  }
}

/** `cases` flips of a file of 60 events, half of them in its first page; every bit when left out. */
export async function runFile({
  cases,
  seed,
  fault,
}: Readonly<{ cases?: number; seed: number; fault?: FileFault }>): Promise<
  Tried & { harmless: number }
> {
  const { file, key, head } = await found(EVENTS);
  const image = readFileSync(file);
  // An image in memory has no write-ahead log: SQLite's file format, bytes 18 and 19.
  image.fill(1, 18, 20);
  const look =
    fault === 'no-schema-check' ? verifierWith('sound(found === expected', 'sound(true') : verify;
  const asked = { keys: [key], heads: fault === 'no-head' ? [] : [head] };
  if (look({ target: image, ...asked }).status !== 'ok') throw new Error('the image is not sound');
  const seen = visible(image);

  const bits = image.length * 8;
  const pageBits = image.readUInt16BE(16) * 8;
  const random = randomFrom(seed);
  const undetected: string[] = [];
  let harmless = 0;
  for (let n = 0; n < (cases ?? bits); n += 1) {
    const bit = cases === undefined ? n : random(n % 2 === 0 ? pageBits : bits);
    const [byte, mask] = [bit >> 3, 1 << (bit & 7)];
    image[byte]! ^= mask;
    if (look({ target: image, ...asked }).status === 'ok') {
      if (visible(image) === seen) harmless += 1;
      else undetected.push(`bit ${bit}`);
    }
    image[byte]! ^= mask;
  }
  return { tried: cases ?? bits, undetected, harmless };
}

/** A folder as a power cut leaves it, the newest events in the write-ahead log. */
async function cutOff(events: number): Promise<Folder & { key: string }> {
  const folder = folderAt(join(temporaryDirectory(), 'data'));
  const opened = await openFolder(folder);
  await appendEvents(opened, events);
  const { key } = await outsideOf(opened, folder);
  const left = copyOf(folder);
  for (const name of readdirSync(left.path).filter((it) => it.endsWith('-shm'))) {
    rmSync(join(left.path, name));
  }
  await opened.ledger.close();
  return { ...left, key };
}

/** Whether a start of the program on this folder is refused, or finds every event. */
async function startFinds(folder: Folder, events: number): Promise<'all' | 'refused' | 'fewer'> {
  try {
    const { ledger } = await openFolder(folder);
    const found = await collect(ledger.readAll());
    await ledger.close();
    return found.length === events ? 'all' : 'fewer';
  } catch {
    return 'refused';
  }
}

/** `cases` flips in the write-ahead log of a folder whose power was cut. */
export async function runWal({
  cases,
  seed,
  fault,
}: Readonly<{ cases: number; seed: number; fault?: WalFault }>): Promise<
  Tried & { refused: number }
> {
  const base = await cutOff(EVENTS);
  const wal = readFileSync(`${base.file}-wal`);
  const random = randomFrom(seed);
  const undetected: string[] = [];
  let refused = 0;
  for (let n = 0; n < cases; n += 1) {
    const folder = copyOf(base);
    const bit = random(wal.length * 8);
    const flipped = Buffer.from(wal);
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    writeFileSync(`${folder.file}-wal`, flipped);
    if (fault === 'no-witness') rmSync(folder.witness, { recursive: true });
    const witness = fault === 'no-witness' ? {} : { witness: folder.witness };
    const { status, size } = verify({ target: folder.file, keys: [base.key], ...witness });
    if (status === 'ok' && size !== EVENTS) undetected.push(`verify, bit ${bit}`);
    const start = await startFinds(folder, EVENTS);
    if (start === 'fewer') undetected.push(`start, bit ${bit}`);
    if (start === 'refused') refused += 1;
    rmSync(folder.path, { recursive: true });
  }
  return { tried: cases, undetected, refused };
}

/**
 * `cases` times an older copy of the file, a tail cut off, a write-ahead log removed or cut. Every
 * start must be refused and verify must say that the ledger is shorter.
 */
export async function runRollback({
  cases,
  seed,
  fault,
}: Readonly<{ cases: number; seed: number; fault?: WalFault }>): Promise<Tried> {
  const base = await cutOff(EVENTS);
  const older = olderCopies(base);
  const wal = readFileSync(`${base.file}-wal`);
  const random = randomFrom(seed);
  const undetected: string[] = [];
  for (let n = 0; n < cases; n += 1) {
    const folder = copyOf(base);
    const way = ['older copy', 'log removed', 'log cut'][n % 3] ?? '';
    if (way === 'older copy') {
      rmSync(`${folder.file}-wal`);
      cpSync(older[random(older.length)] ?? '', folder.file);
    } else if (way === 'log removed') rmSync(`${folder.file}-wal`);
    else writeFileSync(`${folder.file}-wal`, wal.subarray(0, random(wal.length - 4_096)));
    if (fault === 'no-witness') rmSync(folder.witness, { recursive: true });
    const witness = fault === 'no-witness' ? {} : { witness: folder.witness };
    if (verify({ target: folder.file, keys: [base.key], ...witness }).status === 'ok') {
      undetected.push(`verify, ${way}`);
    }
    if ((await startFinds(folder, EVENTS)) !== 'refused') undetected.push(`start, ${way}`);
    rmSync(folder.path, { recursive: true });
  }
  return { tried: cases, undetected };
}

/** The file of this ledger as it was after 1, 2, 3 … events, whole and closed. */
function olderCopies(base: Folder): readonly string[] {
  return Array.from({ length: EVENTS - 1 }, (_, n) => {
    const folder = copyOf(base);
    tamperWith(folder.file, (database) => cutTail(database, n + 2));
    return folder.file;
  });
}
