import type { CheckedReport } from '../../../projections/checks/check.js';
import { findingsOf } from '../../../projections/checks/checks.js';
import { reportDeadlines } from '../../../projections/checks/filing.checks.js';
import { DEFAULT_REPORT_RULES } from '../../../src/agencies/domain/report-rules.events.js';
import type { CheckId } from '../../../src/annual-reports/domain/checks.events.js';
import type { LocalDate } from '../../../src/kernel/local-date.js';
import {
  checkedReport,
  ledgerBehind,
  reportWords,
} from '../../support/builders/checked-reports.js';

function found(id: CheckId, named: Partial<CheckedReport>): readonly string[] {
  return findingsOf(checkedReport({ ledger: ledgerBehind(), ...named }))
    .filter((finding) => finding.id === id)
    .map(({ left, right }) => `${left} ≠ ${right}`);
}

const GOVERNMENT = { name: '甲市乙局', shortName: '乙局', level: 'government' } as const;
const rules = { ...DEFAULT_REPORT_RULES, submitBy: '01-26', publishBy: '02-28' };

describe('第49条的期限', () => {
  it('is 31 January for a department and 31 March for a government, or an earlier local day', () => {
    expect(reportDeadlines(checkedReport())).toEqual({
      submit: '2026-01-31',
      publish: '2026-01-31',
    });
    expect(reportDeadlines(checkedReport({ agency: GOVERNMENT, rules }))).toEqual({
      submit: '2026-01-26',
      publish: '2026-02-28',
    });
    expect(reportDeadlines(checkedReport({ rules }))).toEqual({
      submit: '2026-01-26',
      publish: '2026-01-31',
    });
  });
});

describe('F-12 署名和成文日期', () => {
  const signed = (date: LocalDate | null, agency = '甲市乙局') => ({
    words: reportWords({}, { signature: { agency, date } }),
  });

  it.each(['2025-12-31', '2026-02-01'] as const)('finds %s', (date) => {
    expect(found('F-12', signed(date))).toEqual([`成文日期 ${date} ≠ 2026-01-01 至 2026-01-31`]);
  });

  it.each(['2026-01-01', '2026-01-31'] as const)('is quiet of %s', (date) => {
    expect(found('F-12', signed(date))).toEqual([]);
  });

  it('gives a government until 31 March', () => {
    expect(found('F-12', { ...signed('2026-03-31'), agency: GOVERNMENT })).toEqual([]);
    expect(found('F-12', { ...signed('2026-04-01'), agency: GOVERNMENT })).toHaveLength(1);
  });

  it('finds that it is not signed, or not by the agency', () => {
    expect(found('F-12', signed(null, ''))).toEqual([
      '没有署名 ≠ “甲市乙局”',
      '没有成文日期 ≠ 2026-01-01 至 2026-01-31',
    ]);
  });
});

describe('F-18 报送和公布', () => {
  const filed = (
    submittedOn: LocalDate | null,
    publishedOn: LocalDate | null,
    url: string | null,
    today: LocalDate = '2026-02-10',
  ) => found('F-18', { filing: { submittedOn, publishedOn, url }, today });

  it('finds dates that are missing once their day is over, and not before', () => {
    expect(filed(null, null, null)).toEqual([
      '没有登记报送日期 ≠ 报送期限 2026-01-31',
      '没有登记公布日期 ≠ 公布期限 2026-01-31',
    ]);
    expect(filed(null, null, null, '2026-01-31')).toEqual([]);
  });

  it('finds what was late, and an address that nobody can open', () => {
    expect(filed('2026-02-01', '2026-02-02', 'www.example.gov.cn')).toEqual([
      '报送日期 2026-02-01 ≠ 报送期限 2026-01-31',
      '公布日期 2026-02-02 ≠ 公布期限 2026-01-31',
      '网址“www.example.gov.cn” ≠ 以 http:// 或 https:// 开头的完整网址',
    ]);
    expect(filed('2026-01-20', '2026-01-21', null)).toEqual(['没有登记公布的网址 ≠ 公布的网址']);
  });

  it('is quiet of a report that was published in time, and of one from elsewhere', () => {
    expect(filed('2026-01-31', '2026-01-31', 'https://www.example.gov.cn/a.html')).toEqual([]);
    expect(found('F-18', { ledger: null, today: '2026-02-10' })).toEqual([]);
  });
});
