import { BrokenInvariant } from '../../src/kernel/decider.js';
import { OUTCOMES } from '../../src/requests/domain/request.events.js';
import {
  assertForm,
  CELLS,
  formFigures,
  isCell,
  wanYuan,
  type FormTables,
} from '../../projections/form-figures.js';
import { tableFour } from '../../projections/table-four.js';
import { tableThree } from '../../projections/table-three.js';
import { tableTwo } from '../../projections/table-two.js';
import { yearPeriod } from '../../src/kernel/local-date.js';

const empty: FormTables = {
  two: tableTwo([], [], yearPeriod(2025)),
  three: tableThree([], yearPeriod(2025)),
  four: tableFour([], yearPeriod(2025)),
};

describe('the cells of the form', () => {
  it('are 10 of table two, 175 of table three and 15 of table four, in the form’s order', () => {
    const kinds = ['natural', 'business', 'research', 'ngo', 'legal', 'other', 'total'];
    const rows = ['new_received', 'carried_in', ...OUTCOMES, 'total', 'carried_out'];
    const results = ['upheld', 'corrected', 'other', 'pending', 'total'];
    expect(CELLS).toStrictEqual([
      'table2.regulations.made',
      'table2.regulations.repealed',
      'table2.regulations.valid',
      'table2.normative_documents.made',
      'table2.normative_documents.repealed',
      'table2.normative_documents.valid',
      'table2.licensing',
      'table2.punishment',
      'table2.coercion',
      'table2.fees_wan_yuan',
      ...rows.flatMap((row) => kinds.map((kind) => `table3.${row}.${kind}`)),
      ...['review', 'litigation_direct', 'litigation_after_review'].flatMap((group) =>
        results.map((result) => `table4.${group}.${result}`),
      ),
    ]);
    expect(CELLS).toHaveLength(200);
    expect(new Set(CELLS).size).toBe(200);
  });

  it('are told from other names', () => {
    expect(isCell('table3.granted.total')).toBe(true);
    expect(['', 'table3', 'table3.granted', 'table2.fees_fen', 'toString'].filter(isCell)).toEqual(
      [],
    );
  });
});

describe('formFigures', () => {
  it('prints a zero in every cell of an agency that had nothing to report', () => {
    const figures = formFigures(empty);
    expect(figures).toStrictEqual(Object.fromEntries(CELLS.map((cell) => [cell, 0])));
    expect(Object.keys(figures)).toHaveLength(200);
  });

  it('takes every cell from its own place in the tables', () => {
    let last = 0;
    const numbered = (value: unknown): unknown => {
      if (typeof value === 'number') return (last += 1);
      return Object.fromEntries(
        Object.entries(value as object).map(([key, inner]) => [key, numbered(inner)]),
      );
    };
    const tables = numbered(empty) as FormTables;
    const figures = formFigures({ ...tables, two: { ...tables.two, fees_fen: 10_000_000 } });
    expect(last).toBe(200);
    expect(CELLS.map((cell) => figures[cell])).toStrictEqual(
      CELLS.map((cell, at) => (cell === 'table2.fees_wan_yuan' ? 10 : at + 1)),
    );
  });

  it('prints fees with two decimals, unless the agency counts otherwise', () => {
    const fees = { ...empty, two: { ...empty.two, fees_fen: 1_234_567 } };
    expect(formFigures(fees)['table2.fees_wan_yuan']).toBe(1.23);
    expect(formFigures(fees, { feeDecimals: 4 })['table2.fees_wan_yuan']).toBe(1.2346);
  });

  it('stops when a table lacks a cell', () => {
    const { carried_out: _, ...three } = empty.three;
    expect(() => formFigures({ ...empty, three: three as never })).toThrow(BrokenInvariant);
  });
});

describe('wanYuan 万元', () => {
  it.each([
    [0, '0'],
    [1, '0'],
    [4_999, '0'], // 49.99 元
    [5_000, '0.01'], // 50 元: half up
    [5_001, '0.01'],
    [10_000, '0.01'], // 100 元
    [14_999, '0.01'],
    [15_000, '0.02'],
    [999_999, '1'],
    [994_999, '0.99'],
    [1_000_000, '1'], // 一万元
    [1_005_000, '1.01'], // In binary, 1.005 itself is a little less.
    [2_675_000, '2.68'],
    [38_000, '0.04'], // 380 元, 宿迁 2025
    [316_441_000_000, '316441'],
    [9_007_199_254_740_991, '9007199254.74'],
  ])('of %i 分 is %s', (fen, printed) => {
    expect(String(wanYuan(fen, 2))).toBe(printed);
  });

  it.each([
    [0, '1'],
    [1, '1.2'],
    [3, '1.235'],
    [4, '1.2346'],
    [5, '1.23457'],
    [6, '1.234567'],
  ])('has %i decimals where the agency wants them', (decimals, printed) => {
    expect(String(wanYuan(1_234_567, decimals))).toBe(printed);
  });

  it('rounds half up at every length', () => {
    expect(
      [0, 1, 2, 3, 4, 5].map((decimals) => wanYuan(5 * 10 ** (5 - decimals), decimals)),
    ).toEqual([1, 0.1, 0.01, 0.001, 0.0001, 0.00001]);
    expect(
      [0, 1, 2, 3, 4].map((decimals) => wanYuan(5 * 10 ** (5 - decimals) - 1, decimals)),
    ).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('assertForm', () => {
  it('looks at all three tables', () => {
    expect(() => assertForm(empty)).not.toThrow();
    const wrong: FormTables[] = [
      { ...empty, two: { ...empty.two, licensing: -1 } },
      { ...empty, two: { ...empty.two, regulations: { made: 0, repealed: 0, valid: -1 } } },
      { ...empty, three: { ...empty.three, granted: { ...empty.three.granted, natural: 1 } } },
      { ...empty, four: { ...empty.four, review: { ...empty.four.review, total: 1 } } },
    ];
    for (const tables of wrong) expect(() => assertForm(tables)).toThrow(BrokenInvariant);
  });
});
