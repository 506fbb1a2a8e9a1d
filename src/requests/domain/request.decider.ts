import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import { weighCorrection, type WeighedCorrection } from '../../kernel/correction.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { isAddressable } from '../../kernel/text.js';
import { isCalendarGap, type WorkingCalendar } from '../../kernel/working-calendar.js';
import {
  closureOf,
  endsWithoutService,
  requestFacts,
  type ApplicantDetails,
  type EntryCorrections,
  type EntryVoided,
  type ReplyDecided,
  type ReplyServed,
  type RequestEvent,
  type RequestFacts,
  type RequestKey,
  type RequestRegistered,
} from './request.events.js';
import {
  concernsPersonalData,
  decidePersonalData,
  sealRefusal,
  type PersonalDataCommand,
  type PersonalDataRefusal,
} from './personal-data.rules.js';

/** 登记申请. The deadline is the decider's to work out, so the caller may not supply it. */
export type RegisterRequest = Command<
  'RegisterRequest',
  Omit<RequestRegistered['data'], 'dueOn' | 'calendarEdition'> & { receivedOn: LocalDate },
  ApplicantDetails
> & { readonly sealed: ApplicantDetails };

/** 作出答复: one of the 21 results. */
export type DecideRequest = Command<
  'DecideRequest',
  ReplyDecided['data'] & { decidedOn: LocalDate }
>;

/** 送达答复. */
export type ServeReply = Command<'ServeReply', ReplyServed['data'] & { servedOn: LocalDate }>;

/** 撤回申请. */
export type WithdrawRequest = Command<'WithdrawRequest', RequestKey & { withdrawnOn: LocalDate }>;

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

export type RequestCommand =
  | RegisterRequest
  | DecideRequest
  | ServeReply
  | WithdrawRequest
  | CorrectEntry
  | VoidEntry
  | PersonalDataCommand;

export type RequestRefusal =
  | PersonalDataRefusal
  | Refusal<
      | 'request/number-missing'
      | 'request/applicant-missing'
      | 'request/description-missing'
      | 'request/already-registered'
      | 'request/not-registered'
      | 'request/date-in-future'
      | 'request/before-receipt'
      | 'request/already-decided'
      | 'request/not-decided'
      | 'request/served-before-decided'
      | 'request/already-closed'
      | 'request/nothing-to-correct'
      | 'request/correction-reason-missing'
      | 'request/correction-of-nothing'
      | 'request/correction-out-of-order'
      | 'request/correction-reopens'
      | 'request/voided'
      | 'request/void-reason-missing'
      | 'request/nothing-to-void'
    >;

type Outcome = readonly RequestEvent[] | RequestRefusal;
export type RequestState = RequestFacts | null;

/** 答复期限: twenty working days from receipt (《条例》第33条). */
const REPLY_WORKING_DAYS = 20;

const LEDGER_RULE = '台账规则：一个登记编号登记一件申请，事实只增不改';

export function requestDecider(
  calendar: WorkingCalendar,
): Decider<RequestState, RequestCommand, RequestEvent, RequestRefusal> {
  return { initialState: null, decide, evolve: requestFacts };

  function decide(command: RequestCommand, state: RequestState): Outcome {
    if (command.type === 'RegisterRequest') return register(command, state);
    if (state === null) return { refused: 'request/not-registered', basis: LEDGER_RULE };
    const { personalData, voidedOn } = state;
    const closedOn = closureOf(state)?.on ?? voidedOn;
    if (concernsPersonalData(command)) return decidePersonalData(command, personalData, closedOn);
    const facts = { on: voidedOn ?? '' };
    if (voidedOn !== null) return { refused: 'request/voided', basis: LEDGER_RULE, facts };
    const unsealable = command.sealed === undefined ? null : sealRefusal(personalData);
    if (unsealable !== null) return unsealable;
    switch (command.type) {
      case 'DecideRequest':
        return decideReply(command, state);
      case 'ServeReply':
        return serve(command, state);
      case 'WithdrawRequest':
        return withdraw(command, state);
      case 'CorrectEntry':
        return correct(command, state);
      case 'VoidEntry':
        return voidEntry(command, state);
      default:
        return unreachable(command);
    }
  }

  function register({ data, sealed, today }: RegisterRequest, state: RequestState): Outcome {
    if (!isAddressable(data.number)) {
      return { refused: 'request/number-missing', basis: '《条例》第45条' };
    }
    if (state !== null) return { refused: 'request/already-registered', basis: LEDGER_RULE };
    if (sealed.applicant.trim() === '') {
      return { refused: 'request/applicant-missing', basis: '《条例》第29条第（一）项' };
    }
    if (sealed.description.trim() === '') {
      return { refused: 'request/description-missing', basis: '《条例》第29条第（二）项' };
    }
    const { receivedOn, ...registered } = data;
    if (receivedOn > today) return inFuture('《条例》第31条', receivedOn, today);

    const event = { ...registered, ...dueAfter(receivedOn) };
    return [{ type: 'RequestRegistered', occurredOn: receivedOn, data: event, sealed }];
  }

  /**
   * Registering never waits for the State Council: a year not announced yet leaves the date open.
   */
  function dueAfter(receivedOn: LocalDate): { dueOn: LocalDate | null; calendarEdition: string } {
    const dueOn = calendar.workingDayAfter(receivedOn, REPLY_WORKING_DAYS);
    return { dueOn: isCalendarGap(dueOn) ? null : dueOn, calendarEdition: calendar.edition };
  }

  function correct(command: CorrectEntry, state: RequestFacts): Outcome {
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
}

function correctionRefusal(
  { sealed, today }: CorrectEntry,
  { changes, absent }: WeighedCorrection<EntryCorrections>,
  state: RequestFacts,
): RequestRefusal | null {
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

function voidEntry({ data, sealed, today }: VoidEntry, state: RequestFacts): Outcome {
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

function decideReply({ data, today }: DecideRequest, state: RequestFacts): Outcome {
  const { decidedOn, ...decided } = data;
  if (closureOf(state) !== null) return alreadyClosed(state);
  if (state.outcome !== null) {
    return {
      refused: 'request/already-decided',
      basis: LEDGER_RULE,
      facts: { outcome: state.outcome },
    };
  }
  if (decidedOn > today) return inFuture('《条例》第33条', decidedOn, today);
  if (decidedOn < state.receivedOn) return beforeReceipt(decidedOn, state);
  return [{ type: 'ReplyDecided', occurredOn: decidedOn, data: decided }];
}

function serve({ data, today }: ServeReply, state: RequestFacts): Outcome {
  const { servedOn, ...served } = data;
  if (closureOf(state) !== null) return alreadyClosed(state);
  if (state.decidedOn === null) return { refused: 'request/not-decided', basis: '《条例》第36条' };
  if (servedOn > today) return inFuture('国办公开办函〔2016〕235号', servedOn, today);
  if (servedOn < state.decidedOn) {
    return {
      refused: 'request/served-before-decided',
      basis: '国办公开办函〔2016〕235号',
      facts: { servedOn, decidedOn: state.decidedOn },
    };
  }
  return [{ type: 'ReplyServed', occurredOn: servedOn, data: served }];
}

function withdraw({ data, today }: WithdrawRequest, state: RequestFacts): Outcome {
  const { withdrawnOn, ...key } = data;
  if (closureOf(state) !== null) return alreadyClosed(state);
  if (withdrawnOn > today) return inFuture('《条例》第45条', withdrawnOn, today);
  if (withdrawnOn < state.receivedOn) return beforeReceipt(withdrawnOn, state);
  return [{ type: 'RequestWithdrawn', occurredOn: withdrawnOn, data: key }];
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

function inFuture(basis: string, on: LocalDate, today: LocalDate): RequestRefusal {
  return { refused: 'request/date-in-future', basis, facts: { on, today } };
}

function beforeReceipt(on: LocalDate, { receivedOn }: RequestFacts): RequestRefusal {
  return { refused: 'request/before-receipt', basis: '《条例》第31条', facts: { on, receivedOn } };
}

function alreadyClosed(state: RequestFacts): RequestRefusal {
  const closure = closureOf(state);
  const facts = closure === null ? {} : { on: closure.on, outcome: closure.outcome };
  return { refused: 'request/already-closed', basis: LEDGER_RULE, facts };
}
