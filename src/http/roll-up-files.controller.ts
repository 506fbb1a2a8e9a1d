import {
  Controller,
  Get,
  Header,
  Inject,
  Param,
  ParseIntPipe,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { REPORT_PRINTER, type ReportPrinter } from '../annual-reports/report-printer.js';
import { missingGlyphWords } from '../words/print-warnings.js';
import { Allow } from './allow.js';
import { Costly } from './costly.guard.js';
import { FILE_ANSWER, REPORT_TYPES, reportFile, warnOf } from './report-response.js';
import { ReportViews, type ReportShown } from './report-views.js';
import { AgencyId } from './routes.js';

/** 汇总 as a page and as files, all of the same words. */
@ApiTags('roll-ups 汇总')
@Controller('v1/agencies/:agencyId/reports/:year/roll-up')
export class RollUpFilesController {
  constructor(
    @Inject(ReportViews) private readonly views: ReportViews,
    @Inject(REPORT_PRINTER) private readonly printer: ReportPrinter,
  ) {}

  @Allow('roll-ups.read')
  @Get('html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  // The report carries its own style and nothing else; the page around it allows no more.
  @Header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  @ApiProduces('text/html')
  @ApiOkResponse({ type: String })
  @ApiOperation({ summary: '汇总的年度报告网页' })
  async html(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<string> {
    return this.printer.html((await this.shown(agencyId, year)).view);
  }

  @Costly('print')
  @Allow('roll-ups.read')
  @Get('pdf')
  @ApiProduces(REPORT_TYPES.pdf)
  @ApiOkResponse(FILE_ANSWER)
  @ApiOperation({ summary: '汇总的年度报告 PDF' })
  async pdf(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { annual, view } = await this.shown(agencyId, year);
    const { bytes, missingGlyphs } = await this.printer.pdf(view);
    warnOf(response, [...annual.warnings, ...missingGlyphWords(missingGlyphs)]);
    return reportFile(bytes, 'pdf', view);
  }

  @Costly('print')
  @Allow('roll-ups.read')
  @Get('docx')
  @ApiProduces(REPORT_TYPES.docx)
  @ApiOkResponse(FILE_ANSWER)
  @ApiOperation({ summary: '汇总的年度报告 Word 文档' })
  async docx(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { annual, view } = await this.shown(agencyId, year);
    warnOf(response, annual.warnings);
    return reportFile(await this.printer.docx(view), 'docx', view);
  }

  @Costly('print')
  @Allow('roll-ups.read')
  @Get('xlsx')
  @ApiProduces(REPORT_TYPES.xlsx)
  @ApiOkResponse(FILE_ANSWER)
  @ApiOperation({ summary: '汇总的年度报告 Excel 工作簿' })
  async xlsx(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { annual, view } = await this.shown(agencyId, year);
    warnOf(response, annual.warnings);
    return reportFile(await this.printer.xlsx(view), 'xlsx', view);
  }

  private shown(agencyId: string, year: number): Promise<ReportShown> {
    return this.views.of(agencyId, year, 'now', 'roll-up');
  }
}
