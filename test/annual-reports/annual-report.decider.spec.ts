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
  fileReport,
  reportCompiled,
  reportDrafted,
  reportFiled,
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

describe('FileReport 报送年度报告', () => {
  it('records the place and the digest of what was handed in, on the day of it', () => {
    given(drafted).when(fileReport('a')).then(reportFiled('a'));
  });

  it('records a changed report as the next edition', () => {
    given(drafted, reportFiled('a'))
      .when(fileReport('b', { position: '9', filedOn: '2025-01-31' }))
      .then(reportFiled('b', { position: '9', occurredOn: '2025-01-31', edition: 2 }));
    const changed = reportDrafted(reportText({ preamble: '改过。' }));
    given(drafted, reportFiled('a'), changed)
      .when(fileReport('a'))
      .then(reportFiled('a', { edition: 2 }));
  });

  it('refuses what was filed and has not changed', () => {
    given(drafted, reportFiled('a'))
      .when(fileReport('a', { position: '9' }))
      .thenRefused('annual-report/already-filed', { year: 2024, on: '2025-01-21' });
  });

  it('refuses a report without words, a year that runs, and days that cannot be', () => {
    given().when(fileReport('a')).thenRefused('annual-report/not-drafted', { year: 2024 });
    given(drafted)
      .when(fileReport('a', { today: '2024-12-31' }))
      .thenRefused('annual-report/year-not-over', { year: 2024, today: '2024-12-31' });
    given(drafted)
      .when(fileReport('a', { filedOn: '2025-02-01' }))
      .thenRefused('annual-report/date-in-future', { on: '2025-02-01', today: '2025-01-31' });
    given(drafted)
      .when(fileReport('a', { filedOn: '2025-01-19' }))
      .thenRefused('annual-report/filed-before-signed', {
        on: '2025-01-19',
        signedOn: '2025-01-20',
      });
    given(drafted)
      .when(fileReport('a', { filedOn: '2025-01-20' }))
      .then(reportFiled('a', { occurredOn: '2025-01-20' }));
  });
});

describe('report drafts 年度报告文稿', () => {
  it('keep the newest words, the last figures and the last filing of each agency and year', () => {
    const changed = reportText({ preamble: '改过。' });
    const other = { ...drafted, data: { ...drafted.data, agencyId: 'yi' } };
    const rows = project(reportDrafts, [
      drafted,
      compiled,
      other,
      reportDrafted(reportText(), { year: 2023 }),
      reportFiled('a'),
      reportDrafted(changed),
      reportCompiled({ 'table2.licensing': 1 }, { position: '9' }),
    ]);
    expect([...rows]).toStrictEqual([
      [
        '["jia",2024]',
        {
          text: changed,
          compiled: { position: '9', figures: { 'table2.licensing': 1 } },
          filed: { on: '2025-01-21', edition: 1, position: '7', digest: 'a', text: reportText() },
        },
      ],
      ['["yi",2024]', { text: reportText(), compiled: null, filed: null }],
      ['["jia",2023]', { text: reportText(), compiled: null, filed: null }],
    ]);
  });

  it('stop on a type that no rule covers', () => {
    const unheard = { ...drafted, type: 'Unheard' } as never;
    expect(() => annualReportFacts({ text: null, compiled: null, filed: null }, unheard)).toThrow(
      CorruptStream,
    );
    expect(() => given().when({ ...draftReport(), type: 'Unheard' } as never)).toThrow(
      CorruptStream,
    );
  });
});
