import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';

import type Database from 'better-sqlite3';

import { canonicalText } from '../plain-json.js';
import { decrypt, encrypt, KEY_BYTES } from './cipher.js';
import { destroyKeyFile, kekFile, keksIn, makeKeyFile, readKeyFile } from './key-file.js';
import { INDEX_STREAM } from './key-store-schema.js';
import { KeysRefused } from './keys-refused.js';
import type { Rotation } from './vault.js';

/** A data key as it lies in the table. `wrapped` is opened by `kek` and bound to the row. */
export type WrappedKey = Readonly<{
  id: string;
  stream: string;
  kek: number;
  nonce: Buffer;
  wrapped: Buffer;
}>;

/**
 * The data keys and the key-encrypting key that wraps them. The key of the index is always there, so
 * its row says which key-encrypting key is in use.
 */
export class Keyring {
  readonly #database: Database.Database;
  readonly #directory: string;
  readonly #byStream: Database.Statement<[string], WrappedKey>;
  readonly #byId: Database.Statement<[string], WrappedKey>;
  /** By number. A reader meets a new one when a writer beside it rotates. */
  readonly #keks = new Map<number, Buffer>();

  constructor(database: Database.Database, directory: string) {
    this.#database = database;
    this.#directory = directory;
    this.#byStream = database.prepare('SELECT * FROM keys WHERE stream = ?');
    this.#byId = database.prepare('SELECT * FROM keys WHERE id = ?');
  }

  /** Makes the first keys, inside the transaction that makes the tables. */
  begin(): void {
    const kek = keksIn(this.#directory).at(-1) ?? 1;
    // A key file without keys.db is kept: it opens the keys.db that may yet come back from a
    // backup.
    const file = kekFile(this.#directory, kek);
    if (!existsSync(file)) makeKeyFile(file);
    this.keep(this.#wrap(randomUUID(), INDEX_STREAM, kek, randomBytes(KEY_BYTES)));
  }

  ofStream(stream: string): WrappedKey | undefined {
    return this.#byStream.get(stream);
  }

  ofId(id: string): WrappedKey | undefined {
    return this.#byId.get(id);
  }

  /** A stream's key, made if there is none; to be called inside a transaction. */
  findOrMake(stream: string): WrappedKey {
    return this.ofStream(stream) ?? this.keep(this.make(stream));
  }

  /** A new key for a stream. It opens nothing until it is kept. */
  make(stream: string): WrappedKey {
    return this.#wrap(randomUUID(), stream, this.#index().kek, randomBytes(KEY_BYTES));
  }

  /** To be called inside a transaction. */
  keep(made: WrappedKey): WrappedKey {
    const insert = this.#database.prepare<[WrappedKey]>(`
      INSERT INTO keys (id, stream, kek, nonce, wrapped) VALUES (:id, :stream, :kek, :nonce, :wrapped)`);
    insert.run(made);
    return made;
  }

  indexKey(): Buffer {
    return this.unwrap(this.#index());
  }

  unwrap({ id, stream, kek, nonce, wrapped }: WrappedKey): Buffer {
    const opener = this.#kek(kek);
    try {
      return decrypt(opener, { nonce, ciphertext: wrapped }, rowOf(id, stream, kek));
    } catch {
      throw this.#damaged(`the key of stream ${stream} does not open with kek-${kek}`);
    }
  }

  /** Makes the next key-encrypting key. Until keys are put under it, it wraps nothing. */
  makeNextKek(): Pick<Rotation, 'from' | 'to'> {
    const from = this.#index().kek;
    const to = (keksIn(this.#directory).at(-1) ?? from) + 1;
    makeKeyFile(kekFile(this.#directory, to));
    return { from, to };
  }

  /** Puts every key under another key-encrypting key, inside a transaction. Answers how many. */
  rewrap(to: number): number {
    const keys = this.#database.prepare<[], WrappedKey>('SELECT * FROM keys').all();
    const update = this.#database.prepare<[WrappedKey]>(
      'UPDATE keys SET kek = :kek, nonce = :nonce, wrapped = :wrapped WHERE id = :id AND stream = :stream',
    );
    for (const key of keys) update.run(this.#wrap(key.id, key.stream, to, this.unwrap(key)));
    return keys.length;
  }

  /** A key-encrypting key that is older than the one in use has nothing left to open. */
  destroyOldKeks(): void {
    const current = this.#index().kek;
    for (const kek of keksIn(this.#directory)) {
      if (kek < current) destroyKeyFile(kekFile(this.#directory, kek));
    }
  }

  #index(): WrappedKey {
    const key = this.ofStream(INDEX_STREAM);
    if (key !== undefined) return key;
    throw this.#damaged('it has lost the key of its index');
  }

  #damaged(what: string): KeysRefused {
    return new KeysRefused(
      'damaged',
      this.#directory,
      `${what}: restore the keys from their backup`,
    );
  }

  #wrap(id: string, stream: string, kek: number, key: Buffer): WrappedKey {
    const { nonce, ciphertext } = encrypt(this.#kek(kek), key, rowOf(id, stream, kek));
    return { id, stream, kek, nonce, wrapped: ciphertext };
  }

  #kek(kek: number): Buffer {
    const known = this.#keks.get(kek) ?? readKeyFile(kekFile(this.#directory, kek));
    this.#keks.set(kek, known);
    return known;
  }
}

/** Binds a wrapped key to its row, so that keys cannot be exchanged between streams. */
function rowOf(id: string, stream: string, kek: number): string {
  return canonicalText([id, stream, kek]);
}
