import { CorruptStream, unreachable, type Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';

/** The three groups of table four, in its order. The identifiers are those of the cells' keys. */
export const APPEAL_KINDS = [
  'review', // 行政复议
  'litigation_direct', // 行政诉讼：未经复议直接起诉
  'litigation_after_review', // 行政诉讼：复议后起诉
] as const;
export type AppealKind = (typeof APPEAL_KINDS)[number];

/** 结果维持、结果纠正、其他结果. A case without one is 尚未审结. */
export const APPEAL_OUTCOMES = ['upheld', 'corrected', 'other'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/**
 * 本机关在案件里的身份. A review organ that is sued beside the agency of the original act (复议机关作共同被告)
 * does not count the case: it counts at that agency alone.
 */
export const APPEAL_ROLES = [
  'respondent', // 被申请人
  'defendant', // 被告
  'co-defendant', // 共同被告
  'review-organ', // 复议机关
] as const;
export type AppealRole = (typeof APPEAL_ROLES)[number];

/** Which case of which agency. 案号 is unique within the agency. */
export type AppealKey = Readonly<{ agencyId: string; caseNumber: string }>;

/** 复议、诉讼已受理; `occurredOn` is 受理日期. */
export type AppealFiled = Event<
  'AppealFiled',
  AppealKey & {
    kind: AppealKind;
    /** 关联登记编号: the requests the case is about. */
    requestNumbers: readonly string[];
    /** Left out for the usual one: 被申请人 of a review, 被告 of a lawsuit. */
    role?: AppealRole;
  }
>;

/** 复议、诉讼已审结; `occurredOn` is 审结日期. */
export type AppealConcluded = Event<'AppealConcluded', AppealKey & { outcome: AppealOutcome }>;

/** 更正案件登记: a new fact beside the wrong one; `occurredOn` is the day of the correction. */
export type AppealEntryCorrected = Event<
  'AppealEntryCorrected',
  AppealKey & { corrected: AppealCorrections },
  { reason: string }
>;

/**
 * 作废案件登记: what was logged never was; `occurredOn` is the day of the voiding. A voided case counts
 * nowhere and its number stays used.
 */
export type AppealEntryVoided = Event<
  'AppealEntryVoided',
  AppealKey & { step: AppealStep },
  { reason: string }
>;

/** The steps of a case that can be voided. */
export const APPEAL_STEPS = [
  'filing', // 受理登记
  'conclusion', // 审结
] as const;
export type AppealStep = (typeof APPEAL_STEPS)[number];

/** Only what was wrong is named. */
export type AppealCorrections = Readonly<{
  kind?: AppealKind;
  role?: AppealRole;
  requestNumbers?: readonly string[];
  acceptedOn?: LocalDate;
  outcome?: AppealOutcome;
  concludedOn?: LocalDate;
}>;

export type AppealEvent = AppealFiled | AppealConcluded | AppealEntryCorrected | AppealEntryVoided;

/** What the events say of one case. */
export type AppealFacts = AppealKey &
  Readonly<{
    kind: AppealKind;
    /** Null for the usual one. */
    role: AppealRole | null;
    requestNumbers: readonly string[];
    filedOn: LocalDate;
    concluded: Readonly<{ on: LocalDate; outcome: AppealOutcome }> | null;
    /** The day the case was voided; null while it stands. */
    voidedOn: LocalDate | null;
  }>;

export function appealFacts(facts: AppealFacts | null, event: AppealEvent): AppealFacts {
  switch (event.type) {
    case 'AppealFiled':
      if (facts !== null) throw new CorruptStream(`case ${event.data.caseNumber} filed twice`);
      return {
        role: null,
        ...event.data,
        filedOn: event.occurredOn,
        concluded: null,
        voidedOn: null,
      };
    case 'AppealConcluded':
      if (facts === null) {
        throw new CorruptStream(`case ${event.data.caseNumber} concluded before it was filed`);
      }
      if (facts.concluded !== null) {
        throw new CorruptStream(`case ${event.data.caseNumber} concluded twice`);
      }
      return { ...facts, concluded: { on: event.occurredOn, outcome: event.data.outcome } };
    case 'AppealEntryCorrected':
      if (facts === null) {
        throw new CorruptStream(`case ${event.data.caseNumber} corrected before it was filed`);
      }
      return corrected(facts, event.data.corrected);
    case 'AppealEntryVoided':
      if (facts === null) {
        throw new CorruptStream(`case ${event.data.caseNumber} voided before it was filed`);
      }
      return event.data.step === 'conclusion'
        ? { ...facts, concluded: null }
        : { ...facts, voidedOn: event.occurredOn };
    default:
      return unreachable(event);
  }
}

function corrected(facts: AppealFacts, corrections: AppealCorrections): AppealFacts {
  const { acceptedOn, outcome, concludedOn, ...rest } = corrections;
  const { concluded } = facts;
  return {
    ...facts,
    ...rest,
    filedOn: acceptedOn ?? facts.filedOn,
    concluded: concluded && {
      on: concludedOn ?? concluded.on,
      outcome: outcome ?? concluded.outcome,
    },
  };
}
