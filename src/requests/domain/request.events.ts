import type { Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { AttachmentEvent } from './attachment.events.js';
import type { Due, HandlingEvent } from './handling.events.js';
import type { PersonalDataEvent } from './personal-data.events.js';
import type { RecordCorrectionEvent } from './record-correction.events.js';
import type { RequestKey } from './request-key.js';
import type { RequestStep } from './request-steps.js';

/**
 * 申请人类别: 自然人 and the five kinds of 法人或其他组织, in the order of the form's columns. The identifiers are
 * those of the exchange format for published reports.
 */
export const APPLICANT_KINDS = [
  'natural', // 自然人
  'business', // 商业企业
  'research', // 科研机构
  'ngo', // 社会公益组织
  'legal', // 法律服务机构
  'other', // 其他
] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** 本年度办理结果: the 21 results of table three, in the order of the form's rows (国办公开办函〔2021〕30号). */
export const OUTCOMES = [
  'granted',
  'partly_granted',
  'denied_state_secret',
  'denied_law_forbidden',
  'denied_security_stability',
  'denied_third_party',
  'denied_internal_affairs',
  'denied_process_info',
  'denied_enforcement_file',
  'denied_admin_query',
  'unable_not_held',
  'unable_need_creation',
  'unable_unclear',
  'reject_petition',
  'reject_repeat',
  'reject_publication',
  'reject_mass_repeat',
  'reject_reconfirm',
  'other_no_correction',
  'other_no_payment',
  'other_misc',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** 渠道: how the application reached the organ (《条例》第29、31条). */
export const CHANNELS = [
  'counter', // 当面
  'letter', // 信函
  'registered-mail', // 挂号信、EMS
  'website', // 网站
  'email', // 电子邮件
  'fax', // 传真
  'oral', // 口头
  'other', // 其他
] as const;
export type Channel = (typeof CHANNELS)[number];

/** 送达方式 (国办公开办函〔2016〕235号). */
export const SERVICE_WAYS = [
  'direct', // 直接送达
  'entrusted', // 委托其他行政机关代为送达
  'mail', // 邮寄送达
  'electronic', // 按申请人要求的电子方式
  'unrecorded', // 旧台账没有记载
] as const;
export type ServiceWay = (typeof SERVICE_WAYS)[number];

/** 申请人信息 (《条例》第29条): who asks for what. Sealed, because an append-only ledger cannot forget. */
export type ApplicantDetails = Readonly<{
  /** 申请人姓名或者名称. */
  applicant: string;
  /** 身份证明: number of an ID card, passport or the 统一社会信用代码. */
  idNumber?: string;
  /** 联系方式. */
  contact?: string;
  /** 所需政府信息的名称、文号或者其他特征性描述, in the applicant's own words. */
  description: string;
  /** 备注. */
  remarks?: string;
  /** 通信地址. */
  address?: string;
  /** 代理人, with the principal as `applicant`. */
  agent?: string;
  /** 联合申请人: the others, one a line. */
  coApplicants?: string;
  /** 形式要求: how the information is to be given, and which way (第29条第2款第（三）项). */
  provision?: string;
}>;

/** What both ways of beginning a request say of who asks. */
export type ApplicantFacts = Readonly<{
  applicantKind: ApplicantKind;
  channel: Channel;
  /** 联合申请: the kinds of the others. The request counts once, as `applicantKind`. */
  coApplicantKinds?: readonly ApplicantKind[];
  /** An agent acted for the applicant; `mandate` says whether 委托书 was there. */
  agent?: { mandate: boolean };
}>;

/** 申请已到达，待确认收到 (第31条第（二）、（三）项); `occurredOn` is the day it arrived. */
export type RequestArrived = Event<'RequestArrived', RequestKey & ApplicantFacts, ApplicantDetails>;

/** 申请已登记; `occurredOn` is 收到申请之日 (《条例》第31条), which may differ from the day it was logged. */
export type RequestRegistered = Event<
  'RequestRegistered',
  RequestKey &
    ApplicantFacts &
    Due & {
      /** 一事一申请: the number of the application this part was split from. */
      splitFrom?: string;
    },
  ApplicantDetails
>;

/** Why `unable_not_held`: the row of the form holds both (第36条第（四）、（五）项). */
export const NOT_HELD_BECAUSE = [
  'not-existing', // 经检索没有
  'not-responsible', // 不属于本机关负责公开
] as const;
export type NotHeldBecause = (typeof NOT_HELD_BECAUSE)[number];

/** What the reply says, in the organ's words. */
export type ReplyContent = Readonly<{ content?: string; reasons?: string }>;

/** 答复已作出; `occurredOn` is the date of the decision. Not yet closed: it must reach the applicant. */
export type ReplyDecided = Event<
  'ReplyDecided',
  RequestKey & {
    /** The one result that is counted. */
    outcome: Outcome;
    /** Every result, where several items were answered. */
    results?: readonly Outcome[];
    notHeldBecause?: NotHeldBecause;
    /** 文号 of the reply, where it has one. */
    documentNumber?: string;
  },
  ReplyContent
>;

/** 送达凭证. */
export type ServiceEvidence = Readonly<{
  way: ServiceWay;
  /** 邮件号. */
  trackingNumber?: string;
  /** The day a posted reply was signed for; the period is met by 交邮之日. */
  signedOn?: LocalDate;
}>;

/** 答复已送达; `occurredOn` is the day that counts for its way: signed for, or 交邮之日 (235号函). */
export type ReplyServed = Event<'ReplyServed', RequestKey & ServiceEvidence, { signer?: string }>;

/** 已并入另一件申请; `occurredOn` is that day. It ends as 其他处理 3.其他. */
export type RequestMerged = Event<'RequestMerged', RequestKey & { into: string }>;

/** 申请人撤回申请; `occurredOn` is the day the organ learned of it in writing. */
export type RequestWithdrawn = Event<'RequestWithdrawn', RequestKey>;

/** Who ordered a new decision: 复议机关 or 法院. */
export const REDECISION_ORDERERS = ['reconsideration', 'court'] as const;
export type RedecisionOrderer = (typeof REDECISION_ORDERERS)[number];

/** 已责令重新答复; `occurredOn` is the day the order reached the organ. The first reply stands as it was. */
export type RedecisionOrdered = Event<
  'RedecisionOrdered',
  RequestKey & { by: RedecisionOrderer; caseNumber: string; dueOn: LocalDate }
>;

/** 重新答复已作出; `occurredOn` is its date. It is counted nowhere: table three has the first reply. */
export type RedecisionMade = Event<
  'RedecisionMade',
  RequestKey & { outcome: Outcome; documentNumber?: string },
  ReplyContent
>;

/** 重新答复已送达; `occurredOn` is the day that counts for its way. */
export type RedecisionServed = Event<
  'RedecisionServed',
  RequestKey & ServiceEvidence,
  { signer?: string }
>;

/** 已转为主动公开 (第44条); `occurredOn` is the day of publication. */
export type RequestedInformationPublished = Event<
  'RequestedInformationPublished',
  RequestKey & { suggestedByApplicant: boolean; url?: string }
>;

/** 已归档 (第45条); `occurredOn` is that day. */
export type RequestArchived = Event<
  'RequestArchived',
  RequestKey & { fileNumber: string; pages: number }
>;

export type AfterClosureEvent =
  | RedecisionOrdered
  | RedecisionMade
  | RedecisionServed
  | RequestedInformationPublished
  | RequestArchived;

/**
 * 更正登记: an entry was wrong. A new fact beside the old one; `occurredOn` is the day of the
 * correction.
 */
export type EntryCorrected = Event<
  'EntryCorrected',
  RequestKey & {
    corrected: EntryCorrections;
    /** The due date that follows from a corrected date of receipt. */
    due?: Due;
  },
  Partial<ApplicantDetails> & { reason: string }
>;

/**
 * 作废登记: what a clerk logged never was. A new fact beside the old one; `occurredOn` is the day of
 * the voiding. A voided registration counts nowhere and its number stays used.
 */
export type EntryVoided = Event<
  'EntryVoided',
  RequestKey & {
    step: RequestStep;
    /** The due date that is left when the step is gone, where the step had moved it. */
    due?: Due;
  },
  { reason: string }
>;

/** Only what was wrong is named. */
export type EntryCorrections = Readonly<{
  receivedOn?: LocalDate;
  applicantKind?: ApplicantKind;
  channel?: Channel;
  outcome?: Outcome;
  decidedOn?: LocalDate;
  servedOn?: LocalDate;
  withdrawnOn?: LocalDate;
}>;

export type RequestEvent =
  | RequestArrived
  | RequestRegistered
  | ReplyDecided
  | ReplyServed
  | RequestWithdrawn
  | RequestMerged
  | EntryCorrected
  | EntryVoided
  | HandlingEvent
  | RecordCorrectionEvent
  | AfterClosureEvent
  | AttachmentEvent
  | PersonalDataEvent;
