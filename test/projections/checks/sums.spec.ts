import { findingsOf } from '../../../projections/checks/checks.js';
import { formOf } from '../../../projections/forms/forms.js';
import { formFigures } from '../../../projections/form-figures.js';
import { tableFour } from '../../../projections/table-four.js';
import { tableThree } from '../../../projections/table-three.js';
import { tableTwo } from '../../../projections/table-two.js';
import { yearPeriod } from '../../../src/kernel/local-date.js';
import { checkedReport, nilCells } from '../../support/builders/checked-reports.js';

describe('勾稽关系, the sums that the form demands', () => {
  it('hold in a year with nothing in it', () => {
    const figures = formFigures({
      two: tableTwo([], [], yearPeriod(2025)),
      three: tableThree([], yearPeriod(2025)),
      four: tableFour([], yearPeriod(2025)),
    });
    expect(nilCells()).toEqual(new Map(Object.entries(figures)));
    expect(findingsOf(checkedReport())).toEqual([]);
  });

  it('T3-01, T3-02 and T3-03 name both sums and the cells they were taken of', () => {
    const cells = nilCells().set('table3.granted.natural', 1).set('table3.granted.total', 1);
    cells.set('table3.total.natural', 2).set('table3.total.total', 1);
    const found = findingsOf(checkedReport({ cells }));
    const said = found.map(({ id, severity, left, right, cells: named }) => ({
      id,
      severity,
      left,
      right,
      last: named.at(-1),
    }));
    expect(said).toEqual([
      { id: 'T3-01', severity: 'E', left: '0', right: '2', last: 'table3.carried_out.natural' },
      { id: 'T3-01', severity: 'E', left: '0', right: '1', last: 'table3.carried_out.total' },
      { id: 'T3-02', severity: 'E', left: '1', right: '2', last: 'table3.total.natural' },
      { id: 'T3-03', severity: 'E', left: '2', right: '1', last: 'table3.total.total' },
    ]);
  });

  it('T4-01 looks at each group of table four', () => {
    const cells = nilCells().set('table4.litigation_direct.upheld', 2);
    expect(findingsOf(checkedReport({ cells }))).toMatchObject([
      { id: 'T4-01', severity: 'E', left: '2', right: '0' },
    ]);
  });

  it('takes a blank for nothing, and says nothing of a sum it cannot see whole', () => {
    const blank = nilCells().set('table4.review.upheld', '').set('table3.granted.natural', '');
    expect(findingsOf(checkedReport({ cells: blank })).map(({ id }) => id)).not.toContain('T3-02');
    const unseen = nilCells().set('table4.review.upheld', null).set('table4.review.total', 3);
    expect(findingsOf(checkedReport({ cells: unseen })).map(({ id }) => id)).not.toContain('T4-01');
  });

  it('cover every cell of tables three and four', () => {
    const { cells, identities } = formOf(2025);
    const covered = new Set(identities.flatMap(({ left, right }) => [...left, ...right]));
    expect(cells.filter((cell) => !cell.startsWith('table2.') && !covered.has(cell))).toEqual([]);
  });
});
