import {
  DEFAULT_COUNTING_RULES,
  type CountingRules,
} from '../src/agencies/domain/agency.events.js';
import { APPEAL_KINDS } from '../src/appeals/domain/appeal.events.js';
import { assert } from '../src/kernel/decider.js';
import { DOCUMENT_KINDS } from '../src/publications/domain/document.events.js';
import { assertTableFour, RESULTS, type TableFour, type TableFourCell } from './table-four.js';
import {
  assertTableThree,
  COLUMNS,
  ROWS,
  type TableThree,
  type TableThreeCell,
} from './table-three.js';
import { assertTableTwo, DOCUMENT_FIGURES, type TableTwo } from './table-two.js';

/** The three tables of one agency and one year. */
export type FormTables = Readonly<{ two: TableTwo; three: TableThree; four: TableFour }>;

type TableTwoCell =
  | `table2.${(typeof DOCUMENT_KINDS)[number]}.${(typeof DOCUMENT_FIGURES)[number]}`
  | 'table2.licensing'
  | 'table2.punishment'
  | 'table2.coercion'
  | 'table2.fees_wan_yuan';

/** A numeric cell of the form: 10 in table two, 175 in table three, 15 in table four. */
export type Cell = TableTwoCell | TableThreeCell | TableFourCell;

/** What the form prints, by cell. */
export type FormFigures = Readonly<Record<Cell, number>>;

/** The 200 cells, in the form's order. */
export const CELLS: readonly Cell[] = [
  ...DOCUMENT_KINDS.flatMap((kind) =>
    DOCUMENT_FIGURES.map((figure): TableTwoCell => `table2.${kind}.${figure}`),
  ),
  ...(['table2.licensing', 'table2.punishment', 'table2.coercion'] as const),
  'table2.fees_wan_yuan',
  ...ROWS.flatMap((row) => COLUMNS.map((column): TableThreeCell => `table3.${row}.${column}`)),
  ...APPEAL_KINDS.flatMap((kind) =>
    RESULTS.map((result): TableFourCell => `table4.${kind}.${result}`),
  ),
];

export function isCell(text: string): text is Cell {
  return (CELLS as readonly string[]).includes(text);
}

/**
 * The tables as the form prints them; fees in 万元 with the decimals that the agency's rules give
 * them.
 */
export function formFigures(
  { two, three, four }: FormTables,
  rules: Pick<CountingRules, 'feeDecimals'> = DEFAULT_COUNTING_RULES,
): FormFigures {
  const figures: Readonly<Record<string, number>> = {
    ...tableTwoFigures(two, rules),
    ...flat('table3', three),
    ...flat('table4', four),
  };
  const missing = CELLS.filter((cell) => figures[cell] === undefined);
  assert(missing.length === 0, `报告格式的每个单元格都有数：缺 ${missing.join('、')}`);
  return figures;
}

/** The ten cells of table two alone. */
function tableTwoFigures(
  two: TableTwo,
  { feeDecimals }: Pick<CountingRules, 'feeDecimals'>,
): Readonly<Record<string, number>> {
  const { regulations, normative_documents } = two;
  return {
    ...flat('table2', { regulations, normative_documents }),
    'table2.licensing': two.licensing,
    'table2.punishment': two.punishment,
    'table2.coercion': two.coercion,
    'table2.fees_wan_yuan': wanYuan(two.fees_fen, feeDecimals),
  };
}

function flat(
  table: string,
  rows: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Record<string, number> {
  const cells = Object.entries(rows).flatMap(([row, columns]) =>
    Object.entries(columns).map(
      ([column, figure]) => [`${table}.${row}.${column}`, figure] as const,
    ),
  );
  return Object.fromEntries(cells);
}

/**
 * The identities of the form, on the tables themselves: asserted when they are built and before
 * they are printed.
 */
export function assertForm({ two, three, four }: FormTables): void {
  assertTableTwo(two);
  assertTableThree(three);
  assertTableFour(four);
}

/** 分 as 万元, rounded half up to so many decimals, 0 to 6. */
export function wanYuan(fen: number, decimals: number): number {
  const unit = 10 ** (6 - decimals);
  const beyond = fen % unit;
  return (fen - beyond + (2 * beyond >= unit ? unit : 0)) / 1_000_000;
}
