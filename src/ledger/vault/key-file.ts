import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

import { syncDirectory } from '../sqlite/private-file.js';
import { KEY_BYTES } from './cipher.js';
import { KeysRefused } from './keys-refused.js';

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
  if (!existsSync(file)) {
    throw new KeysRefused(
      'kek-missing',
      file,
      'is missing: restore it from the backup of the keys',
    );
  }
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES) {
    throw new KeysRefused(
      'kek-missing',
      file,
      'is damaged: restore it from the backup of the keys',
    );
  }
  return key;
}
