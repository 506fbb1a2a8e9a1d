import { findingsOf } from '../../../projections/checks/checks.js';
import { publishedAsChecked } from '../../support/published/published-as-checked.js';

/** Every finding as one line. The prose was not copied, so what reads the words is not asked. */
function found(id: Parameters<typeof publishedAsChecked>[0]): readonly string[] {
  return findingsOf({ ...publishedAsChecked(id), words: null })
    .filter((finding) => finding.id.startsWith('T'))
    .map((finding) => `${finding.id} ${finding.left} | ${finding.right}`);
}

/** There is nothing wrong with it: last year's report has to be looked up. */
const ASKED = (carriedIn: number): readonly string[] => [
  `T3-06 ${String(carriedIn)} | 上一年度报告不在台账里`,
];

describe('reports as they were really published, and what is wrong with their tables', () => {
  it('上海 2019: blanks for zeros, and no totals of the rows', () => {
    expect(found('2019-shanghai-shi-zhengfu-bangongting')).toEqual([
      'T3-02 0 | 805',
      'T3-03 272 | 0',
      'T3-03 3 | 0',
      'T3-03 14 | 0',
      'T3-03 5 | 0',
      'T3-03 4 | 0',
      'T3-03 12 | 0',
      'T3-03 265 | 0',
      'T3-03 47 | 0',
      'T3-03 25 | 0',
      'T3-03 149 | 0',
      'T3-03 9 | 0',
      'T3-04 126 格空白或者写了符号 | 0 格',
      ...ASKED(18),
      'T4-02 9 格空白或者写了符号 | 0 格',
    ]);
  });

  it('荣昌区林业局 2019: words in cells, decisions among the items, 元 as 万元', () => {
    expect(found('2019-chongqing-rongchang-linyeju')).toEqual([
      'T2-01 增1423 | 整数，减少写负数',
      'T2-01 增52 | 整数，减少写负数',
      'T2-04 23600 万元 | 部门不超过 10000 万元',
      'T2-07 1844 | 421',
      'T2-07 70 | 18',
    ]);
  });

  it('会仪镇 2021: one request in its class, and none in the totals of its rows', () => {
    expect(found('2021-zhaotong-suijiang-huiyi-zhen')).toEqual(['T3-03 1 | 0', 'T3-03 1 | 0']);
  });

  it('汉阳区 2022: a blank for the 规章 in force', () => {
    expect(found('2022-wuhan-hanyang-zhengfubangongshi')).toEqual([
      'T2-05 1 格空白或者写了符号 | 0 格',
    ]);
  });

  it('金湖县 2023: a group of table four whose total is none of its cases', () => {
    expect(found('2023-huaian-jinhu-xian')).toEqual(['T4-01 3 | 0']);
  });

  it('the others: nothing, as far as their tables are known', () => {
    expect(found('2023-suqian-shi')).toEqual(ASKED(96));
    expect(found('2025-suqian-shuyang-xian')).toEqual(ASKED(36));
    expect(found('2024-huaian-hongze-qu')).toEqual([]);
    expect(found('2023-changchun-tuiyijunrenju')).toEqual([]);
    expect(found('2025-lianyungang-lianyun-qu')).toEqual([]);
  });
});
