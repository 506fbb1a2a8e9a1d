import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CountPeriod, type CountedPeriod } from '../annual-reports/period-figures.query.js';
import { periodBetween } from '../kernel/period.js';
import { Allow } from './allow.js';
import { Dispatcher } from './dispatcher.js';
import { PeriodFiguresAnswer, PeriodQuery } from './dto/period-figures.dto.js';
import { BadInput } from './problem.filter.js';
import { AgencyId, Reads } from './routes.js';

/** 任意期间的统计. */
@ApiTags('annual-reports 年度报告')
@Controller('v1/agencies/:agencyId/figures')
export class PeriodFiguresController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('reports.read')
  @Reads('', '任意期间按三张表口径的数字，和渠道、逾期、办理用时', PeriodFiguresAnswer)
  figures(
    @AgencyId() agencyId: string,
    @Query() { from, to = from }: PeriodQuery,
  ): Promise<CountedPeriod> {
    const period = periodBetween(from, to);
    if (period !== null) return this.dispatcher.ask(new CountPeriod(agencyId, period));
    const reason = '不是期间，请写成 2026、2026H1、2026Q1、2026-03 或者两个日期，较早的在前';
    throw new BadInput([{ path: 'from', reason }]);
  }
}
