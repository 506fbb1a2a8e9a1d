import { OUTCOME_WORDS } from '../labels.zh-CN';
import type { Choice } from '../parts/fields';
import { MATTER_WORDS } from '../parts/sign-off';

function among(words: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** 申请人类别, in the words of the desk; the form's own word stands in brackets. */
const APPLICANT_WORDS = {
  natural: '个人（自然人）',
  business: '公司、企业（商业企业）',
  research: '高校、研究院所（科研机构）',
  ngo: '社团、基金会（社会公益组织）',
  legal: '律师事务所（法律服务机构）',
  other: '其他单位（其他）',
} as const;

const CHANNEL_WORDS = {
  counter: '当面提交',
  website: '网站',
  'registered-mail': '挂号信、EMS',
  letter: '平信',
  email: '电子邮件',
  fax: '传真',
  oral: '口头',
  other: '其他',
} as const;

export const PARTY_WORDS = {
  'third-party': '第三方',
  'co-maker': '共同制作机关',
  organ: '其他机关',
} as const;

export const OPINION_WORDS = {
  consents: '同意公开',
  objects: '不同意公开',
  silent: '逾期未答复',
} as const;

export const APPLICANTS = among(APPLICANT_WORDS);
export const CHANNELS = among(CHANNEL_WORDS);
export const PARTIES = among(PARTY_WORDS);
export const OPINIONS = among(OPINION_WORDS);

export const OUTCOMES: readonly Choice[] = Object.entries(OUTCOME_WORDS).map(
  ([value, { group, label }]) => ({ value, label, group }),
);

export const CONTACT_WAYS = among({
  phone: '电话',
  email: '电子邮件',
  sms: '短信',
  letter: '信函',
  'in-person': '当面',
  system: '系统回执',
  other: '其他',
});

export const GROUNDS = among({
  identity: '身份证明、联系方式不全',
  description: '所需信息说得不明确',
  form: '形式要求不明确',
  mandate: '缺少委托书',
});

export const REASONS_FOUND = among({
  reasonable: '合理',
  unreasonable: '不合理',
  none: '没有说明',
});

export const FEE_METHODS = among({ 'per-item': '按件', 'per-page': '按量（页）' });

export const REVIEWS = among({
  disclosure: '公开审查',
  secrecy: '保密审查',
  legal: '法制审核',
  'sign-off': '签批',
});

export const MATTERS = among(MATTER_WORDS);
export const REVIEW_OPINIONS = among({ agrees: '同意', objects: '不同意' });

export const NOT_HELD = among({
  'not-existing': '信息不存在',
  'not-responsible': '不属于本机关负责公开',
});

export const SERVICE_WAYS = among({
  direct: '直接送达',
  mail: '邮寄送达',
  electronic: '按申请人要求的电子方式',
  entrusted: '委托其他行政机关代为送达',
});

export const CARRIERS = among({ post: '邮政、EMS', courier: '快递公司（不算送达）' });

export const ORDERERS = among({ reconsideration: '复议机关', court: '法院' });

export const APPEAL_KINDS = among({
  review: '行政复议',
  litigation_direct: '行政诉讼：未经复议直接起诉',
  litigation_after_review: '行政诉讼：复议后起诉',
});

export const APPEAL_OUTCOMES = among({
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
});

export const DOCUMENT_KINDS = among({
  regulations: '规章',
  normative_documents: '行政规范性文件',
});

/** The word of a choice, or the code itself where a newer server knows another. */
export function wordOf(choices: readonly Choice[], value: string | null): string {
  return choices.find((choice) => choice.value === value)?.label ?? value ?? '—';
}
