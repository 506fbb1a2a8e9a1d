/*
 * The ledger file, format 1.
 *
 * An SQLite 3 database (page 1 says the rest about the container) in WAL mode. Every table only
 * grows: triggers abort UPDATE and DELETE, which stops accidents and our own faults; against
 * somebody with the file in their hands stand the leaf hashes, as far as they are known elsewhere.
 *
 *   ledger    One row. `id` is drawn at random when the file is made and tells this
 *             ledger from every other; `format` is the number above. A program meets a higher number with a
 *             refusal, never with a guess.
 *   events    One row per event. `position` is 1, 2, 3 … without gaps, the order of commitment.
 *             `revision` is 0, 1, 2 … without gaps within `stream`. `record` is the canonical text
 *             described in record.ts and the only authority: the other columns repeat parts of it
 *             so that SQL can find it, and are compared with it on every read. `leaf` is SHA-256
 *             (0x00 ‖ record), RFC 6962.
 *   streams   Their names. Written with the first event of the stream.
 *   types     The names of the event types, likewise.
 *   commands  One row per append. `position` is that of its last event: the answer, should it be
 *             sent again.
 *
 * Beside `x.db` lie, while it is open, SQLite's `x.db-wal` and `x.db-shm`, and `x.db.lock`, an
 * empty database whose exclusive lock is the right to write. The newest events may stand in the
 * -wal file only: never copy the file of a running ledger, make a backup.
 */
export const FORMAT = 1;

const TABLES = ['ledger', 'streams', 'types', 'events', 'commands'] as const;

const neverEdited = (table: string): string => `
CREATE TRIGGER ${table}_never_updated BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append only'); END;
CREATE TRIGGER ${table}_never_deleted BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append only'); END;
`;

export const SCHEMA = `
CREATE TABLE ledger (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  format INTEGER NOT NULL
) STRICT;

CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE events (
  position INTEGER PRIMARY KEY CHECK (position > 0),
  stream INTEGER NOT NULL REFERENCES streams (id),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  type INTEGER NOT NULL REFERENCES types (id),
  record TEXT NOT NULL,
  leaf BLOB NOT NULL CHECK (length(leaf) = 32),
  UNIQUE (stream, revision)
) STRICT;

CREATE TABLE commands (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES events (position)
) STRICT, WITHOUT ROWID;
${TABLES.map(neverEdited).join('')}`;
