import { APPEAL_KINDS, APPEAL_OUTCOMES } from '../../../src/appeals/domain/appeal.events.js';
import {
  APPLICANT_KINDS,
  OUTCOMES,
  type Outcome,
} from '../../../src/requests/domain/request.events.js';
import { APPLICANT_LABELS, OUTCOME_ROWS } from '../../../src/requests/domain/outcome-labels.js';

/** A published report, in the exchange format. */
export type Published = Readonly<{
  agency: string;
  year: number;
  table2: Readonly<{
    regulations: Readonly<Record<'made' | 'repealed' | 'valid', number>>;
    normative_documents: Readonly<Record<'made' | 'repealed' | 'valid', number>>;
    licensing: number;
    punishment: number;
    coercion: number;
    fees_wan_yuan: number;
  }>;
  table3: Readonly<{ rows: Readonly<Record<string, readonly number[]>> }>;
  table4: readonly number[];
}>;

/** The four registers as CSV files. */
export type Registers = Readonly<
  Record<'requests' | 'appeals' | 'publications' | 'counts', string>
>;

/**
 * Cases that must give the published tables: as many of each kind as the cells say, spread over the
 * days.
 */
export function registersOf(report: Published): Registers {
  return {
    requests: requestsOf(report),
    appeals: appealsOf(report),
    publications: documentsOf(report),
    counts: countsOf(report),
  };
}

const KIND_LABELS = {
  review: '行政复议',
  litigation_direct: '未经复议直接起诉',
  litigation_after_review: '复议后起诉',
};
const RESULT_LABELS = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果' };

function requestsOf({ year, table3: { rows } }: Published): string {
  const cell = (row: string, column: number): number => rows[row]?.[column] ?? 0;
  const lines = [
    '登记编号,收到日期,渠道,申请人类型,申请人,证件号码,联系方式,所需信息,办结日期,办理结果,备注',
  ];
  APPLICANT_KINDS.forEach((kind, column) => {
    // Results are dealt out first to what was carried in, then to what came new; the rest stays
    // open.
    const results = OUTCOMES.flatMap((outcome) =>
      Array.from({ length: cell(outcome, column) }, () => outcome),
    );
    const carriedIn = cell('carried_in', column);
    const all = carriedIn + cell('new_received', column);
    for (let at = 0; at < all; at += 1) {
      const received = at < carriedIn ? day(year - 1, at, 200) : day(year, at, 0);
      const result = results[at];
      // An open request either is open still or ended the year after: both are carried over.
      const ending = endingOf(year, at, result);
      const number = `${year}-${kind}-${String(at).padStart(5, '0')}`;
      const applicant = `${APPLICANT_LABELS[kind]},申请人${at},,`;
      lines.push(`${number},${received},网站,${applicant},第${at}号信息,${ending},`);
    }
  });
  return `${lines.join('\n')}\n`;
}

/** 办结日期 and 办理结果; the result now by its key, now by its label. */
function endingOf(year: number, at: number, result: Outcome | undefined): string {
  const { group, label } = OUTCOME_ROWS[result ?? 'granted'];
  if (result === undefined) return at % 2 === 0 ? ',' : `${day(year + 1, at, 0)},${label}`;
  return `${day(year, at, 0)},${at % 2 === 0 ? result : group + label}`;
}

function appealsOf({ year, table4 }: Published): string {
  const lines = ['案号,类型,关联登记编号,受理日期,审结日期,结果'];
  APPEAL_KINDS.forEach((kind, group) => {
    const cells = table4.slice(group * 5, group * 5 + 4);
    cells.forEach((count, result) => {
      for (let at = 0; at < count; at += 1) {
        const outcome = APPEAL_OUTCOMES[result];
        const number = `（${String(year)}）${kind}-${String(result)}-${String(at)}号`;
        const filed = at % 3 === 0 ? day(year - 1, at, 300) : day(year, at, 0);
        const ending =
          outcome === undefined ? ',尚未审结' : `${day(year, at, 0)},${RESULT_LABELS[outcome]}`;
        lines.push(`${number},${KIND_LABELS[kind]},,${filed},${ending}`);
      }
    });
  });
  return `${lines.join('\n')}\n`;
}

function documentsOf({ year, table2 }: Published): string {
  const lines = ['文号,标题,类别,制发日期,废止日期'];
  const kinds = { regulations: '规章', normative_documents: '行政规范性文件' } as const;
  for (const kind of ['regulations', 'normative_documents'] as const) {
    const { made, repealed } = table2[kind];
    for (let at = 0; at < made; at += 1) {
      lines.push(
        `${kind}〔${String(year)}〕${String(at)}号,新文件,${kinds[kind]},${day(year, at, 0)},`,
      );
    }
    for (let at = 0; at < repealed; at += 1) {
      const issued = day(year - 1, at, 0);
      lines.push(
        `${kind}〔${String(year - 1)}〕${String(at)}号,旧文件,${kinds[kind]},${issued},${day(year, at, 0)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function countsOf({ year, table2 }: Published): string {
  const lines = ['类别,月份,数量'];
  const spread = (name: string, total: number): void => {
    const share = Math.floor(total / 12);
    for (let month = 1; month <= 12; month += 1) {
      const quantity = month < 12 ? share : total - share * 11;
      lines.push(`${name},${String(year)}-${String(month).padStart(2, '0')},${String(quantity)}`);
    }
  };
  spread('行政许可', table2.licensing);
  spread('行政处罚', table2.punishment);
  spread('行政强制', table2.coercion);
  spread('行政事业性收费（元）', Math.round(table2.fees_wan_yuan * 10_000));
  const opening = {
    期初现行有效规章: 'regulations',
    期初现行有效行政规范性文件: 'normative_documents',
  } as const;
  for (const [name, kind] of Object.entries(opening)) {
    const { made, repealed, valid } = table2[kind];
    lines.push(`${name},${String(year)}-01,${String(valid - made + repealed)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The nth day of a year, from an offset on, going round before the year is over. */
function day(year: number, nth: number, offset: number): string {
  const dayOfYear = (offset + nth) % (offset === 0 ? 300 : 365 - offset);
  const at = offset === 0 ? dayOfYear : offset + dayOfYear;
  return new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10);
}
