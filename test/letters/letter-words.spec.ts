import {
  LETTER_KINDS,
  isNumbered,
  type LetterKind,
} from '../../src/letters/domain/letter.events.js';
import { LETTER_NAMES, letterKindFrom } from '../../src/words/letters/letter-titles.js';
import { letterOf } from '../../src/words/letters/letter-of.js';
import { letterCase } from '../support/letters/letter-cases.js';
import { wordsOf } from '../support/letters/letter-words.js';

/** What each document must say beyond its frame, law to article, paragraph and item. */
const MUST: Readonly<Record<LetterKind, readonly string[]>> = {
  'registration-form': [
    ...['登记编号', '2026-12', '挂号', '2026年3月2日', '自然人', '张三', '330902199001011234'],
    ...['中标通知书', '答复期限', '2026年3月30日', '承办人', '李四'],
  ],
  receipt: ['第三十一条', '2026-12', '2026年3月2日', '中标通知书', '2026年3月30日', '凭登记编号'],
  'supplement-notice': [
    ...[
      '第二十九条第二款',
      '第三十条',
      '一次性告知',
      '（一）申请公开',
      '（二）请提供',
      '2026年3月23日前',
    ],
    ...['无正当理由逾期不补正', '视为放弃申请', '自本机关收到补正的申请之日起计算'],
  ],
  'reasons-notice': ['46件', '第三十五条', '2026年3月23日前', '说明理由', '不予处理'],
  'extension-notice': [
    ...['第三十三条第二款', '负责人王五同意', '延长20个工作日', '2026年4月28日', '档案数量较多'],
  ],
  'delay-notice': ['第三十五条', '2026年5月29日前答复'],
  'third-party-consultation': [
    ...[
      '第三十二条',
      '可能损害',
      '15个工作日内（2026年4月1日前）',
      '由本机关依照《条例》的规定决定',
    ],
    ...[
      '单价和主要材料供应商',
      '征求意见确认函',
      '□ 同意公开',
      '□ 不同意公开',
      '公开的理由',
      '签名或盖章',
    ],
  ],
  'consultation-notice': [
    '第三十二条',
    '第三方',
    '2026年3月10日',
    '不计算在答复期限内',
    '第三十三条第三款',
  ],
  'third-party-notice': ['第三十二条', '重大影响', '合同总价和工期', '财政资金'],
  'co-maker-consultation': [
    ...['第三十四条', '共同制作', '15个工作日内', '视为同意公开', '征求意见确认函', '□ 同意公开'],
  ],
  assistance: ['第三十三条第三款', '验收档案', '2026年3月16日前'],
  'fee-notice': [
    ...['第四十二条第一款', '国办函〔2020〕109号', '第四条', '按件', '每件100元', '36件', '3200元'],
    ...['财政专窗', '次日起20个工作日内', '2026年4月14日前', '视为放弃申请'],
  ],
  grant: ['第三十六条第（二）项', '现予以公开', '附件：1.中标通知书复印件', '3.竣工验收报告复印件'],
  'partial-grant': [
    ...[
      '第三十七条',
      '第三十六条第（二）项、第（三）项',
      '一、予以公开的内容',
      '二、不予公开的内容',
    ],
    ...['三、不予公开的理由', '商业秘密'],
  ],
  denial: ['第十五条、第三十二条', '第三十六条第（三）项', '不予公开', '理由如下'],
  'not-existing': ['第三十六条第（四）项', '检索情况', '合同台账', '不存在'],
  'not-responsible': [
    ...['第十条第一款', '第三十六条第（五）项', '住房和城乡建设局', '联系方式：0580-2000001'],
  ],
  'need-creation': ['第三十八条', '加工、分析', '不予提供'],
  unclear: ['第三十条', '2026年3月5日告知你补正', '2026年3月18日收到补正', '仍不明确'],
  'not-a-request': ['第三十九条第一款', '不作为政府信息公开申请处理', '12345'],
  publication: ['第三十九条第二款', '公开出版物', '舟山市图书馆'],
  repeat: ['第三十六条第（六）项', '2025年11月20日', '〔2025〕31号', '不予重复处理'],
  'mass-repeat': ['第三十五条', '46件', '2026年3月5日要求你说明理由', '不合理', '不予处理'],
  reconfirm: ['第二条', '国办公开办函〔2021〕30号', '重新加盖印章'],
  'admin-query': ['第三十六条第（七）项', '《不动产登记暂行条例》第二十七条', '查询窗口'],
  'lapse-supplement': ['第三十条', '2026年3月23日前补正', '视为放弃申请', '不再处理'],
  'lapse-payment': [
    ...[
      '第四十二条第一款',
      '国办函〔2020〕109号',
      '3200元',
      '2026年4月8日',
      '视为放弃申请',
      '不再处理',
    ],
  ],
  termination: ['2026年3月20日书面撤回', '终止办理'],
  'service-record': [
    '〔2026〕12号',
    '张三',
    '送达地点',
    '送达方式',
    '邮件号',
    '交邮日期',
    '签收日期',
    '送达人',
  ],
  'review-sheet': [
    ...['拟公开信息', '公开属性', '依据', '承办人', '公开审查', '保密审查', '法制审核', '签批'],
    ...['同意　赵六\n2026年3月20日', '同意　王五\n2026年3月25日', '（一）予以公开', '第36条'],
  ],
};

/** Those that answer the applicant, and so say what may be done against them. */
const REPLIES = LETTER_KINDS.slice(
  LETTER_KINDS.indexOf('grant'),
  LETTER_KINDS.indexOf('termination'),
);
const CONSULTATIONS: readonly LetterKind[] = [
  'third-party-consultation',
  'third-party-notice',
  'co-maker-consultation',
  'assistance',
];
const FORMS: readonly LetterKind[] = ['registration-form', 'service-record', 'review-sheet'];
const words = (kind: LetterKind, change = {}) => wordsOf(letterOf(letterCase(kind, change)));

describe('letterOf 文书', () => {
  it.each(LETTER_KINDS)('%s says what it must', (kind) => {
    const said = words(kind).replaceAll('\n', '');
    for (const part of MUST[kind]) expect(said).toContain(part.replaceAll('\n', ''));
    expect(said).not.toMatch(/undefined|null|NaN|\[object|。。|；。|，。|，，/);
  });

  it.each(LETTER_KINDS)(
    '%s has organ and kind as its title, and its number if it carries one',
    (kind) => {
      const { sheets } = letterOf(letterCase(kind));
      expect(sheets[0].title[0]).toBe('舟山市定海区机关事务管理中心');
      expect(sheets[0].title).toHaveLength(2);
      expect(sheets[0].documentNumber === null).toBe(!isNumbered(kind));
    },
  );

  it.each(LETTER_KINDS.filter((kind) => !FORMS.includes(kind)))(
    '%s is addressed, signed, dated, and says whom to ask',
    (kind) => {
      const [first] = letterOf(letterCase(kind)).sheets;
      expect(first.addressee).not.toBe('');
      expect(first.signature).toStrictEqual({
        agency: '舟山市定海区机关事务管理中心',
        date: '2026年3月26日',
      });
      expect(first.note).toContain('联系电话：0580-2000000');
    },
  );

  it.each(REPLIES)('%s repeats the request and names a remedy', (kind) => {
    const said = words(kind);
    expect(said).toContain('于2026年3月2日收到你提出的政府信息公开申请（登记编号：2026-12）');
    expect(said).toMatch(/申请行政复议.*提起行政诉讼/s);
  });

  it.each(CONSULTATIONS)('%s does not tell who asked', (kind) => {
    expect(words(kind)).not.toContain('张三');
  });

  it('tells the applicant of a consultation, but not whom', () => {
    expect(words('consultation-notice', { addressee: '某某公司' })).not.toContain('某某公司');
  });

  it('says 你单位 to an organisation', () => {
    const facts = letterCase('denial');
    const request = { ...facts.request, applicantKind: 'business' } as const;
    const said = wordsOf(letterOf({ ...facts, request }));
    expect(said).toContain('收到你单位提出的');
    expect(said.replaceAll('你单位', '')).not.toContain('你');
  });

  it('cites item （一） when the information was published already', () => {
    const { said, ...facts } = letterCase('grant', { obtain: '本机关网站“政策文件”栏目' });
    const { content: _content, ...published } = said;
    const answer = wordsOf(letterOf({ ...facts, said: published }));
    expect(answer).toContain('已经主动公开');
    expect(answer).toContain('第三十六条第（一）项');
    expect(answer).toContain('获取该政府信息的方式、途径：本机关网站“政策文件”栏目。');
  });

  it.each([
    ['denied_state_secret', '第十四条'],
    ['denied_law_forbidden', '第十四条'],
    ['denied_security_stability', '第十四条'],
    ['denied_third_party', '第十五条、第三十二条'],
    ['denied_internal_affairs', '第十六条第一款'],
    ['denied_process_info', '第十六条第二款'],
    ['denied_enforcement_file', '第十六条第二款'],
  ] as const)('rests %s on %s', (outcome, article) => {
    const facts = letterCase('denial');
    const request = { ...facts.request, outcome };
    expect(wordsOf(letterOf({ ...facts, request }))).toContain(
      `》）${article}和第三十六条第（三）项`,
    );
  });

  it('counts pages by the other article and its own rates', () => {
    const said = words('fee-notice', { feeMethod: 'per-page', quantity: '101', amount: '720' });
    expect(said).toContain('第五条');
    expect(said).toContain('101页，应缴720元');
  });

  it('marks a due date that rests on a calendar to come', () => {
    const facts = letterCase('receipt');
    const request = { ...facts.request, provisional: true };
    expect(wordsOf(letterOf({ ...facts, request }))).toContain('2026年3月30日（待节假日安排公布）');
  });

  it('numbers the matters to supplement only where there are several without numbers', () => {
    expect(words('supplement-notice', { matters: '请写明文号' })).not.toContain('（一）');
    expect(words('supplement-notice', { matters: '1.甲\n2.乙' })).not.toContain('（一）');
    const eleven = Array.from({ length: 11 }, () => '写明').join('\n');
    expect(words('supplement-notice', { matters: eleven })).toContain('（十一）写明');
  });

  it('names characters that no page can show instead of hiding them', () => {
    const said = words('denial', { reasons: '甲\u202e乙\u0007丙\u200b丁\ud800戊\tA' });
    expect(said).toContain('甲[U+202E]乙[U+0007]丙[U+200B]丁[U+D800]戊 A');
  });
});

describe('letterKindFrom 文种', () => {
  it('knows each document by its identifier and by its name, with any brackets', () => {
    for (const kind of LETTER_KINDS) {
      expect([kind, letterKindFrom(kind), letterKindFrom(LETTER_NAMES[kind])]).toStrictEqual([
        kind,
        kind,
        kind,
      ]);
    }
    expect(letterKindFrom('答复书(部分公开)')).toBe('partial-grant');
    expect(letterKindFrom('答复书')).toBeUndefined();
  });
});
