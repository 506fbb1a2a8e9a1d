import type { JsonObject } from '../../kernel/decider.js';
import type { Sealed } from '../ledger.js';

/**
 * The place a sealed part belongs to. It is authenticated with it, so that it opens nowhere else.
 */
export type SealContext = Readonly<{
  ledgerId: string;
  stream: string;
  revision: number;
  type: string;
}>;

/**
 * `erased`: the key was destroyed and that is on record (已依法删除). `lost`: the key is not there and
 * nobody erased it (密钥缺失); it may come back from the backup of the keys.
 */
export type Unreadable = 'erased' | 'lost';

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

  /** Why nothing at all can be opened, or null: a ledger can be read and counted without its keys. */
  readonly away: string | null;

  close(): Promise<void>;
}
