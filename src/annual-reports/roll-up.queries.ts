import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { numberIn, type ChildReport, type PrintedCell } from '../../projections/checks/check.js';
import type { CheckId } from '../annual-reports/domain/checks.events.js';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { ReadModels } from '../read-models/read-models.js';
import { cellNamed } from './cell-cases.js';
import { errorsOf } from './checked-roll-up.js';
import { rolledUpReport } from './rolled-up-report.js';

/** 报送情况 of one child, and what the checks say of its report. */
export type ChildRow = Omit<ChildReport, 'cells' | 'words' | 'labels'> &
  Readonly<{
    /** It was closed anew since, or what went into the roll-up on record is not what it says now. */
    stale: boolean;
    errors: readonly CheckId[];
  }>;

/** 下级报送情况 of a year: who has handed in, when, which edition, and with what mistakes. */
export class ListChildren extends Query<readonly ChildRow[]> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
  ) {
    super();
  }
}

@QueryHandler(ListChildren)
export class ListChildrenHandler implements IQueryHandler<ListChildren> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ agencyId, year }: ListChildren): Promise<readonly ChildRow[]> {
    const views = await this.models.everyAgency();
    const { children } = rolledUpReport(views, agencyId, year);
    const today = this.clock.today();
    const { rollUp } = await this.models.agency(agencyId);
    const recorded = new Map(rollUp(year)?.children.map((child) => [child.agencyId, child.digest]));
    return children.map((child) => {
      const { cells: _cells, words: _words, labels: _labels, ...row } = child;
      const summed = recorded.get(child.agencyId);
      const moved = summed !== undefined && summed !== child.digest;
      const newer = child.edition !== null && child.edition !== child.newestEdition;
      const errors = errorsOf(views, child, year, today).map(({ id }) => id);
      return { ...row, stale: moved || newer, errors: [...new Set(errors)] };
    });
  }
}

/** What one child adds to a cell of the sum. */
export type CellChild = Pick<ChildReport, 'agencyId' | 'name' | 'from' | 'standing'> &
  Readonly<{ printed: PrintedCell; counts: number }>;

/** 汇总下钻: the children behind one cell of the sum; those that add nothing are left out. */
export class ListCellChildren extends Query<readonly CellChild[]> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
    readonly cell: string,
  ) {
    super();
  }
}

@QueryHandler(ListCellChildren)
export class ListCellChildrenHandler implements IQueryHandler<ListCellChildren> {
  constructor(@Inject(ReadModels) private readonly models: ReadModels) {}

  async execute({ agencyId, year, cell }: ListCellChildren): Promise<readonly CellChild[]> {
    const named = cellNamed(cell, year);
    const { children } = rolledUpReport(await this.models.everyAgency(), agencyId, year);
    return children
      .map(({ agencyId: id, name, from, standing, cells }) => {
        const printed = cells.get(named) ?? null;
        return { agencyId: id, name, from, standing, printed, counts: numberIn(cells, named) ?? 0 };
      })
      .filter(({ printed, counts }) => counts !== 0 || typeof printed === 'string');
  }
}
