import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { LedgerCorrupt } from '../ledger.js';
import { copyDatabase, syncFile } from '../sqlite/copy.js';
import { openDatabase } from '../sqlite/database.js';
import { syncDirectory } from '../sqlite/private-file.js';
import { keysFile } from './key-store-schema.js';
import { Keyring } from './keyring.js';

/**
 * Copies a key store beside its writer: the living keys, and the files that open them. Keys that
 * were destroyed are not in the copy. Copy the ledger first: an event never comes before its key.
 */
export async function copyKeys(from: string, to: string): Promise<void> {
  await copyDatabase(keysFile(from), keysFile(to), requireSound);
  copyFiles(from, to, (name) => !name.startsWith('keys.db'));
  const copy = openDatabase(keysFile(to), 'read', () => undefined);
  try {
    // Fails if the keys were rotated between the two copies; the next backup succeeds.
    new Keyring(copy, to).indexKey();
  } finally {
    copy.close();
  }
}

function requireSound(file: string): Promise<void> {
  const database = openDatabase(file, 'read', (opened) => {
    const found = opened.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new LedgerCorrupt(`${file} is damaged: ${String(found)}`);
  });
  database.close();
  return Promise.resolve();
}

/** Copies the plain files of a folder with their rights, durably. */
export function copyFiles(from: string, to: string, wanted: (name: string) => boolean): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(from)) {
    const file = join(from, name);
    if (!statSync(file).isFile() || !wanted(name)) continue;
    copyFileSync(file, join(to, name));
    chmodSync(join(to, name), statSync(file).mode & 0o700);
    syncFile(join(to, name));
  }
  syncDirectory(to);
}
