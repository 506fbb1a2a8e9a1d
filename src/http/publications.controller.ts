import { Body, Controller, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CorrectMonthlyCountCommand } from '../publications/correct-monthly-count.handler.js';
import { categoryNamed } from '../publications/count-category.js';
import type { CountCategory } from '../publications/domain/count.events.js';
import { IssueDocumentCommand } from '../publications/issue-document.handler.js';
import { RepealDocumentCommand } from '../publications/repeal-document.handler.js';
import { ReportMonthlyCountCommand } from '../publications/report-monthly-count.handler.js';
import { StateOpeningBalanceCommand } from '../publications/state-opening-balance.handler.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import {
  CorrectMonthlyCountBody,
  IssueDocumentBody,
  RepealDocumentBody,
  ReportMonthlyCountBody,
  StateOpeningBalanceBody,
} from './dto/publication.dto.js';
import { ExistingAgency } from './existing-agency.pipe.js';
import { BadInput } from './problem.filter.js';
import { plain } from './plain.js';

/** 主动公开. */
@ApiTags('publications 主动公开')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: '重发同一请求时用同一个值' })
@Controller('v1/agencies/:agencyId')
export class PublicationsController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Post('documents')
  @ApiOperation({ summary: '登记制发规章、行政规范性文件' })
  @ApiCreatedResponse({ type: Recorded })
  issue(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Body() body: IssueDocumentBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, IssueDocumentCommand, { type: 'IssueDocument', data });
  }

  @Post('documents/:documentNumber/repeal')
  @HttpCode(200)
  @ApiOperation({ summary: '登记废止' })
  @ApiOkResponse({ type: Recorded })
  repeal(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Param('documentNumber') documentNumber: string,
    @Body() body: RepealDocumentBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, documentNumber, ...plain(body) };
    return this.dispatcher.send(key, RepealDocumentCommand, { type: 'RepealDocument', data });
  }

  @Post('counts')
  @ApiOperation({ summary: '上报月度数量' })
  @ApiCreatedResponse({ type: Recorded })
  report(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Body() body: ReportMonthlyCountBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body), category: categoryOf(body.category) };
    return this.dispatcher.send(key, ReportMonthlyCountCommand, {
      type: 'ReportMonthlyCount',
      data,
    });
  }

  @Post('counts/corrections')
  @HttpCode(200)
  @ApiOperation({ summary: '更正月度数量' })
  @ApiOkResponse({ type: Recorded })
  correct(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Body() body: CorrectMonthlyCountBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body), category: categoryOf(body.category) };
    return this.dispatcher.send(key, CorrectMonthlyCountCommand, {
      type: 'CorrectMonthlyCount',
      data,
    });
  }

  @Post('opening-balances')
  @ApiOperation({ summary: '登记期初现行有效件数' })
  @ApiCreatedResponse({ type: Recorded })
  stateOpening(
    @Param('agencyId', ExistingAgency) agencyId: string,
    @Body() body: StateOpeningBalanceBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, StateOpeningBalanceCommand, {
      type: 'StateOpeningBalance',
      data,
    });
  }
}

function categoryOf(name: string): CountCategory {
  const category = categoryNamed(name);
  if (category !== null) return category;
  const reason =
    '与表二的类别相近但不相同，请写成 licensing、punishment、coercion 或 fees_fen（分），或者换一个名称';
  throw new BadInput([{ path: 'category', reason }]);
}
