import { Body, Controller, Inject, Param, ParseIntPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DraftReportCommand } from '../annual-reports/draft-report.handler.js';
import { NilYear } from '../annual-reports/nil-year.query.js';
import { GetReportText } from '../annual-reports/report-text.query.js';
import { ReportZeroCountsCommand } from '../publications/report-zero-counts.handler.js';
import { Allow } from './allow.js';
import { Dispatcher } from './dispatcher.js';
import { NilReturnAnswer, NilReturnBody, ReportTextAnswer } from './dto/report-text.dto.js';
import { AgencyId, Continues, IdempotencyKey, Reads } from './routes.js';

/** 年度报告的文字. */
@ApiTags('annual-reports 年度报告')
@Controller('v1/agencies/:agencyId/reports/:year')
export class ReportTextController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('reports.read')
  @Reads('text', '文字：编辑用的、填好数字的、可以用的名字，和与上一年度的对照', ReportTextAnswer)
  text(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<ReportTextAnswer> {
    return this.dispatcher.ask(new GetReportText(agencyId, year));
  }

  @Allow('reports.draft')
  @Continues(
    'nil-return',
    '零报告：一次确认全年没有申请、案件、文件和决定，并起草文字',
    NilReturnAnswer,
  )
  async nil(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() { signedOn = this.dispatcher.by().today }: NilReturnBody,
    @IdempotencyKey() key?: string,
  ): Promise<NilReturnAnswer> {
    // Asked first: a year that is not nil is left as it is.
    const text = await this.dispatcher.ask(new NilYear(agencyId, year, signedOn));
    const zeros = { type: 'ReportZeroCounts', data: { agencyId, year } } as const;
    const counted = await this.dispatcher.send(undefined, ReportZeroCountsCommand, zeros);
    if (text !== null) {
      const draft = { type: 'DraftReport', data: { agencyId, year, text } } as const;
      await this.dispatcher.send(key, DraftReportCommand, draft);
    }
    return { year, zeroCounts: counted.events, drafted: text !== null };
  }
}
