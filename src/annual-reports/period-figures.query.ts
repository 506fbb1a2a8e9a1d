import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { periodFigures, type PeriodFigures } from '../../projections/period-figures.js';
import { lastDayOfMonth, type Period, type YearMonth } from '../kernel/local-date.js';
import { CLOCK, type Clock } from '../ledger/clock.js';
import type { Position } from '../ledger/ledger.js';
import { ReadModels } from '../read-models/read-models.js';

/** 任意期间的统计 of one agency, as the ledger stands now. */
export type CountedPeriod = PeriodFigures &
  Readonly<{ period: Period; position: Position; warnings: readonly string[] }>;

/** 任意期间的统计. */
export class CountPeriod extends Query<CountedPeriod> {
  constructor(
    readonly agencyId: string,
    readonly period: Period,
  ) {
    super();
  }
}

@QueryHandler(CountPeriod)
export class CountPeriodHandler implements IQueryHandler<CountPeriod> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ agencyId, period }: CountPeriod): Promise<CountedPeriod> {
    const view = await this.models.agency(agencyId);
    const counted = periodFigures(view, period, view.agency.rules, this.clock.today());
    return { ...counted, period, position: view.position, warnings: monthsCut(period) };
  }
}

/** A month's count has no days: it is counted where the month ends. */
function monthsCut({ from, to }: Period): readonly string[] {
  const wholeMonths = from.endsWith('-01') && to === lastDayOfMonth(to.slice(0, 7) as YearMonth);
  return wholeMonths ? [] : ['期间不是整月：按月上报的数量计入月末所在的期间。'];
}
