import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { upwards } from '../../projections/agency-tree.js';
import { reaches } from '../access/permissions.js';
import { agencyIdOf } from '../agencies/agency-id.js';
import { AdoptCountingRulesCommand } from '../agencies/adopt-counting-rules.handler.js';
import { AdoptReportRulesCommand } from '../agencies/adopt-report-rules.handler.js';
import { AdoptRetentionCommand } from '../agencies/adopt-retention.handler.js';
import { AppointStaffCommand } from '../agencies/appoint-staff.handler.js';
import { DesignateDisclosureOfficeCommand } from '../agencies/designate-disclosure-office.handler.js';
import { EstablishAgencyCommand } from '../agencies/establish-agency.handler.js';
import { ReleaseStaffCommand } from '../agencies/release-staff.handler.js';
import { RenameAgencyCommand } from '../agencies/rename-agency.handler.js';
import { ReadModels } from '../read-models/read-models.js';
import { Allow } from './allow.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import {
  AdoptCountingRulesBody,
  AdoptRetentionBody,
  AppointStaffBody,
  DesignateOfficeBody,
  EstablishAgencyBody,
  ReleaseStaffBody,
  RenameAgencyBody,
} from './dto/agency.dto.js';
import { AgencyAnswer } from './dto/answer.dto.js';
import { AdoptReportRulesBody } from './dto/report-rules.dto.js';
import { plain } from './plain.js';
import { signedIn } from './signed-in.js';
import { AgencyId, Begins, Continues, IdempotencyKey, Reads } from './routes.js';

/** 机关、机构、人员. */
@ApiTags('agencies 机关')
@Controller('v1/agencies')
export class AgenciesController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  @Allow('agencies.read')
  @Reads('', '机关名录', [AgencyAnswer])
  async list(): Promise<readonly AgencyAnswer[]> {
    const agencies = await this.models.agencies();
    const { account } = signedIn();
    const { today } = this.dispatcher.by();
    const visible = agencies.filter(({ agencyId }) =>
      reaches('agencies.read', account, upwards(agencies, agencyId, today)),
    );
    return visible.map((agency) => {
      const { agencyId, name, shortName, level, rules, retentionYears } = agency;
      const { procedure, daysOff, reportRules } = agency;
      const named = { agencyId, name, shortName, level };
      return { ...named, rules, procedure, daysOff, reportRules, retentionYears };
    });
  }

  @Allow('agencies.found')
  @Begins('', '建账')
  async establish(
    @Body() { name, shortName = name, level = 'department' }: EstablishAgencyBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded & { agencyId: string }> {
    const agencyId = agencyIdOf(name);
    const data = { agencyId, name, shortName, level };
    const recorded = await this.dispatcher.send(key, EstablishAgencyCommand, {
      type: 'EstablishAgency',
      data,
    });
    const { events, revision, position } = recorded;
    return { agencyId, events, revision, position };
  }

  @Allow('agencies.set')
  @Continues(':agencyId/name', '机关更名')
  rename(
    @AgencyId() agencyId: string,
    @Body() { name, shortName = name, renamedOn }: RenameAgencyBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, name, shortName, renamedOn };
    return this.dispatcher.send(key, RenameAgencyCommand, { type: 'RenameAgency', data });
  }

  @Allow('agencies.set')
  @Begins(':agencyId/offices', '指定政府信息公开工作机构')
  designate(
    @AgencyId() agencyId: string,
    @Body() body: DesignateOfficeBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, DesignateDisclosureOfficeCommand, {
      type: 'DesignateDisclosureOffice',
      data,
    });
  }

  @Allow('agencies.set')
  @Begins(':agencyId/staff', '登记工作人员到岗')
  appoint(
    @AgencyId() agencyId: string,
    @Body() body: AppointStaffBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { name, ...post } = plain(body);
    const data = { agencyId, ...post };
    const sealed = name === undefined ? {} : { sealed: { name } };
    return this.dispatcher.send(key, AppointStaffCommand, {
      type: 'AppointStaff',
      data,
      ...sealed,
    });
  }

  @Allow('agencies.set')
  @Continues(':agencyId/staff/:staffId/release', '登记工作人员离岗')
  release(
    @AgencyId() agencyId: string,
    @Param('staffId') staffId: string,
    @Body() body: ReleaseStaffBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, staffId, ...plain(body) };
    return this.dispatcher.send(key, ReleaseStaffCommand, { type: 'ReleaseStaff', data });
  }

  @Allow('agencies.set')
  @Continues(':agencyId/counting-rules', '确定统计口径')
  adopt(
    @AgencyId() agencyId: string,
    @Body() body: AdoptCountingRulesBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, AdoptCountingRulesCommand, {
      type: 'AdoptCountingRules',
      data,
    });
  }

  @Allow('agencies.set')
  @Continues(':agencyId/report-rules', '确定年报设置：校验的尺度，和只有机关自己知道的')
  adoptReportRules(
    @AgencyId() agencyId: string,
    @Body() body: AdoptReportRulesBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, AdoptReportRulesCommand, { type: 'AdoptReportRules', data });
  }

  @Allow('agencies.set')
  @Continues(':agencyId/retention', '确定个人信息保存期限')
  retain(
    @AgencyId() agencyId: string,
    @Body() body: AdoptRetentionBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, AdoptRetentionCommand, { type: 'AdoptRetention', data });
  }
}
