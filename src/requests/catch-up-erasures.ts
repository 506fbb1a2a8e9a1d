import type { Ledger } from '../ledger/ledger.js';
import type { Vault } from '../ledger/vault/vault.js';
import type { PersonalDataErased } from './domain/personal-data.events.js';

const ERASED: PersonalDataErased['type'] = 'PersonalDataErased';

/**
 * Destroys the keys of what the ledger says was erased, where a crash came between the fact and the
 * deed, or where the keys came back from a backup. To be done before anything else is.
 */
export async function catchUpErasures(ledger: Ledger, vault: Vault): Promise<void> {
  await vault.catchUp({
    head: await ledger.head(),
    async *streamsErasedAfter(after) {
      for await (const { stream } of ledger.readAll({ after, type: ERASED })) yield stream;
    },
  });
}
