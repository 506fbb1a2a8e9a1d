import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { upwards } from '../../projections/agency-tree.js';
import { refuseAccess } from '../access/access-refusals.js';
import { PERMISSIONS, reaches, type Permission } from '../access/permissions.js';
import { Passwords } from '../access/passwords.js';
import { SignInLog } from '../access/sign-in-log.js';
import { Sessions } from '../access/sessions.js';
import type { AccountFacts } from '../access/domain/account.events.js';
import { NOT_ESTABLISHED } from '../agencies/domain/agency.events.js';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { ReadModels } from '../read-models/read-models.js';
import { NEEDED, type Needed } from './allow.js';
import { sessionToken } from './cookies.js';
import { letIn, type Caller } from './signed-in.js';

/**
 * Who is not signed in is asked to; who may not do it is told so; an agency that is not his to see
 * is to him as if it did not exist. A route that asks for nothing is answered to nobody.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SignInLog) private readonly log: SignInLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const needed = this.reflector.getAllAndOverride<Needed | undefined>(NEEDED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (needed === 'open') return true;
    const caller = await this.callerOf(request);
    if (caller === null || needed === undefined) {
      throw refuseAccess('access/not-signed-in');
    }
    const { agencyId } = request.params;
    if (needed !== 'own') {
      this.requireOwnPassword(caller.account);
      const where = typeof agencyId === 'string' ? agencyId : caller.account.agencyId;
      await this.require(needed, caller.account, where);
    }
    letIn(request, caller);
    return true;
  }

  private async callerOf(request: Request): Promise<Caller | null> {
    const token = sessionToken(request);
    const session = token === undefined ? null : await this.sessions.find(token);
    if (session === null) return null;
    const accounts = await this.models.accounts();
    const account = accounts.find(({ accountId }) => accountId === session.accountId);
    return account === undefined || account.disabled ? null : { account, session };
  }

  /** A password that somebody else knows is good for choosing another, and for nothing more. */
  private requireOwnPassword({ accountId }: AccountFacts): void {
    if (this.passwords.of(accountId)?.provisional === true) {
      throw refuseAccess('access/password-due');
    }
  }

  private async require(needed: Permission, account: AccountFacts, where: string): Promise<void> {
    const granted: readonly string[] = PERMISSIONS[needed].roles;
    if (!account.roles.some((role) => granted.includes(role))) {
      await this.log.denied(account, needed, false);
      throw refuseAccess('access/not-allowed');
    }
    const above = upwards(await this.models.agencies(), where, this.clock.today());
    if (reaches(needed, account, above)) return;
    await this.log.denied(account, needed, true);
    throw new CommandRefused(NOT_ESTABLISHED);
  }
}
