import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdoptProcedureRulesCommand } from '../agencies/adopt-procedure-rules.handler.js';
import { AnnounceDaysOffCommand } from '../agencies/announce-days-off.handler.js';
import { AgencyTerms } from '../requests/agency-terms.js';
import {
  RecomputeDeadlinesCommand,
  type Recomputed,
} from '../requests/recompute-deadlines.handler.js';
import { Allow } from './allow.js';
import { Dispatcher } from './dispatcher.js';
import {
  AdoptProcedureRulesBody,
  AnnounceDaysOffBody,
  RecomputedAnswer,
  RecordedAndRecomputed,
} from './dto/procedure.dto.js';
import { plain } from './plain.js';
import { AgencyId, Continues, IdempotencyKey } from './routes.js';

/** 办理规则和工作日历. The due dates that they move are recorded with them, and listed in the answer. */
@ApiTags('procedure 办理规则')
@Controller('v1/agencies/:agencyId')
export class ProcedureController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  @Allow('agencies.set')
  @Continues('procedure-rules', '确定办理规则：没有明文规定、由机关确定的', RecordedAndRecomputed)
  async adopt(
    @AgencyId() agencyId: string,
    @Body() body: AdoptProcedureRulesBody,
    @IdempotencyKey() key?: string,
  ): Promise<RecordedAndRecomputed> {
    const data = { agencyId, ...plain(body) };
    const command = { type: 'AdoptProcedureRules', data } as const;
    const recorded = await this.dispatcher.send(key, AdoptProcedureRulesCommand, command);
    return { ...recorded, recomputed: await this.recompute(agencyId) };
  }

  @Allow('agencies.set')
  @Continues('days-off', '录入节假日安排：程序里没有的年份，或者地方安排', RecordedAndRecomputed)
  async announce(
    @AgencyId() agencyId: string,
    @Body() body: AnnounceDaysOffBody,
    @IdempotencyKey() key?: string,
  ): Promise<RecordedAndRecomputed> {
    const data = { agencyId, ...plain(body), known: this.terms.knows(body.year) };
    const command = { type: 'AnnounceDaysOff', data } as const;
    const recorded = await this.dispatcher.send(key, AnnounceDaysOffCommand, command);
    return { ...recorded, recomputed: await this.recompute(agencyId) };
  }

  @Allow('agencies.set')
  @Post('deadlines/recomputation')
  @HttpCode(200)
  @ApiOperation({
    summary: '按现在的日历和办理规则重算在办申请的期限，列出变动；上次没有重算完的，从这里接着重算',
  })
  @ApiOkResponse({ type: [RecomputedAnswer] })
  recompute(@AgencyId() agencyId: string): Promise<readonly Recomputed[]> {
    return this.dispatcher.run(new RecomputeDeadlinesCommand(agencyId, this.dispatcher.by()));
  }
}
