import { Body, Controller, Inject, Param, ParseIntPipe, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { AsOf } from '../annual-reports/as-of.js';
import { CompileReportCommand } from '../annual-reports/compile-report.handler.js';
import { DraftReportCommand } from '../annual-reports/draft-report.handler.js';
import { GetReportText } from '../annual-reports/report-text.query.js';
import { FileReportCommand } from '../annual-reports/file-report.handler.js';
import { publishedReport, type PublishedReport } from '../annual-reports/published-report.js';
import { Allow } from './allow.js';
import { AS_OF, EDITION, ReportTimePipe } from './as-of.pipe.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import { ReportAnswer } from './dto/answer.dto.js';
import { DraftReportBody, FileReportBody } from './dto/annual-report.dto.js';
import { plain } from './plain.js';
import { ReportViews } from './report-views.js';
import { DraftedAnswer } from './dto/report-text.dto.js';
import { AgencyId, Continues, IdempotencyKey, Reads } from './routes.js';

/** 年度报告. */
@ApiTags('annual-reports 年度报告')
@Controller('v1/agencies/:agencyId/reports/:year')
export class AnnualReportsController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(ReportViews) private readonly views: ReportViews,
  ) {}

  @Allow('reports.read')
  @Reads('', '年度报告的文字和三张表的数字，按现在或者某一时的台账', ReportAnswer)
  @ApiQuery(AS_OF)
  @ApiQuery(EDITION)
  async figures(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query(ReportTimePipe) asOf: AsOf,
  ): Promise<PublishedReport> {
    const { annual, view } = await this.views.of(agencyId, year, asOf);
    return publishedReport(annual, view);
  }

  @Allow('reports.draft')
  @Put('draft')
  @ApiOperation({ summary: '起草六个部分的文字' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: DraftedAnswer })
  async draft(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() body: DraftReportBody,
    @IdempotencyKey() key?: string,
  ): Promise<DraftedAnswer> {
    const { preamble = '', signedOn, overview, problems, otherMatters } = body;
    const { publications = '', requests = '', appeals = '' } = body;
    const parts = { overview, publications, requests, appeals, problems, otherMatters };
    const data = { agencyId, year, text: { preamble, parts, signedOn } };
    const command = { type: 'DraftReport', data } as const;
    const recorded = await this.dispatcher.send(key, DraftReportCommand, command);
    const { unknown } = await this.dispatcher.ask(new GetReportText(agencyId, year));
    return { ...recorded, unknown };
  }

  @Allow('reports.draft')
  @Continues('compilation', '汇编：把现在的数字记入台账')
  compile(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    return this.dispatcher.send(key, CompileReportCommand, {
      type: 'CompileReport',
      data: { agencyId, year },
    });
  }

  @Allow('reports.close')
  @Continues('filing', '报送公布：封账的最新一版何时报送、公布，在哪里公布')
  file(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() body: FileReportBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    return this.dispatcher.send(key, FileReportCommand, {
      type: 'FileReport',
      data: { agencyId, year, ...plain(body) },
    });
  }
}
