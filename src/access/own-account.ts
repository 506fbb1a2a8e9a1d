import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { AccountDirectory } from './account-directory.js';
import { refuseAccess } from './access-refusals.js';
import { actorOf } from './actor.js';
import { ChangeAccountCommand, ChangeAccountHandler } from './change-account.handler.js';
import type { ChangeAccount } from './domain/account.decider.js';
import type { AccountKey } from './domain/account.events.js';
import { passwordRefusal } from './domain/password.rules.js';
import { Passwords } from './passwords.js';
import { SecondFactor, type Offer } from './second-factor.js';

/** What everybody does with his own account. */
@Injectable()
export class OwnAccount {
  constructor(
    @Inject(AccountDirectory) private readonly directory: AccountDirectory,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(ChangeAccountHandler) private readonly handler: ChangeAccountHandler,
  ) {}

  /** 修改密码. All sessions end, this one too. */
  async changePassword(
    account: AccountKey,
    { before, after }: Readonly<{ before: string; after: string }>,
    today: LocalDate,
  ): Promise<void> {
    const { accountId } = account;
    if (!(await this.passwords.agrees(accountId, before)))
      throw refuseAccess('access/password-wrong');
    const refusal = passwordRefusal(after, await this.loginNameOf(accountId));
    if (refusal !== null) throw new CommandRefused(refusal);
    await this.passwords.set(accountId, after, false);
    await this.change('ChangePassword', account, today);
  }

  /** 绑定动态口令: shown once, and in force when a code of it was given back. */
  async offerSecondFactor({ accountId }: AccountKey): Promise<Offer> {
    return this.secondFactor.offer(accountId, await this.loginNameOf(accountId));
  }

  async confirmSecondFactor(account: AccountKey, code: string, today: LocalDate): Promise<void> {
    if (!(await this.secondFactor.confirm(account.accountId, code))) {
      throw refuseAccess('access/second-factor-wrong');
    }
    await this.change('EnrolSecondFactor', account, today);
  }

  private async loginNameOf(accountId: string): Promise<string> {
    return (await this.directory.one(accountId))?.names?.loginName ?? '';
  }

  private async change(
    type: ChangeAccount['type'],
    { agencyId, accountId }: AccountKey,
    today: LocalDate,
  ): Promise<void> {
    const command = { type, data: { agencyId, accountId }, today } as const;
    const meta = { commandId: randomUUID(), actor: actorOf(accountId) };
    await this.handler.execute(new ChangeAccountCommand(command, meta));
  }
}
