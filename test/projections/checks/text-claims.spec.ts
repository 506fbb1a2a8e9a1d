import type { CheckedReport, PrintedCell } from '../../../projections/checks/check.js';
import { findingsOf } from '../../../projections/checks/checks.js';
import { likeness } from '../../../projections/checks/likeness.js';
import type { CheckId } from '../../../src/annual-reports/domain/checks.events.js';
import { formOf } from '../../../projections/forms/forms.js';
import { checkedReport, nilCells, reportWords } from '../../support/builders/checked-reports.js';

function found(id: CheckId, named: Partial<CheckedReport>): readonly string[] {
  return findingsOf(checkedReport(named))
    .filter((finding) => finding.id === id)
    .map(({ left, right }) => `${left} ≠ ${right}`);
}

const overview = (text: string) => ({ words: reportWords({ overview: text }) });
const otherMatters = (text: string) => ({ words: reportWords({ otherMatters: text }) });

describe('T4-06 复议、诉讼的说法', () => {
  const said = (text: string, ...figures: readonly (readonly [string, PrintedCell])[]) =>
    found('T4-06', { ...overview(text), cells: new Map([...nilCells(), ...figures]) });

  it('finds 均维持 beside what is pending, corrected or ended otherwise', () => {
    const cells = [
      ['table4.review.pending', 2],
      ['table4.litigation_after_review.corrected', 1],
    ] as const;
    expect(said('行政复议7件、行政诉讼9件，均获维持。', ...cells)).toEqual([
      '“行政复议7件、行政诉讼9件，均获维持” ≠ 行政复议尚未审结 2',
      '“行政复议7件、行政诉讼9件，均获维持” ≠ 行政诉讼结果纠正 1',
    ]);
    expect(said('行政复议5件，均获维持。', ['table4.review.upheld', 5])).toEqual([]);
  });

  it('finds “none” where there was one', () => {
    const filed = ['table4.review.total', 1] as const;
    expect(said('本年度未发生因政府信息公开引起的行政复议。', filed)).toEqual([
      expect.stringMatching(/≠ 行政复议总计 1$/),
    ]);
    expect(said('本年度未发生行政诉讼。', filed)).toEqual([]);
    expect(said('本年度没有行政复议、行政诉讼。')).toEqual([]);
  });
});

describe('F-05 年份', () => {
  it('finds last year in part one and in the preamble', () => {
    expect(found('F-05', overview('2024年，我局公开信息。'))).toEqual([
      expect.stringMatching(/^“2024年”（.*） ≠ 2025年$/),
    ]);
    const preamble = '统计期限为2024年1月1日至2024年12月31日。';
    expect(found('F-05', { words: reportWords({}, { preamble }) })).not.toEqual([]);
  });

  it.each([
    '2025年，我局公开信息。',
    '较2024年增长一成。',
    '自2019年以来持续公开。',
    '贯彻《2024年政务公开工作要点》。',
    '根据〔2024〕3号文件。',
    '条例（2019年修订）施行。',
  ])('is quiet of “%s”', (text) => {
    expect(found('F-05', overview(text))).toEqual([]);
  });
});

describe('F-09 信息处理费', () => {
  it.each(['无其他需要报告的事项。', '', '信息处理费按规定执行。'])('finds “%s”', (text) => {
    expect(found('F-09', otherMatters(text))).toHaveLength(1);
  });

  it.each([
    '无政府信息公开信息处理费收取情况。',
    '2025年实际收取信息处理费共计400元。',
    '本年度未收取信息处理费。',
  ])('is quiet of “%s”', (text) => {
    expect(found('F-09', otherMatters(text))).toEqual([]);
  });

  it('finds that there is no part six', () => {
    const words = reportWords();
    expect(found('F-09', { words: { ...words, parts: words.parts.slice(0, 5) } })).toEqual([
      expect.stringMatching(/^没有第六部分/),
    ]);
  });
});

const TEXT =
  '我局把政府信息公开列入重要议事日程，由分管领导审核把关，安排专人负责信息的收集、审核、发布和维护，' +
  '全年在门户网站公开预算决算、招标投标、人事任免等信息72条，群众查阅方便。';

describe('F-11 雷同', () => {
  const form = formOf(2024);
  const lastYear = (text: string) => ({
    form,
    cells: nilCells(2024),
    words: reportWords({ overview: text }),
  });

  it('says how much is the same as last year’s text, and as another agency’s', () => {
    const { words } = overview(TEXT);
    const previous = lastYear(TEXT.replace('72', '95'));
    const others = new Map([['丙局', words]]);
    expect(found('F-11', { words, previous, others })).toEqual([
      '与上一年度报告相同 100% ≠ 低于 90%',
      '与丙局相同 100% ≠ 低于 90%',
    ]);
  });

  it('is quiet of another text, and of sentences that the program wrote itself', () => {
    const other =
      '举办政策解读会三场，邀请企业代表座谈，把解读材料送到园区，答复群众来电咨询，更新办事指南。';
    const problems =
      '网站检索不便，专栏层级过深，历史文件缺少附件，下一年统一格式，逐年补齐，委托专业队伍改版并请群众试用评价。';
    const words = reportWords({ overview: TEXT });
    const previous = { ...lastYear(other), words: reportWords({ overview: other, problems }) };
    expect(found('F-11', { words, previous })).toEqual([]);
    const same = { words, previous: lastYear(TEXT) };
    expect(
      found('F-11', { ...same, standardText: words.parts.map(({ text }) => text).join() }),
    ).toEqual([]);
  });

  it('is a share of both texts: half of one copied is no more than half', () => {
    const second = TEXT.replace(/./gu, (character) =>
      String.fromCharCode(character.charCodeAt(0) + 1),
    );
    const percent = likeness(TEXT + second, TEXT)!;
    expect(percent).toBeGreaterThan(60);
    expect(percent).toBeLessThan(72);
    expect(likeness(TEXT, TEXT.replace(/72/, '三'))!).toBeGreaterThan(85);
    expect(likeness('太短', TEXT)).toBeNull();
  });
});

describe('F-15 个人信息', () => {
  it('finds ID numbers and mobile numbers, and shows neither whole', () => {
    // 11010519491231002X is the specimen of GB 11643.
    expect(found('F-15', overview('申请人身份证11010519491231002X，电话13812345678。'))).toEqual([
      '身份证号码 110*************2X ≠ 没有个人信息',
      '手机号码 138******78 ≠ 没有个人信息',
    ]);
    expect(found('F-15', overview('电话 138 1234 5678。'))).toHaveLength(1);
  });

  it('is quiet of a number that is no ID number, and of an office telephone', () => {
    expect(found('F-15', overview('编号110105194912310021，电话0580-2034567。'))).toEqual([]);
  });

  it('says how often an applicant is named, and not who', () => {
    expect(found('F-15', { ...overview(''), applicantsNamed: 2 })).toEqual([
      '申请人姓名 2 处 ≠ 没有个人信息',
    ]);
  });
});

describe('F-17 照抄的模板', () => {
  it('finds another agency of the ledger, and what another kind of office calls itself', () => {
    const others = new Map([['甲市丙中心', reportWords()]]);
    expect(found('F-17', { ...overview('甲市丙中心重视公开。我中心专人负责。'), others })).toEqual([
      '“甲市丙中心” ≠ “甲市乙局”',
      '“我中心” ≠ “甲市乙局”',
    ]);
  });

  it('finds 今年 in part one', () => {
    expect(found('F-17', overview('今年来无责任追究。'))).toHaveLength(1);
  });

  it('is quiet of its own name, of the place it serves and of other names in titles', () => {
    const others = new Map([['甲市丙中心', reportWords()]]);
    const text = '我局、本局服务我市我区。根据《甲市丙中心关于公开的通知》办理。';
    expect(found('F-17', { ...overview(text), others })).toEqual([]);
  });
});
