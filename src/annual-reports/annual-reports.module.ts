import { Module } from '@nestjs/common';
import { GetAnnualReportHandler, ListCellCasesHandler } from './annual-report.queries.js';
import { CompileReportHandler } from './compile-report.handler.js';
import { DraftReportHandler } from './draft-report.handler.js';

/** 年度报告. */
@Module({
  providers: [
    CompileReportHandler,
    DraftReportHandler,
    GetAnnualReportHandler,
    ListCellCasesHandler,
  ],
})
export class AnnualReportsModule {}
