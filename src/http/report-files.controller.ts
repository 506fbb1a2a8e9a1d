import {
  Controller,
  Get,
  Header,
  Inject,
  Param,
  ParseIntPipe,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { AsOf } from '../annual-reports/as-of.js';
import { REPORT_PRINTER, type ReportPrinter } from '../annual-reports/report-printer.js';
import { usualPlace, webListing, type Download } from '../annual-reports/web-listing.js';
import { missingGlyphWords } from '../words/print-warnings.js';
import { Allow } from './allow.js';
import { Costly } from './costly.guard.js';
import { AS_OF, EDITION, ReportTimePipe } from './as-of.pipe.js';
import { WebPageQuery } from './dto/annual-report.dto.js';
import { ReportViews } from './report-views.js';
import { AgencyId } from './routes.js';
import { FILE_ANSWER, REPORT_TYPES, reportFile, warnOf } from './report-response.js';

/** 年度报告 as pages and files, all of the same words. */
@ApiTags('annual-reports 年度报告')
@Controller('v1/agencies/:agencyId/reports/:year')
export class ReportFilesController {
  constructor(
    @Inject(ReportViews) private readonly views: ReportViews,
    @Inject(REPORT_PRINTER) private readonly printer: ReportPrinter,
  ) {}

  @Allow('reports.read')
  @Get('html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  // The report carries its own style and links to its own files; the page around it allows no more.
  @Header(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-downloads",
  )
  @ApiProduces('text/html')
  @ApiOkResponse({ type: String })
  @ApiOperation({ summary: '年度报告网页，带信息公开页面的著录项' })
  @ApiQuery(AS_OF)
  @ApiQuery(EDITION)
  async html(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query(ReportTimePipe) asOf: AsOf,
    @Query() { indexNumber, topic, publishedOn }: WebPageQuery,
  ): Promise<string> {
    const { annual, view } = await this.views.of(agencyId, year, asOf);
    const usual = usualPlace(annual);
    const listing = webListing(view, {
      indexNumber: indexNumber ?? usual.indexNumber,
      topic: topic ?? usual.topic,
      publishedOn: publishedOn ?? usual.publishedOn,
      downloads: downloadsOf(asOf),
    });
    return this.printer.html(view, listing);
  }

  @Costly('print')
  @Allow('reports.read')
  @Get('pdf')
  @ApiProduces(REPORT_TYPES.pdf)
  @ApiOkResponse(FILE_ANSWER)
  @ApiOperation({ summary: '年度报告 PDF' })
  @ApiQuery(AS_OF)
  @ApiQuery(EDITION)
  async pdf(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query(ReportTimePipe) asOf: AsOf,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { annual, view } = await this.views.of(agencyId, year, asOf);
    const { bytes, missingGlyphs } = await this.printer.pdf(view);
    warnOf(response, [...annual.warnings, ...missingGlyphWords(missingGlyphs)]);
    return reportFile(bytes, 'pdf', view);
  }

  @Costly('print')
  @Allow('reports.read')
  @Get('docx')
  @ApiProduces(REPORT_TYPES.docx)
  @ApiOkResponse(FILE_ANSWER)
  @ApiOperation({ summary: '年度报告 Word 文档' })
  @ApiQuery(AS_OF)
  @ApiQuery(EDITION)
  async docx(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query(ReportTimePipe) asOf: AsOf,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { annual, view } = await this.views.of(agencyId, year, asOf);
    warnOf(response, annual.warnings);
    return reportFile(await this.printer.docx(view), 'docx', view);
  }

  @Costly('print')
  @Allow('reports.read')
  @Get('xlsx')
  @ApiProduces(REPORT_TYPES.xlsx)
  @ApiOkResponse(FILE_ANSWER)
  @ApiOperation({ summary: '年度报告 Excel 工作簿，三张表各一页' })
  @ApiQuery(AS_OF)
  @ApiQuery(EDITION)
  async xlsx(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query(ReportTimePipe) asOf: AsOf,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { annual, view } = await this.views.of(agencyId, year, asOf);
    warnOf(response, annual.warnings);
    return reportFile(await this.printer.xlsx(view), 'xlsx', view);
  }
}

/** The routes beside this one, at the same place of the ledger. */
function downloadsOf(asOf: AsOf): readonly Download[] {
  const time = typeof asOf === 'object' ? `edition=${String(asOf.edition)}` : `asOf=${asOf}`;
  const query = asOf === 'now' ? '' : `?${time}`;
  return [
    { label: '下载Word', href: `docx${query}` },
    { label: '下载PDF', href: `pdf${query}` },
    { label: '下载Excel', href: `xlsx${query}` },
  ];
}
