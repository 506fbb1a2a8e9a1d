import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { refuseAccess } from '../access/access-refusals.js';
import { OwnAccount } from '../access/own-account.js';
import { Sessions } from '../access/sessions.js';
import { Own } from './allow.js';
import { takeSessionCookie } from './cookies.js';
import { Dispatcher } from './dispatcher.js';
import {
  ChangePasswordBody,
  CodeBody,
  OfferAnswer,
  OwnSessionAnswer,
} from './dto/own-account.dto.js';
import { signedIn } from './signed-in.js';

/** One's own sessions, password and second factor. */
@Own()
@ApiTags('access 账户和登录')
@Controller('v1')
export class OwnAccountController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(OwnAccount) private readonly own: OwnAccount,
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
  ) {}

  @Get('sessions')
  @ApiOperation({ summary: '自己在各处的登录' })
  @ApiOkResponse({ type: [OwnSessionAnswer] })
  list(): readonly OwnSessionAnswer[] {
    const { account, session } = signedIn();
    return this.sessions.of(account.accountId).map(({ id, openedAt, seenAt, browser }) => ({
      sessionId: id,
      openedAt: new Date(openedAt).toISOString(),
      seenAt: new Date(seenAt).toISOString(),
      browser,
      current: id === session.id,
    }));
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @ApiOperation({ summary: '让自己的一处登录退出' })
  async end(@Param('sessionId') sessionId: string): Promise<void> {
    const own = this.sessions.of(signedIn().account.accountId);
    if (!own.some(({ id }) => id === sessionId)) throw refuseAccess('access/no-such-session');
    await this.sessions.end(sessionId);
  }

  @Post('session/password')
  @HttpCode(204)
  @ApiOperation({ summary: '修改自己的密码：各处的登录立即退出，请重新登录' })
  async changePassword(
    @Body() { before, after }: ChangePasswordBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { today } = this.dispatcher.by();
    await this.own.changePassword(signedIn().account, { before, after }, today);
    takeSessionCookie(request, response);
  }

  @Post('session/second-factor')
  @HttpCode(200)
  @ApiOperation({ summary: '取得动态口令的密钥；再提交一个动态口令才算绑定' })
  @ApiOkResponse({ type: OfferAnswer })
  offer(): Promise<OfferAnswer> {
    return this.own.offerSecondFactor(signedIn().account);
  }

  @Post('session/second-factor/confirmation')
  @HttpCode(204)
  @ApiOperation({ summary: '绑定动态口令' })
  confirm(@Body() { code }: CodeBody): Promise<void> {
    const { today } = this.dispatcher.by();
    return this.own.confirmSecondFactor(signedIn().account, code, today);
  }
}
