import { APPEAL_KINDS, APPEAL_OUTCOMES } from '../../../src/appeals/domain/appeal.events.js';
import { DOCUMENT_KINDS } from '../../../src/publications/domain/document.events.js';
import { DOCUMENT_KIND_LABELS } from '../../../src/publications/domain/document-labels.js';
import {
  APPLICANT_KINDS,
  OUTCOMES,
  type Outcome,
} from '../../../src/requests/domain/request.events.js';
import { APPLICANT_LABELS, OUTCOME_ROWS } from '../../../src/requests/domain/outcome-labels.js';

/** What the cells of a report say, in either form. */
export type Figures = ReadonlyMap<string, number>;

/** The four registers as CSV files. */
export type Registers = Readonly<
  Record<'requests' | 'appeals' | 'publications' | 'counts', string>
>;

/**
 * Cases that must give the published tables: as many of each kind as the cells say, spread over the
 * days. Of sums nothing is made: they must come out by themselves.
 */
export function registersOf(year: number, figures: Figures): Registers {
  return {
    requests: requestsOf(year, figures),
    appeals: appealsOf(year, figures),
    publications: documentsOf(year, figures),
    counts: countsOf(year, figures),
  };
}

const KIND_LABELS = {
  review: '行政复议',
  litigation_direct: '未经复议直接起诉',
  litigation_after_review: '复议后起诉',
};
const RESULT_LABELS = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果' };

function requestsOf(year: number, figures: Figures): string {
  const lines = [
    '登记编号,收到日期,渠道,申请人类型,申请人,证件号码,联系方式,所需信息,办结日期,办理结果,备注',
  ];
  for (const kind of APPLICANT_KINDS) {
    const cell = (row: string): number => figures.get(`table3.${row}.${kind}`) ?? 0;
    // Results are dealt out first to what was carried in, then to what came new; the rest stays
    // open. What a form prints of 其他处理 in one row is booked as 3.其他.
    const results = [
      ...OUTCOMES.flatMap((outcome) => Array.from({ length: cell(outcome) }, () => outcome)),
      ...Array.from({ length: cell('other_single') }, () => 'other_misc' as const),
    ];
    const carriedIn = cell('carried_in');
    const all = carriedIn + cell('new_received');
    for (let at = 0; at < all; at += 1) {
      const received = at < carriedIn ? day(year - 1, at, 200) : day(year, at, 0);
      const result = results[at];
      // An open request either is open still or ended the year after: both are carried over.
      const ending = endingOf(year, at, result);
      const number = `${year}-${kind}-${String(at).padStart(5, '0')}`;
      const applicant = `${APPLICANT_LABELS[kind]},申请人${at},,`;
      lines.push(`${number},${received},网站,${applicant},第${at}号信息,${ending},`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** 办结日期 and 办理结果; the result now by its key, now by its label. */
function endingOf(year: number, at: number, result: Outcome | undefined): string {
  const { group, label } = OUTCOME_ROWS[result ?? 'granted'];
  if (result === undefined) return at % 2 === 0 ? ',' : `${day(year + 1, at, 0)},${label}`;
  return `${day(year, at, 0)},${at % 2 === 0 ? result : group + label}`;
}

function appealsOf(year: number, figures: Figures): string {
  const lines = ['案号,类型,关联登记编号,受理日期,审结日期,结果'];
  for (const kind of APPEAL_KINDS) {
    for (const result of [...APPEAL_OUTCOMES, 'pending'] as const) {
      const count = figures.get(`table4.${kind}.${result}`) ?? 0;
      for (let at = 0; at < count; at += 1) {
        const number = `（${String(year)}）${kind}-${result}-${String(at)}号`;
        const filed = at % 3 === 0 ? day(year - 1, at, 300) : day(year, at, 0);
        const ending =
          result === 'pending' ? ',尚未审结' : `${day(year, at, 0)},${RESULT_LABELS[result]}`;
        lines.push(`${number},${KIND_LABELS[kind]},,${filed},${ending}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

function documentsOf(year: number, figures: Figures): string {
  const lines = ['文号,标题,类别,制发日期,废止日期'];
  for (const kind of DOCUMENT_KINDS) {
    const cell = (column: string): number => figures.get(`table2.${kind}.${column}`) ?? 0;
    const label = DOCUMENT_KIND_LABELS[kind];
    // 本年制发件数 of one form is 本年新制作数量 of the other.
    for (let at = 0; at < cell('made') + cell('made_new'); at += 1) {
      lines.push(`${kind}〔${String(year)}〕${String(at)}号,新文件,${label},${day(year, at, 0)},`);
    }
    for (let at = 0; at < cell('repealed'); at += 1) {
      const [issued, repealed] = [day(year - 1, at, 0), day(year, at, 0)];
      lines.push(
        `${kind}〔${String(year - 1)}〕${String(at)}号,旧文件,${label},${issued},${repealed}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Sums of months, by the name that the register of counts gives them, and the cells they fill. */
const FLOWS: Readonly<Record<string, string>> = {
  'table2.licensing': '行政许可',
  'table2.punishment': '行政处罚',
  'table2.coercion': '行政强制',
  'table2.licensing.decisions': '行政许可',
  'table2.punishment.decisions': '行政处罚',
  'table2.coercion.decisions': '行政强制',
  'table2.other_services.decisions': '其他对外管理服务事项',
  'table2.regulations.published_new': '规章新公开数量',
  'table2.normative_documents.published_new': '规范性文件新公开数量',
  'table2.procurement.projects': '政府集中采购',
  'table2.procurement.amount': '政府集中采购总金额（元）',
};
/** Balances at the end of the year. */
const PUBLIC: Readonly<Record<string, string>> = {
  'table2.regulations.public_total': '规章对外公开总数量',
  'table2.normative_documents.public_total': '规范性文件对外公开总数量',
};
/** Balances of which the form prints that of last year, and what has come to it since. */
const ITEMS: Readonly<Record<string, string>> = {
  licensing: '行政许可项目数量',
  other_services: '其他对外管理服务事项项目数量',
  punishment: '行政处罚项目数量',
  coercion: '行政强制项目数量',
  fees: '行政事业性收费项目数量',
};

function countsOf(year: number, figures: Figures): string {
  const lines = ['类别,月份,数量'];
  const spread = (name: string, total: number): void => {
    const share = Math.floor(total / 12);
    for (let month = 1; month <= 12; month += 1) {
      const quantity = month < 12 ? share : total - share * 11;
      lines.push(`${name},${String(year)}-${String(month).padStart(2, '0')},${String(quantity)}`);
    }
  };
  for (const [cell, name] of Object.entries(FLOWS)) {
    const total = figures.get(cell);
    if (total !== undefined) spread(name, total);
  }
  const fees = figures.get('table2.fees_wan_yuan');
  if (fees !== undefined) spread('行政事业性收费（元）', Math.round(fees * 10_000));
  for (const kind of DOCUMENT_KINDS) {
    const cell = (column: string): number => figures.get(`table2.${kind}.${column}`) ?? 0;
    const opening = cell('valid') - cell('made') + cell('repealed');
    if (figures.has(`table2.${kind}.valid`))
      lines.push(`期初现行有效${DOCUMENT_KIND_LABELS[kind]},${String(year)}-01,${String(opening)}`);
  }
  for (const [cell, name] of Object.entries(PUBLIC)) {
    const total = figures.get(cell);
    if (total !== undefined) lines.push(`${name},${String(year)}-12,${String(total)}`);
  }
  for (const [row, name] of Object.entries(ITEMS)) {
    const before = figures.get(`table2.${row}.last_year_items`);
    if (before === undefined) continue;
    const now = before + (figures.get(`table2.${row}.change`) ?? 0);
    lines.push(`${name},${String(year - 1)}-12,${String(before)}`);
    lines.push(`${name},${String(year)}-12,${String(now)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The nth day of a year, from an offset on, going round before the year is over. */
function day(year: number, nth: number, offset: number): string {
  const dayOfYear = (offset + nth) % (offset === 0 ? 300 : 365 - offset);
  const at = offset === 0 ? dayOfYear : offset + dayOfYear;
  return new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10);
}
