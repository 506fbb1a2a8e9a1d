import type { CheckedReport } from '../../../projections/checks/check.js';
import { findingsOf } from '../../../projections/checks/checks.js';
import { DEFAULT_REPORT_RULES } from '../../../src/agencies/domain/report-rules.events.js';
import { cellsWith, child, childReport, rollUpOf } from '../../support/builders/roll-ups.js';

const jia = child('甲局', { cells: cellsWith({ 'table3.carried_in.natural': 2 }) });
const yi = child('乙局');

/** What the check of that id finds, as two sides. */
function found(id: string, report: CheckedReport): readonly string[] {
  return findingsOf(report)
    .filter((finding) => finding.id === id)
    .map(({ left, right }) => `${left} | ${right}`);
}

const words = (text: string) => ({
  title: [],
  preamble: '',
  parts: [
    { heading: '一、总体情况', text },
    { heading: '六、其他需要报告的事项', text: '无。' },
  ],
  signature: { agency: '', date: null },
});
const TEXT =
  '全面贯彻落实政府信息公开条例，及时准确公开政府信息，依法办理依申请公开，健全信息发布审查机制，加强政府网站和政务新媒体建设，开展业务培训和考核评议，监督保障有力，公众满意程度进一步提高。';
const OTHER =
  '围绕年度重点任务，推进规划、财政预算决算、重大项目、社会救助领域的主动公开，编制完善基层标准化目录，设立公开专区，组织开放日活动，回应群众关切，接受人大代表和社会各界的评议和建议。';

describe('the checks of a roll-up 汇总校验', () => {
  it('say nothing of the report of one agency', () => {
    const alone: CheckedReport = { ...rollUpOf([jia]), rolledUp: null, cells: jia.cells };
    expect(findingsOf(alone).filter(({ id }) => id.startsWith('R-'))).toEqual([]);
  });

  it('R-01 names the children that are not in', () => {
    const late = child('丙局', { standing: 'missing' });
    const back = child('丁局', {
      standing: 'returned',
      returned: { on: '2026-01-21', reason: '不平' },
    });
    expect(found('R-01', rollUpOf([jia, late, back]))).toEqual([
      '丙局 | 未报送',
      '丁局 | 已退回：不平',
    ]);
    expect(found('R-01', rollUpOf([child('市', { standing: 'own', from: 'own' }), jia]))).toEqual(
      [],
    );
  });

  it('R-02 compares every cell with the sum of the children', () => {
    const one = child('丙局', { cells: cellsWith({ 'table2.fees_wan_yuan': 0.1 }) });
    const two = child('丁局', { cells: cellsWith({ 'table2.fees_wan_yuan': 0.2 }) });
    const printed = cellsWith({ 'table2.fees_wan_yuan': 0.3 });
    expect(found('R-02', rollUpOf([one, two], { cells: printed }))).toEqual([]);
    const wrong = cellsWith({ 'table2.fees_wan_yuan': 0.3, 'table4.review.total': 1 });
    expect(found('R-02', rollUpOf([one, two], { cells: wrong }))).toEqual(['1 | 0']);
    const cells = cellsWith({});
    cells.delete('table3.granted.other');
    expect(found('R-02', rollUpOf([yi], { cells }))).toEqual(['（没有） | 0']);
  });

  it('R-03 names the children whose own report has errors', () => {
    const error = {
      id: 'T3-01',
      severity: 'E',
      left: '1',
      right: '2',
      cells: [],
      cases: [],
    } as const;
    expect(found('R-03', rollUpOf([child('丙局', { errors: [error, error] }), yi]))).toEqual([
      '丙局 | T3-01',
    ]);
    expect(found('R-03', rollUpOf([yi]))).toEqual([]);
  });

  it('R-04 takes one year and one form', () => {
    const report = rollUpOf([child('丙局', { year: 2024 }), child('丁局', { form: '2019' }), yi]);
    expect(found('R-04', report)).toEqual([
      '丙局 2024 年度，2021 年格式 | 2025 年度，2021 年格式',
      '丁局 2025 年度，2019 年格式 | 2025 年度，2021 年格式',
    ]);
    const single = child('丙局', { cells: cellsWith({ 'table3.other_single.natural': 1 }) });
    expect(found('R-04', rollUpOf([single]))).toEqual([
      '丙局 有格式里没有的单元格 | 2025 年度，2021 年格式',
    ]);
    expect(found('R-04', rollUpOf([jia, yi]))).toEqual([]);
  });

  it('R-05 counts a unit once, whatever it is called', () => {
    const twice = child('丙局', { unit: '甲局（全市）' });
    expect(found('R-05', rollUpOf([jia, twice]))).toEqual(['甲局 | 丙局']);
    const sameFile = [child('丙局', { source: 'f' }), child('丁局', { source: 'f' })];
    expect(found('R-05', rollUpOf(sameFile))).toEqual(['丙局 | 丁局']);
    expect(found('R-05', rollUpOf([child('丙局', { unit: '原丙局' })]))).toEqual(['原丙局 | 丙局']);
    const short = child('某市丙局', { shortName: '丙局', unit: '丙局' });
    expect(found('R-05', rollUpOf([short, child('丁局', { unit: '' }), yi]))).toEqual([]);
  });

  it('R-06 looks for what a child that is gone carried over', () => {
    const carrying = (name: string, total: number) =>
      childReport(name, { cells: cellsWith({ 'table3.carried_out.total': total }) });
    const heir = (total: number) =>
      child('乙局', { cells: cellsWith({ 'table3.carried_in.total': total }) });
    const before = [carrying('丙局', 3), carrying('乙局', 2), carrying('丁局', 0)];
    expect(found('R-06', rollUpOf([heir(5)], { before }))).toEqual([
      '丙局 结转 3 件 | 没有承接的下级机关',
    ]);
    const successors = new Map([['丙局', '乙局']]);
    expect(found('R-06', rollUpOf([heir(5)], { before, successors }))).toEqual([]);
    expect(found('R-06', rollUpOf([heir(4)], { before, successors }))).toEqual([
      '丙局 结转 3 件 | 乙局 上年结转 4 件，应有 5 件',
    ]);
  });

  it('R-07 compares 上年结转 with last year’s 结转下年度, column by column', () => {
    const before = [childReport('甲局', { cells: cellsWith({ 'table3.carried_out.natural': 2 }) })];
    expect(found('R-07', rollUpOf([jia, yi], { before }))).toEqual([]);
    expect(found('R-07', rollUpOf([jia, yi]))).toEqual([]);
    const other = [childReport('甲局', { cells: cellsWith({ 'table3.carried_out.other': 2 }) })];
    expect(found('R-07', rollUpOf([jia, yi], { before: other }))).toEqual(['2 | 0', '0 | 2']);
  });

  it('R-08 finds words that two children share, figures aside', () => {
    const one = child('丙局', { words: words(`丙局${TEXT}公开12条。`) });
    const two = child('丁局', { words: words(`丁局${TEXT}公开340条。`) });
    expect(found('R-08', rollUpOf([one, two]))).toEqual(['丙局 | 丁局（99%）']);
    expect(found('R-08', rollUpOf([one, child('丁局', { words: words(OTHER) }), yi]))).toEqual([]);
    const short = [
      child('丙局', { words: words('无。') }),
      child('丁局', { words: words('无。') }),
    ];
    expect(found('R-08', rollUpOf(short))).toEqual([]);
  });

  it('R-09 holds each child to its last day', () => {
    const late = child('丙局', { submittedOn: '2026-02-01', publishedOn: '2026-02-02' });
    const government = child('丁县', { level: 'government', submittedOn: '2026-03-31' });
    const today = '2026-02-03' as const;
    const missing = child('戊局', { standing: 'missing', submittedOn: null });
    expect(found('R-09', rollUpOf([late, government, missing], { today }))).toEqual([
      '丙局 报送 2026-02-01 | 2026-01-31 以前',
      '丙局 公布 2026-02-02 | 2026-01-31 以前',
      '戊局 至 2026-02-03 未报送 | 2026-01-31 以前',
    ]);
    expect(found('R-09', rollUpOf([missing], { today: '2026-01-31' }))).toEqual([]);
    const rules = { ...DEFAULT_REPORT_RULES, submitBy: '01-15' };
    expect(found('R-09', rollUpOf([jia], { rules }))).toEqual([
      '甲局 报送 2026-01-20 | 2026-01-15 以前',
    ]);
  });

  it('R-10 compares the documents in force with the list of the 司法行政部门', () => {
    const valid = child('丙局', { cells: cellsWith({ 'table2.normative_documents.valid': 7 }) });
    const heldDocuments = new Map([['丙局', 8]]);
    expect(found('R-10', rollUpOf([valid], { heldDocuments }))).toEqual([
      '丙局 现行有效 7 件 | 清单 8 件',
    ]);
    expect(found('R-10', rollUpOf([valid], { heldDocuments: new Map([['丙局', 7]]) }))).toEqual([]);
    expect(found('R-10', rollUpOf([valid]))).toEqual([]);
  });

  it('R-11 says when a child moved on after it was summed', () => {
    const recorded = new Map([['甲局', '甲局']]);
    expect(found('R-11', rollUpOf([jia], { recorded }))).toEqual([]);
    expect(found('R-11', rollUpOf([jia, yi], { recorded }))).toEqual([
      '乙局 没有汇总进去 | 现在的数字',
    ]);
    const moved = child('甲局', { digest: 'other' });
    expect(found('R-11', rollUpOf([moved], { recorded }))).toEqual([
      '甲局 汇总时的数字 | 现在的数字',
    ]);
    const newer = child('甲局', { newestEdition: 2 });
    expect(found('R-11', rollUpOf([newer]))).toEqual(['甲局 报送的是第 1 版 | 已有第 2 版']);
    expect(found('R-11', rollUpOf([jia, yi]))).toEqual([]);
  });
});
