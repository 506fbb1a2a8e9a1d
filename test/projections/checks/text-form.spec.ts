import type { CheckedReport } from '../../../projections/checks/check.js';
import { findingsOf } from '../../../projections/checks/checks.js';
import type { CheckId } from '../../../src/annual-reports/domain/checks.events.js';
import { DEFAULT_REPORT_RULES } from '../../../src/agencies/domain/report-rules.events.js';
import { checkedReport, reportWords } from '../../support/builders/checked-reports.js';

/** What one check says, both values of each finding. */
function found(id: CheckId, named: Partial<CheckedReport>): readonly string[] {
  return findingsOf(checkedReport(named))
    .filter((finding) => finding.id === id)
    .map(({ left, right }) => `${left} ≠ ${right}`);
}

const QUIET = { words: reportWords() };
const overview = (text: string) => ({ words: reportWords({ overview: text }) });
const GOVERNMENT = { name: '甲市乙局', shortName: '乙局', level: 'government' } as const;
const LABELS = ['一', '五', '六', '八'].map((item) => `第二十条第（${item}）项`);

describe('a report that says what it should', () => {
  it('has nothing found in it', () => {
    expect(findingsOf(checkedReport(QUIET))).toEqual([]);
  });
});

describe('F-01 六个部分的标题', () => {
  it('finds a heading in other words, and one that is not there', () => {
    const { parts } = QUIET.words;
    const other = parts.map((part, at) =>
      at === 4 ? { ...part, heading: '五、存在的问题和改进情况' } : part,
    );
    expect(found('F-01', { words: { ...QUIET.words, parts: other.slice(0, 5) } })).toEqual([
      '“五、存在的问题和改进情况” ≠ “五、存在的主要问题及改进情况”',
      '没有这个标题 ≠ “六、其他需要报告的事项”',
    ]);
  });

  it('finds headings in another order', () => {
    const parts = [...QUIET.words.parts].reverse();
    expect(found('F-01', { words: { ...QUIET.words, parts } })).toHaveLength(1);
  });
});

describe('F-02 引言的六部分', () => {
  it('finds another number, and a list that lacks a part', () => {
    const preamble = '本报告包括五部分：总体情况、主动公开政府信息情况、其他需要报告的事项。';
    expect(found('F-02', { words: reportWords({}, { preamble }) })).toEqual([
      '“五部分” ≠ “六个部分”',
      expect.stringMatching(/^引言列出 3 个部分，没有收到和处理/),
    ]);
  });

  it('is quiet of a preamble that counts nothing, and of one that lists all six', () => {
    expect(found('F-02', { words: reportWords({}, { preamble: '现公布本报告。' }) })).toEqual([]);
    const names = QUIET.words.parts.map(({ heading }) => heading.slice(2)).join('、');
    const preamble = `本报告由${names}六部分组成。`;
    expect(found('F-02', { words: reportWords({}, { preamble }) })).toEqual([]);
  });
});

describe('F-03 标题', () => {
  it('finds what is missing of name, year and 政府信息公开工作年度报告', () => {
    const title = ['2024年丙局', '政府信息公开年度报告'];
    expect(found('F-03', { words: reportWords({}, { title }) })).toEqual([
      '“2024年丙局政府信息公开年度报告” ≠ “甲市乙局”、“2025年”、“政府信息公开工作年度报告”',
    ]);
  });
});

describe('F-04 小标题编号', () => {
  it('finds a （4） after （三）, and a number that was left out', () => {
    expect(found('F-04', overview('（一）甲\n（二）乙\n（三）丙\n（4） 丁\n（五）戊'))).toEqual([
      '“（4）丁” ≠ 一、总体情况：（四）',
    ]);
    expect(found('F-04', overview('（一）甲\n（三）丙\n（四）丁'))).toHaveLength(1);
    expect(found('F-04', overview('（一）甲\n（一）乙'))).toHaveLength(1);
  });

  it('takes （1）（2） below a （一） for the lower level', () => {
    expect(found('F-04', overview('（一）甲\n（1）子\n（2）丑\n（二）乙\n（1）寅'))).toEqual([]);
  });
});

describe('F-06 条款号和行名, F-07 格式', () => {
  it('find a clause that lost its number, and the other form’s row', () => {
    const labels = ['第二十条第 项', ...LABELS.slice(1), '规章', '规范性文件'];
    expect(found('F-06', { labels })).toEqual(['没有这一行 ≠ “第二十条第（一）项”']);
    expect(found('F-07', { labels })).toEqual(['“规范性文件” ≠ “行政规范性文件”']);
  });

  it('are quiet of the form’s own labels, spaced or with other brackets, and of figures alone', () => {
    const labels = [...LABELS.map((label) => label.replace('（', '(')), '规 章', '行政规范性文件'];
    for (const id of ['F-06', 'F-07'] as const) {
      expect(found(id, { labels })).toEqual([]);
      expect(found(id, {})).toEqual([]);
    }
  });

  it('finds a form that is not that of the year', () => {
    const { form } = checkedReport();
    const other = { ...form, basis: '国办公开办函〔2019〕60号' };
    expect(found('F-07', { form: other })).toEqual([
      '国办公开办函〔2019〕60号 ≠ 国办公开办函〔2021〕30号',
    ]);
  });
});

describe('F-08 问题和改进', () => {
  it.each(['', '无。', '（本部分尚未起草。）'])('finds “%s”', (problems) => {
    expect(found('F-08', { words: reportWords({ problems }) })).toHaveLength(1);
  });

  it('finds problems without measures, and measures without problems', () => {
    const some = '公开栏目更新。'.repeat(10);
    expect(found('F-08', { words: reportWords({ problems: `${some}解读不及时。` }) })).toEqual([
      '第五部分没有写改进措施 ≠ 改进情况',
    ]);
    expect(found('F-08', { words: reportWords({ problems: `${some}下一步加强培训。` }) })).toEqual([
      '第五部分没有写问题 ≠ 存在的主要问题',
    ]);
  });
});

describe('F-13 人民政府的考核、评议、追责', () => {
  const text = '（五）监督保障：开展工作考核。';

  it('is asked of a government alone', () => {
    const { words } = overview(text);
    expect(found('F-13', { words, agency: GOVERNMENT })).toEqual([
      '第一部分没有说到社会评议、责任追究结果 ≠ 工作考核、社会评议、责任追究结果',
    ]);
    expect(found('F-13', { words })).toEqual([]);
    expect(found('F-13', { ...QUIET, agency: GOVERNMENT })).toEqual([]);
  });
});

describe('F-14 五项内容', () => {
  it('names the topics that are missing', () => {
    expect(found('F-14', overview('（一）主动公开\n（二）依申请公开\n（三）监督保障'))).toEqual([
      expect.stringMatching(/^第一部分没有说到政府信息管理、政府信息公开平台建设 /),
    ]);
  });
});

describe('F-16 字数', () => {
  const rules = { ...DEFAULT_REPORT_RULES, overviewCharactersMax: 100 };

  it('counts characters without spaces against the limit that was set', () => {
    expect(found('F-16', { ...overview('字 '.repeat(101)), rules })).toEqual(['101 字 ≠ 100 字']);
    expect(found('F-16', { ...overview('字 '.repeat(100)), rules })).toEqual([]);
    expect(found('F-16', overview('字'.repeat(9999)))).toEqual([]);
  });
});
