import type Database from 'better-sqlite3';

import type { JsonObject } from '../../kernel/decider.js';
import {
  BEGINNING,
  comparePositions,
  LedgerCorrupt,
  type Position,
  type Sealed,
} from '../ledger.js';
import { canonicalText } from '../plain-json.js';
import { requireSchema, type Mode } from '../sqlite/database.js';
import { SqliteStore, type DiskFailed } from '../sqlite/store.js';
import { decrypt, encrypt } from './cipher.js';
import { ErasureList } from './erasure-list.js';
import { foundKeys } from './found-keys.js';
import {
  hasKeys,
  keysMissing,
  notIndexed,
  openKeys,
  requireOwn,
  SCHEMA,
} from './key-store-schema.js';
import { keysAway } from './keys-away.js';
import { openBytes, sealBytes } from './sealed-bytes.js';
import { Keyring, type WrappedKey } from './keyring.js';
import { KeysRefused } from './keys-refused.js';
import { PersonIndex, type SearchedBy, type Tag } from './person-index.js';
import { markUnclean, scrub } from './scrub.js';
import type {
  ErasureRecord,
  FileContext,
  Rotation,
  SealContext,
  SealedPart,
  Unreadable,
  Vault,
} from './vault.js';

export type KeyStoreOptions = Readonly<{
  /** Made when it is opened for writing and does not exist. */
  directory: string;
  mode: Mode;
  /** The ledger whose personal data the keys open. */
  ledgerId: string;
  /** Whether that ledger is empty still. Only then may keys be made where there are none. */
  ledgerIsNew: boolean;
  /** The file of the {@link ErasureList}. */
  erasures: string;
  searchedBy: SearchedBy;
  diskFailed?: DiskFailed | undefined;
}>;

/**
 * The international algorithms. A second suite, SM4 with SM3, would stand beside it under a name of
 * its own.
 */
const SUITE = 'intl1';

/** The first key of a stream, or something more to find it by. */
type Admission = Readonly<{ stream: string; tags: readonly Tag[] }>;

export function openKeyStore(options: KeyStoreOptions): Vault {
  try {
    return openOwn(options);
  } catch (error) {
    // Figures need no key; who only reads is told that no person can be shown.
    const isAway = error instanceof KeysRefused && error.fault !== 'other-ledger';
    if (options.mode === 'read' && isAway) return keysAway(options.directory);
    throw error;
  }
}

function openOwn(options: KeyStoreOptions): Vault {
  const { directory, mode, ledgerIsNew, ledgerId } = options;
  const mayBegin = mode === 'write' && ledgerIsNew;
  if (!hasKeys(directory) && !mayBegin) throw keysMissing(directory);
  const database = openKeys(directory, mode, (opened) => {
    if (mode === 'write') foundKeys(opened, options);
    requireSchema(opened, SCHEMA);
    requireOwn(opened, options);
  });
  try {
    return new KeyStore(database, options, new ErasureList(options.erasures, ledgerId));
  } catch (error) {
    database.close();
    throw error;
  }
}

class KeyStore implements Vault {
  readonly away = null;
  readonly #database: Database.Database;
  readonly #directory: string;
  readonly #keyring: Keyring;
  readonly #list: ErasureList;
  readonly #index: PersonIndex;
  readonly #store: SqliteStore<Admission, WrappedKey>;
  readonly #erased: Database.Statement<[string]>;

  constructor(database: Database.Database, options: KeyStoreOptions, list: ErasureList) {
    this.#database = database;
    this.#directory = options.directory;
    this.#keyring = new Keyring(database, options.directory);
    this.#list = list;
    // Says here and not later that the key-encrypting key is away.
    this.#keyring.indexKey();
    this.#index = new PersonIndex(database, this.#keyring, options.searchedBy);
    this.#erased = database.prepare('SELECT 1 FROM erased WHERE stream = ?');
    this.#store = new SqliteStore(database, (admission) => this.#admit(admission), {
      failed: options.diskFailed,
    });
  }

  async seal(context: SealContext, plain: JsonObject): Promise<Sealed> {
    const text = canonicalText(plain, 'sealed');
    const { stream } = context;
    const tags = this.#store.read(() => this.#index.tagsOf(plain));
    // A key that can be seen is durable: SQLite shows a commit only after its flush.
    const known = this.#store.read(() => this.#admitted(stream, tags));
    const key = known ?? (await this.#store.submit({ stream, tags }));
    const box = encrypt(this.#keyring.unwrap(key), Buffer.from(text), placeOf(context));
    return {
      suite: SUITE,
      key: key.id,
      nonce: box.nonce.toString('base64'),
      ciphertext: box.ciphertext.toString('base64'),
    };
  }

  open(context: SealContext, sealed: Sealed): JsonObject | Unreadable {
    if (sealed.suite !== SUITE) {
      throw new LedgerCorrupt(
        `${whereIs(context)} is sealed with an unknown suite: ${sealed.suite}`,
      );
    }
    const { stream } = context;
    if (this.isErased(stream)) return 'erased';
    // Asked anew each time: a key kept in memory would outlive its erasure.
    const key = this.#store.read(() => this.#keyring.ofId(sealed.key));
    if (key === undefined) return 'lost';

    const nonce = Buffer.from(sealed.nonce, 'base64');
    const ciphertext = Buffer.from(sealed.ciphertext, 'base64');
    const dataKey = this.#keyring.unwrap(key);
    try {
      const text = decrypt(dataKey, { nonce, ciphertext }, placeOf(context)).toString();
      return JSON.parse(text) as JsonObject;
    } catch {
      throw new LedgerCorrupt(`${whereIs(context)} was not sealed for its place, or was changed`);
    }
  }

  async sealFile({ ledgerId, stream }: FileContext, plain: Uint8Array): Promise<Buffer> {
    const known = this.#store.read(() => this.#keyring.ofStream(stream));
    const key = known ?? (await this.#store.submit({ stream, tags: [] }));
    return sealBytes(this.#keyring.unwrap(key), plain, [ledgerId, stream]);
  }

  openFile({ ledgerId, stream }: FileContext, sealed: () => Buffer): Buffer | Unreadable {
    if (this.isErased(stream)) return 'erased';
    const key = this.#store.read(() => this.#keyring.ofStream(stream));
    if (key === undefined) return 'lost';
    return openBytes(this.#keyring.unwrap(key), sealed(), [ledgerId, stream]);
  }

  streamsNaming(member: string, text: string): readonly string[] {
    const found = this.#store.read(() => {
      if (this.#index.isMissing(member)) throw notIndexed(this.#directory);
      return this.#index.tagsOf({ [member]: text }).flatMap((tag) => this.#index.streamsUnder(tag));
    });
    return found.filter((stream) => !this.#list.streams.has(stream));
  }

  async completeIndex(parts: () => AsyncIterable<SealedPart>): Promise<void> {
    const gathered = await this.#index.gather(parts, ({ context, sealed }) =>
      this.open(context, sealed),
    );
    if (gathered.keys.length === 0) return;
    const complete = this.#database.transaction(() => {
      this.#index.complete(gathered);
    });
    this.#store.alone(() => {
      complete.immediate();
    });
  }

  isErased(stream: string): boolean {
    // A reader cannot carry out what the list says, and keeps to it all the same.
    return this.#list.streams.has(stream) || this.#isErased(stream);
  }

  forget(streams: readonly string[]): Promise<void> {
    return this.#promise(() => {
      // The list first: a key that is gone without a trace would pass for a lost one.
      this.#list.add(streams);
      this.#destroy(streams);
      this.#scrub();
    });
  }

  async catchUp({ head, streamsErasedAfter }: ErasureRecord): Promise<void> {
    const { seen, unclean } = this.#state();
    const streams = new Set(this.#list.streams);
    // A ledger that ends before what was seen of it came from a backup, and is read as a whole.
    const after = comparePositions(seen, head) > 0 ? BEGINNING : seen;
    for await (const stream of streamsErasedAfter(after)) streams.add(stream);
    this.#list.add([...streams]);
    const undone = [...streams].filter((stream) => !this.#isErased(stream));
    if (undone.length > 0) this.#destroy(undone);
    if (undone.length > 0 || unclean === 1) this.#scrub();
    this.#keyring.destroyOldKeks();
    if (seen === head) return;
    this.#store.alone(() => this.#database.prepare('UPDATE store SET seen = ?').run(head));
  }

  rotate(): Promise<Rotation> {
    return this.#promise(() => {
      const { from, to } = this.#keyring.makeNextKek();
      const rewrap = this.#database.transaction(() => {
        markUnclean(this.#database);
        return this.#keyring.rewrap(to);
      });
      const keys = this.#store.alone(() => rewrap.immediate());
      this.#scrub();
      this.#keyring.destroyOldKeks();
      return { from, to, keys };
    });
  }

  close(): Promise<void> {
    return this.#promise(() => this.#store.close());
  }

  #admitted(stream: string, tags: readonly Tag[]): WrappedKey | undefined {
    const key = this.#keyring.ofStream(stream);
    if (key === undefined) return undefined;
    return this.#index.isFiled({ key: key.id, tags }) ? key : undefined;
  }

  /** Runs inside a transaction, so that two who seal first in a stream share one key. */
  #admit({ stream, tags }: Admission): WrappedKey {
    if (this.#isErased(stream)) throw new KeysRefused('erased', stream, 'was erased for ever');
    const key = this.#keyring.findOrMake(stream);
    this.#index.file({ key: key.id, tags });
    return key;
  }

  #isErased(stream: string): boolean {
    return this.#store.read(() => this.#erased.get(stream)) !== undefined;
  }

  #state(): Readonly<{ seen: Position; unclean: number }> {
    const state = this.#database.prepare<[], { seen: Position; unclean: number }>(
      'SELECT seen, unclean FROM store',
    );
    return this.#store.read(() => state.get()) ?? { seen: BEGINNING, unclean: 1 };
  }

  #destroy(streams: readonly string[]): void {
    const statements = [
      'DELETE FROM persons WHERE key IN (SELECT id FROM keys WHERE stream = ?)',
      'DELETE FROM keys WHERE stream = ?',
      'INSERT INTO erased (stream) VALUES (?) ON CONFLICT DO NOTHING',
    ].map((sql) => this.#database.prepare<[string]>(sql));
    const destroy = this.#database.transaction(() => {
      markUnclean(this.#database);
      for (const stream of streams) for (const statement of statements) statement.run(stream);
    });
    this.#store.alone(() => {
      destroy.immediate();
    });
  }

  #scrub(): void {
    this.#store.alone(() => {
      scrub(this.#database);
    });
  }

  #promise<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => resolve(work()));
  }
}

function placeOf({ ledgerId, stream, revision, type }: SealContext): string {
  return canonicalText([ledgerId, stream, revision, type]);
}

function whereIs({ stream, revision }: SealContext): string {
  return `the sealed part of event ${revision} of stream ${stream}`;
}
