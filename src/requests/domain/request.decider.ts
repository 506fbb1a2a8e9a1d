import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { isAddressable } from '../../kernel/text.js';
import { isCalendarGap, type WorkingCalendar } from '../../kernel/working-calendar.js';
import {
  correctEntry,
  LEDGER_RULE,
  voidEntry,
  type CorrectEntry,
  type CorrectionRefusal,
  type VoidEntry,
} from './entry-corrections.rules.js';
import {
  closureOf,
  requestFacts,
  type ApplicantDetails,
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
  | CorrectionRefusal
  | Refusal<
      | 'request/number-missing'
      | 'request/already-registered'
      | 'request/not-registered'
      | 'request/date-in-future'
      | 'request/before-receipt'
      | 'request/already-decided'
      | 'request/not-decided'
      | 'request/served-before-decided'
      | 'request/already-closed'
      | 'request/voided'
    >;

type Outcome = readonly RequestEvent[] | RequestRefusal;
export type RequestState = RequestFacts | null;

/** 答复期限: twenty working days from receipt (《条例》第33条). */
const REPLY_WORKING_DAYS = 20;

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
        return correctEntry(command, state, dueAfter);
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
