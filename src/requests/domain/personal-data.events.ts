import { unreachable, type Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';

/** Grounds on which personal data must be erased (《个人信息保护法》第47条第1款, in the order of its items). */
export const ERASURE_GROUNDS = [
  'purpose-achieved', // 处理目的已实现、无法实现或者不再必要
  'retention-over', // 保存期限已届满
  'consent-withdrawn', // 个人撤回同意
  'unlawful', // 违反法律、行政法规或者约定处理
  'other-law', // 法律、行政法规规定的其他情形
] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** Which request, and who acted, by the name they gave. */
type Acted = Readonly<{ agencyId: string; number: string; by: string }>;

/** What is asked to be erased and why. None of it says who the applicant was. */
type ErasureReasons = Readonly<{
  ground: ErasureGround;
  /** 保存期限届满日, by the agency's retention period on the day of the proposal. */
  retainedUntil: LocalDate;
  /** 提前销毁的理由: required before that day. */
  reason?: string;
}>;

/** 个人信息销毁已提出: the first of two persons; `occurredOn` is that day. */
export type ErasureProposed = Event<'ErasureProposed', Acted & ErasureReasons>;

/**
 * 个人信息已依法删除: the second person agreed, and the key is destroyed. `occurredOn` is that day. `by`
 * approved.
 */
export type PersonalDataErased = Event<
  'PersonalDataErased',
  Acted & ErasureReasons & { proposedBy: string; proposedOn: LocalDate }
>;

/**
 * 个人信息已封存: no processing but storage and audit (《个人信息保护法》第47条第2款); `occurredOn` is that day.
 */
export type ProcessingRestricted = Event<'ProcessingRestricted', Acted & { reason: string }>;

/** 封存已解除; `occurredOn` is that day. */
export type RestrictionLifted = Event<'RestrictionLifted', Acted & { reason: string }>;

/** 个人信息已查阅: the particulars, or one file, were shown unmasked; `occurredOn` is that day. */
export type PersonalDataViewed = Event<
  'PersonalDataViewed',
  Acted & {
    purpose: string;
    /** The hash of the attachment that was given out. */
    attachment?: string;
  }
>;

export type PersonalDataEvent =
  | ErasureProposed
  | PersonalDataErased
  | ProcessingRestricted
  | RestrictionLifted
  | PersonalDataViewed;

/** What may be done with the particulars of one request. */
export type PersonalData = Readonly<{
  restricted: boolean;
  /** What waits for a second person. */
  proposal: (ErasureReasons & Readonly<{ by: string; on: LocalDate }>) | null;
  erasedOn: LocalDate | null;
  /** How often they were shown unmasked. */
  views: number;
}>;

export const UNTOUCHED: PersonalData = {
  restricted: false,
  proposal: null,
  erasedOn: null,
  views: 0,
};

export function personalDataFacts(facts: PersonalData, event: PersonalDataEvent): PersonalData {
  switch (event.type) {
    case 'ErasureProposed': {
      const { by, ground, retainedUntil, reason } = event.data;
      const why = { ground, retainedUntil, ...(reason === undefined ? {} : { reason }) };
      return { ...facts, proposal: { by, on: event.occurredOn, ...why } };
    }
    case 'PersonalDataErased':
      return { ...facts, proposal: null, erasedOn: event.occurredOn };
    case 'ProcessingRestricted':
      return { ...facts, restricted: true };
    case 'RestrictionLifted':
      return { ...facts, restricted: false };
    case 'PersonalDataViewed':
      return { ...facts, views: facts.views + 1 };
    default:
      return unreachable(event);
  }
}
