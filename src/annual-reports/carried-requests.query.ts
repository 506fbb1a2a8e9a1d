import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { tableThreeCells, type TableThreeCell } from '../../projections/table-three.js';
import { yearPeriod } from '../kernel/local-date.js';
import type { Ledger, Position } from '../ledger/ledger.js';
import { LEDGER } from '../ledger/tokens.js';
import { ReadModels, type AgencyView } from '../read-models/read-models.js';
import { editionMeant, type EditionMeant } from './as-of.js';
import { FiguresWalk } from './figures-walk.js';
import { movesAlong, type CellMove } from './moved-figures.js';

/** A request that only one of the two years has, and the events that made it so. */
export type Astray = Readonly<{
  number: string;
  /** Whether the closed year carried it out, or the next year alone carries it in. */
  only: 'carried-out' | 'carried-in';
  events: readonly CellMove[];
}>;

/** 结转: the requests that a closed year carried out, against those its next year carries in now. */
export type Carried = Readonly<{
  edition: number;
  /** 登记编号, in their order. */
  carriedOut: readonly string[];
  carriedIn: readonly string[];
  astray: readonly Astray[];
}>;

/** 结转 of one agency from a closed year to the next, request by request. */
export class ListCarried extends Query<Carried> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
    readonly meant: EditionMeant = 'closed',
  ) {
    super();
  }
}

@QueryHandler(ListCarried)
export class ListCarriedHandler implements IQueryHandler<ListCarried> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  async execute({ agencyId, year, meant }: ListCarried): Promise<Carried> {
    const now = await this.models.agency(agencyId);
    const closed = editionMeant(now.report(year), year, meant);
    const position = closed.position as Position;
    const then = await this.models.at(position).agency(agencyId);
    const { carriedOut, carriedIn } = carriedBetween(then, now, year);
    const walk = new FiguresWalk(then, [year]);
    const range = { after: position, upTo: now.position };
    const moves = (await movesAlong(this.ledger, walk, agencyId, range))(
      year,
      'table3.carried_out.total',
    );
    // What counts may have been chosen anew; then no event of the request made it so.
    const events = (number: string): readonly CellMove[] =>
      moves.filter(({ kind, id }) => kind === 'agency' || id === number);
    const missing = (
      these: readonly string[],
      those: readonly string[],
      only: Astray['only'],
    ): readonly Astray[] => {
      const known = new Set(those);
      return these
        .filter((number) => !known.has(number))
        .map((number) => ({ number, only, events: events(number) }));
    };
    const astray = [
      ...missing(carriedOut, carriedIn, 'carried-out'),
      ...missing(carriedIn, carriedOut, 'carried-in'),
    ];
    return { edition: closed.edition, carriedOut, carriedIn, astray };
  }
}

/** What a year carried out as it stood then, and what the next year carries in now. */
export function carriedBetween(
  then: AgencyView,
  now: AgencyView,
  year: number,
): Pick<Carried, 'carriedOut' | 'carriedIn'> {
  return {
    carriedOut: numbersIn(then, year, 'table3.carried_out.total'),
    carriedIn: numbersIn(now, year + 1, 'table3.carried_in.total'),
  };
}

function numbersIn(
  { requests, agency }: AgencyView,
  year: number,
  cell: TableThreeCell,
): readonly string[] {
  return requests
    .filter((request) => tableThreeCells(request, yearPeriod(year), agency.rules).includes(cell))
    .map(({ number }) => number)
    .sort();
}
