import type { Decider, Refusal } from '../../kernel/decider.js';
import {
  archiveRequest,
  makeRedecision,
  orderRedecision,
  publishInformation,
  serveRedecision,
  type AfterClosureCommand,
  type AfterClosureRefusal,
} from './after-closure.rules.js';
import {
  concernsAttachment,
  decideAttachment,
  type AttachmentCommand,
  type AttachmentRefusal,
} from './attachment.rules.js';
import {
  informThirdParty,
  recordOpinion,
  recordOpinionReceipt,
  seekOpinion,
  type ConsultationCommand,
  type ConsultationRefusal,
} from './consultation.rules.js';
import {
  correctEntry,
  voidEntry,
  type CorrectEntry,
  type CorrectionRefusal,
  type VoidEntry,
} from './entry-corrections.rules.js';
import {
  recordPayment,
  serveFeeNotice,
  type FeeCommand,
  type FeeRefusal,
} from './fee-notice.rules.js';
import {
  askReasons,
  delayReply,
  extendDeadline,
  judgeReasons,
  recomputeDeadline,
  type PeriodCommand,
  type PeriodRefusal,
} from './period.rules.js';
import {
  concernsPersonalData,
  decidePersonalData,
  sealRefusal,
  type PersonalDataCommand,
  type PersonalDataRefusal,
} from './personal-data.rules.js';
import {
  decideRecordCorrection,
  refuseOtherSubject,
  registerRecordCorrection,
  type RecordCorrectionCommand,
  type RecordCorrectionRefusal,
} from './record-correction.rules.js';
import {
  confirmReceipt,
  LEDGER_RULE,
  logArrival,
  logContactAttempt,
  register,
  type ReceiptCommand,
  type ReceiptRefusal,
} from './receipt.rules.js';
import type { Received } from './received.js';
import {
  assignRequest,
  decideRequest,
  mergeRequest,
  recordReview,
  serveReply,
  withdrawRequest,
  type ReplyCommand,
  type ReplyRefusal,
} from './reply.rules.js';
import type { RequestEvent } from './request.events.js';
import { closureOf, requestFacts, type RequestFacts } from './request.facts.js';
import {
  receiveSupplement,
  requestSupplement,
  type SupplementCommand,
  type SupplementRefusal,
} from './supplement.rules.js';
import type { Terms } from './terms.js';
import { refuseNotNow, type NotNow, type Step } from './transitions.js';

/** A step of the procedure, from arrival to the archive. */
export type StepCommand = Extract<
  | ReceiptCommand
  | SupplementCommand
  | ConsultationCommand
  | PeriodCommand
  | FeeCommand
  | ReplyCommand
  | RecordCorrectionCommand
  | AfterClosureCommand,
  { type: Step }
>;

export type RequestCommand =
  | ReceiptCommand
  | RecordCorrectionCommand
  | StepCommand
  | CorrectEntry
  | VoidEntry
  | AttachmentCommand
  | PersonalDataCommand;

export type RequestRefusal =
  | NotNow
  | ReceiptRefusal
  | SupplementRefusal
  | ConsultationRefusal
  | PeriodRefusal
  | FeeRefusal
  | ReplyRefusal
  | RecordCorrectionRefusal
  | AfterClosureRefusal
  | PersonalDataRefusal
  | AttachmentRefusal
  | CorrectionRefusal
  | Refusal<'request/not-registered' | 'request/voided'>;

type Outcome = readonly RequestEvent[] | RequestRefusal;
export type RequestState = RequestFacts | null;

export function requestDecider(
  terms: Terms,
): Decider<RequestState, RequestCommand, RequestEvent, RequestRefusal> {
  return { initialState: null, decide, evolve: requestFacts };

  function decide(command: RequestCommand, state: RequestState): Outcome {
    if (command.type === 'RegisterRequest') return register(command, state, terms);
    if (command.type === 'RegisterRecordCorrection')
      return registerRecordCorrection(command, state);
    if (command.type === 'LogArrival') return logArrival(command, state, terms);
    if (state === null) return { refused: 'request/not-registered', basis: LEDGER_RULE };
    const { personalData, voidedOn } = state;
    const closedOn = closureOf(state)?.on ?? voidedOn;
    if (concernsPersonalData(command)) return decidePersonalData(command, personalData, closedOn);
    const facts = { on: voidedOn ?? '' };
    if (voidedOn !== null) return { refused: 'request/voided', basis: LEDGER_RULE, facts };
    const unsealable = command.sealed === undefined ? null : sealRefusal(personalData);
    if (unsealable !== null) return unsealable;
    if (command.type === 'CorrectEntry') return correctEntry(command, state, terms);
    if (command.type === 'VoidEntry') return voidEntry(command, state, terms);
    if (concernsAttachment(command)) return decideAttachment(command, state);
    const elsewhere = refuseOtherSubject(command.type, state);
    if (elsewhere !== null) return elsewhere;
    return refuseNotNow(command.type, state) ?? take(command, state as Received, terms);
  }
}

/**
 * Takes a step that the state of the request allows. Before receipt is confirmed the transitions let
 * only those pass whose rules do not ask for the day of receipt.
 */
function take(command: StepCommand, state: Received, terms: Terms): Outcome {
  const rule = RULES[command.type] as Rule<StepCommand>;
  return rule(command, state, terms);
}

type Rule<C> = (command: C, state: Received, terms: Terms) => Outcome;

/** The rule of every step. */
const RULES: { readonly [Type in Step]: Rule<Extract<StepCommand, { type: Type }>> } = {
  LogContactAttempt: logContactAttempt,
  ConfirmReceipt: confirmReceipt,
  RequestSupplement: requestSupplement,
  ReceiveSupplement: receiveSupplement,
  AssignRequest: assignRequest,
  SeekOpinion: seekOpinion,
  RecordOpinionReceipt: recordOpinionReceipt,
  RecordOpinion: recordOpinion,
  InformThirdParty: informThirdParty,
  AskReasons: askReasons,
  JudgeReasons: judgeReasons,
  DelayReply: delayReply,
  ExtendDeadline: extendDeadline,
  ServeFeeNotice: serveFeeNotice,
  RecordPayment: recordPayment,
  RecordReview: recordReview,
  RecomputeDeadline: recomputeDeadline,
  DecideRequest: decideRequest,
  DecideRecordCorrection: decideRecordCorrection,
  ServeReply: serveReply,
  WithdrawRequest: withdrawRequest,
  MergeRequest: mergeRequest,
  OrderRedecision: orderRedecision,
  MakeRedecision: makeRedecision,
  ServeRedecision: serveRedecision,
  PublishInformation: publishInformation,
  ArchiveRequest: archiveRequest,
};
