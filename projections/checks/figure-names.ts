import { APPEAL_KINDS } from '../../src/appeals/domain/appeal.events.js';
import { OUTCOMES, type Outcome } from '../../src/requests/domain/request.events.js';

/** What a figure of the prose counts, by the words that name it. */
export type FigureName = Readonly<{
  label: string;
  named: RegExp;
  /** Sums of cells, any of which the figure may be; the first is what the words mean. */
  sums: readonly (readonly string[])[];
}>;

const total = (row: string): string => `table3.${row}.total`;
const group = (prefix: string): readonly string[] =>
  OUTCOMES.filter((outcome) => outcome.startsWith(prefix)).map(total);

const NEW = [total('new_received')];
// 2019 试行 has one row in the place of the three.
const OTHER = [...group('other_'), total('other_single')];
const TO_HANDLE = [total('new_received'), total('carried_in')];
const DONE = [total('total')];
const REVIEWS = ['table4.review.total'];
const LAWSUITS = APPEAL_KINDS.filter((kind) => kind !== 'review').map(
  (kind) => `table4.${kind}.total`,
);

const row = (label: string, outcome: Outcome, named: RegExp): FigureName => ({
  label,
  named,
  sums: [[total(outcome)]],
});
const documents = (figure: string, label: string, verb: string): readonly FigureName[] =>
  (
    [
      ['行政规范性文件', 'normative_documents', '规范性文件'],
      ['规章', 'regulations', '规章'],
    ] as const
  ).map(([name, kind, noun]) => ({
    label: `${name}${label}`,
    named: new RegExp(`(?:${verb})[^、]*${noun}|${noun}[^、]*(?:${verb})`),
    sums: [[`table2.${kind}.${figure}`]],
  }));

/**
 * The figures that reports repeat in words. The first that fits counts, so what is said more exactly
 * stands before what is part of it: 未办结 before 办结, 部分公开 before 公开.
 */
export const FIGURE_NAMES: readonly FigureName[] = [
  {
    label: '结转下年度',
    named: /结转(?:至|到|下|\d{4}年(?=继续))|下年度继续|未办结|尚未办结|正在办理/,
    sums: [[total('carried_out')]],
  },
  {
    label: '上年结转',
    named: /(?:上|前)一?(?:年|年度).{0,4}结转|结转上/,
    sums: [[total('carried_in')]],
  },
  ...documents('made', '制发', '制发|制定|出台|印发|新增'),
  ...documents('repealed', '废止', '废止|失效'),
  ...documents('valid', '现行有效', '现行有效'),
  { label: '行政许可', named: /行政许可/, sums: [['table2.licensing']] },
  { label: '行政处罚', named: /行政处罚/, sums: [['table2.punishment']] },
  { label: '行政强制', named: /行政强制/, sums: [['table2.coercion']] },
  { label: '行政复议、行政诉讼', named: /复议.{0,8}诉讼/, sums: [[...REVIEWS, ...LAWSUITS]] },
  { label: '行政复议', named: /复议(?!后)/, sums: [REVIEWS] },
  { label: '行政诉讼', named: /诉讼/, sums: [LAWSUITS] },
  row('属于国家秘密', 'denied_state_secret', /国家秘密/),
  row('其他法律行政法规禁止公开', 'denied_law_forbidden', /法规禁止公开/),
  row('危及“三安全一稳定”', 'denied_security_stability', /三安全一稳定/),
  row('保护第三方合法权益', 'denied_third_party', /第三方/),
  row('属于三类内部事务信息', 'denied_internal_affairs', /内部事务/),
  row('属于四类过程性信息', 'denied_process_info', /过程性信息/),
  row('属于行政执法案卷', 'denied_enforcement_file', /行政执法案卷/),
  row('属于行政查询事项', 'denied_admin_query', /行政查询/),
  row('本机关不掌握相关政府信息', 'unable_not_held', /不掌握/),
  row('没有现成信息需要另行制作', 'unable_need_creation', /没有现成|另行制作/),
  row('补正后申请内容仍不明确', 'unable_unclear', /补正后.*不明确/),
  row('信访举报投诉类申请', 'reject_petition', /信访/),
  row('重复申请', 'reject_repeat', /重复申请/),
  row('要求提供公开出版物', 'reject_publication', /公开出版物/),
  row('无正当理由大量反复申请', 'reject_mass_repeat', /大量反复/),
  row('要求行政机关确认或重新出具已获取信息', 'reject_reconfirm', /重新出具/),
  row('逾期不补正', 'other_no_correction', /逾期不补正|逾期未补正/),
  row('逾期未缴费', 'other_no_payment', /逾期.*缴/),
  {
    label: '予以公开和部分公开',
    named: /予以公开[^不]{0,5}部分公开/,
    sums: [[total('granted'), total('partly_granted')]],
  },
  { label: '部分公开', named: /部分公开/, sums: [[total('partly_granted')]] },
  { label: '不予公开', named: /不予公开/, sums: [group('denied_')] },
  { label: '予以公开', named: /予以公开/, sums: [[total('granted')]] },
  { label: '无法提供', named: /无法提供/, sums: [group('unable_')] },
  { label: '不予处理', named: /不予处理/, sums: [group('reject_')] },
  { label: '其他处理', named: /其他处理/, sums: [OTHER] },
  // Some agencies 受理 what is new and what was carried in: no mistake, so either is right.
  { label: '新收', named: /新收/, sums: [NEW] },
  {
    label: '收到',
    named: /(?:收到|受理|收办|接收).*申请|申请.*(?:收到|受理)|^(?:共|全年)?(?:受理|收办)/,
    sums: [NEW, TO_HANDLE],
  },
  { label: '办结', named: /办结|答复|办理完毕/, sums: [DONE] },
];
