import { Module } from '@nestjs/common';
import { GetAnnualReportHandler, ListCellCasesHandler } from './annual-report.queries.js';
import { ReadLedgerPageHandler } from './ledger-page.query.js';
import { ListCaseEventsHandler } from './case-events.query.js';
import { CheckReportHandler } from './check-report.query.js';
import { ListAffectedHandler } from './affected-figures.query.js';
import { ListCarriedHandler } from './carried-requests.query.js';
import { CloseYearHandler } from './close-year.handler.js';
import { CompareFiguresHandler } from './compare-figures.query.js';
import { CompileReportHandler } from './compile-report.handler.js';
import { DraftReportHandler } from './draft-report.handler.js';
import { NilYearHandler } from './nil-year.query.js';
import { GetReportTextHandler } from './report-text.query.js';
import { FileReportHandler } from './file-report.handler.js';
import { OverrideCheckHandler } from './override-check.handler.js';
import { CountPeriodHandler } from './period-figures.query.js';
import { ReceiveReportHandler } from './receive-report.handler.js';
import { ReturnReportHandler } from './return-report.handler.js';
import { RollUpReportsHandler } from './roll-up-reports.handler.js';
import { ListCellChildrenHandler, ListChildrenHandler } from './roll-up.queries.js';
import { SubmitReportHandler } from './submit-report.handler.js';

/** 年度报告. */
@Module({
  providers: [
    CheckReportHandler,
    ListCaseEventsHandler,
    ReadLedgerPageHandler,
    CloseYearHandler,
    CompareFiguresHandler,
    CompileReportHandler,
    CountPeriodHandler,
    DraftReportHandler,
    FileReportHandler,
    GetAnnualReportHandler,
    ListAffectedHandler,
    ListCarriedHandler,
    ListCellCasesHandler,
    OverrideCheckHandler,
    GetReportTextHandler,
    NilYearHandler,
    ListCellChildrenHandler,
    ListChildrenHandler,
    ReceiveReportHandler,
    ReturnReportHandler,
    RollUpReportsHandler,
    SubmitReportHandler,
  ],
})
export class AnnualReportsModule {}
