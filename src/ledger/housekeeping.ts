import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Instant } from './ledger.js';

/** The last backup that was made of a ledger, and found to be the same event by event. */
export type LastBackup = Readonly<{
  takenAt: Instant;
  events: number;
  /** The folders it was put into. Without keys personal data cannot be restored. */
  into: string;
  keys: string | null;
}>;

/** Where the files lie. The ledger is null when it is in a database elsewhere. */
export type KeptFiles = Readonly<{ lastBackup: string; ledger: string | null }>;

/** 备份状态: what is known without reading the ledger. */
export class Housekeeping {
  constructor(private readonly files: KeptFiles) {}

  /** Null when none was ever made from this folder, or the note of it cannot be read. */
  lastBackup(): LastBackup | null {
    const { lastBackup } = this.files;
    if (!existsSync(lastBackup)) return null;
    try {
      return JSON.parse(readFileSync(lastBackup, 'utf8')) as LastBackup;
    } catch {
      return null;
    }
  }

  /** Bytes on the disk, with what waits to be carried into the file. */
  ledgerBytes(): number | null {
    const { ledger } = this.files;
    if (ledger === null) return null;
    const parts = [ledger, `${ledger}-wal`].filter((part) => existsSync(part));
    return parts.reduce((sum, part) => sum + statSync(part).size, 0);
  }
}

/** Says in the data folder that a backup was made, for who looks whether there is one. */
export function noteBackup(file: string, { takenAt, events, into, keys }: LastBackup): void {
  const note: LastBackup = { takenAt, events, into, keys };
  writeFileSync(file, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
}
