import {
  APPLICANT_KINDS,
  CHANNELS,
  OUTCOMES,
  SERVICE_WAYS,
  type ApplicantKind,
  type Channel,
  type Outcome,
  type ServiceWay,
} from './request.events.js';
import { REQUEST_STEPS, type RequestStep } from './request-steps.js';

/** One result row of table three as the form prints it, and the article the answer rests on. */
type OutcomeRow = Readonly<{ group: string; label: string; article: string }>;

/**
 * The 21 result rows of 国办公开办函〔2021〕30号, verbatim. The form cites no articles; they are inferred
 * from the matching wording of 《条例》(2019).
 */
export const OUTCOME_ROWS: Readonly<Record<Outcome, OutcomeRow>> = {
  granted: { group: '', label: '（一）予以公开', article: '第36条第（一）、（二）项' },
  partly_granted: {
    group: '',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    article: '第37条',
  },
  denied_state_secret: { group: '（三）不予公开', label: '1.属于国家秘密', article: '第14条' },
  denied_law_forbidden: {
    group: '（三）不予公开',
    label: '2.其他法律行政法规禁止公开',
    article: '第14条',
  },
  denied_security_stability: {
    group: '（三）不予公开',
    label: '3.危及“三安全一稳定”',
    article: '第14条',
  },
  denied_third_party: {
    group: '（三）不予公开',
    label: '4.保护第三方合法权益',
    article: '第15、32条',
  },
  denied_internal_affairs: {
    group: '（三）不予公开',
    label: '5.属于三类内部事务信息',
    article: '第16条第1款',
  },
  denied_process_info: {
    group: '（三）不予公开',
    label: '6.属于四类过程性信息',
    article: '第16条第2款',
  },
  denied_enforcement_file: {
    group: '（三）不予公开',
    label: '7.属于行政执法案卷',
    article: '第16条第2款',
  },
  denied_admin_query: {
    group: '（三）不予公开',
    label: '8.属于行政查询事项',
    article: '第36条第（七）项',
  },
  unable_not_held: {
    group: '（四）无法提供',
    label: '1.本机关不掌握相关政府信息',
    article: '第36条第（四）、（五）项',
  },
  unable_need_creation: {
    group: '（四）无法提供',
    label: '2.没有现成信息需要另行制作',
    article: '第38条',
  },
  unable_unclear: {
    group: '（四）无法提供',
    label: '3.补正后申请内容仍不明确',
    article: '第30条',
  },
  reject_petition: {
    group: '（五）不予处理',
    label: '1.信访举报投诉类申请',
    article: '第39条第1款',
  },
  reject_repeat: { group: '（五）不予处理', label: '2.重复申请', article: '第36条第（六）项' },
  reject_publication: {
    group: '（五）不予处理',
    label: '3.要求提供公开出版物',
    article: '第39条第2款',
  },
  reject_mass_repeat: {
    group: '（五）不予处理',
    label: '4.无正当理由大量反复申请',
    article: '第35条',
  },
  reject_reconfirm: {
    group: '（五）不予处理',
    label: '5.要求行政机关确认或重新出具已获取信息',
    article: '第36条',
  },
  other_no_correction: {
    group: '（六）其他处理',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    article: '第30条',
  },
  other_no_payment: {
    group: '（六）其他处理',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    article: '第42条',
  },
  other_misc: { group: '（六）其他处理', label: '3.其他', article: '第45条' },
};

export const APPLICANT_LABELS: Readonly<Record<ApplicantKind, string>> = {
  natural: '自然人',
  business: '商业企业',
  research: '科研机构',
  ngo: '社会公益组织',
  legal: '法律服务机构',
  other: '其他',
};

/** 申请人类型 by other words of old registers, those that can mean only one kind. */
const APPLICANT_WORDS: Readonly<Partial<Record<ApplicantKind, readonly string[]>>> = {
  natural: ['公民', '个人', '公民个人'],
  business: ['企业', '公司'],
  research: ['科研院所'],
  legal: ['律师事务所'],
};

export const CHANNEL_LABELS: Readonly<Record<Channel, readonly string[]>> = {
  counter: ['当面', '现场', '当面提交'],
  letter: ['信函', '平信', '邮寄'],
  'registered-mail': ['挂号', '挂号信', 'EMS', 'EMS挂号'],
  website: ['网站', '网络', '网上', '互联网'],
  email: ['电子邮件', '邮件', '邮箱'],
  fax: ['传真'],
  oral: ['口头'],
  other: ['其他'],
};

/** 送达方式. */
export const SERVICE_WAY_LABELS: Readonly<Record<ServiceWay, readonly [string, ...string[]]>> = {
  direct: ['直接送达', '直接', '当面'],
  entrusted: ['委托其他行政机关代为送达', '委托送达', '委托'],
  mail: ['邮寄送达', '邮寄'],
  electronic: ['按申请人要求的电子方式', '电子送达', '电子'],
  unrecorded: ['没有记载'],
};

/** The steps of a request that can be voided. */
export const REQUEST_STEP_LABELS: Readonly<Record<RequestStep, string>> = {
  registration: '申请',
  decision: '答复',
  service: '送达',
  withdrawal: '撤回',
  merger: '并案',
  supplement: '告知补正',
  'supplement-receipt': '收到补正',
  assignment: '分办',
  consultation: '征求意见',
  opinion: '收到意见',
  reasons: '要求说明理由',
  delay: '延迟答复',
  extension: '延期',
  fee: '收费通知',
  payment: '缴费',
  review: '审查意见',
  redecision: '重新答复',
  publication: '转为主动公开',
  archiving: '归档',
};

/**
 * A result as a clerk writes it: the key, the row's label with or without its numbers, group and
 * remark, with whichever quotation marks and brackets her keyboard gives. Undefined when no row is
 * meant.
 */
export function outcomeFromText(text: string): Outcome | undefined {
  const wanted = bare(text);
  return OUTCOMES.find((outcome) => {
    const { group, label } = OUTCOME_ROWS[outcome];
    return [outcome, bare(label), bare(group + label)].includes(wanted);
  });
}

/** The words alone: no numbering, no brackets' content, no punctuation, no spaces. */
function bare(text: string): string {
  return text
    .replace(/[(（][^)）]*[)）]/g, '')
    .replace(/\d+\s*[.．、]/g, '')
    .replace(/[\s“”"'‘’「」、，,：:\-—]/g, '');
}

/** A channel by its identifier or one of its names. */
export function channelFrom(word: string): Channel | undefined {
  return CHANNELS.find((channel) => channel === word || CHANNEL_LABELS[channel].includes(word));
}

/** 申请人类型 as a clerk writes it, with or without the group: 法人或其他组织/商业企业. */
export function applicantKindFrom(word: string): ApplicantKind | undefined {
  const last = word.split(/[/-]/).at(-1)?.trim();
  if (last === undefined) return undefined;
  return APPLICANT_KINDS.find((kind) => {
    const words = [APPLICANT_LABELS[kind], ...(APPLICANT_WORDS[kind] ?? [])];
    return kind === word || words.includes(last);
  });
}

export function serviceWayFrom(word: string): ServiceWay | undefined {
  return SERVICE_WAYS.find((way) => way === word || SERVICE_WAY_LABELS[way].includes(word));
}

export function requestStepFrom(word: string): RequestStep | undefined {
  return REQUEST_STEPS.find((step) => step === word || REQUEST_STEP_LABELS[step] === word);
}
