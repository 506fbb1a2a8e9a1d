import {
  BadRequestException,
  Body,
  Controller,
  HttpCode,
  Inject,
  Param,
  ParseIntPipe,
  Post,
  Query,
} from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CheckReport } from '../annual-reports/check-report.query.js';
import { checkNamed, OverrideCheckCommand } from '../annual-reports/override-check.handler.js';
import { publishedReport, type PublishedReport } from '../annual-reports/published-report.js';
import { ReceiveReportCommand } from '../annual-reports/receive-report.handler.js';
import { ReturnReportCommand } from '../annual-reports/return-report.handler.js';
import { RollUpReportsCommand } from '../annual-reports/roll-up-reports.handler.js';
import { ListCellChildren, ListChildren } from '../annual-reports/roll-up.queries.js';
import { SubmitReportCommand } from '../annual-reports/submit-report.handler.js';
import { Allow } from './allow.js';
import { Costly } from './costly.guard.js';
import { BYTES_TYPE, Takes } from './content-type.guard.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import { FindingAnswer, ReportAnswer } from './dto/answer.dto.js';
import {
  CellChildAnswer,
  ChildAnswer,
  ReceivedAnswer,
  ReceivedQuery,
  ReturnReportBody,
  SubmitReportBody,
} from './dto/roll-up.dto.js';
import { OverrideCheckBody } from './dto/annual-report.dto.js';
import { inWords } from './finding-words.js';
import { plain } from './plain.js';
import { ReportViews } from './report-views.js';
import { AgencyId, Begins, Continues, IdempotencyKey, Reads } from './routes.js';

/** 报送、退回、汇总. */
@ApiTags('roll-ups 汇总')
@Controller('v1/agencies/:agencyId/reports/:year')
export class RollUpsController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(ReportViews) private readonly views: ReportViews,
  ) {}

  @Allow('reports.submit')
  @Continues('submission', '向上级报送：封账的最新一版，或者最新的汇总')
  submit(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() body: SubmitReportBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, year, scope: 'own', ...plain(body) } as const;
    return this.dispatcher.send(key, SubmitReportCommand, { type: 'SubmitReport', data });
  }

  @Allow('reports.return')
  @Continues('return', '退回：上级退回这个机关的报告')
  giveBack(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() body: ReturnReportBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, year, ...plain(body) };
    return this.dispatcher.send(key, ReturnReportCommand, { type: 'ReturnReport', data });
  }

  @Allow('roll-ups.read')
  @Reads('children', '下级报送情况：谁报了、何时、第几版、有没有错误', [ChildAnswer])
  children(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<readonly ChildAnswer[]> {
    return this.dispatcher.ask(new ListChildren(agencyId, year));
  }

  @Costly('import')
  @Allow('roll-ups.keep')
  @Post('children')
  @HttpCode(201)
  @ApiOperation({ summary: '收下级报告：提交文件本身，.docx、.xlsx 或 JSON' })
  @Takes(BYTES_TYPE)
  @ApiCreatedResponse({ type: ReceivedAnswer })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async receive(
    @AgencyId() parentId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() bytes: unknown,
    @Query() { child }: ReceivedQuery,
    @IdempotencyKey() key?: string,
  ): Promise<ReceivedAnswer> {
    if (!(bytes instanceof Uint8Array)) throw new BadRequestException('请提交报告文件本身');
    const named = child === undefined ? {} : { agencyId: child };
    const data = { parentId, year, bytes, ...named };
    const { report, ...received } = await this.dispatcher.send(key, ReceiveReportCommand, {
      type: 'ReceiveReport',
      data,
    });
    const { unit, form, cells } = report;
    return { ...received, unit, form, cells: Object.keys(cells).length };
  }

  @Allow('roll-ups.keep')
  @Begins('roll-up', '汇总：把下级报告各单元格之和记入台账')
  rollUp(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, year };
    return this.dispatcher.send(key, RollUpReportsCommand, { type: 'RollUpReports', data });
  }

  @Allow('roll-ups.read')
  @Reads('roll-up', '汇总的 200 个数字，按现在的下级报告', ReportAnswer)
  async figures(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<PublishedReport> {
    const { annual, view } = await this.views.of(agencyId, year, 'now', 'roll-up');
    return publishedReport(annual, view);
  }

  @Allow('roll-ups.read')
  @Reads('roll-up/checks', '汇总校验', [FindingAnswer])
  async checks(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<readonly FindingAnswer[]> {
    return inWords(await this.dispatcher.ask(new CheckReport(agencyId, year, 'roll-up')));
  }

  @Allow('roll-ups.keep')
  @Begins('roll-up/overrides', '放行：汇总校验的一处错误查过没有错，写明理由')
  override(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() { check, cell, reason }: OverrideCheckBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const found = { of: 'roll-up', check: checkNamed(check), cell: cell ?? null } as const;
    const data = { agencyId, year, ...found, reason };
    return this.dispatcher.send(key, OverrideCheckCommand, { type: 'OverrideCheck', data });
  }

  @Allow('roll-ups.read')
  @Reads('roll-up/cells/:cell', '汇总下钻：一个数字里各下级计多少', [CellChildAnswer])
  cell(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Param('cell') cell: string,
  ): Promise<readonly CellChildAnswer[]> {
    return this.dispatcher.ask(new ListCellChildren(agencyId, year, cell));
  }
}
