import { Module } from '@nestjs/common';
import { AbolishAgencyHandler } from './abolish-agency.handler.js';
import { AdoptProcedureRulesHandler } from './adopt-procedure-rules.handler.js';
import { AnnounceDaysOffHandler } from './announce-days-off.handler.js';
import { AdoptCountingRulesHandler } from './adopt-counting-rules.handler.js';
import { AdoptLetterRulesHandler } from './adopt-letter-rules.handler.js';
import { AdoptReportRulesHandler } from './adopt-report-rules.handler.js';
import { AdoptRetentionHandler } from './adopt-retention.handler.js';
import { AppointStaffHandler } from './appoint-staff.handler.js';
import { DesignateDisclosureOfficeHandler } from './designate-disclosure-office.handler.js';
import { EstablishAgencyHandler } from './establish-agency.handler.js';
import { MapRegisterHandler } from './map-register.handler.js';
import { PlaceAgencyHandler } from './place-agency.handler.js';
import { ReleaseStaffHandler } from './release-staff.handler.js';
import { RenameAgencyHandler } from './rename-agency.handler.js';

/** 机关、机构、人员. */
@Module({
  providers: [
    AbolishAgencyHandler,
    AdoptCountingRulesHandler,
    AdoptProcedureRulesHandler,
    AnnounceDaysOffHandler,
    AdoptLetterRulesHandler,
    AdoptReportRulesHandler,
    AdoptRetentionHandler,
    AppointStaffHandler,
    DesignateDisclosureOfficeHandler,
    EstablishAgencyHandler,
    MapRegisterHandler,
    PlaceAgencyHandler,
    ReleaseStaffHandler,
    RenameAgencyHandler,
  ],
})
export class AgenciesModule {}
