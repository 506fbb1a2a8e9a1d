import { annualReportDecider } from '../../src/annual-reports/domain/annual-report.decider.js';
import {
  annualReportFacts,
  REPORT_PARTS,
} from '../../src/annual-reports/domain/annual-report.events.js';
import { CorruptStream } from '../../src/kernel/decider.js';
import { project } from '../../projections/projection.js';
import { reportDrafts } from '../../projections/report-drafts.projection.js';
import {
  compileReport,
  draftReport,
  reportCompiled,
  reportDrafted,
  reportText,
} from '../support/builders/annual-reports.js';
import { specification } from '../support/specification.js';

const given = specification(annualReportDecider);

/** The report for 2024, written on Mon 2025-01-06, signed on Mon 2025-01-20. */
const drafted = reportDrafted();
const figures = { 'table3.new_received.total': 3, 'table3.total.total': 2 };
const compiled = reportCompiled(figures);

describe('DraftReport 起草年度报告文字', () => {
  it('records the words, and every later version of them', () => {
    given().when(draftReport()).then(drafted);
    const changed = reportText({ preamble: '另一段引言。' });
    given(drafted).when(draftReport(changed)).then(reportDrafted(changed));
    given(drafted, reportDrafted(changed)).when(draftReport()).then(drafted);
  });

  it.each([
    ...REPORT_PARTS.map((part) => reportText({ parts: { [part]: '改过。' } })),
    reportText({ preamble: '' }),
    reportText({ signedOn: '2025-01-21' }),
  ])('takes a change of any part for a new version', (text) => {
    given(drafted).when(draftReport(text)).then(reportDrafted(text));
  });

  it('has nothing to do when not a word changed', () => {
    given(drafted).when(draftReport()).thenNothing();
    given(drafted, compiled).when(draftReport()).thenNothing();
  });

  it('may begin with the year itself, and no sooner', () => {
    const on = { year: 2024, today: '2024-01-01' } as const;
    given()
      .when(draftReport(reportText(), on))
      .then(reportDrafted(reportText(), { occurredOn: '2024-01-01' }));
    given()
      .when(draftReport(reportText(), { ...on, today: '2023-12-31' }))
      .thenRefused('annual-report/year-not-begun', { year: 2024 });
  });

  it('is signed after the year it reports on', () => {
    const first = reportText({ signedOn: '2025-01-01' });
    given().when(draftReport(first)).then(reportDrafted(first));
    given()
      .when(draftReport(reportText({ signedOn: '2024-12-31' })))
      .thenRefused('annual-report/signed-before-year-end', { signedOn: '2024-12-31', year: 2024 });
  });

  it('serves the reports for 2021 and later, whose form it knows', () => {
    const text = reportText({ signedOn: '2022-01-10' });
    given()
      .when(draftReport(text, { year: 2021 }))
      .then(reportDrafted(text, { year: 2021 }));
    given()
      .when(draftReport(text, { year: 2020 }))
      .thenRefused('annual-report/year-not-covered', { year: 2020, firstYear: 2021 });
  });
});

describe('CompileReport 汇编年度报告', () => {
  it('records what every cell holds, and the place of the ledger it was read at', () => {
    given().when(compileReport(figures)).then(compiled);
    given(drafted).when(compileReport(figures)).then(compiled);
  });

  it('has nothing to do while the figures stay, wherever they are read', () => {
    given(compiled)
      .when(compileReport(figures, { position: '99' }))
      .thenNothing();
  });

  it.each([
    { ...figures, 'table3.total.total': 3 },
    { ...figures, 'table3.carried_out.total': 0 },
    { 'table3.new_received.total': 3 },
    { 'table3.new_received.total': 3, 'table3.carried_out.total': 2 },
  ])('records figures that changed: %p', (changed) => {
    given(compiled)
      .when(compileReport(changed, { position: '9' }))
      .then(reportCompiled(changed, { position: '9' }));
  });

  it('waits until the year is over', () => {
    given()
      .when(compileReport(figures, { today: '2025-01-01' }))
      .then(reportCompiled(figures, { occurredOn: '2025-01-01' }));
    given()
      .when(compileReport(figures, { today: '2024-12-31' }))
      .thenRefused('annual-report/year-not-over', { year: 2024, today: '2024-12-31' });
  });

  it('serves the reports for 2021 and later', () => {
    given()
      .when(compileReport(figures, { year: 2020 }))
      .thenRefused('annual-report/year-not-covered', { year: 2020, firstYear: 2021 });
  });
});

describe('report drafts 年度报告文稿', () => {
  it('keep the newest words and the last figures of each agency and year', () => {
    const changed = reportText({ preamble: '改过。' });
    const other = { ...drafted, data: { ...drafted.data, agencyId: 'yi' } };
    const rows = project(reportDrafts, [
      drafted,
      compiled,
      other,
      reportDrafted(reportText(), { year: 2023 }),
      reportDrafted(changed),
      reportCompiled({ 'table2.licensing': 1 }, { position: '9' }),
    ]);
    expect([...rows]).toStrictEqual([
      [
        '["jia",2024]',
        { text: changed, compiled: { position: '9', figures: { 'table2.licensing': 1 } } },
      ],
      ['["yi",2024]', { text: reportText(), compiled: null }],
      ['["jia",2023]', { text: reportText(), compiled: null }],
    ]);
  });

  it('stop on a type that no rule covers', () => {
    const unheard = { ...drafted, type: 'Unheard' } as never;
    expect(() => annualReportFacts({ text: null, compiled: null }, unheard)).toThrow(CorruptStream);
    expect(() => given().when({ ...draftReport(), type: 'Unheard' } as never)).toThrow(
      CorruptStream,
    );
  });
});
