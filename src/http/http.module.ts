import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessModule } from '../access/access.module.js';
import { AccessGuard } from './access.guard.js';
import { AccountsController } from './accounts.controller.js';
import { AgenciesController } from './agencies.controller.js';
import { AnnualReportsController } from './annual-reports.controller.js';
import { AppealsController } from './appeals.controller.js';
import { AttachmentsController } from './attachments.controller.js';
import { ContentTypeGuard } from './content-type.guard.js';
import { CostlyGuard } from './costly.guard.js';
import { DeadlinesController } from './deadlines.controller.js';
import { Dispatcher } from './dispatcher.js';
import { DuplicatesController } from './duplicates.controller.js';
import { FeesController } from './fees.controller.js';
import { ChecksController } from './checks.controller.js';
import { ClosingsController } from './closings.controller.js';
import { PeriodFiguresController } from './period-figures.controller.js';
import { DrillDownController } from './drill-down.controller.js';
import { FiguresDiffController } from './figures-diff.controller.js';
import { FirstRunController } from './first-run.controller.js';
import { HandlingController } from './handling.controller.js';
import { AgencyTreeController } from './agency-tree.controller.js';
import { RollUpFilesController } from './roll-up-files.controller.js';
import { RollUpsController } from './roll-ups.controller.js';
import { HousekeepingController } from './housekeeping.controller.js';
import { ImportsController } from './imports.controller.js';
import { LedgerController } from './ledger.controller.js';
import { LettersController } from './letters.controller.js';
import { OwnAccountController } from './own-account.controller.js';
import { SignOffsController } from './sign-offs.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { PersonalDataController } from './personal-data.controller.js';
import { ProcedureController } from './procedure.controller.js';
import { PublicationsController } from './publications.controller.js';
import { RecordCorrectionsController } from './record-corrections.controller.js';
import { ReportTextController } from './report-text.controller.js';
import { RepliesController } from './replies.controller.js';
import { ReportFilesController } from './report-files.controller.js';
import { ReportViews } from './report-views.js';
import { RequestsModule } from '../requests/requests.module.js';
import { RequestsController } from './requests.controller.js';
import { SchemasController } from './schemas.controller.js';
import { SessionController } from './session.controller.js';
import { SettingsController } from './settings.controller.js';
import { CallerInterceptor } from './signed-in.js';
import { RegistersController } from './registers.controller.js';
import { WorkListController } from './work-list.controller.js';

/** The HTTP edge: commands and queries in, problem details out. */
@Module({
  imports: [CqrsModule, AccessModule, RequestsModule],
  controllers: [
    LedgerController,
    HousekeepingController,
    AgenciesController,
    RequestsController,
    HandlingController,
    RepliesController,
    PersonalDataController,
    EvidenceController,
    SignOffsController,
    AttachmentsController,
    DeadlinesController,
    WorkListController,
    ProcedureController,
    SettingsController,
    RecordCorrectionsController,
    DuplicatesController,
    FeesController,
    AppealsController,
    PublicationsController,
    RegistersController,
    ImportsController,
    AgencyTreeController,
    RollUpsController,
    RollUpFilesController,
    AnnualReportsController,
    ChecksController,
    ClosingsController,
    ReportTextController,
    DrillDownController,
    PeriodFiguresController,
    ReportFilesController,
    FiguresDiffController,
    LettersController,
    SchemasController,
    SessionController,
    OwnAccountController,
    AccountsController,
    FirstRunController,
  ],
  providers: [
    Dispatcher,
    ReportViews,
    { provide: APP_GUARD, useClass: ContentTypeGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: CostlyGuard },
    { provide: APP_INTERCEPTOR, useClass: CallerInterceptor },
  ],
})
export class HttpModule {}
