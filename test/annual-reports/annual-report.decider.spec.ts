import { annualReportDecider } from '../../src/annual-reports/domain/annual-report.decider.js';
import {
  annualReportFacts,
  NO_REPORT,
  REPORT_PARTS,
} from '../../src/annual-reports/domain/annual-report.events.js';
import { CorruptStream } from '../../src/kernel/decider.js';
import { project } from '../../projections/projection.js';
import { reportDrafts } from '../../projections/report-drafts.projection.js';
import {
  closeYear,
  compileReport,
  draftReport,
  fileReport,
  printedWords,
  reportCompiled,
  reportDrafted,
  reportFiled,
  reportText,
  yearClosed,
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

  it('serves the reports for 2019 and later, whose forms it knows', () => {
    const text = reportText({ signedOn: '2022-01-10' });
    given()
      .when(draftReport(text, { year: 2019 }))
      .then(reportDrafted(text, { year: 2019 }));
    given()
      .when(draftReport(text, { year: 2018 }))
      .thenRefused('annual-report/year-not-covered', { year: 2018, firstYear: 2019 });
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

  it('serves the reports for 2019 and later', () => {
    given()
      .when(compileReport(figures, { year: 2018 }))
      .thenRefused('annual-report/year-not-covered', { year: 2018, firstYear: 2019 });
  });
});

describe('CloseYear 封账', () => {
  const closed = [drafted, yearClosed()];

  it('keeps figures, words, digest, form and checkpoint as the first edition', () => {
    given(drafted).when(closeYear()).then(yearClosed());
    given(drafted, compiled).when(closeYear()).then(yearClosed());
  });

  it.each([
    ['a figure', { figures: { 'table3.new_received.total': 4 }, digest: 'b' }],
    ['a cell more', { figures: { 'table3.new_received.total': 3, 'table2.licensing': 0 } }],
    ['a name in the title', { words: printedWords({ title: ['2024年乙局', '年度报告'] }) }],
    ['a figure in the words', { words: printedWords({ preamble: '收到4件。' }) }],
    ['the words of a part', { words: printedWords({ parts: [{ heading: '一', text: '二' }] }) }],
    ['who signs', { words: printedWords({ signature: { agency: '乙', date: '2025-01-20' } }) }],
    ['the day', { words: printedWords({ signature: { agency: '某市甲局', date: '2025-01-21' } }) }],
  ])('keeps another edition, with its reason, when %s changed', (_what, changes) => {
    given(...closed)
      .when(closeYear({ ...changes, reason: ' 漏记一件 ' }))
      .then(yearClosed({ ...changes, edition: 2, reason: '漏记一件' }));
    given(...closed)
      .when(closeYear({ ...changes, reason: ' ' }))
      .thenRefused('annual-report/edition-reason-missing', { year: 2024, edition: 2 });
  });

  it('is compared with the newest edition, so that an edition may return to the first', () => {
    const other = { figures: { 'table3.new_received.total': 4 } };
    given(...closed, yearClosed({ ...other, edition: 2, reason: '甲' }))
      .when(closeYear({ reason: '乙' }))
      .then(yearClosed({ edition: 3, reason: '乙' }));
  });

  it('has nothing to keep while the paper stays the same, wherever it is read', () => {
    given(...closed)
      .when(
        closeYear({ position: '99', checkpoint: 'other', counters: { 条数: 1 }, reason: '再来' }),
      )
      .thenRefused('annual-report/nothing-changed', { year: 2024, edition: 1 });
  });

  it('refuses a year that runs, and a report without words or with too many', () => {
    given(drafted)
      .when(closeYear({ today: '2024-12-31' }))
      .thenRefused('annual-report/year-not-over', { year: 2024, today: '2024-12-31' });
    given(drafted)
      .when(closeYear({ today: '2025-01-01' }))
      .then(yearClosed({ occurredOn: '2025-01-01' }));
    given().when(closeYear()).thenRefused('annual-report/not-drafted', { year: 2024 });
    const long = printedWords({ preamble: '长'.repeat(119_977) });
    const text = reportText({ preamble: '' });
    given(drafted)
      .when(closeYear({ words: long, text }))
      .then(yearClosed({ words: long, text }));
    given(drafted)
      .when(closeYear({ words: { ...long, preamble: `${long.preamble}长` }, text }))
      .thenRefused('annual-report/too-long', { characters: 120_001, max: 120_000 });
  });
});

describe('FileReport 报送年度报告', () => {
  const closed = [drafted, yearClosed()];
  const second = yearClosed({ figures: {}, position: '9', digest: 'b', edition: 2, reason: '甲' });

  it('records which closed edition was handed in, and its digest', () => {
    given(...closed)
      .when(fileReport())
      .then(reportFiled());
    given(...closed)
      .when(fileReport({}))
      .then(reportFiled({ occurredOn: '2025-01-31' }));
  });

  it('records where and when it was published, at once or later', () => {
    const published = { publishedOn: '2025-01-28', url: 'https://www.example.cn/a' } as const;
    given(...closed)
      .when(fileReport({ filedOn: '2025-01-21', ...published }))
      .then(reportFiled(published));
    given(...closed, reportFiled())
      .when(fileReport(published))
      .then(reportFiled(published));
    given(...closed, reportFiled({ publishedOn: '2025-01-28' }))
      .when(fileReport({ url: published.url }))
      .then(reportFiled(published));
  });

  it('files the newest edition, of which nothing was told yet', () => {
    given(...closed, reportFiled({ url: 'https://www.example.cn/a' }), second)
      .when(fileReport({}))
      .then(reportFiled({ edition: 2, position: '9', digest: 'b', occurredOn: '2025-01-31' }));
  });

  it('refuses what was told already', () => {
    given(...closed, reportFiled())
      .when(fileReport({}))
      .thenRefused('annual-report/already-filed', { year: 2024, edition: 1, on: '2025-01-21' });
  });

  it('refuses a year that runs or was not closed, days that cannot be, and no address', () => {
    given(...closed)
      .when(fileReport({}, { today: '2024-12-31' }))
      .thenRefused('annual-report/year-not-over', { year: 2024, today: '2024-12-31' });
    given(drafted).when(fileReport()).thenRefused('annual-report/not-closed', { year: 2024 });
    const late = { on: '2025-02-01', today: '2025-01-31' } as const;
    const early = { on: '2025-01-19', signedOn: '2025-01-20' } as const;
    for (const name of ['filedOn', 'publishedOn'] as const) {
      given(...closed)
        .when(fileReport({ filedOn: '2025-01-21', [name]: late.on }))
        .thenRefused('annual-report/date-in-future', late);
      given(...closed)
        .when(fileReport({ filedOn: '2025-01-21', [name]: early.on }))
        .thenRefused('annual-report/filed-before-signed', early);
    }
    given(...closed)
      .when(fileReport({ filedOn: '2025-01-20' }))
      .then(reportFiled({ occurredOn: '2025-01-20' }));
    for (const url of ['www.example.cn', 'ftp://example.cn', 'https://a b', '', 'https:///a']) {
      given(...closed)
        .when(fileReport({ url }))
        .thenRefused('annual-report/not-an-address', { url });
    }
  });
});

describe('report drafts 年度报告文稿', () => {
  it('keep the newest words, the editions and the last filing of each agency and year', () => {
    const changed = reportText({ preamble: '改过。' });
    const { agencyId: _agency, year: _year, ...edition } = yearClosed().data;
    const other = { ...drafted, data: { ...drafted.data, agencyId: 'yi' } };
    const rows = project(reportDrafts, [
      drafted,
      compiled,
      other,
      reportDrafted(reportText(), { year: 2023 }),
      yearClosed(),
      reportFiled({ publishedOn: '2025-01-28' }),
      reportDrafted(changed),
      reportCompiled({ 'table2.licensing': 1 }, { position: '9' }),
    ]);
    expect([...rows]).toStrictEqual([
      [
        '["jia",2024]',
        {
          text: changed,
          compiled: { position: '9', figures: { 'table2.licensing': 1 } },
          overrides: [],
          editions: [{ ...edition, on: '2025-01-31' }],
          filed: {
            on: '2025-01-21',
            ...{ edition: 1, position: '7', digest: 'a' },
            ...{ publishedOn: '2025-01-28', url: null },
          },
        },
      ],
      ['["yi",2024]', { ...NO_REPORT, text: reportText() }],
      ['["jia",2023]', { ...NO_REPORT, text: reportText() }],
    ]);
  });

  it('stop on a type that no rule covers', () => {
    const unheard = { ...drafted, type: 'Unheard' } as never;
    expect(() => annualReportFacts(NO_REPORT, unheard)).toThrow(CorruptStream);
    expect(() => given().when({ ...draftReport(), type: 'Unheard' } as never)).toThrow(
      CorruptStream,
    );
  });
});
