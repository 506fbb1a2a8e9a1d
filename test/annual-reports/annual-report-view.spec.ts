import { annualReportOf, type AnnualReport } from '../../src/annual-reports/annual-report.js';
import { toView, type AnnualReportView } from '../../src/annual-reports/annual-report-view.js';
import { defaultText } from '../../src/annual-reports/default-text.js';
import { bindFigures, namedFigures } from '../../src/annual-reports/named-figures.js';
import { REPORT_PARTS } from '../../src/annual-reports/domain/annual-report.events.js';
import { BrokenInvariant } from '../../src/kernel/decider.js';
import type { LocalDate, YearMonth } from '../../src/kernel/local-date.js';
import { CommandRefused } from '../../src/ledger/command-refused.js';
import type { LedgerEvent } from '../../src/read-models/recorded-events.js';
import { CELLS } from '../../projections/form-figures.js';
import {
  agencyEstablished,
  officeDesignated,
  rulesAdopted,
  staffAppointed,
} from '../support/builders/agencies.js';
import { reportDrafted, reportText } from '../support/builders/annual-reports.js';
import { appealConcluded, appealFiled } from '../support/builders/appeals.js';
import {
  countReported,
  documentIssued,
  documentRepealed,
  openingStated,
} from '../support/builders/publications.js';
import { replyDecided, replyServed, requestRegistered } from '../support/builders/requests.js';
import { viewOf } from '../support/builders/views.js';

/** The report as it is printed after its year. */
const paper = (annual: AnnualReport): AnnualReportView => toView(annual, '2026-01-31');

const MONTHS = Array.from(
  { length: 12 },
  (_, at): YearMonth => `2024-${String(at + 1).padStart(2, '0')}` as YearMonth,
);

/** The report for 2024. */
function report(...events: readonly LedgerEvent[]): AnnualReport {
  return annualReportOf(viewOf(events), 2024, '2026-01-31');
}

/** One thing or more in every figure that the text may name, and no two figures alike. */
function busyYear(): readonly LedgerEvent[] {
  const requests = Array.from({ length: 13 }, (_, at) => {
    const number = String(at);
    const [year, day] = [at < 3 ? '2023' : '2024', '05-06'] as const;
    const outcome = at < 6 ? 'granted' : at < 7 ? 'partly_granted' : 'reject_repeat';
    return [
      requestRegistered({ number, receivedOn: `${year}-${day}` }),
      replyDecided(outcome, '2024-05-06', { number }),
      replyServed(at < 8 ? '2024-05-07' : '2025-01-02', { number }),
    ];
  }).flat();
  const documents = Array.from({ length: 15 }, (_, at) =>
    documentIssued({
      documentNumber: String(at),
      issuedOn: '2024-05-06',
      kind: at < 4 ? 'regulations' : 'normative_documents',
    }),
  );
  const kinds = ['review', 'review', 'litigation_direct', 'litigation_after_review'] as const;
  return [
    agencyEstablished(),
    ...['a', 'b'].map((office) => officeDesignated(office, '2024-05-06')),
    ...Array.from({ length: 12 }, (_, at) => staffAppointed(String(at), '2024-05-06')),
    ...['x', 'y'].map((id) => staffAppointed(id, '2024-05-06', 'part-time')),
    ...requests,
    ...documents,
    openingStated('2024-01', 'normative_documents', 200),
    documentRepealed('2024-05-07', { documentNumber: '14' }),
    countReported('2024-05', 'licensing', 501),
    countReported('2024-05', 'punishment', 502),
    countReported('2024-05', 'coercion', 503),
    countReported('2024-05', 'fees_fen', 38_000),
    countReported('2024-05', 'narrative:信息公开条数', 72),
    countReported('2024-05', 'narrative:报告年度', 9),
    ...kinds.map((kind, at) =>
      appealFiled({ kind, caseNumber: String(at), acceptedOn: '2024-05-06' }),
    ),
    appealConcluded('upheld', '2024-05-07', { caseNumber: '0' }),
    appealFiled({ kind: 'litigation_direct', caseNumber: '9', acceptedOn: '2023-05-06' }),
  ];
}

describe('namedFigures 报告文字里的数字', () => {
  it('are the cells, the posts and the counters, each under its name', () => {
    expect(Object.fromEntries(namedFigures(report(...busyYear())))).toMatchObject({
      信息公开条数: '72',
      机关名称: '某市甲局',
      机关简称: '甲局',
      // The name of a statutory figure is not to be had by a counter.
      报告年度: '2024',
      下一年度: '2025',
      专门机构数: '2',
      工作人员数: '14',
      专职人员数: '12',
      兼职人员数: '2',
      规章制发件数: '4',
      规章废止件数: '0',
      规章现行有效件数: '4',
      行政规范性文件制发件数: '11',
      行政规范性文件废止件数: '1',
      行政规范性文件现行有效件数: '210',
      行政许可决定数: '501',
      行政处罚决定数: '502',
      行政强制决定数: '503',
      行政事业性收费万元: '0.04',
      新收申请数: '10',
      上年结转申请数: '3',
      办结申请数: '8',
      结转下年度申请数: '5',
      予以公开数: '6',
      部分公开数: '1',
      行政复议数: '2',
      行政诉讼数: '3',
    });
  });
});

describe('warnings of a report', () => {
  it('say that fees were collected when they print as 0', () => {
    const fees = (fen: number, ...rules: readonly LedgerEvent[]): readonly string[] =>
      report(
        agencyEstablished(),
        ...rules,
        ...MONTHS.map((month) => countReported(month, 'fees_fen', month === '2024-05' ? fen : 0)),
      ).warnings;
    expect(fees(4_999)).toStrictEqual([
      '行政事业性收费 49.99 元不足以万元计，印成了 0；可以增加小数位数（gongkai rules --fee-decimals）。',
    ]);
    expect(fees(4_999, rulesAdopted(4))).toStrictEqual([]);
    expect(fees(5_000)).toStrictEqual([]);
    expect(fees(0)).toStrictEqual([]);
  });

  it('name the months of a row that counts something and has no report of them', () => {
    const [march, may] = [
      countReported('2024-03', 'licensing', 3),
      countReported('2024-05', 'licensing', 0),
    ];
    const warnings = (today: LocalDate, ...events: readonly LedgerEvent[]): readonly string[] =>
      annualReportOf(viewOf(events), 2024, today).warnings;
    expect(warnings('2025-01-06', march, may)).toStrictEqual([
      '行政许可：2024 年 1、2、4、6、7、8、9、10、11、12 月没有上报，按 0 计；没有的月份请上报 0。',
    ]);
    // June is not over, so it cannot be missing.
    expect(warnings('2024-06-30', march, may)).toStrictEqual([
      '行政许可：2024 年 1、2、4 月没有上报，按 0 计；没有的月份请上报 0。',
    ]);
  });

  it('keep quiet about a nil return, and about the counters of the agency', () => {
    const nil = countReported('2024-12', 'punishment', 0);
    const own = countReported('2024-05', 'narrative:信息公开条数', 72);
    expect(report(nil, own).warnings).toStrictEqual([]);
    expect(report().warnings).toStrictEqual([]);
  });
});

describe('bindFigures', () => {
  const figures = new Map([
    ['新收申请数', '10'],
    ['条 数', '7'],
  ]);

  it('fills every name in double braces, with or without spaces', () => {
    expect(
      bindFigures('收{{新收申请数}}件、{{ 新收申请数 }}件，{{条 数}}条。', figures),
    ).toStrictEqual({
      text: '收10件、10件，7条。',
      unknown: [],
    });
  });

  it('leaves a name that no figure answers to, and says which', () => {
    expect(bindFigures('{{甲数}}和{{新收申请数}}和{{toString}}', figures)).toStrictEqual({
      text: '{{甲数}}和10和{{toString}}',
      unknown: ['甲数', 'toString'],
    });
  });

  it.each(['{新收申请数}', '{{}}', '新收申请数'])('leaves %p as it is written', (text) => {
    expect(bindFigures(text, figures)).toStrictEqual({ text, unknown: [] });
  });
});

describe('toView 年度报告', () => {
  const text = reportText({
    preamble: '{{机关名称}}编制本报告。',
    parts: {
      overview: '收{{新收申请数}}件。\n{{报告年度}}年。',
      requests: '如下：',
      otherMatters: '没有收取信息处理费。',
    },
    signedOn: '2025-01-05',
  });

  it('is words with figures, six headings verbatim, and the tables where they belong', () => {
    const { figures, ...view } = paper(report(...busyYear(), reportDrafted(text)));
    expect(view).toStrictEqual({
      checkpoint: null,
      edition: null,
      year: 2024,
      form: '2021',
      title: ['2024年甲局', '政府信息公开工作年度报告'],
      preamble: '某市甲局编制本报告。',
      parts: [
        { heading: '一、总体情况', text: '收10件。\n2024年。', table: null },
        { heading: '二、主动公开政府信息情况', text: '', table: 'two' },
        { heading: '三、收到和处理政府信息公开申请情况', text: '如下：', table: 'three' },
        { heading: '四、政府信息公开行政复议、行政诉讼情况', text: '', table: 'four' },
        { heading: '五、存在的主要问题及改进情况', text: '问题。', table: null },
        { heading: '六、其他需要报告的事项', text: '没有收取信息处理费。', table: null },
      ],
      signature: { agency: '某市甲局', date: '2025年1月5日' },
      draft: false,
    });
    expect(Object.keys(figures)).toStrictEqual([...CELLS]);
    expect(figures['table3.new_received.total']).toBe('10');
    expect(figures['table2.fees_wan_yuan']).toBe('0.04');
  });

  it('signs October to December with both digits', () => {
    const late = reportText({ signedOn: '2025-12-31' });
    expect(paper(report(reportDrafted(late))).signature.date).toBe('2025年12月31日');
  });

  it('prints a zero, never a blank, in every cell of a year without events', () => {
    const { figures } = paper(report(reportDrafted(text)));
    expect(figures).toStrictEqual(Object.fromEntries(CELLS.map((cell) => [cell, '0'])));
  });

  it('prints fees as the agency counts them', () => {
    const events = [
      agencyEstablished(),
      rulesAdopted(3),
      countReported('2024-05', 'fees_fen', 38_000),
    ];
    expect(paper(report(...events)).figures['table2.fees_wan_yuan']).toBe('0.038');
  });

  it('is a draft while nobody has drafted its words, with the default ones', () => {
    const view = paper(report());
    expect(view.draft).toBe(true);
    expect(view.preamble).toContain('统计期限为2024年1月1日至2024年12月31日。');
    expect(view.parts[0]?.text).toContain('设政府信息公开工作机构0个，工作人员0人');
    expect(view.parts.map(({ text: words }) => words).join('')).not.toMatch(/[{}]/);
    expect(view.signature.date).toBe('2025年1月31日');
  });

  it('is a draft until its year is over, words or not', () => {
    const annual = report(reportDrafted(reportText()));
    expect(toView(annual, '2024-12-31').draft).toBe(true);
    expect(toView(annual, '2025-01-01').draft).toBe(false);
  });

  it('uses the newest words, and those of its own year', () => {
    const events = [
      reportDrafted(reportText({ preamble: '旧。' })),
      reportDrafted(reportText({ preamble: '新。' })),
      reportDrafted(reportText({ preamble: '别的年度。', signedOn: '2024-01-05' }), { year: 2023 }),
    ];
    expect(paper(report(...events)).preamble).toBe('新。');
  });

  it('refuses words that name a figure nobody has, once each, wherever they stand', () => {
    const parts = { problems: '{{乙数}}', otherMatters: '{{甲数}}' };
    const annual = report(reportDrafted(reportText({ preamble: '{{甲数}}', parts })));
    const refusal = {
      refused: 'annual-report/unknown-figure',
      basis: '台账规则：报告中的每个数字都来自台账',
      facts: { names: '甲数、乙数' },
    };
    expect(() => paper(annual)).toThrow(CommandRefused);
    const one = report(reportDrafted(reportText({ preamble: '{{甲数}}' })));
    expect(() => paper(one)).toThrow(CommandRefused);
    expect(caught(() => paper(annual))).toHaveProperty('refusal', refusal);
  });

  it('asserts the identities of the form once more before it is printed', () => {
    const annual = report();
    const tables = annual.tables!;
    const three = { ...tables.three, granted: { ...tables.three.granted, natural: 1 } };
    const broken = { ...annual, tables: { ...tables, three } };
    expect(() => paper(broken)).toThrow(BrokenInvariant);
  });
});

describe('defaultText', () => {
  it('has words in parts one, five and six, and is signed on 31 January', () => {
    const words = defaultText(2024);
    expect(Object.keys(words.parts)).toStrictEqual([...REPORT_PARTS]);
    expect(REPORT_PARTS.filter((part) => words.parts[part] !== '')).toStrictEqual([
      'overview',
      'problems',
      'otherMatters',
    ]);
    expect(words.parts.overview.split('\n').filter((line) => line.startsWith('（'))).toStrictEqual([
      '（一）主动公开',
      '（二）依申请公开',
      '（三）政府信息管理',
      '（四）政府信息公开平台建设',
      '（五）监督保障',
    ]);
    expect(words.signedOn).toBe('2025-01-31');
  });
});

function caught(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
