import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AccountDirectory, type Account } from '../access/account-directory.js';
import { NOT_OPENED } from '../access/domain/account.decider.js';
import { permissionsOf } from '../access/permissions.js';
import { SignIn } from '../access/sign-in.js';
import { SignInLog } from '../access/sign-in-log.js';
import { Sessions } from '../access/sessions.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { ReadModels } from '../read-models/read-models.js';
import { Open, Own } from './allow.js';
import { deviceToken, giveCookies, takeSessionCookie } from './cookies.js';
import { SessionAnswer, SignInBody } from './dto/session.dto.js';
import { signedIn } from './signed-in.js';

/** 登录、退出. */
@ApiTags('access 账户和登录')
@Controller('v1/session')
export class SessionController {
  constructor(
    @Inject(SignIn) private readonly door: SignIn,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignInLog) private readonly log: SignInLog,
    @Inject(AccountDirectory) private readonly directory: AccountDirectory,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  @Open()
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: '登录：回答里有 Cookie' })
  @ApiOkResponse({ type: SessionAnswer })
  async enter(
    @Body() { loginName, password, code }: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    const device = deviceToken(request);
    const browser = request.headers['user-agent'] ?? '';
    const entered = await this.door.enter({ loginName, password, code, device, browser });
    giveCookies(request, response, entered);
    return this.answerFor(entered.account);
  }

  @Own()
  @Get()
  @ApiOperation({ summary: '登录的是谁，可以办理什么' })
  @ApiOkResponse({ type: SessionAnswer })
  async who(): Promise<SessionAnswer> {
    const { account } = signedIn();
    const found = await this.directory.one(account.accountId);
    if (found === null) throw new CommandRefused(NOT_OPENED);
    return this.answerFor(found);
  }

  @Own()
  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: '退出' })
  async leave(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { account, session } = signedIn();
    await this.sessions.end(session.id);
    takeSessionCookie(request, response);
    await this.log.signedOut(account);
  }

  private async answerFor({ names, ...account }: Account): Promise<SessionAnswer> {
    const { accountId, agencyId, roles } = account;
    const { name: agencyName } = await this.models.established(agencyId);
    const { name, loginName } = names ?? { name: null, loginName: null };
    return {
      account: { accountId, name, loginName, agencyId, agencyName, roles },
      permissions: permissionsOf(roles),
    };
  }
}
