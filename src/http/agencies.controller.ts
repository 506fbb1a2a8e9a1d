import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { agencyIdOf } from '../agencies/agency-id.js';
import { AdoptCountingRulesCommand } from '../agencies/adopt-counting-rules.handler.js';
import { AppointStaffCommand } from '../agencies/appoint-staff.handler.js';
import { DesignateDisclosureOfficeCommand } from '../agencies/designate-disclosure-office.handler.js';
import type { CountingRules } from '../agencies/domain/agency.events.js';
import { EstablishAgencyCommand } from '../agencies/establish-agency.handler.js';
import { ReleaseStaffCommand } from '../agencies/release-staff.handler.js';
import { RenameAgencyCommand } from '../agencies/rename-agency.handler.js';
import { ReadModels } from '../read-models/read-models.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import {
  AdoptCountingRulesBody,
  AppointStaffBody,
  DesignateOfficeBody,
  EstablishAgencyBody,
  ReleaseStaffBody,
  RenameAgencyBody,
} from './dto/agency.dto.js';
import { ExistingAgency } from './existing-agency.pipe.js';
import { plain } from './plain.js';

type AgencyEntry = Readonly<{
  agencyId: string;
  name: string;
  shortName: string;
  level: string;
  rules: CountingRules;
}>;

/** 机关、机构、人员. */
@ApiTags('agencies 机关')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: '重发同一请求时用同一个值' })
@Controller('v1/agencies')
export class AgenciesController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  @Get()
  @ApiOperation({ summary: '机关名录' })
  async list(): Promise<readonly AgencyEntry[]> {
    const agencies = await this.models.agencies();
    return agencies.map(({ agencyId, name, shortName, level, rules }) => {
      return { agencyId, name, shortName, level, rules };
    });
  }

  @Post()
  @ApiOperation({ summary: '建账' })
  async establish(
    @Body() { name, shortName = name, level = 'department' }: EstablishAgencyBody,
    @Headers('idempotency-key') key?: string,
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

  @Post(':agencyId/name')
  @HttpCode(200)
  @ApiOperation({ summary: '机关更名' })
  @ApiOkResponse({ type: Recorded })
  rename(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Body() { name, shortName = name, renamedOn }: RenameAgencyBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, name, shortName, renamedOn };
    return this.dispatcher.send(key, RenameAgencyCommand, { type: 'RenameAgency', data });
  }

  @Post(':agencyId/offices')
  @ApiOperation({ summary: '指定政府信息公开工作机构' })
  @ApiCreatedResponse({ type: Recorded })
  designate(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Body() body: DesignateOfficeBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, DesignateDisclosureOfficeCommand, {
      type: 'DesignateDisclosureOffice',
      data,
    });
  }

  @Post(':agencyId/staff')
  @ApiOperation({ summary: '登记工作人员到岗' })
  @ApiCreatedResponse({ type: Recorded })
  appoint(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Body() body: AppointStaffBody,
    @Headers('idempotency-key') key?: string,
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

  @Post(':agencyId/staff/:staffId/release')
  @HttpCode(200)
  @ApiOperation({ summary: '登记工作人员离岗' })
  @ApiOkResponse({ type: Recorded })
  release(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Param('staffId') staffId: string,
    @Body() body: ReleaseStaffBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, staffId, ...plain(body) };
    return this.dispatcher.send(key, ReleaseStaffCommand, { type: 'ReleaseStaff', data });
  }

  @Post(':agencyId/counting-rules')
  @HttpCode(200)
  @ApiOperation({ summary: '确定统计口径' })
  @ApiOkResponse({ type: Recorded })
  adopt(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Body() body: AdoptCountingRulesBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, AdoptCountingRulesCommand, {
      type: 'AdoptCountingRules',
      data,
    });
  }
}
