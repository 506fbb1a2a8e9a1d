import { Body, Controller, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CorrectEntryCommand } from '../requests/correct-entry.handler.js';
import { RegisterRequestCommand, type Registered } from '../requests/register-request.handler.js';
import {
  GetRequest,
  ListRequests,
  type RegisterEntry,
  type RequestDetails,
} from '../requests/request.queries.js';
import { SplitRequestCommand } from '../requests/split-request.handler.js';
import { VoidEntryCommand } from '../requests/void-entry.handler.js';
import { Allow } from './allow.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import { RegisterEntryAnswer, RequestAnswer } from './dto/answer.dto.js';
import { RegisteredAnswer } from './dto/duplicates.dto.js';
import { PageQuery } from './dto/query.dto.js';
import {
  CorrectEntryBody,
  entryOf,
  LogArrivalBody,
  RegisterRequestBody,
  SplitRequestBody,
  VoidEntryBody,
} from './dto/request.dto.js';
import { plain } from './plain.js';
import { AgencyId, Begins, Continues, IdempotencyKey, Reads } from './routes.js';

/** 依申请公开: entries, and what is wrong with them. */
@ApiTags('requests 依申请公开')
@Controller('v1/agencies/:agencyId/requests')
export class RequestsController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('requests.read')
  @Reads('', '依申请公开工作台账，按登记编号分页', [RegisterEntryAnswer])
  list(
    @AgencyId() agencyId: string,
    @Query() { after, limit }: PageQuery,
  ): Promise<readonly RegisterEntry[]> {
    return this.dispatcher.ask(new ListRequests(agencyId, { after, limit }));
  }

  @Allow('requests.read')
  @Reads(':number', '一件申请及其流水；个人信息已遮盖', RequestAnswer)
  async get(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
  ): Promise<RequestDetails> {
    const found = await this.dispatcher.ask(new GetRequest(agencyId, number));
    if (found === null) throw new NotFoundException('台账里没有这个登记编号');
    return found;
  }

  @Allow('requests.handle')
  @Begins('', '登记申请；回答里列出疑似重复申请', RegisteredAnswer)
  register(
    @AgencyId() agencyId: string,
    @Body() body: RegisterRequestBody,
    @IdempotencyKey() key?: string,
  ): Promise<Registered> {
    const command = { type: 'RegisterRequest', ...entryOf(body, agencyId) } as const;
    return this.dispatcher.send(key, RegisterRequestCommand, command);
  }

  @Allow('requests.handle')
  @Begins(
    'arrivals',
    '登记到达：信函、电子邮件、传真等，收到须与申请人确认；回答里列出疑似重复申请',
    RegisteredAnswer,
  )
  arrive(
    @AgencyId() agencyId: string,
    @Body() body: LogArrivalBody,
    @IdempotencyKey() key?: string,
  ): Promise<Registered> {
    const command = { type: 'LogArrival', ...entryOf(body, agencyId) } as const;
    return this.dispatcher.send(key, RegisterRequestCommand, command);
  }

  @Allow('requests.handle')
  @Begins(':number/parts', '拆分（一事一申请）：各件沿用收到日期、渠道和申请人，各自计数')
  split(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() { parts }: SplitRequestBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, parts: parts.map((part) => part.number) };
    const sealed = Object.fromEntries(parts.map((part) => [part.number, part.description]));
    return this.dispatcher.send(key, SplitRequestCommand, { type: 'SplitRequest', data, sealed });
  }

  @Allow('requests.correct')
  @Continues(':number/corrections', '更正登记：原登记保留，更正另记')
  correct(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: CorrectEntryBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { corrected, ...sealed } = plain(body);
    const data = { agencyId, number, corrected: plain(corrected) };
    return this.dispatcher.send(key, CorrectEntryCommand, { type: 'CorrectEntry', data, sealed });
  }

  @Allow('requests.correct')
  @Continues(':number/voids', '作废登记：原登记保留，不再计数，编号不再使用')
  void(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() { step, reason }: VoidEntryBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, step };
    const command = { type: 'VoidEntry', data, sealed: { reason } } as const;
    return this.dispatcher.send(key, VoidEntryCommand, command);
  }
}
