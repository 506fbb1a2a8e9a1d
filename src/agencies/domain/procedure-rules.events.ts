import type { Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';

/** 审查 before a reply is signed (《条例》第17条; 法制审核 and 签批 are usual). */
export const REVIEWS = [
  'disclosure', // 公开审查
  'secrecy', // 保密审查
  'legal', // 法制审核
  'sign-off', // 签批
] as const;
export type Review = (typeof REVIEWS)[number];

/** 办理规则: what 《条例》 leaves open and an agency may therefore choose. None is written in any source. */
export type ProcedureRules = Readonly<{
  /** Whether a request received on a day off was received that day, or on the next working day. */
  receiptOnDayOff: 'stays' | 'next-working-day';
  /** 网站: received when submitted (the system's answer confirms it), or when both sides confirmed. */
  websiteReceipt: 'submission' | 'confirmation';
  /** 征求意见: excluded from the day it was sent, or from the day the other side received it. */
  consultationFrom: 'sent' | 'received';
  /** 缴费后: the reply period runs afresh, or goes on where it stopped. */
  paymentRestartsClock: boolean;
  /** 延期: only while the period still runs. */
  extensionBeforeDue: boolean;
  /** What must be on record before a reply is decided. */
  requiredReviews: readonly Review[];
  /** 联合申请 of several kinds: counted as the first-named, or as the clerk must state. */
  jointApplicants: 'first-named' | 'stated';
}>;

/**
 * Each the safer for the agency, or the one usual practice takes. Reviews are required of nobody: an
 * office of one clerk keeps no second opinion.
 */
export const DEFAULT_PROCEDURE_RULES: ProcedureRules = {
  receiptOnDayOff: 'stays',
  websiteReceipt: 'submission',
  consultationFrom: 'sent',
  paymentRestartsClock: true,
  extensionBeforeDue: true,
  requiredReviews: [],
  jointApplicants: 'first-named',
};

/** 办理规则已确定: only what was chosen anew; `occurredOn` is the day it was chosen. */
export type ProcedureRulesAdopted = Event<
  'ProcedureRulesAdopted',
  { agencyId: string } & Partial<ProcedureRules>
>;

/**
 * 节假日安排已录入: a year that the program does not know (`state-council`), or days of the agency's own
 * (`local`), such as those of an ethnic autonomous area. The last one of a year and scope holds.
 * `occurredOn` is the day it was entered.
 */
export type DaysOffAnnounced = Event<
  'DaysOffAnnounced',
  {
    agencyId: string;
    year: number;
    scope: DaysOffScope;
    /** The announcement, as an auditor would look for it. */
    notice: string;
    /** 放假. */
    off: readonly LocalDate[];
    /** 上班. */
    work: readonly LocalDate[];
  }
>;

export const DAYS_OFF_SCOPES = ['state-council', 'local'] as const;
export type DaysOffScope = (typeof DAYS_OFF_SCOPES)[number];

export type DaysOff = Omit<DaysOffAnnounced['data'], 'agencyId'>;
