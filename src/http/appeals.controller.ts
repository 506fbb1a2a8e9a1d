import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ConcludeAppealCommand } from '../appeals/conclude-appeal.handler.js';
import { CorrectAppealCommand } from '../appeals/correct-appeal.handler.js';
import { FileAppealCommand } from '../appeals/file-appeal.handler.js';
import { VoidAppealCommand } from '../appeals/void-appeal.handler.js';
import { Allow } from './allow.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import {
  ConcludeAppealBody,
  CorrectAppealBody,
  FileAppealBody,
  VoidAppealBody,
} from './dto/appeal.dto.js';
import { plain } from './plain.js';
import { AgencyId, Begins, Continues, IdempotencyKey } from './routes.js';

/** 行政复议、行政诉讼. */
@ApiTags('appeals 行政复议、行政诉讼')
@Controller('v1/agencies/:agencyId/appeals')
export class AppealsController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('appeals.keep')
  @Begins('', '登记复议、诉讼案件')
  file(
    @AgencyId() agencyId: string,
    @Body() body: FileAppealBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, FileAppealCommand, { type: 'FileAppeal', data });
  }

  @Allow('appeals.keep')
  @Continues(':caseNumber/conclusion', '登记审结')
  conclude(
    @AgencyId() agencyId: string,
    @Param('caseNumber') caseNumber: string,
    @Body() body: ConcludeAppealBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, caseNumber, ...plain(body) };
    return this.dispatcher.send(key, ConcludeAppealCommand, { type: 'ConcludeAppeal', data });
  }

  @Allow('appeals.keep')
  @Continues(':caseNumber/corrections', '更正案件登记：原登记保留，更正另记')
  correct(
    @AgencyId() agencyId: string,
    @Param('caseNumber') caseNumber: string,
    @Body() { corrected, reason }: CorrectAppealBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, caseNumber, corrected: plain(corrected) };
    const command = { type: 'CorrectAppeal', data, sealed: { reason } } as const;
    return this.dispatcher.send(key, CorrectAppealCommand, command);
  }

  @Allow('appeals.keep')
  @Continues(':caseNumber/voids', '作废案件登记：原登记保留，不再计数，案号不再使用')
  void(
    @AgencyId() agencyId: string,
    @Param('caseNumber') caseNumber: string,
    @Body() { step, reason }: VoidAppealBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, caseNumber, step };
    const command = { type: 'VoidAppeal', data, sealed: { reason } } as const;
    return this.dispatcher.send(key, VoidAppealCommand, command);
  }
}
