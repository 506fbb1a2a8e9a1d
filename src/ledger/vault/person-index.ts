import { createHmac } from 'node:crypto';

import type Database from 'better-sqlite3';

import type { JsonObject } from '../../kernel/decider.js';
import { INDEX_STREAM } from './key-store-schema.js';
import type { Keyring, WrappedKey } from './keyring.js';
import type { SealedPart, Unreadable } from './vault.js';

/**
 * The members of what is sealed that persons are searched by, each with the form in which two of
 * them are the same; an empty one names nobody. The first has the key of {@link INDEX_STREAM},
 * because once it was the only one.
 */
export type SearchedBy = Readonly<Record<string, (text: string) => string>>;

/** What a text is filed under: nobody can make it without the key of its member. */
export type Tag = Buffer;

/** Tags that are to be filed, and the key of the stream they lead to. */
export type Filing = Readonly<{ key: string; tags: readonly Tag[] }>;

type MadeKey = Readonly<{ member: string; made: WrappedKey }>;
type Gathered = Readonly<{ keys: readonly MadeKey[]; filings: readonly Filing[] }>;

/**
 * 查找索引: which streams have a part that names a person. Each member has a key of its own, so that
 * equal texts in two members have nothing in common; a member whose key is not there has never been
 * filed in this store.
 */
export class PersonIndex {
  readonly #keyring: Keyring;
  readonly #searchedBy: SearchedBy;
  readonly #keys = new Map<string, Buffer>();
  readonly #leads: Database.Statement<[Tag, string]>;
  readonly #file: Database.Statement<[Tag, string]>;
  readonly #streams: Database.Statement<[Tag], { stream: string }>;

  constructor(database: Database.Database, keyring: Keyring, searchedBy: SearchedBy) {
    this.#keyring = keyring;
    this.#searchedBy = searchedBy;
    this.#leads = database.prepare('SELECT 1 FROM persons WHERE tag = ? AND key = ?');
    this.#file = database.prepare(
      'INSERT INTO persons (tag, key) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
    this.#streams = database.prepare(`
      SELECT keys.stream FROM persons JOIN keys ON keys.id = persons.key
      WHERE tag = ? ORDER BY keys.stream`);
  }

  isMissing(member: string): boolean {
    return this.#keyOf(member) === undefined;
  }

  /** Keys for the members that have none, not kept yet. */
  makeMissing(): readonly MadeKey[] {
    return Object.keys(this.#searchedBy)
      .filter((member) => this.isMissing(member))
      .map((member) => ({ member, made: this.#keyring.make(this.#streamOf(member)) }));
  }

  /** What the members without a key would have filed, with keys for them. */
  async gather(
    parts: () => AsyncIterable<SealedPart>,
    open: (part: SealedPart) => JsonObject | Unreadable,
  ): Promise<Gathered> {
    const keys = this.makeMissing();
    const filings: Filing[] = [];
    if (keys.length === 0) return { keys, filings };
    const secrets = keys.map(({ made, ...rest }) => ({ ...rest, key: this.#keyring.unwrap(made) }));
    for await (const part of parts()) {
      const plain = open(part);
      if (typeof plain === 'string') continue;
      const tags = secrets.flatMap(({ member, key }) => this.#tagsUnder(key, member, plain));
      if (tags.length > 0) filings.push({ key: part.sealed.key, tags });
    }
    return { keys, filings };
  }

  /**
   * Keeps the keys with all that they file, inside a transaction: a key that is there says that
   * nothing is missing under it.
   */
  complete({ keys, filings }: Gathered): void {
    for (const { made } of keys) this.#keyring.keep(made);
    for (const filing of filings) this.file(filing);
  }

  /** What a sealed part is filed under, in the members that this store files. */
  tagsOf(plain: JsonObject): readonly Tag[] {
    return Object.keys(this.#searchedBy).flatMap((member) => {
      const key = this.#keyOf(member);
      return key === undefined ? [] : this.#tagsUnder(key, member, plain);
    });
  }

  isFiled({ key, tags }: Filing): boolean {
    return tags.every((tag) => this.#leads.get(tag, key) !== undefined);
  }

  /** To be called inside a transaction. */
  file({ key, tags }: Filing): void {
    for (const tag of tags) this.#file.run(tag, key);
  }

  streamsUnder(tag: Tag): readonly string[] {
    return this.#streams.all(tag).map(({ stream }) => stream);
  }

  #tagsUnder(key: Buffer, member: string, plain: JsonObject): readonly Tag[] {
    const text = plain[member];
    const form = typeof text === 'string' ? (this.#searchedBy[member]?.(text) ?? '') : '';
    return form === '' ? [] : [createHmac('sha256', key).update(form).digest()];
  }

  /** Looked up until it is there: a writer beside this reader may be the one who makes it. */
  #keyOf(member: string): Buffer | undefined {
    const known = this.#keys.get(member);
    if (known !== undefined) return known;
    const wrapped = this.#keyring.ofStream(this.#streamOf(member));
    if (wrapped === undefined) return undefined;
    const key = this.#keyring.unwrap(wrapped);
    this.#keys.set(member, key);
    return key;
  }

  #streamOf(member: string): string {
    const [first] = Object.keys(this.#searchedBy);
    return member === first ? INDEX_STREAM : `${INDEX_STREAM}-${member}`;
  }
}
