import {
  Body,
  Controller,
  Get,
  Header,
  Inject,
  Param,
  ParseIntPipe,
  Put,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import type { Finding } from '../../projections/checks/check.js';
import type { AnnualReport } from '../annual-reports/annual-report.js';
import { GetAnnualReport } from '../annual-reports/annual-report.queries.js';
import { toView, type AnnualReportView } from '../annual-reports/annual-report-view.js';
import type { AsOf } from '../annual-reports/as-of.js';
import { CheckReport } from '../annual-reports/check-report.query.js';
import { CompileReportCommand } from '../annual-reports/compile-report.handler.js';
import { DraftReportCommand } from '../annual-reports/draft-report.handler.js';
import { FileReportCommand } from '../annual-reports/file-report.handler.js';
import { publishedReport, type PublishedReport } from '../annual-reports/published-report.js';
import { REPORT_PRINTER, type ReportPrinter } from '../annual-reports/report-printer.js';
import { Transparency } from '../ledger/transparency/transparency.js';
import { missingGlyphWords } from '../words/print-warnings.js';
import { ReportTimePipe } from './as-of.pipe.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import { FindingAnswer, ReportAnswer } from './dto/answer.dto.js';
import { DraftReportBody, FileReportBody } from './dto/annual-report.dto.js';
import { plain } from './plain.js';
import { AgencyId, Continues, IdempotencyKey, Reads } from './routes.js';

/** A PDF has no place for what the figures do not show, and for characters that may be boxes. */
const WARNINGS = 'Gongkai-Warnings';

const AS_OF = {
  name: 'asOf',
  required: false,
  description: '按第几条为止的台账；closed 为封账时，filed 为报送时，now 为现在',
};

const EDITION = {
  name: 'edition',
  required: false,
  description: '封账的第几版；closed 为最新的一版，filed 为报送的一版；写了就不看 asOf',
};

/** 年度报告. */
@ApiTags('annual-reports 年度报告')
@Controller('v1/agencies/:agencyId/reports/:year')
export class AnnualReportsController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(REPORT_PRINTER) private readonly printer: ReportPrinter,
    @Inject(Transparency) private readonly transparency: Transparency,
  ) {}

  @Reads('', '三张表的 200 个数字，按现在或者某一时的台账', ReportAnswer)
  @ApiQuery(AS_OF)
  @ApiQuery(EDITION)
  async figures(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query(ReportTimePipe) asOf: AsOf,
  ): Promise<PublishedReport> {
    return publishedReport(await this.dispatcher.ask(new GetAnnualReport(agencyId, year, asOf)));
  }

  @Get('html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  // The report carries its own style and nothing else; the page around it allows no more.
  @Header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  @ApiProduces('text/html')
  @ApiOkResponse({ type: String })
  @ApiOperation({ summary: '年度报告网页' })
  @ApiQuery(AS_OF)
  @ApiQuery(EDITION)
  async html(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query(ReportTimePipe) asOf: AsOf,
  ): Promise<string> {
    const annual = await this.dispatcher.ask(new GetAnnualReport(agencyId, year, asOf));
    return this.printer.html(await this.view(annual));
  }

  @Get('pdf')
  @ApiProduces('application/pdf')
  @ApiOkResponse({
    schema: { type: 'string', format: 'binary' },
    headers: {
      [WARNINGS]: {
        description: '提醒，每行一句，百分号编码；没有提醒时没有这一项',
        schema: { type: 'string' },
      },
    },
  })
  @ApiOperation({ summary: '年度报告 PDF' })
  @ApiQuery(AS_OF)
  @ApiQuery(EDITION)
  async pdf(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query(ReportTimePipe) asOf: AsOf,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const annual = await this.dispatcher.ask(new GetAnnualReport(agencyId, year, asOf));
    const view = await this.view(annual);
    const { bytes, missingGlyphs } = await this.printer.pdf(view);
    const warnings = [...annual.warnings, ...missingGlyphWords(missingGlyphs)];
    if (warnings.length > 0) response.setHeader(WARNINGS, encodeURIComponent(warnings.join('\n')));
    const name = encodeURIComponent(`${view.title.join('')}.pdf`);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `inline; filename="report-${String(year)}.pdf"; filename*=UTF-8''${name}`,
    });
  }

  @Reads('checks', '校验：两个应当一致而不一致的值，和差别背后的案件', [FindingAnswer])
  checks(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<readonly Finding[]> {
    return this.dispatcher.ask(new CheckReport(agencyId, year));
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

  private async view(annual: AnnualReport): Promise<AnnualReportView> {
    // After the figures, so that it covers every fact they were counted from.
    const checkpoint = await this.transparency.checkpoint('sha256-ed25519');
    return toView(annual, this.dispatcher.by().today, checkpoint);
  }
}
