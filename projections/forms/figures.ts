import type { CountingRules } from '../../src/agencies/domain/agency.events.js';
import type { Period } from '../../src/kernel/local-date.js';
import { assert } from '../../src/kernel/decider.js';
import { wanYuan } from '../form-figures.js';
import type { TableFour } from '../table-four.js';
import type { RegisterRow } from '../request-register.projection.js';
import { COLUMNS, placesOf, ROWS, type TableThree } from '../table-three.js';
import { cellOf, type Form } from './form.js';
import { contributionsOf, type Published, type Unit } from './table-two-sources.js';

/** What a form prints, by cell. */
export type Figures = Readonly<Record<string, number>>;

/** What the cells of table two hold. */
export function tableTwoFiguresOf(
  { tableTwo }: Form,
  published: Published,
  period: Period,
  rules: Pick<CountingRules, 'feeDecimals'>,
): Figures {
  const cells = Object.entries(tableTwo).map(([cell, source]) => {
    const sum = contributionsOf(source, published, period).reduce(
      (total, { counts }) => total + counts,
      0,
    );
    const unit = 'sum' in source ? source.unit : undefined;
    return [cell, inUnit(sum, unit, rules)] as const;
  });
  return Object.fromEntries(cells);
}

/** Table three in the rows of the form. */
export function tableThreeFiguresOf({ rows }: Form, table: TableThree): Figures {
  const figures: Record<string, number> = {};
  for (const row of ROWS) {
    for (const column of COLUMNS) {
      const cell = cellOf(rows[row], column);
      figures[cell] = (figures[cell] ?? 0) + table[row][column];
    }
  }
  return figures;
}

/** Every cell of the form that counts a request in the period. */
export function requestCells(
  { rows }: Form,
  request: RegisterRow,
  period: Period,
  rules: Pick<CountingRules, 'splitParts' | 'mergedRequests'>,
): readonly string[] {
  return placesOf(request, period, rules).map(([row, column]) => cellOf(rows[row], column));
}

/** Table four, which is the same in every form. */
export function tableFourFiguresOf(table: TableFour): Figures {
  const cells = Object.entries(table).flatMap(([kind, results]) =>
    Object.entries(results).map(([result, cases]) => [`table4.${kind}.${result}`, cases] as const),
  );
  return Object.fromEntries(cells);
}

/** Everything that the form prints. */
export function figuresOf(
  form: Form,
  {
    published,
    three,
    four,
  }: Readonly<{ published: Published; three: TableThree; four: TableFour }>,
  period: Period,
  rules: Pick<CountingRules, 'feeDecimals'>,
): Figures {
  const figures: Figures = {
    ...tableTwoFiguresOf(form, published, period, rules),
    ...tableThreeFiguresOf(form, three),
    ...tableFourFiguresOf(four),
  };
  const missing = form.cells.filter((cell) => figures[cell] === undefined);
  assert(missing.length === 0, `报告格式的每个单元格都有数：缺 ${missing.join('、')}`);
  return figures;
}

/** What is printed of a sum in the unit that is stored: 件, or 分. */
function inUnit(
  sum: number,
  unit: Unit | undefined,
  { feeDecimals }: Pick<CountingRules, 'feeDecimals'>,
): number {
  if (unit === 'wan-yuan') return wanYuan(sum, feeDecimals);
  return unit === 'yuan' ? sum / 100 : sum;
}
