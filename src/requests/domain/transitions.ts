import { unreachable, type Refusal } from '../../kernel/decider.js';
import { closureOf, type RequestFacts } from './request.facts.js';
import { statusOf, UNDECIDED, type RequestStatus } from './request-status.js';

/** The steps of the procedure that only some states allow. */
export type Step =
  | 'LogContactAttempt'
  | 'ConfirmReceipt'
  | 'RequestSupplement'
  | 'ReceiveSupplement'
  | 'AssignRequest'
  | 'SeekOpinion'
  | 'RecordOpinionReceipt'
  | 'RecordOpinion'
  | 'InformThirdParty'
  | 'AskReasons'
  | 'JudgeReasons'
  | 'DelayReply'
  | 'ExtendDeadline'
  | 'ServeFeeNotice'
  | 'RecordPayment'
  | 'RecordReview'
  | 'RecomputeDeadline'
  | 'DecideRequest'
  | 'DecideRecordCorrection'
  | 'ServeReply'
  | 'WithdrawRequest'
  | 'MergeRequest'
  | 'OrderRedecision'
  | 'MakeRedecision'
  | 'ServeRedecision'
  | 'PublishInformation'
  | 'ArchiveRequest';

/** Why a step cannot be taken now: named after the state that is in the way, or what was not begun. */
export type NotNow = Refusal<
  | 'request/receipt-not-confirmed'
  | 'request/receipt-confirmed'
  | 'request/awaiting-supplement'
  | 'request/supplement-not-requested'
  | 'request/consultation-open'
  | 'request/no-consultation-open'
  | 'request/awaiting-reasons'
  | 'request/reasons-not-asked'
  | 'request/awaiting-payment'
  | 'request/fee-not-noticed'
  | 'request/already-decided'
  | 'request/not-decided'
  | 'request/already-closed'
  | 'request/not-closed'
  | 'request/redeciding'
  | 'request/redecision-not-ordered'
  | 'request/redecision-not-served'
  | 'request/archived'
>;

const WORKING = ['registered', 'handling'] as const;
const CONSULTING = ['consulting-third-party', 'consulting-organ'] as const;
const CLOSED = ['closed', 'lapsed-supplement', 'lapsed-payment', 'ended'] as const;

type Rule = Readonly<{
  from: readonly RequestStatus[];
  basis: string;
  /** What is missing where the request is being worked on and the step does not follow. */
  missing?: NotNow['refused'];
}>;

/**
 * 办理流程: from which states each step may be taken. Whatever else a step asks for is with its rule;
 * what follows from it is read off the facts by `statusOf`.
 */
const TRANSITIONS: Readonly<Record<Step, Rule>> = {
  LogContactAttempt: awaiting(['awaiting-confirmation'], 31, 'request/receipt-confirmed'),
  ConfirmReceipt: awaiting(['awaiting-confirmation'], 31, 'request/receipt-confirmed'),
  RequestSupplement: awaiting(WORKING, 30),
  ReceiveSupplement: awaiting(['awaiting-supplement'], 30, 'request/supplement-not-requested'),
  AssignRequest: awaiting(UNDECIDED, 45),
  SeekOpinion: awaiting([...WORKING, ...CONSULTING], 32),
  RecordOpinionReceipt: awaiting(CONSULTING, 32, 'request/no-consultation-open'),
  RecordOpinion: awaiting(CONSULTING, 32, 'request/no-consultation-open'),
  InformThirdParty: awaiting([...WORKING, 'consulting-organ', 'awaiting-service', ...CLOSED], 32),
  AskReasons: awaiting(WORKING, 35),
  JudgeReasons: awaiting(['awaiting-reasons'], 35, 'request/reasons-not-asked'),
  DelayReply: awaiting(WORKING, 35),
  ExtendDeadline: awaiting([...WORKING, ...CONSULTING, 'awaiting-reasons'], 33),
  ServeFeeNotice: awaiting(WORKING, 42),
  RecordPayment: awaiting(['awaiting-payment'], 42, 'request/fee-not-noticed'),
  RecordReview: awaiting([...WORKING, ...CONSULTING, 'awaiting-reasons'], 17),
  RecomputeDeadline: awaiting([...UNDECIDED, 'awaiting-service'], 33),
  // The two results that say that nothing came are decided while it is waited for.
  DecideRequest: awaiting([...WORKING, 'awaiting-supplement', 'awaiting-payment'], 36),
  DecideRecordCorrection: awaiting(WORKING, 41),
  ServeReply: awaiting(['awaiting-service'], 36, 'request/not-decided'),
  WithdrawRequest: awaiting(['awaiting-confirmation', ...UNDECIDED, 'awaiting-service'], 45),
  MergeRequest: awaiting([...WORKING, ...CONSULTING, 'awaiting-reasons'], 45),
  OrderRedecision: awaiting([...CLOSED, 'archived'], 51, 'request/not-closed'),
  MakeRedecision: awaiting(['redeciding'], 51, 'request/redecision-not-ordered'),
  ServeRedecision: awaiting(['awaiting-redecision-service'], 51, 'request/redecision-not-ordered'),
  PublishInformation: awaiting([...CLOSED, 'archived'], 44, 'request/not-closed'),
  ArchiveRequest: awaiting(CLOSED, 45, 'request/not-closed'),
};

function awaiting(
  from: readonly RequestStatus[],
  article: number,
  missing?: NotNow['refused'],
): Rule {
  const rule = { from, basis: `《条例》第${String(article)}条` };
  return missing === undefined ? rule : { ...rule, missing };
}

/** Null where the step may be taken from where the request stands. */
export function refuseNotNow(step: Step, facts: RequestFacts): NotNow | null {
  const status = statusOf(facts);
  if (!Object.hasOwn(TRANSITIONS, step)) return unreachable(step as never);
  const { from, basis, missing } = TRANSITIONS[step];
  if (from.includes(status)) return null;
  // What was never begun is the plainer answer; once the request has ended, that it has.
  const began = closureOf(facts) === null || missing === 'request/redecision-not-ordered';
  const inTheWay = began && !REDECIDING.includes(status) ? missing : undefined;
  const refused = inTheWay ?? IN_THE_WAY[status];
  return { refused, basis, ...factsFor(refused, facts) };
}

const REDECIDING: readonly RequestStatus[] = ['redeciding', 'awaiting-redecision-service'];

function factsFor(refused: NotNow['refused'], facts: RequestFacts): Pick<Refusal, 'facts'> {
  const closure = closureOf(facts);
  if (refused === 'request/already-closed' && closure !== null) {
    return { facts: { on: closure.on, outcome: closure.outcome } };
  }
  if (refused !== 'request/already-decided') return {};
  return { facts: { outcome: facts.outcome ?? '' } };
}

/** A voided request never comes here, and nothing is refused for being registered or in hand. */
const IN_THE_WAY: Readonly<Record<RequestStatus, NotNow['refused']>> = {
  'awaiting-confirmation': 'request/receipt-not-confirmed',
  registered: 'request/not-decided',
  handling: 'request/not-decided',
  'awaiting-supplement': 'request/awaiting-supplement',
  'consulting-third-party': 'request/consultation-open',
  'consulting-organ': 'request/consultation-open',
  'awaiting-reasons': 'request/awaiting-reasons',
  'awaiting-payment': 'request/awaiting-payment',
  'awaiting-service': 'request/already-decided',
  closed: 'request/already-closed',
  'lapsed-supplement': 'request/already-closed',
  'lapsed-payment': 'request/already-closed',
  ended: 'request/already-closed',
  redeciding: 'request/redeciding',
  'awaiting-redecision-service': 'request/redecision-not-served',
  archived: 'request/archived',
  voided: 'request/already-closed',
};
