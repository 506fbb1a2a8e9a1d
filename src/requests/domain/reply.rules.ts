import type { Command, Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { refuseDate, type DateRefusal } from './dates.rules.js';
import type { RequestAssigned, ReviewRecorded } from './handling.events.js';
import type { Received } from './received.js';
import { LEDGER_RULE } from './receipt.rules.js';
import type { RequestKey } from './request-key.js';
import type {
  Outcome,
  ReplyContent,
  ReplyDecided,
  ReplyServed,
  RequestMerged,
  RequestWithdrawn,
  ServiceWay,
} from './request.events.js';
import type { RequestFacts } from './request.facts.js';
import type { Terms } from './terms.js';

/** 分办. */
export type AssignRequest = Command<
  'AssignRequest',
  RequestAssigned['data'] & { assignedOn: LocalDate }
>;

/** 登记审查意见. */
export type RecordReview = Command<
  'RecordReview',
  ReviewRecorded['data'] & { reviewedOn: LocalDate },
  { note?: string }
>;

/** 作出答复: one of the 21 results. */
export type DecideRequest = Command<
  'DecideRequest',
  ReplyDecided['data'] & { decidedOn: LocalDate },
  ReplyContent
>;

/** 送达答复. */
export type ServeReply = Command<
  'ServeReply',
  ReplyServed['data'] & { servedOn: LocalDate; carrier?: Carrier },
  { signer?: string }
>;

/** Who carries a posted reply: it must be the postal enterprise (国办公开办函〔2016〕235号). */
export const CARRIERS = ['post', 'courier'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** 撤回申请. */
export type WithdrawRequest = Command<'WithdrawRequest', RequestKey & { withdrawnOn: LocalDate }>;

/** 并案: another request answers this one too. `leadOpen` is what the ledger says of that one. */
export type MergeRequest = Command<
  'MergeRequest',
  RequestMerged['data'] & { mergedOn: LocalDate; leadOpen: boolean }
>;

export type ReplyCommand =
  AssignRequest | RecordReview | DecideRequest | ServeReply | WithdrawRequest | MergeRequest;

export type ReplyRefusal =
  | DateRefusal
  | Refusal<
      | 'request/handler-missing'
      | 'request/reviewer-missing'
      | 'request/review-missing'
      | 'request/review-objects'
      | 'request/awaiting-supplement'
      | 'request/awaiting-payment'
      | 'request/supplement-period-running'
      | 'request/supplement-was-received'
      | 'request/payment-period-running'
      | 'request/fee-was-paid'
      | 'request/reasons-were-reasonable'
      | 'request/results-say-partly'
      | 'request/outcome-not-among-results'
      | 'request/not-held-reason-misplaced'
      | 'request/served-before-decided'
      | 'request/not-by-post'
      | 'request/merged-into-itself'
      | 'request/lead-not-open'
    >;

const SERVICE = '国办公开办函〔2016〕235号';

export function assignRequest(
  { data, today }: AssignRequest,
  state: RequestFacts,
): readonly [RequestAssigned] | ReplyRefusal {
  const { assignedOn, ...assigned } = data;
  const basis = '《条例》第45条';
  if (data.handler.trim() === '') return { refused: 'request/handler-missing', basis };
  const misdated = refuseDate(assignedOn, today, basis, state);
  if (misdated !== null) return misdated;
  return [{ type: 'RequestAssigned', occurredOn: assignedOn, data: assigned }];
}

export function recordReview(
  { data, sealed, today }: RecordReview,
  state: RequestFacts,
): readonly [ReviewRecorded] | ReplyRefusal {
  const { reviewedOn, ...reviewed } = data;
  const basis = '《条例》第17条';
  if (data.by.trim() === '') return { refused: 'request/reviewer-missing', basis };
  const misdated = refuseDate(reviewedOn, today, basis, state);
  if (misdated !== null) return misdated;
  const note = sealed === undefined ? {} : { sealed };
  return [{ type: 'ReviewRecorded', occurredOn: reviewedOn, data: reviewed, ...note }];
}

export function decideRequest(
  { data, sealed, today }: DecideRequest,
  state: Received,
  terms: Terms,
): readonly [ReplyDecided] | ReplyRefusal {
  const { decidedOn, ...decided } = data;
  const refusal =
    refuseDate(decidedOn, today, '《条例》第33条', state) ??
    refuseResult(data, state) ??
    refuseResults(data) ??
    refuseUnreviewed(state, terms);
  if (refusal !== null) return refusal;
  const content = sealed === undefined ? {} : { sealed };
  return [{ type: 'ReplyDecided', occurredOn: decidedOn, data: decided, ...content }];
}

/** A result that contradicts what is on record. What is not on record contradicts nothing. */
function refuseResult(
  { outcome, decidedOn }: DecideRequest['data'],
  { handling: { supplement, fee, reasons } }: Received,
): ReplyRefusal | null {
  const noSupplement = outcome === 'other_no_correction';
  if (supplement !== null && (noSupplement || supplement.receivedOn === null)) {
    return refuseLapse(supplement.receivedOn, supplement.respondBy, decidedOn, noSupplement, {
      basis: '《条例》第30条',
      waiting: 'request/awaiting-supplement',
      came: 'request/supplement-was-received',
      running: 'request/supplement-period-running',
    });
  }
  const noPayment = outcome === 'other_no_payment';
  if (fee !== null && (noPayment || fee.paidOn === null)) {
    return refuseLapse(fee.paidOn, fee.payBy, decidedOn, noPayment, {
      basis: '国办函〔2020〕109号',
      waiting: 'request/awaiting-payment',
      came: 'request/fee-was-paid',
      running: 'request/payment-period-running',
    });
  }
  if (outcome === 'reject_mass_repeat' && reasons?.found === 'reasonable') {
    return { refused: 'request/reasons-were-reasonable', basis: '《条例》第35条' };
  }
  return null;
}

/** Whether 视为放弃 may be decided: only that, nothing came, and the period is over. */
function refuseLapse(
  cameOn: LocalDate | null,
  until: LocalDate,
  decidedOn: LocalDate,
  lapse: boolean,
  words: Readonly<{
    basis: string;
    waiting: ReplyRefusal['refused'];
    came: ReplyRefusal['refused'];
    running: ReplyRefusal['refused'];
  }>,
): ReplyRefusal | null {
  const { basis, waiting, came, running } = words;
  if (!lapse) return { refused: waiting, basis };
  if (cameOn !== null) return { refused: came, basis, facts: { on: cameOn } };
  return decidedOn > until ? null : { refused: running, basis, facts: { until } };
}

/** 区分处理的，只计部分公开这一情形 (the form's own words, 第37条). */
function refuseResults({
  outcome,
  results = [outcome],
  notHeldBecause,
}: DecideRequest['data']): ReplyRefusal | null {
  if (notHeldBecause !== undefined && !results.includes('unable_not_held')) {
    return {
      refused: 'request/not-held-reason-misplaced',
      basis: '《条例》第36条第（四）、（五）项',
    };
  }
  const given = results.some((it) => it === 'granted' || it === 'partly_granted');
  const withheld = results.some((it) => it !== 'granted');
  if (given && withheld && outcome !== 'partly_granted') {
    return { refused: 'request/results-say-partly', basis: '《条例》第37条', facts: { outcome } };
  }
  if (results.includes(outcome) || (given && withheld)) return null;
  return {
    refused: 'request/outcome-not-among-results',
    basis: '年度报告格式表三',
    facts: { outcome },
  };
}

/** The last opinion of each required review must agree. */
function refuseUnreviewed({ handling }: Received, { rules }: Terms): ReplyRefusal | null {
  const basis = '《条例》第17条';
  for (const review of rules.requiredReviews) {
    const last = handling.reviews.filter((it) => it.review === review).at(-1);
    if (last === undefined) return { refused: 'request/review-missing', basis, facts: { review } };
    if (last.opinion === 'objects') {
      return { refused: 'request/review-objects', basis, facts: { review, by: last.by } };
    }
  }
  return null;
}

export function serveReply(
  { data, sealed, today }: ServeReply,
  { decidedOn }: RequestFacts,
): readonly [ReplyServed] | ReplyRefusal {
  const { servedOn, carrier, ...served } = data;
  const refusal = refuseService({ ...data, carrier }, decidedOn, today);
  if (refusal !== null) return refusal;
  const signer = sealed === undefined ? {} : { sealed };
  return [{ type: 'ReplyServed', occurredOn: servedOn, data: served, ...signer }];
}

/** What the evidence of service must be (国办公开办函〔2016〕235号). */
export function refuseService(
  {
    servedOn,
    way,
    signedOn,
    carrier,
  }: Readonly<{
    servedOn: LocalDate;
    way: ServiceWay;
    signedOn?: LocalDate;
    carrier: Carrier | undefined;
  }>,
  decidedOn: LocalDate | null,
  today: LocalDate,
): ReplyRefusal | null {
  if (way === 'mail' && carrier === 'courier') {
    return { refused: 'request/not-by-post', basis: SERVICE };
  }
  const misdated = refuseDate(signedOn ?? servedOn, today, SERVICE, {
    receivedOn: null,
    after: signedOn === undefined ? null : servedOn,
  });
  if (misdated !== null) return misdated;
  if (decidedOn === null || servedOn >= decidedOn) return null;
  const facts = { servedOn, decidedOn };
  return { refused: 'request/served-before-decided', basis: SERVICE, facts };
}

export function withdrawRequest(
  { data, today }: WithdrawRequest,
  { receivedOn, arrivedOn }: RequestFacts,
): readonly [RequestWithdrawn] | ReplyRefusal {
  const { withdrawnOn, ...key } = data;
  const order = { receivedOn, after: arrivedOn };
  const misdated = refuseDate(withdrawnOn, today, '《条例》第45条', order);
  if (misdated !== null) return misdated;
  return [{ type: 'RequestWithdrawn', occurredOn: withdrawnOn, data: key }];
}

export function mergeRequest(
  { data, today }: MergeRequest,
  state: RequestFacts,
): readonly [RequestMerged] | ReplyRefusal {
  const { mergedOn, leadOpen, ...merged } = data;
  const facts = { into: data.into };
  if (data.into === data.number) {
    return { refused: 'request/merged-into-itself', basis: LEDGER_RULE, facts };
  }
  if (!leadOpen) return { refused: 'request/lead-not-open', basis: LEDGER_RULE, facts };
  const misdated = refuseDate(mergedOn, today, '《条例》第45条', state);
  if (misdated !== null) return misdated;
  return [{ type: 'RequestMerged', occurredOn: mergedOn, data: merged }];
}

/** Results under which something was disclosed. */
export const DISCLOSING: readonly Outcome[] = ['granted', 'partly_granted'];
