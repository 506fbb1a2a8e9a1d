import { Inject, Injectable } from '@nestjs/common';
import type { Ledger } from '../ledger/ledger.js';
import { openSealed } from '../ledger/open-sealed.js';
import { LEDGER, VAULT } from '../ledger/tokens.js';
import type { Vault } from '../ledger/vault/vault.js';
import { ReadModels } from '../read-models/read-models.js';
import { accountStream } from './account-stream.js';
import { loginNameOf } from './domain/account.decider.js';
import type { AccountFacts } from './domain/account.events.js';

export type AccountNames = Readonly<{ name: string; loginName: string }>;

/** An account with its names; null when they were erased or cannot be opened. */
export type Account = AccountFacts & Readonly<{ names: AccountNames | null }>;

/** 账户名录. Names are opened once: they never change, and one erased is gone with the process. */
@Injectable()
export class AccountDirectory {
  readonly #names = new Map<string, AccountNames>();

  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async all(): Promise<readonly Account[]> {
    const facts = await this.models.accounts();
    return Promise.all(
      facts.map(async (account) => ({ ...account, names: await this.namesOf(account.accountId) })),
    );
  }

  async one(accountId: string): Promise<Account | null> {
    const facts = (await this.models.accounts()).find((account) => account.accountId === accountId);
    if (facts === undefined) return null;
    return { ...facts, names: await this.namesOf(accountId) };
  }

  /** The account that a login name as typed belongs to. */
  async named(typed: string): Promise<Account | null> {
    const loginName = loginNameOf(typed);
    return (await this.all()).find(({ names }) => names?.loginName === loginName) ?? null;
  }

  private async namesOf(accountId: string): Promise<AccountNames | null> {
    const known = this.#names.get(accountId);
    if (known !== undefined) return known;
    for await (const event of this.ledger.readStream(accountStream({ accountId }))) {
      const opened = openSealed({ ledger: this.ledger, vault: this.vault }, event);
      if (opened === null) continue;
      if (typeof opened === 'string') return null;
      const names = opened as AccountNames;
      this.#names.set(accountId, names);
      return names;
    }
    return null;
  }
}
