import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountDirectory } from '../access/account-directory.js';
import { actorOf } from '../access/actor.js';
import { ChangeAccountCommand } from '../access/change-account.handler.js';
import { loginNameOf, NOT_OPENED, type ChangeAccount } from '../access/domain/account.decider.js';
import type { AccountKey } from '../access/domain/account.events.js';
import { Passwords } from '../access/passwords.js';
import { spokenToken } from '../access/reference-token.js';
import { SecondFactor } from '../access/second-factor.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { ReadModels } from '../read-models/read-models.js';
import { Allow } from './allow.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import {
  AccountStateAnswer,
  ChangeRolesBody,
  ColleagueAnswer,
  OpenAccountBody,
  PasswordGivenAnswer,
} from './dto/account.dto.js';
import { AgencyId, Continues, IdempotencyKey, Reads } from './routes.js';

/** 账户: 系统管理员 opens them, 安全管理员 says what they may do. */
@ApiTags('access 账户和登录')
@Controller('v1')
export class AccountsController {
  constructor(
    @Inject(AccountDirectory) private readonly directory: AccountDirectory,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
  ) {}

  @Allow('accounts.read')
  @Get('accounts')
  @ApiOperation({ summary: '全部账户，和各自的登录、失败、越权' })
  @ApiOkResponse({ type: [AccountStateAnswer] })
  async list(): Promise<readonly AccountStateAnswer[]> {
    const agencies = new Map((await this.models.agencies()).map((one) => [one.agencyId, one.name]));
    const doings = new Map((await this.models.signIns()).map((one) => [one.accountId, one]));
    return (await this.directory.all()).map(({ names, ...account }) => {
      const { lastOn = null, failures = 0, denials = 0 } = doings.get(account.accountId) ?? {};
      const { name, loginName } = names ?? { name: null, loginName: null };
      const agencyName = agencies.get(account.agencyId) ?? '';
      const passwordDue = this.passwords.of(account.accountId)?.provisional ?? true;
      const state = { passwordDue, lastSignInOn: lastOn, failures, denials };
      return { ...account, name, loginName, agencyName, ...state };
    });
  }

  @Allow('requests.read')
  @Reads('agencies/:agencyId/colleagues', '流水里的办理人各是谁', [ColleagueAnswer])
  async colleagues(@AgencyId() agencyId: string): Promise<readonly ColleagueAnswer[]> {
    const own = (await this.directory.all()).filter((account) => account.agencyId === agencyId);
    return own.map(({ accountId, names }) => ({
      actor: actorOf(accountId),
      name: names?.name ?? null,
    }));
  }

  // Without an Idempotency-Key: the password is shown once.
  @Allow('accounts.open')
  @Post('accounts')
  @HttpCode(201)
  @ApiOperation({ summary: '开通账户：还没有角色，角色由安全管理员授予；回答里有代设的密码' })
  @ApiCreatedResponse({ type: PasswordGivenAnswer })
  async open(
    @Body() { agencyId, name, loginName: typed }: OpenAccountBody,
  ): Promise<PasswordGivenAnswer> {
    await this.models.established(agencyId);
    const accountId = randomUUID();
    const data = { agencyId, accountId, roles: [] };
    const sealed = { name, loginName: loginNameOf(typed) };
    const command = { type: 'OpenAccount', data, sealed } as const;
    const recorded = await this.dispatcher.send(undefined, ChangeAccountCommand, command);
    return this.withPassword(accountId, recorded);
  }

  @Allow('accounts.open')
  @Post('accounts/:accountId/password')
  @HttpCode(200)
  @ApiOperation({ summary: '重置密码：各处的登录立即退出；回答里有代设的密码' })
  @ApiOkResponse({ type: PasswordGivenAnswer })
  async reset(@Param('accountId') accountId: string): Promise<PasswordGivenAnswer> {
    return this.withPassword(accountId, await this.change('ResetPassword', accountId));
  }

  @Allow('accounts.grant')
  @Continues('accounts/:accountId/roles', '变更角色：写全今后的角色；各处的登录立即退出')
  async grant(
    @Param('accountId') accountId: string,
    @Body() { roles }: ChangeRolesBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { ...(await this.keyOf(accountId)), roles };
    return this.dispatcher.send(key, ChangeAccountCommand, { type: 'ChangeRoles', data });
  }

  @Allow('accounts.grant')
  @Continues('accounts/:accountId/disablement', '停用：各处的登录立即退出')
  disable(
    @Param('accountId') accountId: string,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    return this.change('DisableAccount', accountId, key);
  }

  @Allow('accounts.grant')
  @Continues('accounts/:accountId/enablement', '重新启用')
  enable(@Param('accountId') accountId: string, @IdempotencyKey() key?: string): Promise<Recorded> {
    return this.change('EnableAccount', accountId, key);
  }

  @Allow('accounts.grant')
  @Continues('accounts/:accountId/second-factor-removal', '解除动态口令：手机丢了的重新绑定')
  async removeSecondFactor(
    @Param('accountId') accountId: string,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const recorded = await this.change('RemoveSecondFactor', accountId, key);
    await this.secondFactor.forget(accountId);
    return recorded;
  }

  private async change(
    type: ChangeAccount['type'],
    accountId: string,
    key?: string,
  ): Promise<Recorded> {
    const data = await this.keyOf(accountId);
    return this.dispatcher.send(key, ChangeAccountCommand, { type, data });
  }

  private async keyOf(accountId: string): Promise<AccountKey> {
    const found = await this.directory.one(accountId);
    if (found === null) throw new CommandRefused(NOT_OPENED);
    return { agencyId: found.agencyId, accountId };
  }

  private async withPassword(
    accountId: string,
    { events, revision, position }: Recorded,
  ): Promise<PasswordGivenAnswer> {
    const password = spokenToken();
    await this.passwords.set(accountId, password, true);
    return { events, revision, position, accountId, password };
  }
}
