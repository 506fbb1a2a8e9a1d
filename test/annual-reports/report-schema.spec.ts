import { annualReportOf } from '../../src/annual-reports/annual-report.js';
import { toView } from '../../src/annual-reports/annual-report-view.js';
import { publishedReport } from '../../src/annual-reports/published-report.js';
import { documentIssued, openingStated } from '../support/builders/publications.js';
import { requestRegistered } from '../support/builders/requests.js';
import { viewOf } from '../support/builders/views.js';
import { schemaFaults } from '../support/print/report-schema.js';

const TODAY = '2025-06-30';
const facts = [requestRegistered(), openingStated('2025-01', 'regulations', 3), documentIssued()];
const annual = annualReportOf(viewOf(facts), 2025, TODAY);
const report = publishedReport(annual, toView(annual, TODAY));

/** The report with one thing changed, as somebody else's program might get it wrong. */
function wrong(change: (copy: Mutable) => void): readonly string[] {
  const copy = JSON.parse(JSON.stringify(report)) as Mutable;
  change(copy);
  return schemaFaults(copy);
}

type Mutable = Record<string, unknown> & {
  table3: { rows: Record<string, number[]> };
  table4: number[];
  parts: unknown[];
};

describe('the schema of the report as JSON', () => {
  it('describes what is written', () => {
    expect(schemaFaults(JSON.parse(JSON.stringify(report)))).toEqual([]);
  });

  it('misses every member that is not there', () => {
    for (const name of Object.keys(report)) {
      expect(wrong((copy) => Reflect.deleteProperty(copy, name))).toContain(
        `/ must have required property '${name}'`,
      );
    }
  });

  it('knows the rows of the form, seven cells each, and the fifteen of table four', () => {
    expect(wrong(({ table3 }) => Reflect.deleteProperty(table3.rows, 'granted'))).toEqual(
      expect.arrayContaining(["/table3/rows must have required property 'granted'"]),
    );
    expect(wrong(({ table3 }) => (table3.rows['other_single'] = Array<number>(7).fill(0)))).toEqual(
      expect.arrayContaining(['/table3/rows must NOT have additional properties']),
    );
    expect(wrong(({ table3 }) => table3.rows['granted']?.pop())).toContain(
      '/table3/rows/granted must NOT have fewer than 7 items',
    );
    expect(wrong(({ table4 }) => table4.push(0))).toContain(
      '/table4 must NOT have more than 15 items',
    );
  });

  it('takes numbers as numbers, and nothing below zero', () => {
    expect(wrong(({ table4 }) => (table4[0] = -1))).toContain('/table4/0 must be >= 0');
    expect(wrong(({ table4 }) => (table4[0] = '1' as unknown as number))).toContain(
      '/table4/0 must be integer',
    );
  });

  it('takes no member it does not describe, and six parts', () => {
    expect(wrong((copy) => (copy['applicant'] = '张三'))).toContain(
      '/ must NOT have additional properties',
    );
    expect(wrong(({ parts }) => parts.pop())).toContain('/parts must NOT have fewer than 6 items');
  });
});
