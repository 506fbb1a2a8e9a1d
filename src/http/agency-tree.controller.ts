import { Body, Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { treeOn } from '../../projections/agency-tree.js';
import { AbolishAgencyCommand } from '../agencies/abolish-agency.handler.js';
import { PlaceAgencyCommand } from '../agencies/place-agency.handler.js';
import { ReadModels } from '../read-models/read-models.js';
import { Allow } from './allow.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import { AbolishAgencyBody, AgencyNodeAnswer, PlaceAgencyBody } from './dto/roll-up.dto.js';
import { AgencyId, Continues, IdempotencyKey } from './routes.js';

/** 机关树. */
@ApiTags('agencies 机关')
@Controller('v1')
export class AgencyTreeController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  @Allow('agencies.read')
  @Get('agency-tree')
  @ApiOperation({ summary: '机关树：谁向谁报送' })
  @ApiOkResponse({ type: [AgencyNodeAnswer] })
  async tree(): Promise<readonly AgencyNodeAnswer[]> {
    return treeOn(await this.models.agencies(), this.dispatcher.by().today);
  }

  @Allow('agencies.found')
  @Continues('agencies/:agencyId/placement', '登记隶属关系')
  place(
    @AgencyId() agencyId: string,
    @Body() body: PlaceAgencyBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { parentId, from } = body;
    const data = { agencyId, parentId: parentId ?? null, from };
    return this.dispatcher.send(key, PlaceAgencyCommand, { type: 'PlaceAgency', data });
  }

  @Allow('agencies.found')
  @Continues('agencies/:agencyId/abolition', '登记撤并')
  abolish(
    @AgencyId() agencyId: string,
    @Body() body: AbolishAgencyBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { successorId, abolishedOn } = body;
    const data = { agencyId, successorId: successorId ?? null, abolishedOn };
    return this.dispatcher.send(key, AbolishAgencyCommand, { type: 'AbolishAgency', data });
  }
}
