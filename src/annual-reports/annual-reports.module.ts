import { Module } from '@nestjs/common';
import { GetAnnualReportHandler, ListCellCasesHandler } from './annual-report.queries.js';
import { CheckReportHandler } from './check-report.query.js';
import { CompareFiguresHandler } from './compare-figures.query.js';
import { CompileReportHandler } from './compile-report.handler.js';
import { DraftReportHandler } from './draft-report.handler.js';
import { FileReportHandler } from './file-report.handler.js';

/** 年度报告. */
@Module({
  providers: [
    CheckReportHandler,
    CompareFiguresHandler,
    CompileReportHandler,
    DraftReportHandler,
    FileReportHandler,
    GetAnnualReportHandler,
    ListCellCasesHandler,
  ],
})
export class AnnualReportsModule {}
