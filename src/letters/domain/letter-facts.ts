import type { LocalDate } from '../../kernel/local-date.js';
import type { DisclosureOffice } from '../../agencies/domain/agency.events.js';
import type { LetterRules } from '../../agencies/domain/letter-rules.events.js';
import type { Consultation } from '../../requests/domain/handling.facts.js';
import type { RequestFacts } from '../../requests/domain/request.facts.js';
import type { LetterKind } from './letter.events.js';

/**
 * What a document says in words: taken from what the ledger keeps of the request, and for the rest
 * given with the document.
 */
export const LETTER_WORDS = [
  'applicant', // 申请人
  'idNumber', // 证件号码
  'contact', // 联系方式
  'address', // 通信地址
  'agent', // 代理人
  'description', // 所需信息
  'provision', // 形式要求
  'addressee', // 受文者: the third party or the other organ
  'matter', // 征求意见的内容, or what is asked of another organ
  'matters', // 补正事项
  'respondBy', // 期限届满日
  'circumstances', // 数量、频次情况
  'reasons', // 理由
  'content', // 答复的内容
  'obtain', // 获取方式、途径
  'withheld', // 不予公开的部分
  'law', // 所依据的法律、行政法规
  'search', // 检索情况
  'organ', // 负责公开的机关
  'organContact', // 负责公开的机关的联系方式
  'channelTo', // 办理途径
  'earlierNumber', // 原答复文号
  'earlierOn', // 原答复日期
  'workingDays', // 延长的工作日数
  'approvedBy', // 批准人
  'extendedTo', // 延期后的答复期限
  'delayedUntil', // 延迟答复的期限
  'feeMethod', // 收费方式
  'quantity', // 件数、页数
  'amount', // 收费金额
  'payBy', // 缴费期限
  'payWay', // 缴纳方式
  'document', // 送达的文书
  'place', // 送达地点
  'signer', // 签收人
  'server', // 送达人
  'handler', // 承办人
  'enclosures', // 附件, one a line
] as const;
export type LetterWord = (typeof LETTER_WORDS)[number];

/** The words that are days, `YYYY-MM-DD`. */
export const LETTER_DAYS: readonly LetterWord[] = [
  'respondBy',
  'earlierOn',
  'extendedTo',
  'delayedUntil',
  'payBy',
];

export type Said = Readonly<Partial<Record<LetterWord, string>>>;

/** The organ as a document names it, with its 公开工作机构 (第12条). */
export type AgencyOnPaper = Readonly<{ name: string; office: DisclosureOffice | null }> &
  LetterRules;

/** Everything a document is made of. */
export type LetterFacts = Readonly<{
  kind: LetterKind;
  agency: AgencyOnPaper;
  request: RequestFacts;
  /** The consultation that the document is about; null where it is about none. */
  consultation: Consultation | null;
  said: Said;
  /** 成文日期. */
  issuedOn: LocalDate;
  /** Null for a preview and for a kind that carries none. */
  documentNumber: string | null;
}>;
