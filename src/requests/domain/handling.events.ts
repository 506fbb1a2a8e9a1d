import type { Review } from '../../agencies/domain/procedure-rules.events.js';
import type { Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { RequestKey } from './request-key.js';

/**
 * 答复期限 as a dated event leaves it. Stored, not recomputed: a later calendar must not move it
 * silently.
 */
export type Due = Readonly<{
  /** Null while the period is stopped. */
  dueOn: LocalDate | null;
  /** 待节假日安排公布: counted over a year that was not announced yet. */
  provisional?: true;
  calendarEdition: string;
}>;

/** How the organ spoke with the applicant. */
export const CONTACT_WAYS = [
  'phone',
  'email',
  'sms',
  'letter',
  'in-person',
  'system',
  'other',
] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** 联系申请人未果 (第31条; 国办公开办函〔2015〕207号); `occurredOn` is the day of the attempt. */
export type ContactAttempted = Event<
  'ContactAttempted',
  RequestKey & { way: ContactWay },
  { note?: string }
>;

/** 收到申请已确认; `occurredOn` is 确认之日, which is 收到申请之日 (第31条第（二）、（三）项). */
export type ReceiptConfirmed = Event<
  'ReceiptConfirmed',
  RequestKey & { way: ContactWay; due: Due }
>;

/** Why an application must be supplemented (第30条; 江苏省 苏政办函〔2019〕98号 names the first three). */
export const SUPPLEMENT_GROUNDS = [
  'identity', // 没有姓名或者名称、身份证明、联系方式
  'description', // 名称、文号或者特征性描述不明确
  'form', // 形式要求不明确
  'mandate', // 代理人没有委托书
] as const;
export type SupplementGround = (typeof SUPPLEMENT_GROUNDS)[number];

/** 已告知补正; `occurredOn` is the day the notice was served. Once and only once (第30条). */
export type SupplementRequested = Event<
  'SupplementRequested',
  RequestKey & {
    grounds: readonly SupplementGround[];
    /** 补正期限届满日, as the notice set it. */
    respondBy: LocalDate;
    due: Due;
  },
  { matters: string }
>;

/** 已收到补正; `occurredOn` is that day, from which the period is counted anew. */
export type SupplementReceived = Event<
  'SupplementReceived',
  RequestKey & {
    /** After the period, with 正当理由. */
    excused?: true;
    due: Due;
  },
  { supplement: string }
>;

/** 已分办; `occurredOn` is that day. The handler is a member of staff, by the name the office uses. */
export type RequestAssigned = Event<
  'RequestAssigned',
  RequestKey & { handler: string; section?: string; internalDueOn?: LocalDate }
>;

/** Who is asked: 第三方 (第32条), 共同制作机关 (第34条), or another organ (第33条第3款). */
export const CONSULTED_PARTIES = ['third-party', 'co-maker', 'organ'] as const;
export type ConsultedParty = (typeof CONSULTED_PARTIES)[number];

/** 已征求意见; `occurredOn` is the day it was sent. */
export type OpinionSought = Event<
  'OpinionSought',
  RequestKey & {
    /** 1, 2, 3 … within the request. */
    consultation: number;
    party: ConsultedParty;
    due: Due;
  },
  { consultee: string; matter?: string }
>;

/** 征求意见书已送达; `occurredOn` is the day the other side received it. */
export type OpinionRequestReceived = Event<
  'OpinionRequestReceived',
  RequestKey & {
    consultation: number;
    /** Fifteen working days from receipt (第32、34条); null for an organ that no article binds. */
    respondBy: LocalDate | null;
    due: Due;
  }
>;

/**
 * `silent`: the period passed without an answer. A third party's silence decides nothing (第32条); a
 * co-maker's is consent (第34条).
 */
export const OPINIONS = ['consents', 'objects', 'silent'] as const;
export type Opinion = (typeof OPINIONS)[number];

/** 意见已收到, or the period has passed; `occurredOn` is the day of the answer, or the last of the period. */
export type OpinionGiven = Event<
  'OpinionGiven',
  RequestKey & { consultation: number; opinion: Opinion; due: Due },
  { reasons?: string }
>;

/** 已告知第三方决定公开 against its will (第32条); `occurredOn` is that day. */
export type ThirdPartyInformed = Event<
  'ThirdPartyInformed',
  RequestKey & { consultation: number },
  { reasons: string }
>;

/** 已要求说明理由 (第35条); `occurredOn` is the day the notice was served. */
export type ReasonsAsked = Event<
  'ReasonsAsked',
  RequestKey & {
    /** How many requests of the same applicant make it 明显超过合理范围. */
    requests: number;
    respondBy: LocalDate;
  }
>;

/** `none`: the period passed without reasons. */
export const REASONS_FOUND = ['reasonable', 'unreasonable', 'none'] as const;
export type ReasonsFound = (typeof REASONS_FOUND)[number];

/** 理由已审核; `occurredOn` is the day they came, or the last of the period. */
export type ReasonsGiven = Event<
  'ReasonsGiven',
  RequestKey & { found: ReasonsFound },
  { reasons?: string }
>;

/** 已延迟答复 (第35条); `occurredOn` is the day the applicant was told. */
export type ReplyDelayed = Event<
  'ReplyDelayed',
  RequestKey & { delayedUntil: LocalDate; due: Due }
>;

/** 答复期限已延长 (第33条第2款); `occurredOn` is the day the applicant was told. */
export type DeadlineExtended = Event<
  'DeadlineExtended',
  RequestKey & { workingDays: number; approvedBy: string; due: Due },
  { reason: string }
>;

/** 按件 or 按量 (国办函〔2020〕109号); one request knows one of them. */
export const FEE_METHODS = ['per-item', 'per-page'] as const;
export type FeeMethod = (typeof FEE_METHODS)[number];

/** 收费通知已送达 (第42条); `occurredOn` is the day the applicant received it. */
export type FeeNoticeServed = Event<
  'FeeNoticeServed',
  RequestKey & {
    method: FeeMethod;
    /** 件 or 页. */
    quantity: number;
    /** 元. */
    amount: number;
    /** 收到通知次日起20个工作日. */
    payBy: LocalDate;
    due: Due;
  }
>;

/** 已缴费; `occurredOn` is the day the payment was complete. */
export type FeePaid = Event<'FeePaid', RequestKey & { amount: number; receipt?: string; due: Due }>;

/** 审查意见已记录; `occurredOn` is its day. */
export type ReviewRecorded = Event<
  'ReviewRecorded',
  RequestKey & { review: Review; opinion: 'agrees' | 'objects'; by: string },
  { note?: string }
>;

/** 答复期限已重算: the calendar of a year was announced since; `occurredOn` is the day of the recount. */
export type DeadlineRecomputed = Event<
  'DeadlineRecomputed',
  RequestKey & { before: Due; due: Due }
>;

export type HandlingEvent =
  | ContactAttempted
  | ReceiptConfirmed
  | SupplementRequested
  | SupplementReceived
  | RequestAssigned
  | OpinionSought
  | OpinionRequestReceived
  | OpinionGiven
  | ThirdPartyInformed
  | ReasonsAsked
  | ReasonsGiven
  | ReplyDelayed
  | DeadlineExtended
  | FeeNoticeServed
  | FeePaid
  | ReviewRecorded
  | DeadlineRecomputed;
