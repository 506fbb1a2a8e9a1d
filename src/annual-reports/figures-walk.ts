import { agencyDirectory, type AgencyRow } from '../../projections/agency-directory.projection.js';
import { appealRegister, type AppealRow } from '../../projections/appeal-register.projection.js';
import {
  documentRegister,
  type DocumentRow,
} from '../../projections/document-register.projection.js';
import { formFigures, tableTwoFigures, type Cell } from '../../projections/form-figures.js';
import { monthlyCounts, type CountRow } from '../../projections/monthly-counts.projection.js';
import { isHandled, rowKey, type Projection } from '../../projections/projection.js';
import {
  requestRegister,
  type RegisterRow,
} from '../../projections/request-register.projection.js';
import { RESULTS, tableFour, tableFourCells } from '../../projections/table-four.js';
import { COLUMNS, ROWS, tableThree, tableThreeCells } from '../../projections/table-three.js';
import { countTableTwo } from '../../projections/table-two.js';
import { DEFAULT_COUNTING_RULES } from '../agencies/domain/agency.events.js';
import { APPEAL_KINDS } from '../appeals/domain/appeal.events.js';
import type { Event } from '../kernel/decider.js';
import { yearPeriod } from '../kernel/local-date.js';
import type { AgencyView } from '../read-models/read-models.js';
import type { LedgerEvent } from '../read-models/recorded-events.js';

/** One figure that an event moved. */
export type Move = Readonly<{ year: number; cell: Cell; before: number; after: number }>;

type Figures = Map<Cell, number>;

/**
 * The figures of one agency, walked along the ledger event by event from where a view stands. They
 * are counted without the form's assertions: what was wrong on the way is what one wants to see.
 */
export class FiguresWalk {
  readonly #figures: ReadonlyMap<number, Figures>;
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
        const tables = {
          two: countTableTwo(documents, counts, yearPeriod(year)),
          three: tableThree(requests, yearPeriod(year), this.rules),
          four: tableFour(appeals, yearPeriod(year), this.rules),
        };
        return [year, new Map(Object.entries(formFigures(tables, this.rules)) as [Cell, number][])];
      }),
    );
  }

  /** Every figure as it stands now. */
  figures(year: number): ReadonlyMap<Cell, number> {
    return this.#figures.get(year) ?? new Map<Cell, number>();
  }

  /** Folds one event of the agency and answers with the figures it moved. */
  step(event: LedgerEvent): readonly Move[] {
    if (isHandled(requestRegister, event)) {
      return this.recount(fold(requestRegister, this.#requests, event), (row, year) =>
        tableThreeCells(row, yearPeriod(year), this.rules),
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
    cellsOf: (row: Row, year: number) => readonly Cell[],
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
      return ROWS.flatMap((row) =>
        COLUMNS.flatMap((column) =>
          put(year, figures, `table3.${row}.${column}`, table[row][column]),
        ),
      );
    });
  }

  private tableFourMoves(): readonly Move[] {
    const appeals = [...this.#appeals.values()];
    return [...this.#figures].flatMap(([year, figures]) => {
      const table = tableFour(appeals, yearPeriod(year), this.rules);
      return APPEAL_KINDS.flatMap((kind) =>
        RESULTS.flatMap((result) =>
          put(year, figures, `table4.${kind}.${result}`, table[kind][result]),
        ),
      );
    });
  }

  private tableTwoMoves(): readonly Move[] {
    const [documents, counts] = [[...this.#documents.values()], [...this.#counts.values()]];
    return [...this.#figures].flatMap(([year, figures]) => {
      const cells = tableTwoFigures(countTableTwo(documents, counts, yearPeriod(year)), this.rules);
      return Object.entries(cells).flatMap(([cell, after]) =>
        put(year, figures, cell as Cell, after),
      );
    });
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

function put(year: number, figures: Figures, cell: Cell, after: number): readonly Move[] {
  const before = figures.get(cell) ?? 0;
  if (before === after) return [];
  figures.set(cell, after);
  return [{ year, cell, before, after }];
}

function times(cells: readonly Cell[], cell: Cell): number {
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
