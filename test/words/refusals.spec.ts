import { OUTCOME_ROWS } from '../../src/requests/domain/outcome-labels.js';
import { OUTCOMES } from '../../src/requests/domain/request.events.js';
import { REFUSAL_WORDS, refusalWords, type RefusalCode } from '../../src/words/refusals.zh-CN.js';
import { problemWords } from '../../src/words/row-problems.js';
import { REFUSED } from '../support/builders/refusals.js';

/** Commands, cells and formats of files, as a person would type them. */
const TYPED = new RegExp(
  'gongkai (?:init --name|register|step confirm|correct(?:-appeal|-document)?|recount|rename|' +
    'void --step|draft|check|override|file|close|letter list|place|init|rollup)|' +
    '--(?:year|agency|rollup)|JSON|' +
    'table3[.]\\w+(?:[.]total)?|' +
    'PDF|OFD|JPG|PNG|Word|Excel|MB|[.](?:docx|xlsx)',
  'g',
);

describe('refusal words 不予受理的说明', () => {
  it.each(Object.entries(REFUSED))('say in Chinese what %s means', (code, refusal) => {
    expect(refusal.refused).toBe(code);
    const words = refusalWords(refusal);
    expect(words).toMatch(/^.*\p{Script=Han}.*。$/u);
    expect(words).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
    // Identifiers never reach a clerk; some sentences quote what to type.
    const typed = words.replace(TYPED, '');
    expect(typed).not.toMatch(/[a-z]{2}/i);
    expect(refusal.basis).toMatch(
      /^(?:《条例》第|《个人信息保护法》第|国办(?:公开办)?函〔|年度报告格式|台账规则：)/,
    );
  });

  it('use every fact that a refusal brings, and need none that it does not', () => {
    for (const [code, { facts = {} }] of Object.entries(REFUSED)) {
      const named = [...REFUSAL_WORDS[code as RefusalCode].matchAll(/\{(\w+)\}/g)].map(
        ([, it]) => it,
      );
      expect([code, named.sort()]).toStrictEqual([code, Object.keys(facts).sort()]);
    }
  });

  it.each([
    [REFUSED['request/date-in-future'], '日期 2025-07-01 晚于今天 2025-06-30，还没有发生的事'],
    [REFUSED['request/served-before-decided'], '送达日期 2025-03-16 早于答复日期 2025-03-17，'],
    [REFUSED['request/already-closed'], '这件申请已于 2025-03-10 办结（3.其他），不能再办理；'],
    [REFUSED['request/already-decided'], '这件申请已经作出答复（（一）予以公开），不能再作一次；'],
    [REFUSED['request/correction-of-nothing'], '“答复日期”还没有登记，无从更正，请先登记。'],
    [REFUSED['request/correction-out-of-order'], '更正后“收到日期”的先后顺序不成立：'],
    [REFUSED['appeal/already-concluded'], '这件案件已于 2025-04-30 审结（其他结果），'],
    [REFUSED['count/already-reported'], '2025-03 的这个类别已经上报为 12，'],
    [
      REFUSED['annual-report/year-not-covered'],
      '2018 年度的报告用的是 2019 年以前的格式，本程序只编制 2019 年度',
    ],
    [REFUSED['annual-report/unknown-figure'], '报告文字引用的数字“甲数、乙数”台账里没有，'],
  ])('name figures, dates and rows as the form does', ({ ...refusal }, beginning) => {
    expect(refusalWords(refusal).startsWith(beginning)).toBe(true);
  });

  it.each(OUTCOMES)('call the result %s by its row of the form', (outcome) => {
    const refusal = { refused: 'request/already-decided', basis: '', facts: { outcome } };
    expect(refusalWords(refusal)).toContain(`（${OUTCOME_ROWS[outcome].label}）`);
  });

  it.each([
    'receivedOn',
    'decidedOn',
    'servedOn',
    'withdrawnOn',
    'outcome',
    'applicantKind',
    'channel',
  ])('call the field %s by its Chinese name', (field) => {
    const refusal = { refused: 'request/correction-of-nothing', basis: '', facts: { field } };
    expect(refusalWords(refusal)).toMatch(/^“\p{Script=Han}+”还没有登记/u);
  });

  it('leave alone what they do not know: a later code, a name that only looks known', () => {
    expect(refusalWords({ refused: 'request/unheard', basis: '' })).toBe('request/unheard');
    const names = { names: 'constructor' };
    expect(refusalWords({ ...REFUSED['annual-report/unknown-figure'], facts: names })).toContain(
      '“constructor”',
    );
  });
});

describe('problemWords 导入问题', () => {
  it('word a refused row with its basis', () => {
    const why = REFUSED['document/already-repealed'];
    expect(problemWords({ line: 7, column: '废止日期', why })).toStrictEqual({
      line: 7,
      column: '废止日期',
      code: 'document/already-repealed',
      reason: '这份文件已于 2025-04-30 废止，不能再登记废止。',
      basis: '台账规则：一个文号登记一份文件，事实只增不改',
    });
  });

  it('hand on what could not even be read', () => {
    const why = { code: 'row/missing', reason: '「案号」没有填写' } as const;
    expect(problemWords({ line: 2, column: '案号', why })).toStrictEqual({
      line: 2,
      column: '案号',
      code: 'row/missing',
      reason: '「案号」没有填写',
      basis: '导入格式',
    });
  });
});
