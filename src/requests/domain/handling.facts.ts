import type { Review } from '../../agencies/domain/procedure-rules.events.js';
import { CorruptStream, unreachable, type Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type {
  ConsultedParty,
  FeeMethod,
  HandlingEvent,
  OpinionGiven,
  OpinionRequestReceived,
  Opinion,
  ReasonsFound,
} from './handling.events.js';

/** 征求意见 of one party. */
export type Consultation = Readonly<{
  consultation: number;
  party: ConsultedParty;
  sentOn: LocalDate;
  receivedOn: LocalDate | null;
  respondBy: LocalDate | null;
  opinion: Opinion | null;
  answeredOn: LocalDate | null;
  /** The day the third party was told of a disclosure against its will. */
  informedOn: LocalDate | null;
}>;

/** What was done with a request between its receipt and its reply. */
export type Handling = Readonly<{
  attempts: number;
  assigned: Readonly<{
    handler: string;
    section?: string;
    internalDueOn?: LocalDate;
    /** The earliest day on which it was given to anybody. */
    since: LocalDate;
  }> | null;
  supplement: Readonly<{
    requestedOn: LocalDate;
    respondBy: LocalDate;
    receivedOn: LocalDate | null;
  }> | null;
  consultations: readonly Consultation[];
  /** The consultations that were answered, in the order in which the opinions were logged. */
  answered: readonly number[];
  reasons: Readonly<{
    askedOn: LocalDate;
    respondBy: LocalDate;
    found: ReasonsFound | null;
  }> | null;
  delayedUntil: LocalDate | null;
  extensions: readonly Readonly<{ workingDays: number; approvedBy: string; toldOn: LocalDate }>[];
  fee: Readonly<{
    noticedOn: LocalDate;
    method: FeeMethod;
    quantity: number;
    amount: number;
    payBy: LocalDate;
    paidOn: LocalDate | null;
  }> | null;
  reviews: readonly Readonly<{
    review: Review;
    opinion: 'agrees' | 'objects';
    by: string;
    on: LocalDate;
  }>[];
}>;

export const UNHANDLED: Handling = {
  attempts: 0,
  assigned: null,
  supplement: null,
  consultations: [],
  answered: [],
  reasons: null,
  delayedUntil: null,
  extensions: [],
  fee: null,
  reviews: [],
};

/** The events that the fold below is made of. */
const HANDLES: Readonly<Record<HandlingEvent['type'], true>> = {
  ContactAttempted: true,
  ReceiptConfirmed: true,
  SupplementRequested: true,
  SupplementReceived: true,
  RequestAssigned: true,
  OpinionSought: true,
  OpinionRequestReceived: true,
  OpinionGiven: true,
  ThirdPartyInformed: true,
  ReasonsAsked: true,
  ReasonsGiven: true,
  ReplyDelayed: true,
  DeadlineExtended: true,
  FeeNoticeServed: true,
  FeePaid: true,
  ReviewRecorded: true,
  DeadlineRecomputed: true,
};

export function isHandling(event: Event): event is HandlingEvent {
  return Object.hasOwn(HANDLES, event.type);
}

export function handlingFacts(facts: Handling, event: HandlingEvent): Handling {
  const { occurredOn: on } = event;
  switch (event.type) {
    case 'ContactAttempted':
      return { ...facts, attempts: facts.attempts + 1 };
    case 'ReceiptConfirmed':
    case 'DeadlineRecomputed':
      return facts;
    case 'SupplementRequested': {
      const { respondBy } = event.data;
      return { ...facts, supplement: { requestedOn: on, respondBy, receivedOn: null } };
    }
    case 'SupplementReceived':
      return { ...facts, supplement: { ...there(facts.supplement, event), receivedOn: on } };
    case 'RequestAssigned': {
      const { agencyId: _agency, number: _number, ...assigned } = event.data;
      const before = facts.assigned?.since ?? on;
      return { ...facts, assigned: { ...assigned, since: before < on ? before : on } };
    }
    case 'OpinionGiven': {
      const answered = [...facts.answered, event.data.consultation];
      return {
        ...facts,
        answered,
        consultations: consultationFacts(facts.consultations, event),
      };
    }
    case 'OpinionSought':
    case 'OpinionRequestReceived':
    case 'ThirdPartyInformed':
      return { ...facts, consultations: consultationFacts(facts.consultations, event) };
    case 'ReasonsAsked': {
      const { respondBy } = event.data;
      return { ...facts, reasons: { askedOn: on, respondBy, found: null } };
    }
    case 'ReasonsGiven':
      return { ...facts, reasons: { ...there(facts.reasons, event), found: event.data.found } };
    case 'ReplyDelayed':
      return { ...facts, delayedUntil: event.data.delayedUntil };
    case 'DeadlineExtended': {
      const { workingDays, approvedBy } = event.data;
      return {
        ...facts,
        extensions: [...facts.extensions, { workingDays, approvedBy, toldOn: on }],
      };
    }
    case 'FeeNoticeServed': {
      const { method, quantity, amount, payBy } = event.data;
      const fee = { noticedOn: on, method, quantity, amount, payBy, paidOn: null };
      return { ...facts, fee };
    }
    case 'FeePaid':
      return { ...facts, fee: { ...there(facts.fee, event), paidOn: on } };
    case 'ReviewRecorded': {
      const { review, opinion, by } = event.data;
      return { ...facts, reviews: [...facts.reviews, { review, opinion, by, on }] };
    }
    default:
      return unreachable(event);
  }
}

function consultationFacts(
  consultations: readonly Consultation[],
  event: Extract<HandlingEvent, { data: { consultation: number } }>,
): readonly Consultation[] {
  const { consultation } = event.data;
  if (event.type === 'OpinionSought') {
    const { party } = event.data;
    const unanswered = { receivedOn: null, respondBy: null, opinion: null, answeredOn: null };
    const sought = {
      consultation,
      party,
      sentOn: event.occurredOn,
      ...unanswered,
      informedOn: null,
    };
    return [...consultations, sought];
  }
  there(consultations.find((it) => it.consultation === consultation) ?? null, event);
  return consultations.map((it) =>
    it.consultation === consultation ? { ...it, ...progressOf(event) } : it,
  );
}

function progressOf(
  event:
    OpinionRequestReceived | OpinionGiven | Extract<HandlingEvent, { type: 'ThirdPartyInformed' }>,
): Partial<Consultation> {
  const { occurredOn } = event;
  switch (event.type) {
    case 'OpinionRequestReceived':
      return { receivedOn: occurredOn, respondBy: event.data.respondBy };
    case 'OpinionGiven':
      return { opinion: event.data.opinion, answeredOn: occurredOn };
    case 'ThirdPartyInformed':
      return { informedOn: occurredOn };
    default:
      return unreachable(event);
  }
}

function there<Fact>(fact: Fact | null, { type, data: { number } }: HandlingEvent): Fact {
  if (fact === null) throw new CorruptStream(`request ${number}: ${type} of what was not begun`);
  return fact;
}

/** The steps of handling that can be voided; each takes along what followed from it. */
export const HANDLING_STEPS = [
  'supplement', // 告知补正，连同收到的补正
  'supplement-receipt', // 收到补正
  'assignment', // 分办
  'consultation', // 最近一次征求意见
  'opinion', // 最近一次收到的意见
  'reasons', // 要求说明理由，连同延迟答复
  'delay', // 延迟答复
  'extension', // 最近一次延期
  'fee', // 收费通知，连同缴费
  'payment', // 缴费
  'review', // 最近一次审查意见
] as const;
export type HandlingStep = (typeof HANDLING_STEPS)[number];

export function isHandlingStep(step: string): step is HandlingStep {
  return (HANDLING_STEPS as readonly string[]).includes(step);
}

/** What is left when a step is voided; null when there was none. */
export function withoutHandling(facts: Handling, step: HandlingStep): Handling | null {
  const { supplement, reasons, extensions, fee, reviews } = facts;
  switch (step) {
    case 'supplement':
      return supplement && { ...facts, supplement: null };
    case 'supplement-receipt':
      if (!supplement?.receivedOn) return null;
      return { ...facts, supplement: { ...supplement, receivedOn: null } };
    case 'assignment':
      return facts.assigned && { ...facts, assigned: null };
    case 'consultation':
      return withoutConsultation(facts);
    case 'opinion':
      return withoutOpinion(facts);
    case 'reasons':
      return reasons && { ...facts, reasons: null, delayedUntil: null };
    case 'delay':
      return facts.delayedUntil === null ? null : { ...facts, delayedUntil: null };
    case 'extension':
      return extensions.length === 0 ? null : { ...facts, extensions: extensions.slice(0, -1) };
    case 'fee':
      return fee && { ...facts, fee: null };
    case 'payment':
      return fee?.paidOn ? { ...facts, fee: { ...fee, paidOn: null } } : null;
    case 'review':
      return reviews.length === 0 ? null : { ...facts, reviews: reviews.slice(0, -1) };
    default:
      return unreachable(step);
  }
}

function withoutConsultation(facts: Handling): Handling | null {
  const last = facts.consultations.at(-1);
  if (last === undefined) return null;
  const answered = facts.answered.filter((it) => it !== last.consultation);
  return { ...facts, consultations: facts.consultations.slice(0, -1), answered };
}

function withoutOpinion(facts: Handling): Handling | null {
  const last = facts.answered.at(-1);
  if (last === undefined) return null;
  const reopened = { opinion: null, answeredOn: null, informedOn: null };
  const consultations = facts.consultations.map((it) =>
    it.consultation === last ? { ...it, ...reopened } : it,
  );
  return { ...facts, consultations, answered: facts.answered.slice(0, -1) };
}
