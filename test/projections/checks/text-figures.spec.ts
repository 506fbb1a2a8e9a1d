import type { CheckedReport, PrintedCell } from '../../../projections/checks/check.js';
import { readNumber } from '../../../projections/checks/chinese-numbers.js';
import { TEXT_FIGURES_CHECKS } from '../../../projections/checks/text-figures.checks.js';
import { checkedReport, nilCells, reportWords } from '../../support/builders/checked-reports.js';

const F10 = TEXT_FIGURES_CHECKS['F-10'];

/** What F-10 says of a sentence under 一 beside cells that hold `figures`. */
function found(
  overview: string,
  figures: Readonly<Record<string, PrintedCell>> = {},
  named: Partial<CheckedReport> = {},
): readonly string[] {
  const cells = nilCells();
  for (const [cell, figure] of Object.entries(figures)) cells.set(cell, figure);
  const words = reportWords({ overview });
  return F10.find(checkedReport({ words, cells, ...named })).map(
    ({ left, right }) => `${left} ≠ ${right}`,
  );
}

const RECEIVED = { 'table3.new_received.total': 713, 'table3.carried_in.total': 36 };

describe('readNumber 数字的写法', () => {
  it.each([
    ['1234', 1234],
    ['1.5万', 15_000],
    ['1.15万', 11_500],
    ['两', 2],
    ['十', 10],
    ['三十二', 32],
    ['一百零五', 105],
    ['两千三百', 2300],
    ['一万二千', 12_000],
    ['二〇二一', 2021],
    ['〇', 0],
  ])('%s is %d', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each(['', '件', '十件'])('“%s” is none', (text) => {
    expect(readNumber(text)).toBeNull();
  });
});

describe('F-10 文字里的数字与表格', () => {
  it.each([
    ['本年度新收政府信息公开申请713件，上年结转36件。', RECEIVED],
    ['全年共新收申请１，２３４件。', { 'table3.new_received.total': 1234 }],
    ['全年共新收申请1,234件。', { 'table3.new_received.total': 1234 }],
    ['新收到申请两件。', { 'table3.new_received.total': 2 }],
    ['收到政府信息公开申请三十二件。', { 'table3.new_received.total': 32 }],
    ['作出行政许可决定1.5万件。', { 'table2.licensing': 15_000 }],
    [
      '办结申请103件，结转下年度继续办理13件。',
      { 'table3.total.total': 103, 'table3.carried_out.total': 13 },
    ],
    [
      '2件予以公开，3件不予公开。',
      { 'table3.granted.total': 2, 'table3.denied_process_info.total': 3 },
    ],
    [
      '行政复议2件、行政诉讼3件。',
      { 'table4.review.total': 2, 'table4.litigation_direct.total': 3 },
    ],
    [
      '行政复议、行政诉讼案件74件。',
      { 'table4.review.total': 61, 'table4.litigation_after_review.total': 13 },
    ],
    ['制发行政规范性文件3件，废止6件，现行有效14件。', { 'table2.normative_documents.made': 3 }],
    ['行政事业性收费14722.49万元。', { 'table2.fees_wan_yuan': 14_722.49 }],
    ['予以公开258件，占32.1%。', { 'table3.granted.total': 258, 'table3.total.total': 805 }],
  ])('is quiet of “%s”', (sentence, figures) => {
    expect(found(sentence, figures)).toEqual([]);
  });

  it.each([
    ['本年度受理政府信息公开申请2件。', { 'table3.new_received.total': 3 }, '收到 3'],
    ['新收申请8件。', { 'table3.new_received.total': 9 }, '新收 9'],
    ['上年结转两件。', { 'table3.carried_in.total': 1 }, '上年结转 1'],
    ['办结申请103件。', { 'table3.total.total': 104 }, '办结 104'],
    ['不予公开35件。', { 'table3.denied_process_info.total': 4 }, '不予公开 4'],
    ['无法提供265件。', { 'table3.unable_not_held.total': 337 }, '无法提供 337'],
    [
      '予以公开及部分公开258件。',
      { 'table3.granted.total': 272, 'table3.partly_granted.total': 3 },
      '予以公开和部分公开 275',
    ],
    ['3件部分公开。', { 'table3.partly_granted.total': 2 }, '部分公开 2'],
    ['结转下年度继续办理12件。', { 'table3.carried_out.total': 13 }, '结转下年度 13'],
    ['行政复议7件。', { 'table4.review.total': 8 }, '行政复议 8'],
    ['行政诉讼9件。', { 'table4.litigation_after_review.total': 10 }, '行政诉讼 10'],
    [
      '废止行政规范性文件5件。',
      { 'table2.normative_documents.repealed': 6 },
      '行政规范性文件废止 6',
    ],
    ['作出行政处罚决定1.5万件。', { 'table2.punishment': 15_001 }, '行政处罚 15001'],
    ['行政事业性收费14722元。', { 'table2.fees_wan_yuan': 14_722.49 }, '14722.49 万元'],
    [
      '予以公开258件，占33.9%。',
      { 'table3.granted.total': 258, 'table3.total.total': 805 },
      '予以公开 32.0%',
    ],
    ['属于四类过程性信息1件。', { 'table3.denied_process_info.total': 2 }, '属于四类过程性信息 2'],
    ['本年度未收到政府信息公开申请。', { 'table3.new_received.total': 1 }, '新收 1'],
  ])('names both values of “%s”', (sentence, figures, right) => {
    expect(found(sentence, figures)).toEqual([expect.stringMatching(new RegExp(`≠ ${right}$`))]);
  });

  it('takes 受理 for what is new, or for that with what was carried in', () => {
    expect(found('受理政府信息公开申请749件。', RECEIVED)).toEqual([]);
    expect(found('受理政府信息公开申请713件。', RECEIVED)).toEqual([]);
    expect(found('受理政府信息公开申请750件。', RECEIVED)).toHaveLength(1);
    expect(found('新收政府信息公开申请749件。', RECEIVED)).toHaveLength(1);
  });

  it('does not take what a government says of its own office for the whole', () => {
    const said = '区政府办公室共受理政府信息公开申请17件。';
    const figures = { 'table3.new_received.total': 95 };
    const agency = {
      name: '甲区人民政府',
      shortName: '甲区人民政府',
      level: 'government',
    } as const;
    expect(found(said, figures, { agency })).toEqual([]);
    expect(found(said, figures)).toHaveLength(1);
  });

  it.each([
    '较上年增加申请12件。',
    '第3件申请于当日办结。',
    '办结申请近百件。',
    '办结申请十余件。',
    '网站发布行政许可信息300条。',
    '根据《关于办理申请5件的通知》开展工作。',
    '2025年3月5日召开会议。',
    '通过门户网站公开信息72条。',
  ])('has nothing to compare in “%s”', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  it('says nothing of a cell that is not known', () => {
    expect(found('新收申请8件。', { 'table3.new_received.total': null })).toEqual([]);
  });
});
