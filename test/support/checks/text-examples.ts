import type { CheckedReport } from '../../../projections/checks/check.js';
import { formOf } from '../../../projections/forms/forms.js';
import { DEFAULT_REPORT_RULES } from '../../../src/agencies/domain/report-rules.events.js';
import type {
  PrintedWords,
  ReportPart,
} from '../../../src/annual-reports/domain/annual-report.events.js';
import type { CheckId } from '../../../src/annual-reports/domain/checks.events.js';
import { ledgerBehind, nilCells, reportWords } from '../builders/checked-reports.js';
import { found, paper, type CheckExample } from './example.js';

/** A report whose words are all right but for one part. */
const said = (part: ReportPart, text: string, cells: Readonly<Record<string, number>> = {}) =>
  paper(cells, { words: reportWords({ [part]: text }) });
const worded = (named: Partial<PrintedWords>): CheckedReport =>
  paper({}, { words: reportWords({}, named) });

const RIGHT = paper({}, { words: reportWords() });
const GOVERNMENT = { name: '甲市乙局', shortName: '乙局', level: 'government' } as const;
const PARTS = reportWords().parts;
const LABELS = [...['一', '五', '六', '八'].map((item) => `第二十条第（${item}）项`), '规章'];
const labelled = (...labels: readonly string[]) => paper({}, { labels });
const copied =
  '全年在门户网站公开预算决算、招标投标、人事任免等信息，群众查阅方便，分管领导审核把关，专人负责维护更新。';
const filed = (submittedOn: '2026-01-20' | '2026-02-03') =>
  paper(
    {},
    {
      ledger: ledgerBehind(),
      filing: { submittedOn, publishedOn: '2026-01-30', url: 'https://www.example.gov.cn/1' },
    },
  );
const limited = { ...DEFAULT_REPORT_RULES, overviewCharactersMax: 100 };
const received = 'table3.new_received.total';

export const TEXT_EXAMPLES = {
  'T4-06': {
    fires: said('overview', '行政复议7件，均获维持。', {
      'table4.review.pending': 2,
      'table4.review.upheld': 5,
      'table4.review.total': 7,
    }),
    finds: [found('W', '“行政复议7件，均获维持”', '行政复议尚未审结 2', ['table4.review.pending'])],
    quiet: said('overview', '行政复议5件，均获维持。', { 'table4.review.upheld': 5 }),
  },
  'F-01': {
    fires: worded({
      parts: PARTS.map((part, at) => (at === 4 ? { ...part, heading: '五、存在的问题' } : part)),
    }),
    finds: [found('E', '“五、存在的问题”', '“五、存在的主要问题及改进情况”')],
    quiet: RIGHT,
  },
  'F-02': {
    fires: worded({ preamble: '本报告由五部分组成。' }),
    finds: [found('W', '“五部分”', '“六个部分”')],
    quiet: RIGHT,
  },
  'F-03': {
    fires: worded({ title: ['2025年乙局的年度报告'] }),
    finds: [found('W', '“2025年乙局的年度报告”', '“政府信息公开工作年度报告”')],
    quiet: RIGHT,
  },
  'F-04': {
    fires: said('overview', '（一）甲\n（二）乙\n（三）丙\n（4） 丁'),
    finds: [found('W', '“（4）丁”', '一、总体情况：（四）')],
    quiet: RIGHT,
  },
  'F-05': {
    fires: said('overview', '2024年，我局公开信息。'),
    finds: [found('W', '“2024年”（2024年，我局公开信息。……）', '2025年')],
    quiet: said('overview', '2025年，我局公开信息，较2024年增加。'),
  },
  'F-06': {
    fires: labelled('第二十条第 项', ...LABELS.slice(1), '行政规范性文件'),
    finds: [found('E', '没有这一行', '“第二十条第（一）项”')],
    quiet: labelled(...LABELS, '行政规范性文件'),
  },
  'F-07': {
    fires: labelled(...LABELS, '规范性文件'),
    finds: [found('E', '“规范性文件”', '“行政规范性文件”')],
    quiet: labelled(...LABELS, '行政规范性文件'),
  },
  'F-08': {
    fires: said('problems', '无。'),
    finds: [found('W', '第五部分 2 字：“无。”', '写明问题和改进措施，不少于 50 字')],
    quiet: RIGHT,
  },
  'F-09': {
    fires: said('otherMatters', '无其他需要报告的事项。'),
    finds: [
      found(
        'E',
        '第六部分没有说到信息处理费：“无其他需要报告的事项。”',
        '信息处理费：收取的金额，或者没有收取',
      ),
    ],
    quiet: RIGHT,
  },
  'F-10': {
    fires: said('overview', '本年度受理政府信息公开申请2件。', { [received]: 3 }),
    finds: [found('W', '“本年度受理政府信息公开申请2件”', '收到 3', [received])],
    quiet: said('overview', '本年度受理政府信息公开申请4件。', {
      [received]: 3,
      'table3.carried_in.total': 1,
    }),
  },
  'F-11': {
    fires: paper(
      {},
      {
        words: reportWords({ overview: copied }),
        others: new Map([['丙局', reportWords({ overview: copied })]]),
      },
    ),
    finds: [found('W', '与丙局相同 100%', '低于 90%', [], ['丙局'])],
    quiet: paper(
      {},
      {
        words: reportWords(),
        previous: {
          form: formOf(2024),
          cells: nilCells(2024),
          words: reportWords({ overview: copied, problems: '', otherMatters: '' }),
        },
      },
    ),
  },
  'F-12': {
    fires: worded({ signature: { agency: '甲市乙局', date: '2026-02-01' } }),
    finds: [found('W', '成文日期 2026-02-01', '2026-01-01 至 2026-01-31')],
    quiet: RIGHT,
  },
  'F-13': {
    fires: { ...said('overview', '开展工作考核和社会评议。'), agency: GOVERNMENT },
    finds: [found('E', '第一部分没有说到责任追究结果', '工作考核、社会评议、责任追究结果')],
    quiet: { ...RIGHT, agency: GOVERNMENT },
  },
  'F-14': {
    fires: said('overview', '主动公开、依申请公开、政府信息管理、平台建设。'),
    finds: [
      found(
        'W',
        '第一部分没有说到监督保障',
        '主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障',
      ),
    ],
    quiet: RIGHT,
  },
  'F-15': {
    fires: said('overview', '联系电话13812345678。'),
    finds: [found('E', '手机号码 138******78', '没有个人信息')],
    quiet: said('overview', '联系电话0580-2034567。'),
  },
  'F-16': {
    fires: { ...said('overview', '字'.repeat(101)), rules: limited },
    finds: [found('W', '101 字', '100 字')],
    quiet: { ...said('overview', '字'.repeat(100)), rules: limited },
  },
  'F-17': {
    fires: said('overview', '我中心重视公开。'),
    finds: [found('W', '“我中心”', '“甲市乙局”')],
    quiet: said('overview', '我局重视公开。'),
  },
  'F-18': {
    fires: filed('2026-02-03'),
    finds: [found('W', '报送日期 2026-02-03', '报送期限 2026-01-31')],
    quiet: filed('2026-01-20'),
  },
} as const satisfies Readonly<Partial<Record<CheckId, CheckExample>>>;
