import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import type { Sealed } from '../../src/ledger/ledger.js';
import { openWitnessed, type Witnessed } from '../../src/ledger/transparency/witnessed-ledger.js';
import * as verifier from '../../verifier/gongkai-verify.cjs';
import { anAppend, newEvent, nextId, temporaryDirectory } from '../support/ledger/builders.js';

export type Verify = typeof verifier.verify;

const VERIFIER = join(__dirname, '..', '..', 'verifier', 'gongkai-verify.cjs');

/** What every harness answers: how many cases it tried, and which of them it should not have lost. */
export type Tried = Readonly<{ tried: number; undetected: readonly string[] }>;

/** The verifier with one of its lines changed, to see that a harness notices. */
export function verifierWith(line: string, instead: string): Verify {
  const source = readFileSync(VERIFIER, 'utf8');
  if (source.split(line).length !== 2) throw new Error(`“${line}” is not there once`);
  const faulty = new Module(VERIFIER) as Module & {
    _compile: (text: string, name: string) => void;
  };
  faulty.paths = module.paths;
  faulty._compile(source.replace(line, instead), VERIFIER);
  return (faulty.exports as typeof verifier).verify;
}

export const verify = verifier.verify;

/** A repeatable source of chance: mulberry32. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) % 1_000_000_007) % below;
  };
}

/** A data folder on disk, as the product leaves it. */
export type Folder = Readonly<{ path: string; file: string; witness: string; keys: string }>;

export function folderAt(path: string): Folder {
  return {
    path,
    file: join(path, 'ledger.db'),
    witness: join(path, 'witness'),
    keys: join(path, 'keys'),
  };
}

/** `anew`: as an insider does who has removed the witness. */
export function openFolder({ file, witness, keys }: Folder, anew = false): Promise<Witnessed> {
  let now = Date.parse('2025-03-04T02:00:00.000Z');
  const clock = (): string => new Date((now += 1_000)).toISOString();
  const ledger = openEmbeddedLedger({ file, clock, mode: 'write' });
  const options = { directory: witness, keysDirectory: keys, clock, mode: 'write', anew } as const;
  return openWitnessed(ledger, options);
}

/** Streams of three events, sealed, as a register has them. */
export async function appendEvents({ ledger }: Witnessed, count: number): Promise<void> {
  const batch = nextId('request');
  for (let n = 0; n < count; n += 1) {
    const sealed: Sealed = {
      suite: 'aes-256-gcm',
      key: nextId('key'),
      nonce: 'bm9uY2Vub25jZQ==',
      ciphertext: Buffer.from(nextId('somebody')).toString('base64'),
    };
    const [stream, revision] = [`${batch}-${Math.floor(n / 3)}`, n % 3];
    const type = ['RequestRegistered', 'ReplyDecided', 'ReplyServed'][revision] ?? '';
    const events = [newEvent({ type, sealed, data: { number: stream, note: `申请 ${n}` } })];
    await ledger.append(anAppend({ stream, events, expectedRevision: revision }));
  }
}

/** A ledger of so many events, closed, with its newest checkpoint and its key in others' hands. */
export type Founded = Folder & Readonly<{ key: string; checkpoint: string; head: string }>;

export async function found(events: number): Promise<Founded> {
  const folder = folderAt(join(temporaryDirectory(), 'data'));
  const opened = await openFolder(folder);
  await appendEvents(opened, events);
  const outside = await outsideOf(opened, folder);
  await opened.ledger.close();
  return { ...folder, ...outside };
}

/** What strangers hold: written beside the data folder, where no insider reaches. */
export async function outsideOf(
  { transparency }: Witnessed,
  { path }: Folder,
): Promise<Pick<Founded, 'key' | 'checkpoint' | 'head'>> {
  const { note, checkpoint } = await transparency.checkpoint('sha256-ed25519');
  const file = join(path, '..', nextId('checkpoint'));
  writeFileSync(file, note);
  const key = transparency.publicKeys().find(({ suite }) => suite === checkpoint.suite);
  const head = `${String(checkpoint.size)} ${checkpoint.root.toString('hex')}`;
  return { key: key?.verifierKey ?? '', checkpoint: file, head };
}

/** A copy that somebody may ruin. */
export function copyOf({ path }: Folder): Folder {
  const folder = folderAt(join(temporaryDirectory(), 'data'));
  mkdirSync(folder.path);
  cpSync(path, folder.path, { recursive: true });
  return folder;
}

/** Edits a file past its triggers and leaves the schema as it was. */
export function tamperWith(file: string, change: (database: Database.Database) => void): void {
  const database = new Database(file);
  const triggers = database
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
    )
    .all();
  database.pragma('foreign_keys = OFF');
  database.transaction(() => {
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
    change(database);
    for (const { sql } of triggers) database.exec(sql);
  })();
  database.close();
}
