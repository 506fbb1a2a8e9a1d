import { requestCells } from '../../projections/forms/figures.js';
import { formOf } from '../../projections/forms/forms.js';
import { contributionsOf, type Unit } from '../../projections/forms/table-two-sources.js';
import { tableFourCells } from '../../projections/table-four.js';
import { yearPeriod } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { CountCategory } from '../publications/domain/count.events.js';
import type { DocumentKind } from '../publications/domain/document.events.js';
import type { AgencyView } from '../read-models/read-models.js';

/** One thing behind a printed number: a request, a case, a document, or a month's count. */
export type CellCase = Readonly<{
  kind: 'request' | 'appeal' | 'document' | 'monthly-count' | 'opening-balance';
  /** 登记编号, 案号, 文号, or the month. */
  id: string;
  /**
   * What it adds to the cell. A document that the opening balance counted and that was repealed
   * since adds −1.
   */
  counts: number;
}>;

/** The cell of that name. Throws {@link CommandRefused} for a name that the year's form does not have. */
export function cellNamed(name: string, year: number): string {
  const { cells, basis } = formOf(year);
  if (cells.includes(name)) return name;
  throw new CommandRefused({ refused: 'annual-report/unknown-cell', basis, facts: { cell: name } });
}

/**
 * 下钻: everything behind one cell, in the order of the numbers. Its counts add up to the printed
 * figure; for fees to the sum before it was rounded.
 */
export function casesOf(view: AgencyView, year: number, cell: string): readonly CellCase[] {
  const [period, form] = [yearPeriod(year), formOf(year)];
  if (cell.startsWith('table3.')) {
    return view.requests
      .filter((request) => requestCells(form, request, period, view.agency.rules).includes(cell))
      .map(({ number }): CellCase => ({ kind: 'request', id: number, counts: 1 }))
      .sort(byId);
  }
  if (cell.startsWith('table4.')) {
    return view.appeals
      .filter((appeal) => {
        const cells: readonly string[] = tableFourCells(appeal, period, view.agency.rules);
        return cells.includes(cell);
      })
      .map(({ caseNumber }): CellCase => ({ kind: 'appeal', id: caseNumber, counts: 1 }))
      .sort(byId);
  }
  const source = form.tableTwo[cell];
  if (source === undefined) return [];
  // Fees are stored in 分: the months show the unit of the cell, unrounded, so that they add up.
  const unit = 'sum' in source && source.unit !== undefined ? IN_STORE[source.unit] : 1;
  return contributionsOf(source, view, period).map(({ counts, ...behind }) => ({
    ...behind,
    counts: counts / unit,
  }));
}

/** How many of what is stored make one of the unit. */
const IN_STORE: Readonly<Record<Unit, number>> = { item: 1, yuan: 100, 'wan-yuan': 1_000_000 };

/** The category whose months a cell sums up, or the kind of document that it counts; null for others. */
export function categoryOf(cell: string, year: number): CountCategory | DocumentKind | null {
  const source = formOf(year).tableTwo[cell];
  if (source === undefined) return null;
  if ('documents' in source) return source.documents;
  if ('sum' in source) return source.sum;
  return 'newest' in source ? source.newest : source.change;
}

function byId(left: CellCase, right: CellCase): number {
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}
