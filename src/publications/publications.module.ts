import { Module } from '@nestjs/common';
import { CorrectDocumentHandler } from './correct-document.handler.js';
import { CorrectMonthlyCountHandler } from './correct-monthly-count.handler.js';
import { ImportCountsHandler } from './import-counts.handler.js';
import { ImportDocumentsHandler } from './import-documents.handler.js';
import { IssueDocumentHandler } from './issue-document.handler.js';
import { RepealDocumentHandler } from './repeal-document.handler.js';
import { ReportZeroCountsHandler } from './report-zero-counts.handler.js';
import { ReportMonthlyCountHandler } from './report-monthly-count.handler.js';
import { StateOpeningBalanceHandler } from './state-opening-balance.handler.js';
import { VoidDocumentHandler } from './void-document.handler.js';
import { CorrectOpeningBalanceHandler } from './correct-opening-balance.handler.js';

/** 主动公开. */
@Module({
  providers: [
    CorrectDocumentHandler,
    CorrectMonthlyCountHandler,
    CorrectOpeningBalanceHandler,
    ImportCountsHandler,
    ImportDocumentsHandler,
    IssueDocumentHandler,
    RepealDocumentHandler,
    ReportMonthlyCountHandler,
    ReportZeroCountsHandler,
    StateOpeningBalanceHandler,
    VoidDocumentHandler,
  ],
})
export class PublicationsModule {}
