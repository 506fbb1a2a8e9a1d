import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { Ledger, Position } from '../ledger/ledger.js';
import { LEDGER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { annualReportOf, type AnnualReport } from './annual-report.js';
import { editionMeant, isEdition, positionOf, type AsOf } from './as-of.js';
import { countedReport } from './counted-report.js';
import { casesOf, type CellCase } from './cell-cases.js';
import { asItStands, editionOf } from './closed-edition.js';
import { checkedRollUp } from './checked-roll-up.js';
import { openErrorsOf } from './open-errors.js';
import { rolledUpReport } from './rolled-up-report.js';
import { yearRefusal } from './domain/annual-report.decider.js';

/** 年度报告 of one agency and year: as the ledger stands now or stood at a place, or as it was closed. */
export class GetAnnualReport extends Query<AnnualReport> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
    readonly asOf: AsOf = 'now',
    readonly scope: Scope = 'own',
  ) {
    super();
  }
}

/** The agency's own report, or the sum of those of its children (汇总). */
export const SCOPES = ['own', 'roll-up'] as const;
export type Scope = (typeof SCOPES)[number];

@QueryHandler(GetAnnualReport)
export class GetAnnualReportHandler implements IQueryHandler<GetAnnualReport> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ agencyId, year, asOf, scope }: GetAnnualReport): Promise<AnnualReport> {
    const today = this.clock.today();
    refuseYear(year, this.clock);
    if (scope === 'roll-up') return this.rolledUp(agencyId, year, asOf);
    const view = await this.models.agency(agencyId);
    if (asOf === 'now') return asItStands(annualReportOf(view, year, today));
    if (!isEdition(asOf)) {
      const at = await positionOf(this.ledger, this.models, { agencyId, year }, asOf);
      return annualReportOf(await this.models.at(at).agency(agencyId), year, today);
    }
    const edition = editionMeant(view.report(year), year, asOf);
    return editionOf(countedReport(view, year), year, edition);
  }

  private async rolledUp(agencyId: string, year: number, asOf: AsOf): Promise<AnnualReport> {
    const models =
      asOf === 'now'
        ? this.models
        : this.models.at(await positionOf(this.ledger, this.models, { agencyId, year }, asOf));
    const views = await models.everyAgency();
    const { annual } = rolledUpReport(views, agencyId, year);
    const checked = checkedRollUp(views, agencyId, year, this.clock.today());
    return { ...annual, openErrors: openErrorsOf(checked, annual.report) };
  }
}

/** 下钻: what a cell holds, and the cases behind it. */
export type CasesBehind = Readonly<{
  cell: string;
  figure: number;
  /** 第几版; null for what the ledger says. */
  edition: number | null;
  position: Position;
  cases: readonly CellCase[];
}>;

/** 下钻: the cases behind one cell, as the report of that time counted them. */
export class ListCellCases extends Query<CasesBehind> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
    readonly cell: string,
    readonly asOf: AsOf = 'now',
  ) {
    super();
  }
}

@QueryHandler(ListCellCases)
export class ListCellCasesHandler implements IQueryHandler<ListCellCases> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ agencyId, year, cell, asOf }: ListCellCases): Promise<CasesBehind> {
    refuseYear(year, this.clock);
    const now = await this.models.agency(agencyId);
    const edition = isEdition(asOf) ? editionMeant(now.report(year), year, asOf) : null;
    const at = await positionOf(this.ledger, this.models, { agencyId, year }, asOf);
    const view = asOf === 'now' ? now : await this.models.at(at).agency(agencyId);
    const figures = edition?.figures ?? annualReportOf(view, year, this.clock.today()).figures;
    return {
      cell,
      figure: figures[cell] ?? 0,
      edition: edition?.edition ?? null,
      position: view.position,
      cases: casesOf(view, year, cell),
    };
  }
}

/** A year that no report can be about has no figures either, not even zeros. */
function refuseYear(year: number, clock: Clock): void {
  const refusal = yearRefusal(year, clock.today());
  if (refusal !== null) throw new CommandRefused(refusal);
}
