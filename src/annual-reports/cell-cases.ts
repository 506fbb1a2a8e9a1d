import { openingOf, documentCells, monthsOf } from '../../projections/table-two.js';
import { isCell, type Cell } from '../../projections/form-figures.js';
import { tableFourCells } from '../../projections/table-four.js';
import { tableThreeCells } from '../../projections/table-three.js';
import { yearPeriod } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { STATUTORY_COUNTS, type StatutoryCount } from '../publications/domain/count.events.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../publications/domain/document.events.js';
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

/** The cell of that name. Throws {@link CommandRefused} for a name that the form does not have. */
export function cellNamed(name: string): Cell {
  if (isCell(name)) return name;
  throw new CommandRefused({
    refused: 'annual-report/unknown-cell',
    basis: '国办公开办函〔2021〕30号',
    facts: { cell: name },
  });
}

/**
 * 下钻: everything behind one cell, in the order of the numbers. Its counts add up to the printed
 * figure; for fees to the sum before it was rounded.
 */
export function casesOf(view: AgencyView, year: number, cell: Cell): readonly CellCase[] {
  if (cell.startsWith('table3.')) {
    return view.requests
      .filter((request) => {
        const cells: readonly string[] = tableThreeCells(
          request,
          yearPeriod(year),
          view.agency.rules,
        );
        return cells.includes(cell);
      })
      .map(({ number }): CellCase => ({ kind: 'request', id: number, counts: 1 }))
      .sort(byId);
  }
  if (cell.startsWith('table4.')) {
    return view.appeals
      .filter((appeal) =>
        (tableFourCells(appeal, yearPeriod(year), view.agency.rules) as readonly string[]).includes(
          cell,
        ),
      )
      .map(({ caseNumber }): CellCase => ({ kind: 'appeal', id: caseNumber, counts: 1 }))
      .sort(byId);
  }
  return [
    ...openings(view, year, cell),
    ...documentsBehind(view, year, cell),
    ...months(view, year, cell),
  ];
}

function openings({ counts }: AgencyView, year: number, cell: Cell): readonly CellCase[] {
  const kind = DOCUMENT_KINDS.find((known) => cell === `table2.${known}.valid`);
  if (kind === undefined) return [];
  const { from, inForce } = openingOf(counts, kind, yearPeriod(year));
  return inForce === 0 ? [] : [{ kind: 'opening-balance', id: from, counts: inForce }];
}

function documentsBehind(view: AgencyView, year: number, cell: Cell): readonly CellCase[] {
  return view.documents
    .flatMap((document) =>
      documentCells(document, view.counts, yearPeriod(year))
        .filter((found) => found.cell === cell)
        .map(({ counts }): CellCase => ({ kind: 'document', id: document.documentNumber, counts })),
    )
    .sort(byId);
}

/** The category whose months a cell sums up, or the kind of document that it counts; null for others. */
export function categoryOf(cell: Cell): StatutoryCount | DocumentKind | null {
  return (
    statutoryCountOf(cell) ??
    DOCUMENT_KINDS.find((kind) => cell.startsWith(`table2.${kind}.`)) ??
    null
  );
}

function statutoryCountOf(cell: Cell): StatutoryCount | undefined {
  const stored = cell === 'table2.fees_wan_yuan' ? 'table2.fees_fen' : cell;
  return STATUTORY_COUNTS.find((known) => stored === `table2.${known}`);
}

function months({ counts }: AgencyView, year: number, cell: Cell): readonly CellCase[] {
  const category = statutoryCountOf(cell);
  if (category === undefined) return [];
  // Fees are stored in 分 and printed in 万元: the months show 万元 too, unrounded, so that they add up.
  const unit = category === 'fees_fen' ? 1_000_000 : 1;
  return monthsOf(counts, category, yearPeriod(year)).map(({ month, quantity }) => ({
    kind: 'monthly-count',
    id: month,
    counts: quantity / unit,
  }));
}

function byId(left: CellCase, right: CellCase): number {
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}
