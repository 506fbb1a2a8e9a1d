import type { JsonObject } from '../../kernel/decider.js';
import type { Position, Sealed } from '../ledger.js';

/**
 * The place a sealed part belongs to. It is authenticated with it, so that it opens nowhere else.
 */
export type SealContext = Readonly<{
  ledgerId: string;
  stream: string;
  revision: number;
  type: string;
}>;

/** The place a file belongs to: it opens nowhere else, and as no event. */
export type FileContext = Pick<SealContext, 'ledgerId' | 'stream'>;

/**
 * `erased`: the key was destroyed and that is on record (已依法删除). `lost`: the key is not there and
 * nobody erased it (密钥缺失); it may come back from the backup of the keys.
 */
export type Unreadable = 'erased' | 'lost';

/** A sealed part in its place. */
export type SealedPart = Readonly<{ context: SealContext; sealed: Sealed }>;

/** What a ledger says of erasures. */
export type ErasureRecord = Readonly<{
  head: Position;
  streamsErasedAfter: (position: Position) => AsyncIterable<string>;
}>;

export type Rotation = Readonly<{ from: number; to: number; keys: number }>;

/** 个人信息保险柜: seals what says who, with a key of its own per stream that can be forgotten. */
export interface Vault {
  /**
   * Resolves when the key is durable: a sealed part in the ledger never waits for a key that was
   * lost.
   */
  seal(context: SealContext, plain: JsonObject): Promise<Sealed>;

  /**
   * What was sealed, or why it cannot be read. Throws LedgerCorrupt for anything that was not
   * sealed for this very context.
   */
  open(context: SealContext, sealed: Sealed): JsonObject | Unreadable;

  /** As {@link seal}, for the bytes of a file, under the same key. */
  sealFile(context: FileContext, plain: Uint8Array): Promise<Buffer>;

  /** As {@link open}. What was sealed is asked for only where there is a key for it. */
  openFile(context: FileContext, sealed: () => Buffer): Buffer | Unreadable;

  /**
   * Destroys the keys of streams for ever, and the index entries that led to them. Resolves when not
   * a byte of the keys is left in the files of the store; interrupted, it is finished at the next
   * start. A stream that was forgotten can never be sealed again.
   */
  forget(streams: readonly string[]): Promise<void>;

  /** Whether the keys of a stream were destroyed here, or are to be. */
  isErased(stream: string): boolean;

  /**
   * Carries out the erasures that are on record and have not been carried out here: a crash came
   * between, or the keys were restored from a backup. To be called when the store was opened for
   * writing.
   */
  catchUp(record: ErasureRecord): Promise<void>;

  /**
   * Files what was sealed before persons were searched by all that they are searched by now. Reads
   * the parts only if something is missing, and files all of it or nothing. To be called when the
   * store was opened for writing.
   */
  completeIndex(parts: () => AsyncIterable<SealedPart>): Promise<void>;

  /**
   * The streams with a part in which a member once named this person. Open and compare: a part may
   * never have reached the ledger, or have been corrected since. Throws KeysRefused where nothing was
   * filed by that member yet.
   */
  streamsNaming(member: string, text: string): readonly string[];

  /** Puts every key under a new key-encrypting key and destroys the old one. */
  rotate(): Promise<Rotation>;

  /** Why nothing at all can be opened, or null: a ledger can be read and counted without its keys. */
  readonly away: string | null;

  close(): Promise<void>;
}
