import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Cell } from '../../projections/form-figures.js';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { Ledger } from '../ledger/ledger.js';
import { LEDGER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { annualReportOf, type AnnualReport } from './annual-report.js';
import { positionOf, type AsOf } from './as-of.js';
import { casesOf, type CellCase } from './cell-cases.js';
import { yearRefusal } from './domain/annual-report.decider.js';

/** 年度报告 of one agency and year, as the ledger stands now or stood at a place. */
export class GetAnnualReport extends Query<AnnualReport> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
    readonly asOf: AsOf = 'now',
  ) {
    super();
  }
}

@QueryHandler(GetAnnualReport)
export class GetAnnualReportHandler implements IQueryHandler<GetAnnualReport> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ agencyId, year, asOf }: GetAnnualReport): Promise<AnnualReport> {
    refuseYear(year, this.clock);
    const models =
      asOf === 'now'
        ? this.models
        : this.models.at(await positionOf(this.ledger, this.models, { agencyId, year }, asOf));
    return annualReportOf(await models.agency(agencyId), year, this.clock.today());
  }
}

/** 下钻: the cases behind one cell. */
export class ListCellCases extends Query<readonly CellCase[]> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
    readonly cell: Cell,
  ) {
    super();
  }
}

@QueryHandler(ListCellCases)
export class ListCellCasesHandler implements IQueryHandler<ListCellCases> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ agencyId, year, cell }: ListCellCases): Promise<readonly CellCase[]> {
    refuseYear(year, this.clock);
    return casesOf(await this.models.agency(agencyId), year, cell);
  }
}

/** A year that no report can be about has no figures either, not even zeros. */
function refuseYear(year: number, clock: Clock): void {
  const refusal = yearRefusal(year, clock.today());
  if (refusal !== null) throw new CommandRefused(refusal);
}
