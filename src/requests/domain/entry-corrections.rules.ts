import { unreachable, type Command, type Refusal } from '../../kernel/decider.js';
import { weighCorrection, type WeighedCorrection } from '../../kernel/correction.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Due } from './handling.events.js';
import { isHandlingStep, withoutHandling, type Handling } from './handling.facts.js';
import { LEDGER_RULE, particularsMissing } from './receipt.rules.js';
import type { RequestKey } from './request-key.js';
import type {
  ApplicantDetails,
  EntryCorrected,
  EntryCorrections,
  EntryVoided,
} from './request.events.js';
import { closureOf, endsWithoutService, requestFacts, type RequestFacts } from './request.facts.js';
import type { RequestStep } from './request-steps.js';
import { dueAfter, type Terms } from './terms.js';

/** 更正登记. */
export type CorrectEntry = Command<
  'CorrectEntry',
  RequestKey & { corrected: EntryCorrections },
  Partial<ApplicantDetails> & { reason: string }
> & { readonly sealed: Partial<ApplicantDetails> & { readonly reason: string } };

/** 作废登记. */
export type VoidEntry = Command<
  'VoidEntry',
  Omit<EntryVoided['data'], 'due'>,
  { reason: string }
> & {
  readonly sealed: { readonly reason: string };
};

export type CorrectionRefusal = Refusal<
  | 'request/applicant-missing'
  | 'request/description-missing'
  | 'request/nothing-to-correct'
  | 'request/correction-reason-missing'
  | 'request/correction-of-nothing'
  | 'request/correction-out-of-order'
  | 'request/correction-reopens'
  | 'request/void-reason-missing'
  | 'request/nothing-to-void'
  | 'request/void-reopens'
>;

/** Decides 更正登记. A corrected day of receipt moves the due date. */
export function correctEntry(
  command: CorrectEntry,
  state: RequestFacts,
  terms: Terms,
): readonly [EntryCorrected] | CorrectionRefusal {
  const { data, sealed, today } = command;
  const called = callsForService(data.corrected, state) ? (['servedOn'] as const) : [];
  const weighed = weighCorrection<EntryCorrections>(data.corrected, state, called);
  const refusal = correctionRefusal(command, weighed, state);
  if (refusal !== null) return refusal;
  const { changes } = weighed;
  const { receivedOn } = changes;
  const due = receivedOn === undefined ? {} : { due: dueAfter(receivedOn, state.handling, terms) };
  const entry = { agencyId: data.agencyId, number: data.number, corrected: changes, ...due };
  return [{ type: 'EntryCorrected', occurredOn: today, data: entry, sealed }];
}

function correctionRefusal(
  { sealed, today }: CorrectEntry,
  { changes, absent }: WeighedCorrection<EntryCorrections>,
  state: RequestFacts,
): CorrectionRefusal | null {
  const { reason, ...details } = sealed;
  if (reason.trim() === '') {
    return { refused: 'request/correction-reason-missing', basis: '《条例》第45条' };
  }
  const missing = particularsMissing(details);
  if (missing !== null) return missing;
  if (Object.keys(changes).length === 0 && Object.keys(details).length === 0) {
    return { refused: 'request/nothing-to-correct', basis: LEDGER_RULE };
  }
  if (absent !== null) {
    const facts = { field: absent };
    return { refused: 'request/correction-of-nothing', basis: LEDGER_RULE, facts };
  }
  const right = { ...state, ...changes };
  const misplaced = outOfOrder(right, today);
  if (misplaced !== null) {
    return {
      refused: 'request/correction-out-of-order',
      basis: '《条例》第31、33条',
      facts: { field: misplaced },
    };
  }
  if (closureOf(state) === null || closureOf(right) !== null) return null;
  // A request that has ended would quietly be open again, and carried over year after year.
  return {
    refused: 'request/correction-reopens',
    basis: '国办公开办函〔2016〕235号',
    facts: { outcome: right.outcome ?? '' },
  };
}

/** A result that ended the request by itself was never served; the right one may have been. */
function callsForService({ outcome }: EntryCorrections, state: RequestFacts): boolean {
  if (outcome === undefined || state.outcome === null || state.withdrawnOn !== null) return false;
  return endsWithoutService(state.outcome) && !endsWithoutService(outcome);
}

/** Decides 作废登记: only what was logged can be voided. */
export function voidEntry(
  { data, sealed, today }: VoidEntry,
  state: RequestFacts,
  terms: Terms,
): readonly [EntryVoided] | CorrectionRefusal {
  if (sealed.reason.trim() === '') {
    return { refused: 'request/void-reason-missing', basis: '《条例》第45条' };
  }
  const left = whatIsLeft(data.step, state);
  if (left === null) {
    return { refused: 'request/nothing-to-void', basis: LEDGER_RULE, facts: { step: data.step } };
  }
  const due = dueLeft(left, state, terms);
  const voided: EntryVoided = {
    type: 'EntryVoided',
    occurredOn: today,
    data: { ...data, ...due },
    sealed,
  };
  if (followed(state) && closureOf(requestFacts(state, voided)) === null) {
    return { refused: 'request/void-reopens', basis: LEDGER_RULE, facts: { step: data.step } };
  }
  return [voided];
}

/** What follows the end of a request, and cannot stand on one that is open again. */
function followed({ archivedOn, publishedOn, redecisions }: RequestFacts): boolean {
  return archivedOn !== null || publishedOn !== null || redecisions.length > 0;
}

/** The handling that is left when the step is gone; null when there was no such step. */
function whatIsLeft(step: RequestStep, state: RequestFacts): Handling | null {
  const { handling, redecisions } = state;
  const kept = (logged: unknown): Handling | null => (logged === null ? null : handling);
  if (isHandlingStep(step)) return withoutHandling(handling, step);
  switch (step) {
    case 'registration':
      return handling;
    case 'decision':
      return kept(state.decidedOn ?? state.recordCorrection);
    case 'service':
      return kept(state.servedOn);
    case 'withdrawal':
      return kept(state.withdrawnOn);
    case 'merger':
      return kept(state.mergedOn);
    case 'redecision':
      return kept(redecisions.at(-1) ?? null);
    case 'publication':
      return kept(state.publishedOn);
    case 'archiving':
      return kept(state.archivedOn);
    default:
      return unreachable(step);
  }
}

function dueLeft(left: Handling, state: RequestFacts, terms: Terms): { due?: Due } {
  if (left === state.handling || state.receivedOn === null) return {};
  return { due: dueAfter(state.receivedOn, left, terms) };
}

/**
 * The first date that could not have been: each step of a request follows the one before, up to
 * today.
 */
function outOfOrder(facts: RequestFacts, today: LocalDate): keyof EntryCorrections | null {
  const steps = ['receivedOn', 'decidedOn', 'servedOn'] as const;
  const { receivedOn, arrivedOn, withdrawnOn } = facts;
  if (receivedOn !== null && handledOn(facts).some((on) => on < receivedOn)) return 'receivedOn';
  let reached: LocalDate | null = arrivedOn;
  for (const step of steps) {
    const on = facts[step];
    if (on === null) continue;
    if ((reached !== null && on < reached) || on > today) return step;
    reached = on;
  }
  const begun = receivedOn ?? arrivedOn;
  if (withdrawnOn !== null) {
    const before = begun !== null && withdrawnOn < begun;
    if (before || withdrawnOn > today) return 'withdrawnOn';
  }
  return followsItsEnd(facts) ? null : endedBy(facts);
}

/** The days of what was done with a request since its receipt, before it ended. */
function handledOn({ handling, mergedOn, recordCorrection }: RequestFacts): readonly LocalDate[] {
  return [
    recordCorrection?.decidedOn,
    handling.assigned?.since,
    handling.supplement?.requestedOn,
    handling.fee?.noticedOn,
    handling.reasons?.askedOn,
    ...handling.consultations.map(({ sentOn }) => sentOn),
    ...handling.extensions.map(({ toldOn }) => toldOn),
    ...handling.reviews.map(({ on }) => on),
    mergedOn,
  ].filter((on) => on !== undefined && on !== null);
}

/** Whether what followed the end of the request still comes after it. */
function followsItsEnd(facts: RequestFacts): boolean {
  const { archivedOn, publishedOn, redecisions } = facts;
  const after = [archivedOn, publishedOn, ...redecisions.map(({ orderedOn }) => orderedOn)];
  const end = closureOf(facts);
  return end === null || after.every((on) => on === null || on >= end.on);
}

function endedBy({ withdrawnOn, servedOn }: RequestFacts): keyof EntryCorrections {
  if (withdrawnOn !== null) return 'withdrawnOn';
  return servedOn === null ? 'decidedOn' : 'servedOn';
}
