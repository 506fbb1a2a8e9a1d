import { agencyDirectory, type AgencyRow } from '../../projections/agency-directory.projection.js';
import { appealRegister, type AppealRow } from '../../projections/appeal-register.projection.js';
import {
  documentRegister,
  type DocumentRow,
} from '../../projections/document-register.projection.js';
import {
  figuresOf,
  requestCells,
  tableFourFiguresOf,
  tableThreeFiguresOf,
  tableTwoFiguresOf,
  type Figures,
} from '../../projections/forms/figures.js';
import { formOf } from '../../projections/forms/forms.js';
import { monthlyCounts, type CountRow } from '../../projections/monthly-counts.projection.js';
import { isHandled, rowKey, type Projection } from '../../projections/projection.js';
import {
  requestRegister,
  type RegisterRow,
} from '../../projections/request-register.projection.js';
import { tableFour, tableFourCells } from '../../projections/table-four.js';
import { tableThree } from '../../projections/table-three.js';
import { DEFAULT_COUNTING_RULES } from '../agencies/domain/agency.events.js';
import type { Event } from '../kernel/decider.js';
import { yearPeriod } from '../kernel/local-date.js';
import type { AgencyView } from '../read-models/read-models.js';
import type { LedgerEvent } from '../read-models/recorded-events.js';

/** One figure that an event moved. */
export type Move = Readonly<{ year: number; cell: string; before: number; after: number }>;

type FiguresOfYear = Map<string, number>;

/**
 * The figures of one agency, walked along the ledger event by event from where a view stands. They
 * are counted without the form's assertions: what was wrong on the way is what one wants to see.
 */
export class FiguresWalk {
  readonly #figures: ReadonlyMap<number, FiguresOfYear>;
  readonly #requests: Map<string, RegisterRow>;
  readonly #appeals: Map<string, AppealRow>;
  readonly #documents: Map<string, DocumentRow>;
  readonly #counts: Map<string, CountRow>;
  #agency: AgencyRow | null;

  constructor(view: AgencyView | undefined, years: readonly number[]) {
    const { agency = null, requests = [], appeals = [], documents = [], counts = [] } = view ?? {};
    this.#agency = agency;
    this.#requests = keyed(requests, ({ number }) => number);
    this.#appeals = keyed(appeals, ({ caseNumber }) => caseNumber);
    this.#documents = keyed(documents, ({ documentNumber }) => documentNumber);
    this.#counts = keyed(counts, yearOfCounts);
    this.#figures = new Map(
      years.map((year) => {
        const [period, { rules }] = [yearPeriod(year), this];
        const three = tableThree(requests, period, rules);
        const four = tableFour(appeals, period, rules);
        const published = { documents, counts };
        const figures = figuresOf(formOf(year), { published, three, four }, period, rules);
        return [year, new Map(Object.entries(figures))];
      }),
    );
  }

  /** Every figure as it stands now. */
  figures(year: number): ReadonlyMap<string, number> {
    return this.#figures.get(year) ?? new Map<string, number>();
  }

  /** Folds one event of the agency and answers with the figures it moved. */
  step(event: LedgerEvent): readonly Move[] {
    if (isHandled(requestRegister, event)) {
      return this.recount(fold(requestRegister, this.#requests, event), (row, year) =>
        requestCells(formOf(year), row, yearPeriod(year), this.rules),
      );
    }
    if (isHandled(appealRegister, event)) {
      return this.recount(fold(appealRegister, this.#appeals, event), (row, year) =>
        tableFourCells(row, yearPeriod(year), this.rules),
      );
    }
    if (isHandled(documentRegister, event)) fold(documentRegister, this.#documents, event);
    else if (isHandled(monthlyCounts, event)) fold(monthlyCounts, this.#counts, event);
    else if (isHandled(agencyDirectory, event)) {
      this.#agency = agencyDirectory.evolve(this.#agency, event);
      return [...this.tableTwoMoves(), ...this.tableThreeMoves(), ...this.tableFourMoves()];
    } else return [];
    return this.tableTwoMoves();
  }

  private get rules() {
    return this.#agency?.rules ?? DEFAULT_COUNTING_RULES;
  }

  /** A row leaves the cells it stood in and enters those it stands in now. */
  private recount<Row>(
    { before, after }: Folded<Row>,
    cellsOf: (row: Row, year: number) => readonly string[],
  ): readonly Move[] {
    return [...this.#figures].flatMap(([year, figures]) => {
      const left = before === null ? [] : cellsOf(before, year);
      const entered = cellsOf(after, year);
      return [...new Set([...left, ...entered])].flatMap((cell) =>
        put(
          year,
          figures,
          cell,
          (figures.get(cell) ?? 0) + times(entered, cell) - times(left, cell),
        ),
      );
    });
  }

  /** What counts may have been chosen anew, for every request at once. */
  private tableThreeMoves(): readonly Move[] {
    const requests = [...this.#requests.values()];
    return [...this.#figures].flatMap(([year, figures]) => {
      const table = tableThree(requests, yearPeriod(year), this.rules);
      return putAll(year, figures, tableThreeFiguresOf(formOf(year), table));
    });
  }

  private tableFourMoves(): readonly Move[] {
    const appeals = [...this.#appeals.values()];
    return [...this.#figures].flatMap(([year, figures]) => {
      const table = tableFour(appeals, yearPeriod(year), this.rules);
      return putAll(year, figures, tableFourFiguresOf(table));
    });
  }

  private tableTwoMoves(): readonly Move[] {
    const published = {
      documents: [...this.#documents.values()],
      counts: [...this.#counts.values()],
    };
    return [...this.#figures].flatMap(([year, figures]) =>
      putAll(
        year,
        figures,
        tableTwoFiguresOf(formOf(year), published, yearPeriod(year), this.rules),
      ),
    );
  }
}

type Folded<Row> = Readonly<{ before: Row | null; after: Row }>;

function fold<Row, E extends Event>(
  projection: Projection<Row, E>,
  rows: Map<string, Row>,
  event: E,
): Folded<Row> {
  const key = projection.keyOf(event);
  const before = rows.get(key) ?? null;
  const after = projection.evolve(before, event);
  rows.set(key, after);
  return { before, after };
}

function put(year: number, figures: FiguresOfYear, cell: string, after: number): readonly Move[] {
  const before = figures.get(cell) ?? 0;
  if (before === after) return [];
  figures.set(cell, after);
  return [{ year, cell, before, after }];
}

function putAll(year: number, figures: FiguresOfYear, cells: Figures): readonly Move[] {
  return Object.entries(cells).flatMap(([cell, after]) => put(year, figures, cell, after));
}

function times(cells: readonly string[], cell: string): number {
  return cells.filter((known) => known === cell).length;
}

function keyed<Row extends Readonly<{ agencyId: string }>>(
  rows: readonly Row[],
  within: (row: Row) => string,
): Map<string, Row> {
  return new Map(rows.map((row) => [rowKey(row.agencyId, within(row)), row]));
}

/** A row of counts is one year's; every month in it says which. */
function yearOfCounts({ monthly, opening }: CountRow): string {
  const [month = ''] = [...monthly.keys(), ...opening.keys()];
  return month.slice(0, 4);
}
