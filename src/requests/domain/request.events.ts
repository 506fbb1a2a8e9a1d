import { CorruptStream, unreachable, type Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import {
  personalDataFacts,
  UNTOUCHED,
  type PersonalData,
  type PersonalDataEvent,
} from './personal-data.events.js';

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

/** Which request of which agency. 登记编号 is unique within the agency. */
export type RequestKey = Readonly<{ agencyId: string; number: string }>;

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
}>;

/** 申请已登记; `occurredOn` is 收到申请之日 (《条例》第31条), which may differ from the day it was logged. */
export type RequestRegistered = Event<
  'RequestRegistered',
  RequestKey & {
    applicantKind: ApplicantKind;
    channel: Channel;
    /**
     * 答复期限届满日. Stored, not recomputed: a later edition of the calendar must not move it. Null while
     * the State Council has not announced the days off of a year the period runs into.
     */
    dueOn: LocalDate | null;
    calendarEdition: string;
  },
  ApplicantDetails
>;

/** 答复已作出; `occurredOn` is the date of the decision. Not yet closed: it must reach the applicant. */
export type ReplyDecided = Event<
  'ReplyDecided',
  RequestKey & {
    outcome: Outcome;
    /** 文号 of the reply, where it has one. */
    documentNumber?: string;
  }
>;

/** 答复已送达; `occurredOn` is the day that counts for its way: signed for, or 交邮之日 (235号函). */
export type ReplyServed = Event<'ReplyServed', RequestKey & { way: ServiceWay }>;

/** 申请人撤回申请; `occurredOn` is the day the organ learned of it in writing. */
export type RequestWithdrawn = Event<'RequestWithdrawn', RequestKey>;

/**
 * 更正登记: an entry was wrong. A new fact beside the old one; `occurredOn` is the day of the
 * correction.
 */
export type EntryCorrected = Event<
  'EntryCorrected',
  RequestKey & {
    corrected: EntryCorrections;
    /**
     * The due date that follows from a corrected date of receipt, as in {@link RequestRegistered}.
     */
    due?: { dueOn: LocalDate | null; calendarEdition: string };
  },
  Partial<ApplicantDetails> & { reason: string }
>;

/**
 * 作废登记: what a clerk logged never was. A new fact beside the old one; `occurredOn` is the day of
 * the voiding. A voided registration counts nowhere and its number stays used.
 */
export type EntryVoided = Event<
  'EntryVoided',
  RequestKey & { step: RequestStep },
  { reason: string }
>;

/** The steps of a request that can be voided; a voided decision takes its service along. */
export const REQUEST_STEPS = [
  'registration', // 申请登记
  'decision', // 答复
  'service', // 送达
  'withdrawal', // 撤回
] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];

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
  | RequestRegistered
  | ReplyDecided
  | ReplyServed
  | RequestWithdrawn
  | EntryCorrected
  | EntryVoided
  | PersonalDataEvent;

/**
 * What the events say of one request, corrections applied. The decider and the register both read
 * it so.
 */
export type RequestFacts = RequestKey &
  Readonly<{
    receivedOn: LocalDate;
    applicantKind: ApplicantKind;
    channel: Channel;
    dueOn: LocalDate | null;
    outcome: Outcome | null;
    decidedOn: LocalDate | null;
    servedOn: LocalDate | null;
    withdrawnOn: LocalDate | null;
    corrections: number;
    /** The day the registration was voided; null while it stands. */
    voidedOn: LocalDate | null;
    personalData: PersonalData;
  }>;

export function requestFacts(facts: RequestFacts | null, event: RequestEvent): RequestFacts {
  if (event.type === 'RequestRegistered') {
    if (facts !== null) throw new CorruptStream(`request ${event.data.number} registered twice`);
    const { agencyId, number, applicantKind, channel, dueOn } = event.data;
    const undecided = { outcome: null, decidedOn: null, servedOn: null, withdrawnOn: null };
    const received = { receivedOn: event.occurredOn, applicantKind, channel, dueOn };
    const entry = { corrections: 0, voidedOn: null, personalData: UNTOUCHED };
    return { agencyId, number, ...received, ...undecided, ...entry };
  }
  if (facts === null) {
    throw new CorruptStream(`request ${event.data.number}: ${event.type} before it was registered`);
  }
  switch (event.type) {
    case 'ReplyDecided':
      return { ...facts, outcome: event.data.outcome, decidedOn: event.occurredOn };
    case 'ReplyServed':
      if (facts.decidedOn === null) {
        throw new CorruptStream(`request ${facts.number}: a reply served before it was decided`);
      }
      return { ...facts, servedOn: event.occurredOn };
    case 'RequestWithdrawn':
      return { ...facts, withdrawnOn: event.occurredOn };
    case 'EntryCorrected': {
      const { corrected, due } = event.data;
      const dueOn = due === undefined ? facts.dueOn : due.dueOn;
      // What was proposed to be erased was the entry as it stood.
      const personalData = { ...facts.personalData, proposal: null };
      const corrections = facts.corrections + 1;
      return { ...facts, ...corrected, dueOn, corrections, personalData };
    }
    case 'EntryVoided': {
      const personalData = { ...facts.personalData, proposal: null };
      return { ...facts, ...withoutStep(event), personalData };
    }
    case 'ErasureProposed':
    case 'PersonalDataErased':
    case 'ProcessingRestricted':
    case 'RestrictionLifted':
    case 'PersonalDataViewed':
      return { ...facts, personalData: personalDataFacts(facts.personalData, event) };
    default:
      return unreachable(event);
  }
}

/** What is left of the facts that a voided step had brought. */
function withoutStep({ data: { step }, occurredOn }: EntryVoided): Partial<RequestFacts> {
  switch (step) {
    case 'registration':
      return { voidedOn: occurredOn };
    case 'decision':
      return { outcome: null, decidedOn: null, servedOn: null };
    case 'service':
      return { servedOn: null };
    case 'withdrawal':
      return { withdrawnOn: null };
    default:
      return unreachable(step);
  }
}

/**
 * Results that end a request by themselves: 视为放弃 (第30条; 信息处理费管理办法) and other endings need no
 * service. Every other result counts from the day it was served.
 */
const ENDS_WITHOUT_SERVICE: readonly Outcome[] = [
  'other_no_correction',
  'other_no_payment',
  'other_misc',
];

export function endsWithoutService(outcome: Outcome): boolean {
  return ENDS_WITHOUT_SERVICE.includes(outcome);
}

/** How and when a request ended, or null while it is open: its row and its year in table three. */
export function closureOf(facts: RequestFacts): { on: LocalDate; outcome: Outcome } | null {
  // A withdrawn request is counted under 其他处理 3.其他, whatever had been decided but not served.
  if (facts.withdrawnOn !== null) return { on: facts.withdrawnOn, outcome: 'other_misc' };
  if (facts.outcome === null) return null;
  const on = endsWithoutService(facts.outcome) ? facts.decidedOn : facts.servedOn;
  return on === null ? null : { on, outcome: facts.outcome };
}
