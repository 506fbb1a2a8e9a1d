import { isRefusal, type Refusal } from '../../../src/kernel/decider.js';
import type { LocalDate } from '../../../src/kernel/local-date.js';
import {
  requestDecider,
  type RequestCommand,
  type RequestRefusal,
  type RequestState,
} from '../../../src/requests/domain/request.decider.js';
import type { Due } from '../../../src/requests/domain/handling.events.js';
import { statusOf, type RequestStatus } from '../../../src/requests/domain/request-status.js';
import type { RequestEvent } from '../../../src/requests/domain/request.events.js';
import { requestFacts, type RequestFacts } from '../../../src/requests/domain/request.facts.js';
import type { Terms } from '../../../src/requests/domain/terms.js';
import { defaultTerms, mondayToFriday } from '../calendar.js';
import { specification } from '../specification.js';
import { TODAY } from './requests.js';

const KEY = { agencyId: 'jia', number: '2025-0042' } as const;

type Named<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>;
type Given<Type extends RequestCommand['type']> = Partial<Named<Type>['data']>;

function step<Type extends RequestCommand['type']>(
  type: Type,
  data: Omit<Named<Type>['data'], 'agencyId' | 'number'>,
  given: Given<Type> = {},
  sealed?: Named<Type>['sealed'],
): Named<Type> {
  const words = sealed === undefined ? {} : { sealed };
  const command = { type, data: { ...KEY, ...data, ...given }, today: TODAY, ...words };
  return command as unknown as Named<Type>;
}

/** The steps of request 2025-0042, as a clerk would log them; what is `given` goes first. */
export const arrive = (given: Given<'LogArrival'> = {}) =>
  step(
    'LogArrival',
    { channel: 'letter', applicantKind: 'natural', arrivedOn: '2025-02-28' },
    given,
    { applicant: '张三', description: '某项目的批复' },
  );
export const attempt = (attemptedOn: LocalDate = '2025-02-28') =>
  step('LogContactAttempt', { attemptedOn, way: 'phone' }, {}, { note: '无人接听' });
export const confirm = (confirmedOn: LocalDate = '2025-03-03') =>
  step('ConfirmReceipt', { confirmedOn, way: 'phone' });
export const askSupplement = (
  servedOn: LocalDate = '2025-03-05',
  given: Given<'RequestSupplement'> = {},
  matters = '请写明文号',
) =>
  step(
    'RequestSupplement',
    { servedOn, grounds: ['description'], respondBy: '2025-03-20' },
    given,
    { matters },
  );
export const supply = (
  suppliedOn: LocalDate = '2025-03-14',
  given: Given<'ReceiveSupplement'> = {},
  supplement = '文号是某某',
) => step('ReceiveSupplement', { suppliedOn }, given, { supplement });
export const assign = (given: Given<'AssignRequest'> = {}) =>
  step('AssignRequest', { handler: '李科员', assignedOn: '2025-03-04' }, given);
export const seek = (
  sentOn: LocalDate = '2025-03-10',
  given: Given<'SeekOpinion'> = {},
  consultee = '某公司',
) => step('SeekOpinion', { sentOn, party: 'third-party' }, given, { consultee });
export const reach = (
  reachedOn: LocalDate = '2025-03-11',
  given: Given<'RecordOpinionReceipt'> = {},
) => step('RecordOpinionReceipt', { reachedOn, consultation: 1 }, given);
export const answer = (answeredOn: LocalDate = '2025-03-24', given: Given<'RecordOpinion'> = {}) =>
  step('RecordOpinion', { answeredOn, consultation: 1, opinion: 'objects' }, given);
export const inform = (
  informedOn: LocalDate = '2025-03-25',
  given: Given<'InformThirdParty'> = {},
  reasons = '对公共利益有重大影响',
) => step('InformThirdParty', { informedOn, consultation: 1 }, given, { reasons });
export const askReasons = (askedOn: LocalDate = '2025-03-06', given: Given<'AskReasons'> = {}) =>
  step('AskReasons', { askedOn, requests: 30, respondBy: '2025-03-20' }, given);
export const judge = (
  found: Named<'JudgeReasons'>['data']['found'],
  judgedOn: LocalDate = '2025-03-18',
) => step('JudgeReasons', { found, judgedOn });
export const delay = (toldOn: LocalDate = '2025-03-19', given: Given<'DelayReply'> = {}) =>
  step('DelayReply', { toldOn, delayedUntil: '2025-05-30' }, given);
export const extend = (
  workingDays = 20,
  given: Given<'ExtendDeadline'> = {},
  reason = '案情复杂',
) =>
  step('ExtendDeadline', { workingDays, approvedBy: '王主任', toldOn: '2025-03-20' }, given, {
    reason,
  });
export const notice = (servedOn: LocalDate = '2025-03-12', given: Given<'ServeFeeNotice'> = {}) =>
  step('ServeFeeNotice', { servedOn, method: 'per-item', quantity: 11, amount: 100 }, given);
export const pay = (paidOn: LocalDate = '2025-03-26', given: Given<'RecordPayment'> = {}) =>
  step('RecordPayment', { paidOn, amount: 100 }, given);
export const review = (
  kind: Named<'RecordReview'>['data']['review'],
  given: Given<'RecordReview'> = {},
) =>
  step(
    'RecordReview',
    { review: kind, opinion: 'agrees', by: '赵科长', reviewedOn: '2025-03-13' },
    given,
  );
export const decide = (given: Given<'DecideRequest'> = {}) =>
  step('DecideRequest', { outcome: 'granted', decidedOn: '2025-03-27' }, given);
export const serve = (given: Given<'ServeReply'> = {}) =>
  step('ServeReply', { way: 'mail', servedOn: '2025-03-28' }, given);
export const withdraw = (withdrawnOn: LocalDate = '2025-03-27') =>
  step('WithdrawRequest', { withdrawnOn });
export const merge = (given: Given<'MergeRequest'> = {}) =>
  step('MergeRequest', { into: '2025-0041', mergedOn: '2025-03-07', leadOpen: true }, given);
export const order = (given: Given<'OrderRedecision'> = {}) =>
  step(
    'OrderRedecision',
    { by: 'court', caseNumber: '（2025）浙09行初1号', orderedOn: '2025-05-06' },
    given,
  );
export const redecide = (given: Given<'MakeRedecision'> = {}) =>
  step('MakeRedecision', { outcome: 'partly_granted', decidedOn: '2025-05-20' }, given);
export const serveAgain = (given: Given<'ServeRedecision'> = {}) =>
  step('ServeRedecision', { way: 'mail', servedOn: '2025-05-21' }, given);
export const publish = (given: Given<'PublishInformation'> = {}) =>
  step('PublishInformation', { publishedOn: '2025-05-30', suggestedByApplicant: true }, given);
export const archive = (given: Given<'ArchiveRequest'> = {}) =>
  step('ArchiveRequest', { archivedOn: '2025-06-10', fileNumber: '2025-Y-12', pages: 18 }, given);
export const askCorrection = (
  given: Given<'RegisterRecordCorrection'> = {},
  evidence = '户口簿',
  description = '出生日期记错',
) =>
  step('RegisterRecordCorrection', { receivedOn: '2025-03-03' }, given, {
    applicant: '张三',
    description,
    evidence,
  });
export const decideCorrection = (given: Given<'DecideRecordCorrection'> = {}) =>
  step('DecideRecordCorrection', { result: 'corrected', decidedOn: '2025-03-10' }, given);
export const recompute = () => step('RecomputeDeadline', {});

/** What came of the last of some commands, the ones before having been accepted. */
export function taking(
  commands: readonly RequestCommand[],
  terms: Terms = defaultTerms(),
): Readonly<{
  events: readonly RequestEvent[];
  facts: RequestFacts;
  outcome: readonly RequestEvent[] | Refusal;
}> {
  const { decide: weigh } = requestDecider(terms);
  const events: RequestEvent[] = [];
  let facts: RequestFacts | null = null;
  let outcome: readonly RequestEvent[] | Refusal = [];
  for (const [at, command] of commands.entries()) {
    outcome = weigh(command, facts);
    if (isRefusal(outcome)) {
      if (at === commands.length - 1) break;
      throw new Error(`${command.type} was refused: ${outcome.refused}`);
    }
    events.push(...outcome);
    facts = outcome.reduce<RequestFacts | null>(requestFacts, facts);
  }
  return { events, facts: facts!, outcome };
}

/** What a command makes of a request that some commands have brought where it is. */
export const after = (
  commands: readonly RequestCommand[],
  terms: Terms = defaultTerms(),
): ReturnType<
  ReturnType<typeof specification<RequestState, RequestCommand, RequestEvent, RequestRefusal>>
> => specification(requestDecider(terms))(...taking(commands, terms).events);

type NamedEvent<Type extends RequestEvent['type']> = Extract<RequestEvent, { type: Type }>;

/** An event of request 2025-0042, with nothing left to guess. */
export function event<Type extends RequestEvent['type']>(
  type: Type,
  occurredOn: LocalDate,
  data: Omit<NamedEvent<Type>['data'], 'agencyId' | 'number'>,
  sealed?: NamedEvent<Type>['sealed'],
): NamedEvent<Type> {
  const words = sealed === undefined ? {} : { sealed };
  return { type, occurredOn, data: { ...KEY, ...data }, ...words } as unknown as NamedEvent<Type>;
}

/** 答复期限 that ends on a day, or null while it is stopped. */
export const due = (dueOn: LocalDate | null): Due => ({
  dueOn,
  calendarEdition: mondayToFriday.edition,
});

/** 作废 the latest of a step, and the day of reply that is left when it had moved it. */
export const undo = (stepVoided: Named<'VoidEntry'>['data']['step']) =>
  step('VoidEntry', { step: stepVoided }, {}, { reason: '抄录有误' });
export const undone = (
  stepVoided: Named<'VoidEntry'>['data']['step'],
  left?: LocalDate | null,
): RequestEvent =>
  event(
    'EntryVoided',
    TODAY,
    { step: stepVoided, ...(left === undefined ? {} : { due: due(left) }) },
    { reason: '抄录有误' },
  );

/** Where a request stands when some commands were taken. */
export const standing = (...commands: readonly RequestCommand[]): RequestStatus =>
  statusOf(taking(commands).facts);
