import { keysMissing } from './key-store-schema.js';
import type { Vault } from './vault.js';

/** What a reader has without the keys: every figure, and no person. */
export function keysAway(directory: string): Vault {
  const refuse = (): Promise<never> => Promise.reject(keysMissing(directory));
  return {
    away: directory,
    seal: refuse,
    open: () => 'lost',
    sealFile: refuse,
    openFile: () => 'lost',
    streamsNaming: () => {
      throw keysMissing(directory);
    },
    isErased: () => false,
    forget: refuse,
    catchUp: refuse,
    completeIndex: refuse,
    rotate: refuse,
    close: () => Promise.resolve(),
  };
}
