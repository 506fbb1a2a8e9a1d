import type { Command, Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { isAddressable } from '../../kernel/text.js';
import { refuseDate, type DateRefusal } from './dates.rules.js';
import type { ContactAttempted, Due, ReceiptConfirmed } from './handling.events.js';
import { UNHANDLED } from './handling.facts.js';
import type {
  ApplicantDetails,
  ApplicantFacts,
  RequestArrived,
  RequestRegistered,
} from './request.events.js';
import type { RequestFacts } from './request.facts.js';
import { dueAfter, type Terms } from './terms.js';

/** 登记到达: an application that still must be confirmed with the applicant (第31条). */
export type LogArrival = Command<
  'LogArrival',
  RequestArrived['data'] & { arrivedOn: LocalDate; kindStated?: boolean },
  ApplicantDetails
> & { readonly sealed: ApplicantDetails };

/** 登记申请, received on a known day. The deadline is the decider's to work out. */
export type RegisterRequest = Command<
  'RegisterRequest',
  Omit<RequestRegistered['data'], keyof Due> & {
    receivedOn: LocalDate;
    /** The clerk stated which of the joint applicants' kinds counts. */
    kindStated?: boolean;
  },
  ApplicantDetails
> & { readonly sealed: ApplicantDetails };

/** 登记联系未果. */
export type LogContactAttempt = Command<
  'LogContactAttempt',
  ContactAttempted['data'] & { attemptedOn: LocalDate },
  { note?: string }
>;

/** 确认收到. */
export type ConfirmReceipt = Command<
  'ConfirmReceipt',
  Omit<ReceiptConfirmed['data'], 'due'> & { confirmedOn: LocalDate }
>;

export type ReceiptCommand = LogArrival | RegisterRequest | LogContactAttempt | ConfirmReceipt;

export type ReceiptRefusal =
  | DateRefusal
  | Refusal<
      | 'request/number-missing'
      | 'request/already-registered'
      | 'request/applicant-missing'
      | 'request/description-missing'
      | 'request/agent-missing'
      | 'request/kind-not-stated'
      | 'request/received-at-once'
    >;

export const LEDGER_RULE = '台账规则：一个登记编号登记一件申请，事实只增不改';

export function register(
  { data, sealed, today }: RegisterRequest,
  state: RequestFacts | null,
  terms: Terms,
): readonly [RequestRegistered] | ReceiptRefusal {
  const { receivedOn, kindStated, ...registered } = data;
  const refusal =
    entryRefusal({ ...data, kindStated }, sealed, state, terms) ??
    refuseDate(receivedOn, today, '《条例》第31条', { receivedOn: null });
  if (refusal !== null) return refusal;
  const event = { ...registered, ...dueAfter(receivedOn, UNHANDLED, terms) };
  return [{ type: 'RequestRegistered', occurredOn: receivedOn, data: event, sealed }];
}

export function logArrival(
  { data, sealed, today }: LogArrival,
  state: RequestFacts | null,
  terms: Terms,
): readonly [RequestArrived] | ReceiptRefusal {
  const { arrivedOn, kindStated, ...arrived } = data;
  const refusal =
    entryRefusal({ ...data, kindStated }, sealed, state, terms) ??
    refuseDate(arrivedOn, today, '《条例》第31条', { receivedOn: null });
  if (refusal !== null) return refusal;
  if (isReceivedAtOnce(data.channel, terms)) {
    const facts = { channel: data.channel };
    return { refused: 'request/received-at-once', basis: '《条例》第31条', facts };
  }
  return [{ type: 'RequestArrived', occurredOn: arrivedOn, data: arrived, sealed }];
}

/**
 * What is handed over or signed for is received that day (第31条第（一）、（二）项); so is what a system
 * confirmed on submission (指导案例26号), unless the agency waits for both sides.
 */
function isReceivedAtOnce(channel: RequestArrived['data']['channel'], { rules }: Terms): boolean {
  if (channel === 'website') return rules.websiteReceipt === 'submission';
  return channel === 'counter' || channel === 'oral' || channel === 'registered-mail';
}

/** What is refused of any entry, however it came. */
function entryRefusal(
  {
    number,
    applicantKind,
    coApplicantKinds = [],
    agent,
    kindStated = false,
  }: ApplicantFacts & { number: string; kindStated: boolean | undefined },
  sealed: ApplicantDetails,
  state: RequestFacts | null,
  { rules }: Terms,
): ReceiptRefusal | null {
  if (!isAddressable(number)) return { refused: 'request/number-missing', basis: '《条例》第45条' };
  if (state !== null) return { refused: 'request/already-registered', basis: LEDGER_RULE };
  const missing = particularsMissing(sealed);
  if (missing !== null) return missing;
  if (agent !== undefined && (sealed.agent ?? '').trim() === '') {
    return { refused: 'request/agent-missing', basis: '《条例》第29条第（一）项' };
  }
  const mixed = coApplicantKinds.some((kind) => kind !== applicantKind);
  if (mixed && rules.jointApplicants === 'stated' && !kindStated) {
    return { refused: 'request/kind-not-stated', basis: '台账规则：联合申请计为一件' };
  }
  return null;
}

/** Who asks for what (第29条); what is not sent is not missing. */
export function particularsMissing({
  applicant,
  description,
}: Partial<ApplicantDetails>): Refusal<
  'request/applicant-missing' | 'request/description-missing'
> | null {
  if (applicant?.trim() === '') {
    return { refused: 'request/applicant-missing', basis: '《条例》第29条第（一）项' };
  }
  if (description?.trim() === '') {
    return { refused: 'request/description-missing', basis: '《条例》第29条第（二）项' };
  }
  return null;
}

export function logContactAttempt(
  { data, sealed, today }: LogContactAttempt,
  { arrivedOn }: RequestFacts,
): readonly [ContactAttempted] | ReceiptRefusal {
  const { attemptedOn, ...attempted } = data;
  const order = { receivedOn: null, after: arrivedOn };
  const refusal = refuseDate(attemptedOn, today, '《条例》第31条', order);
  if (refusal !== null) return refusal;
  const note = sealed === undefined ? {} : { sealed };
  return [{ type: 'ContactAttempted', occurredOn: attemptedOn, data: attempted, ...note }];
}

export function confirmReceipt(
  { data, today }: ConfirmReceipt,
  { arrivedOn }: RequestFacts,
  terms: Terms,
): readonly [ReceiptConfirmed] | ReceiptRefusal {
  const { confirmedOn, ...confirmed } = data;
  const order = { receivedOn: null, after: arrivedOn };
  const refusal = refuseDate(confirmedOn, today, '《条例》第31条', order);
  if (refusal !== null) return refusal;
  const due = dueAfter(confirmedOn, UNHANDLED, terms);
  return [{ type: 'ReceiptConfirmed', occurredOn: confirmedOn, data: { ...confirmed, due } }];
}
