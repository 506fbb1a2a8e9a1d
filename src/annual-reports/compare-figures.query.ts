import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { formOf } from '../../projections/forms/forms.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { comparePositions, type Ledger, type Position } from '../ledger/ledger.js';
import { LEDGER } from '../ledger/tokens.js';
import { ReadModels, type AgencyView } from '../read-models/read-models.js';
import { yearsOf } from './agency-years.js';
import { FiguresWalk } from './figures-walk.js';
import { movesAlong, type CellMove } from './moved-figures.js';

/** A printed number that differs between two places, with all that moved it, in their order. */
export type ChangedCell = Readonly<{
  year: number;
  cell: string;
  before: number;
  after: number;
  events: readonly CellMove[];
}>;

/** The figures of one agency at two places of the ledger, the earlier first. */
export class CompareFigures extends Query<readonly ChangedCell[]> {
  constructor(
    readonly agencyId: string,
    readonly from: Position,
    readonly to: Position,
    /** Null for every year that has facts at either place. */
    readonly year: number | null,
  ) {
    super();
  }
}

@QueryHandler(CompareFigures)
export class CompareFiguresHandler implements IQueryHandler<CompareFigures> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  async execute({ agencyId, from, to, year }: CompareFigures): Promise<readonly ChangedCell[]> {
    if (comparePositions(from, to) > 0) {
      throw new CommandRefused({
        refused: 'annual-report/positions-reversed',
        basis: '台账规则：台账只增不改，按位置可以回到任何一时',
        facts: { from, to },
      });
    }
    const earlier = await viewOf(this.models.at(from), agencyId);
    const later = await viewOf(this.models.at(to), agencyId);
    const known = [earlier, later].flatMap((view) => (view === undefined ? [] : yearsOf(view)));
    const years = year === null ? [...new Set(known)].sort((left, right) => left - right) : [year];
    const walk = new FiguresWalk(earlier, years);
    const before = new Map(years.map((at) => [at, new Map(walk.figures(at))]));
    const moves = await movesAlong(this.ledger, walk, agencyId, { after: from, upTo: to });
    return years.flatMap((at) =>
      formOf(at).cells.flatMap((cell): readonly ChangedCell[] => {
        const was = before.get(at)?.get(cell) ?? 0;
        const is = walk.figures(at).get(cell) ?? 0;
        // What changed and changed back is no difference to whoever compares the two.
        if (was === is) return [];
        return [{ year: at, cell, before: was, after: is, events: moves(at, cell) }];
      }),
    );
  }
}

/** Undefined where the ledger did not know the agency yet: everything has come since. */
async function viewOf(models: ReadModels, agencyId: string): Promise<AgencyView | undefined> {
  const agencies = await models.agencies();
  const known = agencies.some((agency) => agency.agencyId === agencyId);
  return known ? models.agency(agencyId) : undefined;
}
