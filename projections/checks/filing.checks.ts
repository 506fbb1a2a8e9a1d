import type { LocalDate } from '../../src/kernel/local-date.js';
import type { Check, CheckedReport, Found } from './check.js';

/** 署名、成文日期、报送和公布. */
export const FILING_CHECKS = {
  'F-12': { severity: 'W', basis: '《条例》第49条；GB/T 9704—2012', find: signature },
  'F-18': { severity: 'W', basis: '《条例》第49、50条', find: filing },
} as const satisfies Readonly<Record<string, Check>>;

/**
 * The last days to hand the report in and to publish it. A department does both by 31 January, a
 * government publishes by 31 March (第49条); a local day counts where it is earlier, because the law's
 * cannot be put off.
 */
export function reportDeadlines({
  agency,
  rules,
  year,
}: Pick<CheckedReport, 'agency' | 'rules' | 'year'>): Readonly<{
  submit: LocalDate;
  publish: LocalDate;
}> {
  const law = agency.level === 'government' ? '03-31' : '01-31';
  const on = (local: string | null): LocalDate =>
    `${String(year + 1)}-${local !== null && local < law ? local : law}` as LocalDate;
  return { submit: on(rules.submitBy), publish: on(rules.publishBy) };
}

function signature(report: CheckedReport): readonly Found[] {
  const { words, agency, year } = report;
  if (words === null) return [];
  const { agency: signed, date } = words.signature;
  const { submit, publish } = reportDeadlines(report);
  const last = submit < publish ? submit : publish;
  const first = `${String(year + 1)}-01-01`;
  const found: Found[] = [];
  if (signed !== agency.name) {
    found.push({ left: signed === '' ? '没有署名' : `署名“${signed}”`, right: `“${agency.name}”` });
  }
  if (date === null) found.push({ left: '没有成文日期', right: `${first} 至 ${last}` });
  else if (date < first || date > last) {
    found.push({ left: `成文日期 ${date}`, right: `${first} 至 ${last}` });
  }
  return found;
}

/** Nothing is missing before its day, and nothing is known of a report from elsewhere. */
function filing(report: CheckedReport): readonly Found[] {
  const { submittedOn, publishedOn, url } = report.filing;
  const { submit, publish } = reportDeadlines(report);
  if (report.ledger === null && submittedOn === null && publishedOn === null) return [];
  const published = publishedOn !== null;
  return [
    ...late('报送', submittedOn, submit, report.today),
    ...late('公布', publishedOn, publish, report.today),
    ...(published && url === null ? [{ left: '没有登记公布的网址', right: '公布的网址' }] : []),
    ...(url === null || isAddress(url)
      ? []
      : [{ left: `网址“${url}”`, right: '以 http:// 或 https:// 开头的完整网址' }]),
  ];
}

function late(
  what: string,
  on: LocalDate | null,
  last: LocalDate,
  today: LocalDate,
): readonly Found[] {
  const right = `${what}期限 ${last}`;
  if (on === null) return today > last ? [{ left: `没有登记${what}日期`, right }] : [];
  return on > last ? [{ left: `${what}日期 ${on}`, right }] : [];
}

function isAddress(url: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s/]+(?:\/\S*)?$/.test(url);
}
