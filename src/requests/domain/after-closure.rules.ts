import type { Command, Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { refuseDate, type DateRefusal } from './dates.rules.js';
import { REPLY_WORKING_DAYS } from './deadline.js';
import { DISCLOSING, refuseService, type Carrier, type ReplyRefusal } from './reply.rules.js';
import type {
  RedecisionMade,
  RedecisionOrdered,
  RedecisionServed,
  ReplyContent,
  RequestArchived,
  RequestedInformationPublished,
} from './request.events.js';
import { closureOf, type RequestFacts } from './request.facts.js';
import { refusePeriod } from './supplement.rules.js';
import type { Terms } from './terms.js';

/** 责令重新答复. Without a day of its own the order gives the period of a new request. */
export type OrderRedecision = Command<
  'OrderRedecision',
  Omit<RedecisionOrdered['data'], 'dueOn'> & { orderedOn: LocalDate; dueOn?: LocalDate }
>;

/** 重新作出答复. */
export type MakeRedecision = Command<
  'MakeRedecision',
  RedecisionMade['data'] & { decidedOn: LocalDate },
  ReplyContent
>;

/** 送达重新作出的答复. */
export type ServeRedecision = Command<
  'ServeRedecision',
  RedecisionServed['data'] & { servedOn: LocalDate; carrier?: Carrier },
  { signer?: string }
>;

/** 转为主动公开. */
export type PublishInformation = Command<
  'PublishInformation',
  RequestedInformationPublished['data'] & { publishedOn: LocalDate }
>;

/** 归档. */
export type ArchiveRequest = Command<
  'ArchiveRequest',
  RequestArchived['data'] & { archivedOn: LocalDate }
>;

export type AfterClosureCommand =
  OrderRedecision | MakeRedecision | ServeRedecision | PublishInformation | ArchiveRequest;

export type AfterClosureRefusal =
  | DateRefusal
  | ReplyRefusal
  | Refusal<
      | 'request/case-number-missing'
      | 'request/period-not-positive'
      | 'request/nothing-disclosed'
      | 'request/published-already'
      | 'request/file-number-missing'
      | 'request/pages-not-counted'
    >;

const ORDER = '《条例》第51条';
const PUBLICATION = '《条例》第44条';
const FILING = '《条例》第45条';

export function orderRedecision(
  { data, today }: OrderRedecision,
  state: RequestFacts,
  { calendar }: Terms,
): readonly [RedecisionOrdered] | AfterClosureRefusal {
  const { orderedOn, ...ordered } = data;
  if (data.caseNumber.trim() === '')
    return { refused: 'request/case-number-missing', basis: ORDER };
  const dueOn = data.dueOn ?? calendar.workingDayAfter(orderedOn, REPLY_WORKING_DAYS).on;
  const refusal =
    refuseDate(orderedOn, today, ORDER, closed(state)) ?? refusePeriod(orderedOn, dueOn, ORDER);
  if (refusal !== null) return refusal;
  return [{ type: 'RedecisionOrdered', occurredOn: orderedOn, data: { ...ordered, dueOn } }];
}

export function makeRedecision(
  { data, sealed, today }: MakeRedecision,
  state: RequestFacts,
): readonly [RedecisionMade] | AfterClosureRefusal {
  const { decidedOn, ...made } = data;
  const after = state.redecisions.at(-1)?.orderedOn ?? null;
  const misdated = refuseDate(decidedOn, today, ORDER, { receivedOn: null, after });
  if (misdated !== null) return misdated;
  const content = sealed === undefined ? {} : { sealed };
  return [{ type: 'RedecisionMade', occurredOn: decidedOn, data: made, ...content }];
}

export function serveRedecision(
  { data, sealed, today }: ServeRedecision,
  state: RequestFacts,
): readonly [RedecisionServed] | AfterClosureRefusal {
  const { servedOn, carrier, ...served } = data;
  const decidedOn = state.redecisions.at(-1)?.decidedOn ?? null;
  const refusal = refuseService({ ...data, carrier }, decidedOn, today);
  if (refusal !== null) return refusal;
  const signer = sealed === undefined ? {} : { sealed };
  return [{ type: 'RedecisionServed', occurredOn: servedOn, data: served, ...signer }];
}

export function publishInformation(
  { data, today }: PublishInformation,
  state: RequestFacts,
): readonly [RequestedInformationPublished] | AfterClosureRefusal {
  const { publishedOn, ...published } = data;
  const results = [state.outcome, ...state.redecisions.map(({ outcome }) => outcome)];
  if (!results.some((it) => it !== null && DISCLOSING.includes(it))) {
    return { refused: 'request/nothing-disclosed', basis: PUBLICATION };
  }
  if (state.publishedOn !== null) {
    const facts = { on: state.publishedOn };
    return { refused: 'request/published-already', basis: PUBLICATION, facts };
  }
  const misdated = refuseDate(publishedOn, today, PUBLICATION, closed(state));
  if (misdated !== null) return misdated;
  return [{ type: 'RequestedInformationPublished', occurredOn: publishedOn, data: published }];
}

export function archiveRequest(
  { data, today }: ArchiveRequest,
  state: RequestFacts,
): readonly [RequestArchived] | AfterClosureRefusal {
  const { archivedOn, ...archived } = data;
  if (data.fileNumber.trim() === '') {
    return { refused: 'request/file-number-missing', basis: FILING };
  }
  if (!Number.isSafeInteger(data.pages) || data.pages < 1) {
    return { refused: 'request/pages-not-counted', basis: FILING, facts: { pages: data.pages } };
  }
  const misdated = refuseDate(archivedOn, today, FILING, closed(state));
  if (misdated !== null) return misdated;
  return [{ type: 'RequestArchived', occurredOn: archivedOn, data: archived }];
}

/** Nothing of what follows the end of a request can precede it. */
function closed(state: RequestFacts): { receivedOn: LocalDate | null; after: LocalDate | null } {
  return { receivedOn: state.receivedOn, after: closureOf(state)?.on ?? null };
}
