import type {
  CheckedReport,
  LedgerBehind,
  PrintedCell,
  ReportWords,
} from '../../../projections/checks/check.js';
import { formOf } from '../../../projections/forms/forms.js';
import {
  REPORT_PARTS,
  type ReportPart,
} from '../../../src/annual-reports/domain/annual-report.events.js';
import { DEFAULT_COUNTING_RULES } from '../../../src/agencies/domain/agency.events.js';
import { DEFAULT_REPORT_RULES } from '../../../src/agencies/domain/report-rules.events.js';

/** Every cell of the form of that year with a zero in it. */
export function nilCells(year = 2025): Map<string, PrintedCell> {
  return new Map(formOf(year).cells.map((cell) => [cell, 0]));
}

/** A report that no check has anything to say of, but for what is named. */
export function checkedReport(named: Partial<CheckedReport> = {}): CheckedReport {
  const { year = 2025 } = named;
  return {
    agency: { name: '甲市乙局', shortName: '乙局', level: 'department' },
    rules: DEFAULT_REPORT_RULES,
    year,
    form: formOf(year),
    cells: nilCells(year),
    words: null,
    previous: null,
    ledger: null,
    others: new Map(),
    filing: { submittedOn: null, publishedOn: null, url: null },
    today: '2026-01-20',
    rolledUp: null,
    ...named,
  };
}

/** Words that no check of the text has anything to say of, but for the parts that are named. */
export function reportWords(
  parts: Partial<Record<ReportPart, string>> = {},
  named: Partial<ReportWords> = {},
): ReportWords {
  const texts = { ...QUIET_PARTS, ...parts };
  const { headings } = formOf(2025);
  return {
    title: ['2025年甲市乙局', '政府信息公开工作年度报告'],
    preamble: '本报告由六个部分组成，统计期限为2025年1月1日至2025年12月31日。',
    parts: REPORT_PARTS.map((part) => ({ heading: headings[part], text: texts[part] })),
    signature: { agency: '甲市乙局', date: '2026-01-20' },
    ...named,
  };
}

const QUIET_PARTS: Readonly<Record<ReportPart, string>> = {
  overview: [
    '（一）主动公开',
    '我局按时公开本机关的职能、机构设置和办事指南。',
    '（二）依申请公开',
    '本年度未收到政府信息公开申请。',
    '（三）政府信息管理',
    '公开以前逐条进行保密审查。',
    '（四）政府信息公开平台建设',
    '网站专栏由专人维护。',
    '（五）监督保障',
    '公开工作纳入年度考核，接受社会评议，没有责任追究的情形。',
  ].join('\n'),
  publications: '',
  requests: '',
  appeals: '',
  problems:
    '存在的主要问题：政策文件公开以后解读不及时，形式单一，群众看不懂。改进情况：解读与文件同步起草、同步审核、同步公开，重点文件配图解和问答。',
  otherMatters: '本年度没有收取信息处理费。',
};

/** A ledger with nothing of the year in it. */
export function ledgerBehind(named: Partial<LedgerBehind> = {}): LedgerBehind {
  const lists = { requests: [], appeals: [], documents: [], counts: [], letters: [] };
  const counting = DEFAULT_COUNTING_RULES;
  const nothing = { counters: new Map(), figures: new Map(), casesOf: () => [] };
  return { ...lists, counting, ...nothing, ...named };
}
