import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GetApprovals, GetSignOffs, type Approvals } from '../requests/approvals.query.js';
import { AnswerSignOffCommand, SeekSignOffCommand } from '../requests/sign-off.handlers.js';
import type { SignOff } from '../requests/domain/sign-off.events.js';
import { Allow } from './allow.js';
import { Dispatcher, type Recorded } from './dispatcher.js';
import {
  AnswerSignOffBody,
  ApprovalsAnswer,
  SeekSignOffBody,
  SignOffAnswer,
  TakeBackSignOffBody,
} from './dto/sign-off.dto.js';
import { plain } from './plain.js';
import { AgencyId, Begins, Continues, IdempotencyKey, Reads } from './routes.js';

/** 送签、批示: what the head agrees to before it is done. */
@ApiTags('requests 依申请公开')
@Controller('v1/agencies/:agencyId')
export class SignOffsController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('requests.read')
  @Reads('approvals', '待批：待批示的答复和延期，待批准的个人信息销毁', ApprovalsAnswer)
  approvals(@AgencyId() agencyId: string): Promise<Approvals> {
    return this.dispatcher.ask(new GetApprovals(agencyId));
  }

  @Allow('requests.read')
  @Reads('requests/:number/sign-offs', '一件申请的送签和批示', [SignOffAnswer])
  list(@AgencyId() agencyId: string, @Param('number') number: string): Promise<readonly SignOff[]> {
    return this.dispatcher.ask(new GetSignOffs(agencyId, number));
  }

  @Allow('requests.handle')
  @Begins('requests/:number/sign-offs', '送签：拟作出的答复，或者拟延长的期限')
  seek(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: SeekSignOffBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return this.dispatcher.send(key, SeekSignOffCommand, { type: 'SeekSignOff', data });
  }

  @Allow('requests.handle')
  @Continues('requests/:number/sign-offs/return', '撤回送签')
  takeBack(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: TakeBackSignOffBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return this.dispatcher.send(key, SeekSignOffCommand, { type: 'TakeBackSignOff', data });
  }

  @Allow('sign-offs.answer')
  @Continues('requests/:number/sign-offs/answer', '批示：同意，或者不同意')
  answer(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: AnswerSignOffBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return this.dispatcher.send(key, AnswerSignOffCommand, { type: 'AnswerSignOff', data });
  }
}
