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
import type { AnnualReportView } from '../annual-reports/annual-report-view.js';
import type { AsOf } from '../annual-reports/as-of.js';
import { REPORT_PRINTER, type ReportPrinter } from '../annual-reports/report-printer.js';
import { usualPlace, webListing, type Download } from '../annual-reports/web-listing.js';
import { missingGlyphWords } from '../words/print-warnings.js';
import { AS_OF, EDITION, ReportTimePipe } from './as-of.pipe.js';
import { WebPageQuery } from './dto/annual-report.dto.js';
import { ReportViews } from './report-views.js';
import { AgencyId } from './routes.js';

/** A file has no place for what the figures do not show, and for characters that may be boxes. */
const WARNINGS = 'Gongkai-Warnings';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES = {
  pdf: 'application/pdf',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
} as const;
type Format = keyof typeof TYPES;

const FILE_ANSWER = {
  schema: { type: 'string', format: 'binary' },
  headers: {
    [WARNINGS]: {
      description: '提醒，每行一句，百分号编码；没有提醒时没有这一项',
      schema: { type: 'string' },
    },
  },
} as const;

/** 年度报告 as pages and files, all of the same words. */
@ApiTags('annual-reports 年度报告')
@Controller('v1/agencies/:agencyId/reports/:year')
export class ReportFilesController {
  constructor(
    @Inject(ReportViews) private readonly views: ReportViews,
    @Inject(REPORT_PRINTER) private readonly printer: ReportPrinter,
  ) {}

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

  @Get('pdf')
  @ApiProduces(TYPES.pdf)
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
    warn(response, [...annual.warnings, ...missingGlyphWords(missingGlyphs)]);
    return file(bytes, 'pdf', view);
  }

  @Get('docx')
  @ApiProduces(TYPES.docx)
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
    warn(response, annual.warnings);
    return file(await this.printer.docx(view), 'docx', view);
  }

  @Get('xlsx')
  @ApiProduces(TYPES.xlsx)
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
    warn(response, annual.warnings);
    return file(await this.printer.xlsx(view), 'xlsx', view);
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

function warn(response: Response, warnings: readonly string[]): void {
  if (warnings.length > 0) response.setHeader(WARNINGS, encodeURIComponent(warnings.join('\n')));
}

/** A PDF is shown by the browser; what is made to be worked on is saved. */
function file(
  bytes: Uint8Array,
  format: Format,
  { title, year }: AnnualReportView,
): StreamableFile {
  const name = encodeURIComponent(`${title.join('')}.${format}`);
  const plain = `report-${String(year)}.${format}`;
  const how = format === 'pdf' ? 'inline' : 'attachment';
  return new StreamableFile(bytes, {
    type: TYPES[format],
    disposition: `${how}; filename="${plain}"; filename*=UTF-8''${name}`,
  });
}
