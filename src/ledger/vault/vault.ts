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

/** 个人信息保险柜: seals what says who, with a key of its own per stream that can be forgotten. */
export interface Vault {
  /**
   * Resolves when the key is durable: a sealed part in the ledger never waits for a key that was
   * lost.
   */
  seal(context: SealContext, plain: JsonObject): Promise<Sealed>;

  /**
   * What was sealed, or `'erased'` when its key is gone, which is lawful and must be shown as such.
   * Throws LedgerCorrupt for anything that was not sealed for this very context.
   */
  open(context: SealContext, sealed: Sealed): JsonObject | 'erased';

  close(): Promise<void>;
}
