import { Body, Controller, Inject, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { CheckReport } from '../annual-reports/check-report.query.js';
import { checkNamed, OverrideCheckCommand } from '../annual-reports/override-check.handler.js';
import { Allow } from './allow.js';
import { ReportMeantPipe } from './as-of.pipe.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import { FindingAnswer } from './dto/answer.dto.js';
import { OverrideCheckBody } from './dto/annual-report.dto.js';
import { inWords } from './finding-words.js';
import { AgencyId, Begins, IdempotencyKey, Reads } from './routes.js';

/** 校验, and who answers for what it finds. */
@ApiTags('annual-reports 年度报告')
@Controller('v1/agencies/:agencyId/reports/:year')
export class ChecksController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('reports.read')
  @Reads('checks', '校验：两个应当一致而不一致的值，和差别背后的案件', [FindingAnswer])
  @ApiQuery({
    name: 'of',
    required: false,
    enum: ['now', 'closed'],
    description: 'now 为现在的报告（不写就是它），closed 为封账的一版与现在的台账对照',
  })
  async checks(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query('of', ReportMeantPipe) of: 'now' | 'closed',
  ): Promise<readonly FindingAnswer[]> {
    return inWords(await this.dispatcher.ask(new CheckReport(agencyId, year, of)));
  }

  @Allow('reports.override')
  @Begins('overrides', '放行：校验的一处错误查过没有错，写明理由，不再妨碍正式打印和封账')
  override(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() { check, cell, reason }: OverrideCheckBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const found = { of: 'now', check: checkNamed(check), cell: cell ?? null } as const;
    const data = { agencyId, year, ...found, reason };
    return this.dispatcher.send(key, OverrideCheckCommand, { type: 'OverrideCheck', data });
  }
}
