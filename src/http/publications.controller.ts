import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CorrectDocumentCommand } from '../publications/correct-document.handler.js';
import { CorrectMonthlyCountCommand } from '../publications/correct-monthly-count.handler.js';
import { CorrectOpeningBalanceCommand } from '../publications/correct-opening-balance.handler.js';
import { categoryNamed } from '../publications/count-category.js';
import type { CountCategory } from '../publications/domain/count.events.js';
import { IssueDocumentCommand } from '../publications/issue-document.handler.js';
import { RepealDocumentCommand } from '../publications/repeal-document.handler.js';
import { ReportMonthlyCountCommand } from '../publications/report-monthly-count.handler.js';
import { StateOpeningBalanceCommand } from '../publications/state-opening-balance.handler.js';
import { VoidDocumentCommand } from '../publications/void-document.handler.js';
import { Allow } from './allow.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import {
  CorrectDocumentBody,
  CorrectMonthlyCountBody,
  CorrectOpeningBalanceBody,
  IssueDocumentBody,
  RepealDocumentBody,
  ReportMonthlyCountBody,
  StateOpeningBalanceBody,
  VoidDocumentBody,
} from './dto/publication.dto.js';
import { BadInput } from './problem.filter.js';
import { plain } from './plain.js';
import { AgencyId, Begins, Continues, IdempotencyKey } from './routes.js';

/** 主动公开. */
@ApiTags('publications 主动公开')
@Controller('v1/agencies/:agencyId')
export class PublicationsController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('publications.keep')
  @Begins('documents', '登记制发规章、行政规范性文件')
  issue(
    @AgencyId() agencyId: string,
    @Body() body: IssueDocumentBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, IssueDocumentCommand, { type: 'IssueDocument', data });
  }

  @Allow('publications.keep')
  @Continues('documents/:documentNumber/repeal', '登记废止')
  repeal(
    @AgencyId() agencyId: string,
    @Param('documentNumber') documentNumber: string,
    @Body() body: RepealDocumentBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, documentNumber, ...plain(body) };
    return this.dispatcher.send(key, RepealDocumentCommand, { type: 'RepealDocument', data });
  }

  @Allow('publications.keep')
  @Continues('documents/:documentNumber/corrections', '更正文件登记：原登记保留，更正另记')
  correctDocument(
    @AgencyId() agencyId: string,
    @Param('documentNumber') documentNumber: string,
    @Body() { corrected, reason }: CorrectDocumentBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, documentNumber, corrected: plain(corrected) };
    const command = { type: 'CorrectDocument', data, sealed: { reason } } as const;
    return this.dispatcher.send(key, CorrectDocumentCommand, command);
  }

  @Allow('publications.keep')
  @Continues('documents/:documentNumber/voids', '作废文件登记：原登记保留，不再计数，文号不再使用')
  voidDocument(
    @AgencyId() agencyId: string,
    @Param('documentNumber') documentNumber: string,
    @Body() { step, reason }: VoidDocumentBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, documentNumber, step };
    const command = { type: 'VoidDocument', data, sealed: { reason } } as const;
    return this.dispatcher.send(key, VoidDocumentCommand, command);
  }

  @Allow('publications.keep')
  @Begins('counts', '上报月度数量')
  report(
    @AgencyId() agencyId: string,
    @Body() body: ReportMonthlyCountBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body), category: categoryOf(body.category) };
    return this.dispatcher.send(key, ReportMonthlyCountCommand, {
      type: 'ReportMonthlyCount',
      data,
    });
  }

  @Allow('publications.keep')
  @Continues('counts/corrections', '更正月度数量')
  correct(
    @AgencyId() agencyId: string,
    @Body() body: CorrectMonthlyCountBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body), category: categoryOf(body.category) };
    return this.dispatcher.send(key, CorrectMonthlyCountCommand, {
      type: 'CorrectMonthlyCount',
      data,
    });
  }

  @Allow('publications.keep')
  @Begins('opening-balances', '登记期初现行有效件数')
  stateOpening(
    @AgencyId() agencyId: string,
    @Body() body: StateOpeningBalanceBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, StateOpeningBalanceCommand, {
      type: 'StateOpeningBalance',
      data,
    });
  }

  @Allow('publications.keep')
  @Continues('opening-balances/corrections', '更正期初现行有效件数：原数保留，更正另记')
  correctOpening(
    @AgencyId() agencyId: string,
    @Body() body: CorrectOpeningBalanceBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, ...plain(body) };
    return this.dispatcher.send(key, CorrectOpeningBalanceCommand, {
      type: 'CorrectOpeningBalance',
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
