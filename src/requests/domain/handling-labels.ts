import { REVIEWS, type Review } from '../../agencies/domain/procedure-rules.events.js';
import {
  CONSULTED_PARTIES,
  CONTACT_WAYS,
  FEE_METHODS,
  OPINIONS,
  REASONS_FOUND,
  SUPPLEMENT_GROUNDS,
  type ConsultedParty,
  type ContactWay,
  type FeeMethod,
  type Opinion,
  type ReasonsFound,
  type SupplementGround,
} from './handling.events.js';
import { CARRIERS, type Carrier } from './reply.rules.js';
import {
  NOT_HELD_BECAUSE,
  REDECISION_ORDERERS,
  type NotHeldBecause,
  type RedecisionOrderer,
} from './request.events.js';
import type { RequestStatus } from './request-status.js';

/** 办理状态, as the procedure is drawn. */
export const REQUEST_STATUS_LABELS: Readonly<Record<RequestStatus, string>> = {
  'awaiting-confirmation': '待确认收到',
  registered: '已登记',
  'awaiting-supplement': '待补正',
  handling: '办理中',
  'consulting-third-party': '征求第三方意见',
  'consulting-organ': '征求其他机关意见',
  'awaiting-reasons': '待说明理由',
  'awaiting-payment': '待缴费',
  'awaiting-service': '待送达',
  closed: '已办结',
  'lapsed-supplement': '视为放弃（逾期不补正）',
  'lapsed-payment': '视为放弃（逾期未缴费）',
  ended: '已终结（撤回、并案或者其他）',
  redeciding: '重新答复中',
  'awaiting-redecision-service': '重新答复待送达',
  archived: '已归档',
  voided: '已作废',
};

/** The first is what is printed; a clerk may write any. */
type Words<Choice extends string> = Readonly<Record<Choice, readonly [string, ...string[]]>>;

export const CONTACT_WAY_LABELS: Words<ContactWay> = {
  phone: ['电话'],
  email: ['电子邮件', '邮件'],
  sms: ['短信'],
  letter: ['信函', '书面'],
  'in-person': ['当面'],
  system: ['系统', '系统回执'],
  other: ['其他'],
};

export const SUPPLEMENT_GROUND_LABELS: Words<SupplementGround> = {
  identity: ['身份', '身份证明', '联系方式'],
  description: ['内容', '内容不明确'],
  form: ['形式要求', '形式'],
  mandate: ['委托书', '缺少委托书'],
};

export const CONSULTED_PARTY_LABELS: Words<ConsultedParty> = {
  'third-party': ['第三方'],
  'co-maker': ['共同制作机关'],
  organ: ['其他机关'],
};

export const OPINION_LABELS: Words<Opinion> = {
  consents: ['同意公开', '同意'],
  objects: ['不同意公开', '不同意'],
  silent: ['逾期未答复', '未答复'],
};

export const REASONS_FOUND_LABELS: Words<ReasonsFound> = {
  reasonable: ['合理', '理由合理'],
  unreasonable: ['不合理', '理由不合理'],
  none: ['未说明', '没有说明'],
};

export const FEE_METHOD_LABELS: Words<FeeMethod> = {
  'per-item': ['按件'],
  'per-page': ['按量', '按页'],
};

export const REVIEW_LABELS: Words<Review> = {
  disclosure: ['公开审查'],
  secrecy: ['保密审查'],
  legal: ['法制审核'],
  'sign-off': ['签批'],
};

export const REVIEW_OPINIONS = ['agrees', 'objects'] as const;
export type ReviewOpinion = (typeof REVIEW_OPINIONS)[number];

export const REVIEW_OPINION_LABELS: Words<ReviewOpinion> = {
  agrees: ['同意'],
  objects: ['不同意'],
};

export const NOT_HELD_LABELS: Words<NotHeldBecause> = {
  'not-existing': ['不存在', '信息不存在'],
  'not-responsible': ['不属于本机关负责', '非本机关负责'],
};

export const CARRIER_LABELS: Words<Carrier> = {
  post: ['邮政', 'EMS'],
  courier: ['快递', '快递公司'],
};

export const REDECISION_ORDERER_LABELS: Words<RedecisionOrderer> = {
  reconsideration: ['复议机关', '复议'],
  court: ['法院', '判决'],
};

/** What is printed of each. */
export function firstWords<Choice extends string>(words: Words<Choice>): readonly string[] {
  return Object.values<readonly [string, ...string[]]>(words).map(([first]) => first);
}

export const contactWayFrom = among(CONTACT_WAYS, CONTACT_WAY_LABELS);
export const supplementGroundFrom = among(SUPPLEMENT_GROUNDS, SUPPLEMENT_GROUND_LABELS);
export const consultedPartyFrom = among(CONSULTED_PARTIES, CONSULTED_PARTY_LABELS);
export const opinionFrom = among(OPINIONS, OPINION_LABELS);
export const reasonsFoundFrom = among(REASONS_FOUND, REASONS_FOUND_LABELS);
export const feeMethodFrom = among(FEE_METHODS, FEE_METHOD_LABELS);
export const reviewFrom = among(REVIEWS, REVIEW_LABELS);
export const reviewOpinionFrom = among(REVIEW_OPINIONS, REVIEW_OPINION_LABELS);
export const notHeldFrom = among(NOT_HELD_BECAUSE, NOT_HELD_LABELS);
export const carrierFrom = among(CARRIERS, CARRIER_LABELS);
export const redecisionOrdererFrom = among(REDECISION_ORDERERS, REDECISION_ORDERER_LABELS);

/** One of a list by its identifier or one of its words; undefined for a word it does not know. */
function among<Choice extends string>(
  choices: readonly Choice[],
  words: Words<Choice>,
): (word: string) => Choice | undefined {
  return (word) => choices.find((choice) => choice === word || words[choice].includes(word));
}
