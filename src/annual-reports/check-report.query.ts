import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Finding } from '../../projections/checks/check.js';
import { findingsOf } from '../../projections/checks/checks.js';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { ReadModels } from '../read-models/read-models.js';
import { checkedReport } from './checked-report.js';
import { yearRefusal } from './domain/annual-report.decider.js';

/** 校验年度报告: what the checks find in it as the ledger stands now. */
export class CheckReport extends Query<readonly Finding[]> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
  ) {
    super();
  }
}

@QueryHandler(CheckReport)
export class CheckReportHandler implements IQueryHandler<CheckReport> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ agencyId, year }: CheckReport): Promise<readonly Finding[]> {
    const today = this.clock.today();
    const refusal = yearRefusal(year, today);
    if (refusal !== null) throw new CommandRefused(refusal);
    return findingsOf(checkedReport(await this.models.agency(agencyId), year, today));
  }
}
