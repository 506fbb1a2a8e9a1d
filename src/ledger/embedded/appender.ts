import type Database from 'better-sqlite3';

import {
  CommandIdReused,
  VersionConflict,
  type Append,
  type Appended,
  type Instant,
  type Position,
} from '../ledger.js';
import { leafHash, writeRecords } from '../record.js';

type Earlier = Readonly<{ stream: string; revision: number; position: number }>;
type Head = Readonly<{ position: number; recordedAt: Instant }>;

/**
 * One append, to be run inside a transaction of the only writer. It trusts no figure from before
 * the transaction: a head kept in memory is how two processes break a ledger.
 */
export function appender(
  database: Database.Database,
  clock: () => Instant,
): (append: Append) => Appended {
  const commandOf = database.prepare<[string], Earlier>(`
    SELECT streams.name AS stream, events.revision, events.position
    FROM commands
    JOIN events ON events.position = commands.position
    JOIN streams ON streams.id = events.stream
    WHERE commands.id = ?`);
  const head = database.prepare<[], Head>(`
    SELECT position, record ->> '$.recordedAt' AS recordedAt
    FROM events ORDER BY position DESC LIMIT 1`);
  const lengthOf = database.prepare<[number], { length: number }>(`
    SELECT coalesce(max(revision), -1) + 1 AS length FROM events WHERE stream = ?`);
  const addEvent = database.prepare<[number, number, number, number, string, Buffer]>(`
    INSERT INTO events (position, stream, revision, type, record, leaf) VALUES (?, ?, ?, ?, ?, ?)`);
  const addCommand = database.prepare<[string, number]>(`
    INSERT INTO commands (id, position) VALUES (?, ?)`);
  const streams = names(database, 'streams');
  const types = names(database, 'types');

  return (append) => {
    const { stream, expectedRevision, commandId } = append;
    const earlier = commandOf.get(commandId);
    if (earlier !== undefined) {
      if (earlier.stream !== stream) throw new CommandIdReused(commandId);
      const position = String(earlier.position) as Position;
      return { revision: earlier.revision, position, repeated: true };
    }

    const known = streams.find(stream);
    const length = known === undefined ? 0 : (lengthOf.get(known)?.length ?? 0);
    if (length !== expectedRevision) throw new VersionConflict(stream, expectedRevision, length);

    const last = head.get();
    const records = writeRecords(append, latest(clock(), last?.recordedAt));

    const streamId = known ?? streams.add(stream);
    let position = last?.position ?? 0;
    for (const { type, revision, text } of records) {
      position += 1;
      const typeId = types.find(type) ?? types.add(type);
      addEvent.run(position, streamId, revision, typeId, text, leafHash(text));
    }
    addCommand.run(commandId, position);
    return {
      revision: expectedRevision + records.length - 1,
      position: String(position) as Position,
      repeated: false,
    };
  };
}

/**
 * A clock that was set back must not make the ledger say that a later fact was recorded earlier.
 */
function latest(now: Instant, before: Instant | undefined): Instant {
  return before === undefined || now > before ? now : before;
}

type Names = Readonly<{
  find: (name: string) => number | undefined;
  add: (name: string) => number;
}>;

export function names(database: Database.Database, table: 'streams' | 'types'): Names {
  const find = database.prepare<[string], { id: number }>(`SELECT id FROM ${table} WHERE name = ?`);
  const add = database.prepare<[string]>(`INSERT INTO ${table} (name) VALUES (?)`);
  return {
    find: (name) => find.get(name)?.id,
    add: (name) => Number(add.run(name).lastInsertRowid),
  };
}
