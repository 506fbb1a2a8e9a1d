import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { syncDirectory } from '../sqlite/private-file.js';
import { KEY_BYTES } from './cipher.js';
import { KeysRefused } from './keys-refused.js';

/** The key-encrypting keys of a directory: `kek-1`, `kek-2` …, one of them in use. */
export function kekFile(directory: string, kek: number): string {
  return join(directory, `kek-${kek}`);
}

/** The numbers of the key-encrypting keys that lie there, ascending. */
export function keksIn(directory: string): readonly number[] {
  return readdirSync(directory)
    .flatMap((name) => /^kek-(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((left, right) => left - right);
}

/** Writes a new random key, whole or not at all, durably, readable by this user only. */
export function makeKeyFile(file: string): void {
  const draft = `${file}.new`;
  // What a crash left of an earlier draft never wrapped anything.
  rmSync(draft, { force: true });
  const descriptor = openSync(draft, 'wx', 0o400);
  try {
    writeSync(descriptor, randomBytes(KEY_BYTES));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
  syncDirectory(dirname(file));
}

export function readKeyFile(file: string): Buffer {
  const key = bytesOf(file);
  if (key.length !== KEY_BYTES) {
    throw new KeysRefused(
      'kek-missing',
      file,
      'is damaged: restore it from the backup of the keys',
    );
  }
  return key;
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      const message = 'is missing: restore it from the backup of the keys';
      throw new KeysRefused('kek-missing', file, message);
    }
    // Which may be a missing right, and no missing key.
    throw new KeysRefused('unreadable', file, `cannot be read (${String(code)}): check its rights`);
  }
}

/** Overwrites a key in its place before its name goes, so that a freed block does not hold it. */
export function destroyKeyFile(file: string): void {
  chmodSync(file, 0o600);
  const descriptor = openSync(file, 'r+');
  try {
    writeSync(descriptor, randomBytes(KEY_BYTES), 0, KEY_BYTES, 0);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  rmSync(file);
  syncDirectory(dirname(file));
}
