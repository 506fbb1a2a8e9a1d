import {
  Body,
  Controller,
  Get,
  Header,
  Inject,
  Param,
  ParseIntPipe,
  Put,
  StreamableFile,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { GetAnnualReport, ListCellCases } from '../annual-reports/annual-report.queries.js';
import { toView, type AnnualReportView } from '../annual-reports/annual-report-view.js';
import { cellNamed, type CellCase } from '../annual-reports/cell-cases.js';
import { CompileReportCommand } from '../annual-reports/compile-report.handler.js';
import { DraftReportCommand } from '../annual-reports/draft-report.handler.js';
import { publishedReport, type PublishedReport } from '../annual-reports/published-report.js';
import { REPORT_PRINTER, type ReportPrinter } from '../annual-reports/report-printer.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import { DraftReportBody } from './dto/annual-report.dto.js';
import { AgencyId, Continues, IdempotencyKey } from './routes.js';

/** 年度报告. */
@ApiTags('annual-reports 年度报告')
@Controller('v1/agencies/:agencyId/reports/:year')
export class AnnualReportsController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(REPORT_PRINTER) private readonly printer: ReportPrinter,
  ) {}

  @Get()
  @ApiOperation({ summary: '三张表的 200 个数字，按现在的台账' })
  async figures(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<PublishedReport> {
    return publishedReport(await this.dispatcher.ask(new GetAnnualReport(agencyId, year)));
  }

  @Get('html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  // The report carries its own style and nothing else; the page around it allows no more.
  @Header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  @ApiProduces('text/html')
  @ApiOperation({ summary: '年度报告网页' })
  async html(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<string> {
    return this.printer.html(await this.view(agencyId, year));
  }

  @Get('pdf')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: '年度报告 PDF' })
  async pdf(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<StreamableFile> {
    const view = await this.view(agencyId, year);
    const { bytes } = await this.printer.pdf(view);
    const name = encodeURIComponent(`${view.title.join('')}.pdf`);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `inline; filename="report-${String(year)}.pdf"; filename*=UTF-8''${name}`,
    });
  }

  @Get('cells/:cell')
  @ApiOperation({ summary: '下钻：一个数字背后的案件' })
  cases(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Param('cell') cell: string,
  ): Promise<readonly CellCase[]> {
    return this.dispatcher.ask(new ListCellCases(agencyId, year, cellNamed(cell)));
  }

  @Put('draft')
  @ApiOperation({ summary: '起草六个部分的文字' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: Recorded })
  draft(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() body: DraftReportBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { preamble = '', signedOn, overview, problems, otherMatters } = body;
    const { publications = '', requests = '', appeals = '' } = body;
    const parts = { overview, publications, requests, appeals, problems, otherMatters };
    const data = { agencyId, year, text: { preamble, parts, signedOn } };
    return this.dispatcher.send(key, DraftReportCommand, { type: 'DraftReport', data });
  }

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

  private async view(agencyId: string, year: number): Promise<AnnualReportView> {
    const annual = await this.dispatcher.ask(new GetAnnualReport(agencyId, year));
    return toView(annual, this.dispatcher.by().today);
  }
}
