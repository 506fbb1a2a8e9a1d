import { Body, Controller, Inject, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { ListAffected } from '../annual-reports/affected-figures.query.js';
import type { EditionMeant } from '../annual-reports/as-of.js';
import { ListCarried } from '../annual-reports/carried-requests.query.js';
import { CloseYearCommand } from '../annual-reports/close-year.handler.js';
import { Allow } from './allow.js';
import { EditionPipe } from './as-of.pipe.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import { CloseYearBody } from './dto/annual-report.dto.js';
import { AffectedAnswer, CarriedAnswer } from './dto/closing.dto.js';
import { wordedCell, wordedMove } from './figures-diff.controller.js';
import { AgencyId, Begins, IdempotencyKey, Reads } from './routes.js';

const EDITION = {
  name: 'edition',
  required: false,
  description: '第几版；closed 为最新的一版（不写就是它），filed 为报送的一版',
};

/** 封账，和封账以后. */
@ApiTags('annual-reports 年度报告')
@Controller('v1/agencies/:agencyId/reports/:year')
export class ClosingsController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('reports.close')
  @Begins('closings', '封账：照现在的样子存下一年的报告；再封账一次为更正版，须有理由')
  close(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() { reason = '' }: CloseYearBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, year, reason };
    return this.dispatcher.send(key, CloseYearCommand, { type: 'CloseYear', data });
  }

  @Allow('reports.read')
  @Reads('affected', '已公布数据受影响：封账以后变了的数字和文字，和背后的事实', AffectedAnswer)
  @ApiQuery(EDITION)
  async affected(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query('edition', EditionPipe) edition: EditionMeant,
  ): Promise<AffectedAnswer> {
    const affected = await this.dispatcher.ask(new ListAffected(agencyId, year, edition));
    return { ...affected, cells: affected.cells.map(wordedCell) };
  }

  @Allow('reports.read')
  @Reads('carried', '结转：封账的年度结转出去的申请，与下一年度结转进来的逐件核对', CarriedAnswer)
  @ApiQuery(EDITION)
  async carried(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query('edition', EditionPipe) edition: EditionMeant,
  ): Promise<CarriedAnswer> {
    const carried = await this.dispatcher.ask(new ListCarried(agencyId, year, edition));
    const astray = carried.astray.map((one) => ({ ...one, events: one.events.map(wordedMove) }));
    return { ...carried, astray };
  }
}
