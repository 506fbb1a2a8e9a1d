import { Module } from '@nestjs/common';
import { AddAttachmentHandler } from './add-attachment.handler.js';
import { AgencyTerms } from './agency-terms.js';
import { GetApprovalsHandler, GetSignOffsHandler } from './approvals.query.js';
import { ApproveErasureHandler } from './approve-erasure.handler.js';
import { CorrectEntryHandler } from './correct-entry.handler.js';
import { GetDeadlineBoardHandler } from './deadline-board.query.js';
import { GetDuplicatesHandler } from './duplicates.query.js';
import { ExplainDeadlineHandler } from './explain-deadline.query.js';
import { GetErasureCertificateHandler } from './erasure-certificate.query.js';
import { ImportRequestsHandler } from './import-requests.handler.js';
import { MergeRequestHandler } from './merge-request.handler.js';
import { ProposeErasureHandler } from './propose-erasure.handler.js';
import { RequestDesk } from './request-desk.js';
import { RegisterRequestHandler } from './register-request.handler.js';
import { RepeatedRequests } from './repeated-requests.js';
import { GetRequestHandler, ListRequestsHandler } from './request.queries.js';
import { RestrictionHandler } from './restriction.handler.js';
import { AnswerSignOffHandler, SeekSignOffHandler } from './sign-off.handlers.js';
import { SearchPersonHandler } from './search-person.handler.js';
import { RegisterRecordCorrectionHandler } from './register-record-correction.handler.js';
import { SplitRequestHandler } from './split-request.handler.js';
import { RecomputeDeadlinesHandler } from './recompute-deadlines.handler.js';
import { TakeStepHandler } from './take-step.handler.js';
import { ViewAttachmentHandler } from './view-attachment.handler.js';
import { ViewPersonalDataHandler } from './view-personal-data.handler.js';
import { VoidAttachmentHandler } from './void-attachment.handler.js';
import { VoidEntryHandler } from './void-entry.handler.js';
import { GetTodayHandler, GetWorkListHandler } from './work-list.query.js';

/** 依申请公开. */
@Module({
  providers: [
    AgencyTerms,
    TakeStepHandler,
    RecomputeDeadlinesHandler,
    RegisterRecordCorrectionHandler,
    CorrectEntryHandler,
    ImportRequestsHandler,
    RegisterRequestHandler,
    SplitRequestHandler,
    MergeRequestHandler,
    VoidEntryHandler,
    AddAttachmentHandler,
    VoidAttachmentHandler,
    ViewAttachmentHandler,
    ProposeErasureHandler,
    ApproveErasureHandler,
    RestrictionHandler,
    ViewPersonalDataHandler,
    SearchPersonHandler,
    SeekSignOffHandler,
    AnswerSignOffHandler,
    GetApprovalsHandler,
    GetSignOffsHandler,
    GetDeadlineBoardHandler,
    ExplainDeadlineHandler,
    GetErasureCertificateHandler,
    RepeatedRequests,
    GetDuplicatesHandler,
    GetRequestHandler,
    ListRequestsHandler,
    GetWorkListHandler,
    GetTodayHandler,
    RequestDesk,
  ],
  exports: [AgencyTerms, RequestDesk],
})
export class RequestsModule {}
