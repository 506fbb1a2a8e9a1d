import { formOf } from '../../../projections/forms/forms.js';
import { contributionsOf } from '../../../projections/forms/table-two-sources.js';
import { FORM_VERSIONS } from '../../../src/annual-reports/domain/annual-report.events.js';
import { annualReportOf } from '../../../src/annual-reports/annual-report.js';
import { casesOf } from '../../../src/annual-reports/cell-cases.js';
import { yearPeriod, type YearMonth } from '../../../src/kernel/local-date.js';
import type { CountCategory } from '../../../src/publications/domain/count.events.js';
import { figureKeys, readForm } from '../../../src/annual-reports/form-layout.js';
import { countReported, documentIssued } from '../../support/builders/publications.js';
import { replyDecided, replyServed, requestRegistered } from '../../support/builders/requests.js';
import { viewOf } from '../../support/builders/views.js';

describe('报告格式, one for the years of each notice', () => {
  it.each([
    [2019, '2019', '国办公开办函〔2019〕60号'],
    [2020, '2019', '国办公开办函〔2019〕60号'],
    [2021, '2021', '国办公开办函〔2021〕30号'],
    [2026, '2021', '国办公开办函〔2021〕30号'],
  ])('%i is reported in the form of %s', (year, version, basis) => {
    expect(formOf(year)).toMatchObject({ version, basis });
  });

  it('of 2019 has 22 cells in table two, 23 rows in table three, and the same table four', () => {
    const [old, now] = [formOf(2019).cells, formOf(2021).cells];
    const of = (cells: readonly string[], table: string) =>
      cells.filter((cell) => cell.startsWith(table));
    expect([old.length, now.length]).toEqual([198, 200]);
    expect(of(old, 'table2')).toHaveLength(22);
    expect(of(old, 'table3')).toHaveLength(23 * 7);
    expect(of(old, 'table4')).toEqual(of(now, 'table4'));
    expect(of(old, 'table3').filter((cell) => !now.includes(cell))).toEqual(
      ['natural', 'business', 'research', 'ngo', 'legal', 'other', 'total'].map(
        (column) => `table3.other_single.${column}`,
      ),
    );
  });

  it('differ in the heading of part five alone', () => {
    const [old, now] = [formOf(2020).headings, formOf(2021).headings];
    expect(old.problems).toBe('五、政府信息公开工作存在的主要问题及改进情况');
    expect({ ...old, problems: now.problems }).toEqual(now);
  });

  it.each(FORM_VERSIONS)('%s has a place on paper for every cell, once', (version) => {
    const layout = readForm(version);
    const form = formOf(Number(version));
    expect(layout.basis).toBe(form.basis);
    expect(figureKeys(layout)).toStrictEqual([...form.cells]);
  });
});

/** What one month reported, by category. */
const reported = (month: YearMonth, counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([category, quantity]) =>
    countReported(month, category as CountCategory, quantity),
  );

describe('the form of 2019', () => {
  it('takes balances as they stood at both ends of the year, and sums what came between', () => {
    const view = viewOf([
      ...reported('2018-06', { licensing_items: 7 }),
      ...reported('2018-12', { licensing_items: 421, coercion_items: 3 }),
      ...reported('2019-03', { licensing: 1000, regulations_published: 2 }),
      ...reported('2019-12', { licensing: 844, licensing_items: 1844, coercion_items: 1 }),
      ...reported('2019-12', { procurement: 1, procurement_fen: 2_360_050, regulations_public: 9 }),
      ...reported('2020-01', { licensing: 5, licensing_items: 2000 }),
      documentIssued({ issuedOn: '2019-05-06', kind: 'regulations' }),
    ]);
    const { figures } = annualReportOf(view, 2019, '2026-01-31');
    expect(figures).toMatchObject({
      'table2.licensing.last_year_items': 421,
      'table2.licensing.change': 1423,
      'table2.licensing.decisions': 1844,
      'table2.coercion.change': -2,
      'table2.regulations.made_new': 1,
      'table2.regulations.published_new': 2,
      'table2.regulations.public_total': 9,
      'table2.procurement.projects': 1,
      'table2.procurement.amount': 23_600.5,
      'table2.fees.change': 0,
    });
    expect(casesOf(view, 2019, 'table2.licensing.change')).toEqual([
      { kind: 'monthly-count', id: '2018-12', counts: -421 },
      { kind: 'monthly-count', id: '2019-12', counts: 1844 },
    ]);
    expect(casesOf(view, 2019, 'table2.procurement.amount')).toEqual([
      { kind: 'monthly-count', id: '2019-12', counts: 23_600.5 },
    ]);
  });

  it('counts what was lapsed, unpaid or otherwise ended in its one row 其他处理', () => {
    const ended = (['other_no_correction', 'other_no_payment', 'other_misc'] as const).flatMap(
      (outcome, at) => [
        requestRegistered({ number: String(at), receivedOn: '2019-03-01' }),
        replyDecided(outcome, '2019-03-20', { number: String(at) }),
        ...(outcome === 'other_misc' ? [replyServed('2019-03-21', { number: String(at) })] : []),
      ],
    );
    const view = viewOf(ended);
    const { figures } = annualReportOf(view, 2019, '2026-01-31');
    expect(figures['table3.other_single.total']).toBe(3);
    expect(casesOf(view, 2019, 'table3.other_single.total').map(({ id }) => id)).toEqual([
      '0',
      '1',
      '2',
    ]);
    expect(annualReportOf(view, 2019, '2026-01-31').figures).not.toHaveProperty([
      'table3.other_misc.total',
    ]);
  });

  it('knows nothing before the first balance was reported', () => {
    const source = { newest: 'fees_items', upTo: 'beginning' } as const;
    const { documents, counts } = viewOf(reported('2019-12', { fees_items: 4 }));
    expect(contributionsOf(source, { documents, counts }, yearPeriod(2019))).toEqual([]);
    expect(
      contributionsOf({ change: 'fees_items' }, { documents, counts }, yearPeriod(2019)),
    ).toEqual([{ kind: 'monthly-count', id: '2019-12', counts: 4 }]);
  });
});
