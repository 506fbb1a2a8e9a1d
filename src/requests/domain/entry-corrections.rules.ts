import type { Command, Refusal } from '../../kernel/decider.js';
import { weighCorrection, type WeighedCorrection } from '../../kernel/correction.js';
import type { LocalDate } from '../../kernel/local-date.js';
import {
  closureOf,
  endsWithoutService,
  type ApplicantDetails,
  type EntryCorrected,
  type EntryCorrections,
  type EntryVoided,
  type RequestFacts,
  type RequestKey,
} from './request.events.js';

/** 更正登记. */
export type CorrectEntry = Command<
  'CorrectEntry',
  RequestKey & { corrected: EntryCorrections },
  Partial<ApplicantDetails> & { reason: string }
> & { readonly sealed: Partial<ApplicantDetails> & { readonly reason: string } };

/** 作废登记. */
export type VoidEntry = Command<'VoidEntry', EntryVoided['data'], { reason: string }> & {
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
>;

export const LEDGER_RULE = '台账规则：一个登记编号登记一件申请，事实只增不改';

/** Decides 更正登记. `dueAfter` counts the term of a corrected day of receipt. */
export function correctEntry(
  command: CorrectEntry,
  state: RequestFacts,
  dueAfter: (receivedOn: LocalDate) => NonNullable<EntryCorrected['data']['due']>,
): readonly [EntryCorrected] | CorrectionRefusal {
  const { data, sealed, today } = command;
  const called = callsForService(data.corrected, state) ? (['servedOn'] as const) : [];
  const weighed = weighCorrection<EntryCorrections>(data.corrected, state, called);
  const refusal = correctionRefusal(command, weighed, state);
  if (refusal !== null) return refusal;
  const { changes } = weighed;
  const due = changes.receivedOn === undefined ? {} : { due: dueAfter(changes.receivedOn) };
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
  if (details.applicant?.trim() === '') {
    return { refused: 'request/applicant-missing', basis: '《条例》第29条第（一）项' };
  }
  if (details.description?.trim() === '') {
    return { refused: 'request/description-missing', basis: '《条例》第29条第（二）项' };
  }
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
): readonly [EntryVoided] | CorrectionRefusal {
  if (sealed.reason.trim() === '') {
    return { refused: 'request/void-reason-missing', basis: '《条例》第45条' };
  }
  const logged = {
    registration: state.receivedOn,
    decision: state.decidedOn,
    service: state.servedOn,
    withdrawal: state.withdrawnOn,
  };
  if (logged[data.step] === null) {
    return { refused: 'request/nothing-to-void', basis: LEDGER_RULE, facts: { step: data.step } };
  }
  return [{ type: 'EntryVoided', occurredOn: today, data, sealed }];
}

/**
 * The first date that could not have been: each step of a request follows the one before, up to
 * today.
 */
function outOfOrder(facts: RequestFacts, today: LocalDate): keyof EntryCorrections | null {
  const steps = ['receivedOn', 'decidedOn', 'servedOn'] as const;
  let reached: LocalDate = facts.receivedOn;
  for (const step of steps) {
    const on = facts[step];
    if (on === null) continue;
    if (on < reached || on > today) return step;
    reached = on;
  }
  const { withdrawnOn } = facts;
  const impossible =
    withdrawnOn !== null && (withdrawnOn < facts.receivedOn || withdrawnOn > today);
  return impossible ? 'withdrawnOn' : null;
}
