import type { CheckedReport, ReportWords } from '../../../projections/checks/check.js';
import { formOf } from '../../../projections/forms/forms.js';
import { DEFAULT_REPORT_RULES } from '../../../src/agencies/domain/report-rules.events.js';
import { OUTCOME_ROWS } from '../../../src/requests/domain/outcome-labels.js';
import { OUTCOMES } from '../../../src/requests/domain/request.events.js';
import {
  printedCells,
  publishedFile,
  type PublishedFile,
  type PublishedId,
} from './published-reports.js';

/**
 * A published report as the checks see it: the form of its year, the cells as they were printed, with
 * a row of its own where it has one, and null for what was not seen. Its words are the figures of its
 * prose in sentences of ours; the prose itself was not copied.
 */
export function publishedAsChecked(id: PublishedId): CheckedReport {
  const file = publishedFile(id);
  const { year, agency_level: level } = file;
  const name = file.agency.replace(/（.*）$/u, '');
  const form = formOf(year);
  return {
    agency: { name, shortName: name, level: isGovernment(file) ? 'government' : 'department' },
    // 《立法法》: 规章 are made by provinces and by cities with districts.
    rules: { ...DEFAULT_REPORT_RULES, makesRegulations: /^(?:province|prefecture)/.test(level) },
    year,
    form,
    cells: new Map([...form.cells.map((cell) => [cell, null] as const), ...printedCells(file)]),
    words: wordsOf(id, file, name),
    previous: null,
    ledger: null,
    others: new Map(),
    filing: { submittedOn: null, publishedOn: null, url: null },
    today: `${String(year + 1)}-04-01` as CheckedReport['today'],
    rolledUp: null,
  };
}

/** A bureau or an office is a department of one; an office that reports for its city is not. */
function isGovernment({ agency, agency_level: level }: PublishedFile): boolean {
  return agency.includes('代表市政府') || !/bureau|office/.test(level);
}

/** What the prose counts, in the words that reports count it in. */
const COUNTED: Readonly<Record<string, string>> = {
  received: '收到政府信息公开申请',
  total_to_handle: '收办政府信息公开申请',
  carried_in: '上年结转',
  handled: '办结',
  carried_out: '结转下年度继续办理',
  granted: '予以公开',
  granted_and_partly: '予以公开和部分公开',
  partly_granted: '部分公开',
  denied: '不予公开',
  unable: '无法提供',
  rejected: '不予处理',
  other: '其他处理',
  ...Object.fromEntries(
    OUTCOMES.filter((outcome) => /^(?:denied|unable|reject)_/.test(outcome)).map((outcome) => [
      outcome,
      OUTCOME_ROWS[outcome].label.replace(/^\d\./, ''),
    ]),
  ),
  reviews: '行政复议',
  lawsuits: '行政诉讼',
  reviews_and_lawsuits: '行政复议、行政诉讼',
};

/** Where a figure does not stand alone in its sentence; # is the figure. */
const SAID: Partial<Record<PublishedId, Readonly<Record<string, string>>>> = {
  '2019-shanghai-shi-zhengfu-bangongting': {
    reviews: '行政复议#件，均获维持',
    lawsuits: '行政诉讼#件，均获维持',
  },
  '2024-huaian-hongze-qu': { received: '区政府办公室收到政府信息公开申请#件' },
};

function wordsOf(id: PublishedId, file: PublishedFile, name: string): ReportWords | null {
  const { year, narrative } = file;
  const sentences = Object.entries(COUNTED).flatMap(([key, counted]) => {
    const [count, share] = [narrative[key], narrative[`pct_${key}`]];
    if (typeof count !== 'number') return [];
    const percent = typeof share === 'number' ? `，占${String(share)}%` : '';
    const said = SAID[id]?.[key] ?? `${counted}#件`;
    return [`${said.replace('#', String(count))}${percent}。`];
  });
  if (sentences.length === 0) return null;
  return {
    title: [`${String(year)}年${name}`, '政府信息公开工作年度报告'],
    preamble: '',
    parts: [
      { heading: '一、总体情况', text: sentences.join('') },
      { heading: '六、其他需要报告的事项', text: feeStatement(narrative['info_fee_yuan']) },
    ],
    signature: { agency: name, date: null },
  };
}

function feeStatement(yuan: unknown): string {
  if (typeof yuan !== 'number') return '';
  return yuan === 0 ? '没有收取信息处理费。' : `收取信息处理费${String(yuan)}元。`;
}
