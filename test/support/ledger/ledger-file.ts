import { readFileSync, writeFileSync } from 'node:fs';

import Database from 'better-sqlite3';

/**
 * What somebody with the file in their hands can do: edits it past the triggers, and leaves the
 * schema as it was.
 */
export function tamper(file: string, statement: string): void {
  const database = new Database(file);
  const triggers = database
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
    )
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  database.pragma('foreign_keys = OFF');
  database.exec(statement);
  for (const { sql } of triggers) database.exec(sql);
  database.close();
}

/** Changes one bit of the first byte of a text that stands in the file once. */
export function flipBit(file: string, text: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text);
  if (at < 0 || bytes.includes(text, at + 1)) throw new Error(`${text} is not there once`);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

/** Overwrites the root page of a table: what is left when a block of the disk went bad. */
export function ruinTable(file: string, table: string): void {
  const database = new Database(file, { readonly: true });
  const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck();
  const start =
    (Number(root.get(table)) - 1) * Number(database.pragma('page_size', { simple: true }));
  database.close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xff, start, start + 100));
}

/**
 * The commits in the write-ahead log: frames that give the size of the database (SQLite's wal.c).
 */
export function commitsInWal(file: string): number {
  const HEADER_BYTES = 32;
  const FRAME_HEADER_BYTES = 24;
  const wal = readFileSync(`${file}-wal`);
  const frameBytes = FRAME_HEADER_BYTES + wal.readUInt32BE(8);
  let commits = 0;
  for (let at = HEADER_BYTES; at + frameBytes <= wal.length; at += frameBytes) {
    if (wal.readUInt32BE(at + 4) > 0) commits += 1;
  }
  return commits;
}
