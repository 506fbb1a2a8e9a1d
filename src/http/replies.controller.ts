import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MergeRequestCommand } from '../requests/merge-request.handler.js';
import { Allow } from './allow.js';
import { Dispatcher, type Recorded } from './dispatcher.js';
import {
  ArchiveRequestBody,
  DecideRequestBody,
  MakeRedecisionBody,
  MergeRequestBody,
  OrderRedecisionBody,
  PublishInformationBody,
  ServeReplyBody,
  WithdrawRequestBody,
} from './dto/reply.dto.js';
import { plain } from './plain.js';
import { AgencyId, Continues, IdempotencyKey } from './routes.js';
import { takeStep } from './take-step.js';

/** 答复: the reply, and what comes after it. */
@ApiTags('requests 依申请公开')
@Controller('v1/agencies/:agencyId/requests')
export class RepliesController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('requests.handle')
  @Continues(':number/decision', '作出答复：21 种办理结果之一')
  decide(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: DecideRequestBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { content, reasons, ...clear } = plain(body);
    const data = { agencyId, number, ...clear };
    return takeStep(this.dispatcher, key, 'DecideRequest', data, { content, reasons });
  }

  @Allow('requests.handle')
  @Continues(':number/service', '送达答复')
  serve(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: ServeReplyBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { signer, ...clear } = plain(body);
    const data = { agencyId, number, ...clear };
    return takeStep(this.dispatcher, key, 'ServeReply', data, { signer });
  }

  @Allow('requests.handle')
  @Continues(':number/withdrawal', '申请人撤回申请')
  withdraw(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: WithdrawRequestBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return takeStep(this.dispatcher, key, 'WithdrawRequest', data);
  }

  @Allow('requests.handle')
  @Continues(':number/merger', '并案：并入另一件在办的申请，以“其他处理”办结')
  merge(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: MergeRequestBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return this.dispatcher.send(key, MergeRequestCommand, { type: 'MergeRequest', data });
  }

  @Allow('requests.handle')
  @Continues(':number/redecision-order', '复议决定或者判决责令重新答复')
  orderRedecision(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: OrderRedecisionBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return takeStep(this.dispatcher, key, 'OrderRedecision', data);
  }

  @Allow('requests.handle')
  @Continues(':number/redecision', '重新作出答复；表三仍计第一次的结果')
  redecide(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: MakeRedecisionBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { content, reasons, ...clear } = plain(body);
    const data = { agencyId, number, ...clear };
    return takeStep(this.dispatcher, key, 'MakeRedecision', data, { content, reasons });
  }

  @Allow('requests.handle')
  @Continues(':number/redecision/service', '送达重新作出的答复')
  serveRedecision(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: ServeReplyBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { signer, ...clear } = plain(body);
    const data = { agencyId, number, ...clear };
    return takeStep(this.dispatcher, key, 'ServeRedecision', data, { signer });
  }

  @Allow('requests.handle')
  @Continues(':number/publication', '转为主动公开')
  publish(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: PublishInformationBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return takeStep(this.dispatcher, key, 'PublishInformation', data);
  }

  @Allow('requests.handle')
  @Continues(':number/archiving', '归档')
  archive(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: ArchiveRequestBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return takeStep(this.dispatcher, key, 'ArchiveRequest', data);
  }
}
