import { Body, Controller, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ConcludeAppealCommand } from '../appeals/conclude-appeal.handler.js';
import { FileAppealCommand } from '../appeals/file-appeal.handler.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import { ConcludeAppealBody, FileAppealBody } from './dto/appeal.dto.js';
import { ExistingAgency } from './existing-agency.pipe.js';
import { plain } from './plain.js';

/** 行政复议、行政诉讼. */
@ApiTags('appeals 行政复议、行政诉讼')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: '重发同一请求时用同一个值' })
@Controller('v1/agencies/:agencyId/appeals')
export class AppealsController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Post()
  @ApiOperation({ summary: '登记复议、诉讼案件' })
  @ApiCreatedResponse({ type: Recorded })
  file(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Body() body: FileAppealBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, FileAppealCommand, { type: 'FileAppeal', data });
  }

  @Post(':caseNumber/conclusion')
  @HttpCode(200)
  @ApiOperation({ summary: '登记审结' })
  @ApiOkResponse({ type: Recorded })
  conclude(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Param('caseNumber') caseNumber: string,
    @Body() body: ConcludeAppealBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, caseNumber, ...plain(body) };
    return this.dispatcher.send(key, ConcludeAppealCommand, { type: 'ConcludeAppeal', data });
  }
}
