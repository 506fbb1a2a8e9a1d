import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { reportSchema } from '../annual-reports/report-schema.js';
import { Allow } from './allow.js';

/** What the files say that programs exchange. */
@ApiTags('schemas 数据格式')
@Controller('v1/schemas')
export class SchemasController {
  @Allow('calendar.read')
  @Get('annual-report.json')
  @Header('Content-Type', 'application/schema+json; charset=utf-8')
  @ApiProduces('application/schema+json')
  @ApiOkResponse({ schema: { type: 'object' } })
  @ApiOperation({ summary: '年度报告 JSON 的格式（JSON Schema 2020-12）' })
  annualReport(): string {
    return reportSchema();
  }
}
