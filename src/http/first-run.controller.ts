import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FirstRun } from '../access/first-run.js';
import { agencyIdOf } from '../agencies/agency-id.js';
import { EstablishAgencyCommand } from '../agencies/establish-agency.handler.js';
import { ReadModels } from '../read-models/read-models.js';
import { Open } from './allow.js';
import { Dispatcher } from './dispatcher.js';
import { FirstRunAnswer, FirstRunBody, type FirstAgency } from './dto/first-run.dto.js';
import { BadInput } from './problem.filter.js';

/** 首次启用. */
@ApiTags('access 账户和登录')
@Controller('v1/first-run')
export class FirstRunController {
  constructor(
    @Inject(FirstRun) private readonly firstRun: FirstRun,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
  ) {}

  @Open()
  @Get()
  @ApiOperation({ summary: '还没有账户、等待首次启用吗' })
  @ApiOkResponse({ type: FirstRunAnswer })
  async state(): Promise<FirstRunAnswer> {
    return { open: await this.firstRun.isOpen() };
  }

  @Open()
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: '首次启用：开通三员和第一批业务账户；没有机关的，一并建账' })
  @ApiOkResponse({ type: FirstRunAnswer })
  async open(@Body() { secret, agency, accounts }: FirstRunBody): Promise<FirstRunAnswer> {
    await this.firstRun.require(secret, accounts);
    const agencyId = await this.agencyOf(agency);
    await this.firstRun.open(agencyId, accounts, this.dispatcher.by().today);
    return { open: false };
  }

  /** The agency that is named, or the only one there is. */
  private async agencyOf(agency: FirstAgency | undefined): Promise<string> {
    const agencies = await this.models.agencies();
    const [first] = agencies;
    if (agency === undefined) {
      if (first !== undefined && agencies.length === 1) return first.agencyId;
      throw new BadInput([{ path: 'agency', reason: '请写明机关全称' }]);
    }
    const { name, shortName = name, level = 'department' } = agency;
    const known = agencies.find((one) => one.name === name);
    if (known !== undefined) return known.agencyId;
    const data = { agencyId: agencyIdOf(name), name, shortName, level };
    const command = { type: 'EstablishAgency', data } as const;
    await this.dispatcher.send(undefined, EstablishAgencyCommand, command);
    return data.agencyId;
  }
}
