import { randomUUID, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { LocalDate } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { AccountDirectory } from './account-directory.js';
import { refuseAccess } from './access-refusals.js';
import { ChangeAccountCommand, ChangeAccountHandler } from './change-account.handler.js';
import { inOffice, loginNameOf } from './domain/account.decider.js';
import { ADMIN_ROLES, isAdminRole, type Role } from './domain/account.events.js';
import { passwordRefusal } from './domain/password.rules.js';
import { Passwords } from './passwords.js';
import { digestOf, spokenToken } from './reference-token.js';
import { withinLimit } from './limits.js';

export type FirstAccount = Readonly<{
  name: string;
  loginName: string;
  password: string;
  roles: readonly Role[];
}>;

const GUESSES = { points: 10, duration: 15 * 60 };

/**
 * 首次启用: no account is there from the factory. Whoever started the program is shown a secret, and
 * whoever has the secret opens the accounts of 三员 and of the first clerks. It is open until each of
 * 三员 is in office, and never again after that.
 */
@Injectable()
export class FirstRun {
  /** For this start of the program only. */
  readonly secret = spokenToken();
  readonly #guesses = new RateLimiterMemory(GUESSES);

  constructor(
    @Inject(AccountDirectory) private readonly directory: AccountDirectory,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(ChangeAccountHandler) private readonly handler: ChangeAccountHandler,
  ) {}

  async isOpen(): Promise<boolean> {
    return inOffice(await this.directory.all()).size < ADMIN_ROLES.length;
  }

  /** Throws where the secret is wrong, the first run is over, or the accounts are not enough. */
  async require(secret: string, accounts: readonly FirstAccount[]): Promise<void> {
    if (!(await this.isOpen())) throw refuseAccess('access/first-run-over');
    await withinLimit(this.#guesses, 'secret');
    const given = secret.replaceAll(/[\s-]/g, '').toUpperCase();
    const wanted = this.secret.replaceAll('-', '');
    if (!timingSafeEqual(digestOf(given), digestOf(wanted))) {
      throw refuseAccess('access/first-run-secret-wrong');
    }
    requireComplete(accounts);
  }

  /** Opens the accounts. Begun and interrupted, it may be sent again. */
  async open(agencyId: string, accounts: readonly FirstAccount[], today: LocalDate): Promise<void> {
    for (const { name, loginName: typed, password, roles } of accounts) {
      const loginName = loginNameOf(typed);
      const before = await this.directory.named(loginName);
      const accountId = before?.accountId ?? randomUUID();
      await this.passwords.set(accountId, password, false);
      if (before !== null) continue;
      const data = { agencyId, accountId, roles };
      const sealed = { name, loginName };
      const command = { type: 'OpenAccount', data, sealed, today } as const;
      const meta = { commandId: randomUUID(), actor: 'first-run' };
      await this.handler.execute(new ChangeAccountCommand(command, meta));
    }
  }
}

/** Refused before anything is opened, so that nothing is left half done. */
function requireComplete(accounts: readonly FirstAccount[]): void {
  const roles = accounts.flatMap((account) => account.roles);
  const three = ADMIN_ROLES.every((role) => roles.includes(role));
  const names = new Set(accounts.map(({ loginName }) => loginNameOf(loginName)));
  if (!three || roles.every(isAdminRole) || names.size < accounts.length) {
    throw refuseAccess('access/first-run-incomplete');
  }
  for (const { password, loginName } of accounts) {
    const refusal = passwordRefusal(password, loginNameOf(loginName));
    if (refusal !== null) throw new CommandRefused(refusal);
  }
}
