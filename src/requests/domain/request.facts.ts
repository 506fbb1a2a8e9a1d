import { CorruptStream, unreachable } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { attachmentFacts, isAttachmentEvent, type Attachment } from './attachment.facts.js';
import {
  handlingFacts,
  isHandling,
  isHandlingStep,
  UNHANDLED,
  withoutHandling,
  type Handling,
} from './handling.facts.js';
import type { Due, HandlingEvent } from './handling.events.js';
import { personalDataFacts, UNTOUCHED, type PersonalData } from './personal-data.events.js';
import type {
  RecordCorrectionRequested,
  RecordCorrectionResult,
} from './record-correction.events.js';
import type { RequestKey } from './request-key.js';
import type {
  ApplicantKind,
  Channel,
  EntryCorrected,
  EntryVoided,
  NotHeldBecause,
  Outcome,
  RedecisionOrderer,
  RequestArrived,
  RequestEvent,
  RequestRegistered,
} from './request.events.js';

/** 重新答复, ordered on a day; a later order begins another. */
export type Redecision = Readonly<{
  by: RedecisionOrderer;
  caseNumber: string;
  orderedOn: LocalDate;
  dueOn: LocalDate;
  outcome: Outcome | null;
  decidedOn: LocalDate | null;
  servedOn: LocalDate | null;
}>;

/**
 * What the events say of one request, corrections applied. The decider and the register both read
 * it so.
 */
export type RequestFacts = RequestKey &
  Readonly<{
    /** 更正申请 (第41条) is counted in no table; everything else asks for information. */
    subject: 'disclosure' | 'record-correction';
    recordCorrection: Readonly<{ result: RecordCorrectionResult; decidedOn: LocalDate }> | null;
    /** The day it arrived without being confirmed; null where receipt was certain at once. */
    arrivedOn: LocalDate | null;
    /** 收到申请之日; null while it is not confirmed. */
    receivedOn: LocalDate | null;
    applicantKind: ApplicantKind;
    channel: Channel;
    /** The number it was split from, or that it was merged into. */
    splitFrom: string | null;
    mergedInto: string | null;
    mergedOn: LocalDate | null;
    /** 答复期限届满日; null while the period is stopped, or has not begun. */
    dueOn: LocalDate | null;
    /** 待节假日安排公布. */
    provisional: boolean;
    calendarEdition: string;
    handling: Handling;
    outcome: Outcome | null;
    notHeldBecause: NotHeldBecause | null;
    documentNumber: string | null;
    decidedOn: LocalDate | null;
    servedOn: LocalDate | null;
    withdrawnOn: LocalDate | null;
    redecisions: readonly Redecision[];
    publishedOn: LocalDate | null;
    archivedOn: LocalDate | null;
    corrections: number;
    /** The day the registration was voided; null while it stands. */
    voidedOn: LocalDate | null;
    attachments: readonly Attachment[];
    personalData: PersonalData;
  }>;

/** A 更正申请 has no column of table three; only a person has a record about himself. */
const NOT_COUNTED = { applicantKind: 'natural', channel: 'other' } as const;

const UNDECIDED = {
  outcome: null,
  notHeldBecause: null,
  documentNumber: null,
  decidedOn: null,
  servedOn: null,
} as const;

export function requestFacts(facts: RequestFacts | null, event: RequestEvent): RequestFacts {
  if (isBeginning(event)) {
    if (facts !== null) throw new CorruptStream(`request ${event.data.number} registered twice`);
    return begun(event);
  }
  if (facts === null) {
    throw new CorruptStream(`request ${event.data.number}: ${event.type} before it was registered`);
  }
  const { occurredOn: on } = event;
  if (isHandling(event)) return handled(facts, event);
  if (isAttachmentEvent(event)) {
    return { ...facts, attachments: attachmentFacts(facts.attachments, event) };
  }
  switch (event.type) {
    case 'ReplyDecided': {
      const { outcome, notHeldBecause = null, documentNumber = null } = event.data;
      return { ...facts, outcome, notHeldBecause, documentNumber, decidedOn: on };
    }
    case 'ReplyServed':
      if (facts.decidedOn === null) {
        throw new CorruptStream(`request ${facts.number}: a reply served before it was decided`);
      }
      return { ...facts, servedOn: on };
    case 'RequestWithdrawn':
      return { ...facts, withdrawnOn: on };
    case 'RequestMerged':
      return { ...facts, mergedInto: event.data.into, mergedOn: on };
    case 'EntryCorrected':
      return corrected(facts, event);
    case 'EntryVoided':
      return voided(facts, event);
    case 'RedecisionOrdered': {
      const { by, caseNumber, dueOn } = event.data;
      const open = { outcome: null, decidedOn: null, servedOn: null };
      const ordered = { by, caseNumber, dueOn, orderedOn: on, ...open };
      return { ...facts, redecisions: [...facts.redecisions, ordered] };
    }
    case 'RedecisionMade':
      return withRedecision(facts, { outcome: event.data.outcome, decidedOn: on });
    case 'RedecisionServed':
      return withRedecision(facts, { servedOn: on });
    case 'RequestedInformationPublished':
      return { ...facts, publishedOn: on };
    case 'RecordCorrectionDecided': {
      const { result } = event.data;
      return { ...facts, recordCorrection: { result, decidedOn: on } };
    }
    case 'RequestArchived':
      return { ...facts, archivedOn: on };
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

function handled(facts: RequestFacts, event: HandlingEvent): RequestFacts {
  const received = event.type === 'ReceiptConfirmed' ? { receivedOn: event.occurredOn } : {};
  const due = 'due' in event.data ? dueFacts(event.data.due) : {};
  return { ...facts, ...received, ...due, handling: handlingFacts(facts.handling, event) };
}

type Beginning = RequestArrived | RequestRegistered | RecordCorrectionRequested;

function isBeginning(event: RequestEvent): event is Beginning {
  const { type } = event;
  return (
    type === 'RequestRegistered' ||
    type === 'RequestArrived' ||
    type === 'RecordCorrectionRequested'
  );
}

function begun(event: Beginning): RequestFacts {
  const { agencyId, number } = event.data;
  const registered = event.type === 'RequestRegistered' ? event.data : null;
  const correction = event.type === 'RecordCorrectionRequested';
  const { applicantKind, channel } =
    event.type === 'RecordCorrectionRequested' ? NOT_COUNTED : event.data;
  return {
    agencyId,
    number,
    applicantKind,
    channel,
    subject: correction ? 'record-correction' : 'disclosure',
    recordCorrection: null,
    arrivedOn: event.type === 'RequestArrived' ? event.occurredOn : null,
    receivedOn: event.type === 'RequestArrived' ? null : event.occurredOn,
    splitFrom: registered?.splitFrom ?? null,
    mergedInto: null,
    mergedOn: null,
    ...(registered === null ? NO_DUE : dueFacts(registered)),
    handling: UNHANDLED,
    ...UNDECIDED,
    withdrawnOn: null,
    redecisions: [],
    publishedOn: null,
    archivedOn: null,
    corrections: 0,
    voidedOn: null,
    attachments: [],
    personalData: UNTOUCHED,
  };
}

type DueFacts = Pick<RequestFacts, 'dueOn' | 'provisional' | 'calendarEdition'>;

const NO_DUE: DueFacts = { dueOn: null, provisional: false, calendarEdition: '' };

function dueFacts({ dueOn, provisional, calendarEdition }: Due): DueFacts {
  return { dueOn, provisional: provisional === true, calendarEdition };
}

function corrected(facts: RequestFacts, { data }: EntryCorrected): RequestFacts {
  const due = data.due === undefined ? {} : dueFacts(data.due);
  // What was proposed to be erased was the entry as it stood.
  const personalData = { ...facts.personalData, proposal: null };
  const corrections = facts.corrections + 1;
  return { ...facts, ...data.corrected, ...due, corrections, personalData };
}

function voided(facts: RequestFacts, event: EntryVoided): RequestFacts {
  const personalData = { ...facts.personalData, proposal: null };
  const { due } = event.data;
  const moved = due === undefined ? {} : dueFacts(due);
  return { ...facts, ...withoutStep(facts, event), ...moved, personalData };
}

/** What is left of the facts that a voided step had brought. */
function withoutStep(
  facts: RequestFacts,
  { data: { step, number }, occurredOn }: EntryVoided,
): Partial<RequestFacts> {
  if (isHandlingStep(step)) {
    const handling = withoutHandling(facts.handling, step);
    if (handling === null) throw new CorruptStream(`request ${number}: no ${step} to void`);
    return { handling };
  }
  switch (step) {
    case 'registration':
      return { voidedOn: occurredOn };
    case 'decision':
      return { ...UNDECIDED, recordCorrection: null };
    case 'service':
      return { servedOn: null };
    case 'withdrawal':
      return { withdrawnOn: null };
    case 'merger':
      return { mergedInto: null, mergedOn: null };
    case 'redecision':
      return { redecisions: facts.redecisions.slice(0, -1) };
    case 'publication':
      return { publishedOn: null };
    case 'archiving':
      return { archivedOn: null };
    default:
      return unreachable(step);
  }
}

function withRedecision(facts: RequestFacts, progress: Partial<Redecision>): RequestFacts {
  const last = facts.redecisions.at(-1);
  if (last === undefined) throw new CorruptStream(`request ${facts.number}: no redecision ordered`);
  return { ...facts, redecisions: [...facts.redecisions.slice(0, -1), { ...last, ...progress }] };
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
  // A withdrawn or merged request is 其他处理 3.其他, whatever had been decided but not served.
  const ended = facts.withdrawnOn ?? facts.mergedOn;
  if (ended !== null) return { on: ended, outcome: 'other_misc' };
  // A 更正申请 has none of the 21 results, and no table counts it.
  const { recordCorrection } = facts;
  if (recordCorrection !== null) return { on: recordCorrection.decidedOn, outcome: 'other_misc' };
  if (facts.outcome === null) return null;
  const on = endsWithoutService(facts.outcome) ? facts.decidedOn : facts.servedOn;
  return on === null ? null : { on, outcome: facts.outcome };
}
