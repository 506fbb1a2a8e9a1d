import type Database from 'better-sqlite3';

/** 密钥已处理，旧字节待清除: deleted keys are still in the WAL, because somebody reads the file. */
export class Unscrubbed extends Error {
  override readonly name = 'Unscrubbed';
}

/** Goes into the transaction that deletes or replaces key bytes: what it left must be scrubbed. */
export function markUnclean(database: Database.Database): void {
  database.exec('UPDATE store SET unclean = 1');
}

/**
 * Leaves no byte of what was deleted. secure_delete has overwritten it in the pages, and these go
 * into the file; the WAL, which holds the pages as they were, is cut to nothing.
 */
export function scrub(database: Database.Database): void {
  const [done] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (done?.busy !== 0) {
    throw new Unscrubbed(
      `${database.name} is being read, so deleted keys are still in its WAL: end the readers and ` +
        'start the program again, which finishes the erasure',
    );
  }
  database.exec('UPDATE store SET unclean = 0');
}
