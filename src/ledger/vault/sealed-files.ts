import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { LedgerCorrupt, LedgerFull, LedgerStopped } from '../ledger.js';
import { syncFile } from '../sqlite/copy.js';
import { ensurePrivateDirectory, syncDirectory } from '../sqlite/private-file.js';
import type { Unreadable, Vault } from './vault.js';

/** `hash`: SHA-256 of the ciphertext, in hexadecimal. `size`: of the plain bytes. */
export type KeptFile = Readonly<{ hash: string; size: number }>;

/**
 * 附件: bytes that belong to a stream, sealed with its key and kept beside the ledger, which names them
 * by hash. Whoever forgets the stream has made them unreadable; removing them is housekeeping.
 */
export interface SealedFiles {
  /**
   * Resolves when the file is durable, so that an event never names a file that was lost. Rejects
   * with LedgerFull or LedgerStopped where it cannot be kept.
   */
  put(stream: string, bytes: Uint8Array): Promise<KeptFile>;

  /** Throws LedgerCorrupt when the file is not there or its bytes are not those of the hash. */
  get(stream: string, hash: string): Promise<Buffer | Unreadable>;

  /** Whether the file is there and whole; needs no key. */
  check(hash: string): 'whole' | 'missing' | 'altered';

  /** Whether nothing was ever kept. */
  isEmpty(): boolean;

  /** Removes files that are there; to do it again is harmless. */
  remove(hashes: readonly string[]): void;

  /** Removes files last written before `until` that `named` does not have: a crash left them. */
  sweep(named: ReadonlySet<string>, until: Date): void;
}

const HASH = /^[0-9a-f]{64}$/;
const SHELF = /^[0-9a-f]{2}$/;

/**
 * Files under `directory`, as `ab/<hash>`. No part of a path comes from outside: a hash is checked to
 * be one.
 */
export class SealedFileStore implements SealedFiles {
  readonly #directory: string;
  readonly #ledgerId: string;
  readonly #vault: Pick<Vault, 'sealFile' | 'openFile'>;

  constructor(directory: string, ledgerId: string, vault: Pick<Vault, 'sealFile' | 'openFile'>) {
    this.#directory = directory;
    this.#ledgerId = ledgerId;
    this.#vault = vault;
  }

  async put(stream: string, bytes: Uint8Array): Promise<KeptFile> {
    const sealed = await this.#vault.sealFile({ ledgerId: this.#ledgerId, stream }, bytes);
    const hash = hashOf(sealed);
    try {
      this.#keep(this.#pathOf(hash), sealed);
    } catch (error) {
      const code = String((error as NodeJS.ErrnoException).code);
      const Failure = code === 'ENOSPC' || code === 'EDQUOT' ? LedgerFull : LedgerStopped;
      throw new Failure(`${this.#directory} cannot be written (${code})`, { cause: error });
    }
    return { hash, size: bytes.byteLength };
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a rejection, not a throw
  async get(stream: string, hash: string): Promise<Buffer | Unreadable> {
    // Only what has a key is looked for: of what was erased the file may be gone.
    return this.#vault.openFile({ ledgerId: this.#ledgerId, stream }, () => this.#read(hash));
  }

  check(hash: string): 'whole' | 'missing' | 'altered' {
    const path = this.#pathOf(hash);
    if (!existsSync(path)) return 'missing';
    return hashOf(readFileSync(path)) === hash ? 'whole' : 'altered';
  }

  isEmpty(): boolean {
    return !existsSync(this.#directory);
  }

  remove(hashes: readonly string[]): void {
    for (const hash of hashes) rmSync(this.#pathOf(hash), { force: true });
  }

  sweep(named: ReadonlySet<string>, until: Date): void {
    if (this.isEmpty()) return;
    for (const shelf of readdirSync(this.#directory).filter((name) => SHELF.test(name))) {
      for (const name of readdirSync(join(this.#directory, shelf))) {
        const path = join(this.#directory, shelf, name);
        if (!named.has(name) && statSync(path).mtime < until) rmSync(path, { force: true });
      }
    }
  }

  #read(hash: string): Buffer {
    const path = this.#pathOf(hash);
    if (!existsSync(path)) throw new LedgerCorrupt(`${path} is missing: restore it from a backup`);
    const sealed = readFileSync(path);
    if (hashOf(sealed) === hash) return sealed;
    throw new LedgerCorrupt(`${path} was changed: restore it from a backup`);
  }

  /** Under a name of its own until it is whole; then the directory makes the name durable. */
  #keep(path: string, sealed: Buffer): void {
    ensurePrivateDirectory(this.#directory);
    ensurePrivateDirectory(dirname(path));
    const draft = `${path}.${randomUUID()}.part`;
    try {
      writeFileSync(draft, sealed, { mode: 0o600, flag: 'wx' });
      syncFile(draft);
      renameSync(draft, path);
      syncDirectory(dirname(path));
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  }

  #pathOf(hash: string): string {
    if (!HASH.test(hash))
      throw new LedgerCorrupt(`not the hash of a file: ${JSON.stringify(hash)}`);
    return join(this.#directory, hash.slice(0, 2), hash);
  }
}

/**
 * Copies sealed files as they lie, durably. One that another process removes meanwhile, because it
 * was erased, is left out.
 */
export function copySealedFiles(from: string, to: string): void {
  if (!existsSync(from)) return;
  ensurePrivateDirectory(to);
  for (const shelf of readdirSync(from).filter((name) => SHELF.test(name))) {
    ensurePrivateDirectory(join(to, shelf));
    for (const hash of readdirSync(join(from, shelf)).filter((name) => HASH.test(name))) {
      copyIfThere(join(from, shelf, hash), join(to, shelf, hash));
    }
    syncDirectory(join(to, shelf));
  }
  syncDirectory(to);
}

function copyIfThere(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  chmodSync(to, 0o600);
  syncFile(to);
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
