import type { Command, Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { refuseDate, type DateRefusal } from './dates.rules.js';
import type { FeeNoticeServed, FeePaid } from './handling.events.js';
import type { Received } from './received.js';
import { dueAfter, type Terms } from './terms.js';

/** 送达收费通知. */
export type ServeFeeNotice = Command<
  'ServeFeeNotice',
  Omit<FeeNoticeServed['data'], 'due' | 'payBy'> & { servedOn: LocalDate }
>;

/** 登记缴费. */
export type RecordPayment = Command<
  'RecordPayment',
  Omit<FeePaid['data'], 'due'> & { paidOn: LocalDate }
>;

export type FeeCommand = ServeFeeNotice | RecordPayment;

export type FeeRefusal =
  | DateRefusal
  | Refusal<
      | 'request/fee-noticed-twice'
      | 'request/fee-not-positive'
      | 'request/fee-notice-after-due'
      | 'request/payment-differs'
    >;

/** 缴费: twenty working days from the day after the notice was received (国办函〔2020〕109号). */
const PAYMENT_WORKING_DAYS = 20;
const BASIS = '国办函〔2020〕109号';

export function serveFeeNotice(
  { data, today }: ServeFeeNotice,
  state: Received,
  terms: Terms,
): readonly [FeeNoticeServed] | FeeRefusal {
  const { servedOn, ...noticed } = data;
  const { handling, receivedOn, dueOn } = state;
  if (handling.fee !== null) return { refused: 'request/fee-noticed-twice', basis: BASIS };
  const { quantity, amount, method } = data;
  if (!isPositive(quantity) || !isPositive(amount)) {
    return { refused: 'request/fee-not-positive', basis: BASIS, facts: { quantity, amount } };
  }
  const misdated = refuseDate(servedOn, today, BASIS, state);
  if (misdated !== null) return misdated;
  if (dueOn !== null && servedOn > dueOn) {
    const facts = { on: servedOn, dueOn };
    return { refused: 'request/fee-notice-after-due', basis: BASIS, facts };
  }
  const { on: payBy } = terms.calendar.workingDayAfter(servedOn, PAYMENT_WORKING_DAYS);
  const fee = { noticedOn: servedOn, method, quantity, amount, payBy, paidOn: null };
  const due = dueAfter(receivedOn, { ...handling, fee }, terms);
  const event = { ...noticed, payBy, due };
  return [{ type: 'FeeNoticeServed', occurredOn: servedOn, data: event }];
}

export function recordPayment(
  { data, today }: RecordPayment,
  { handling, receivedOn }: Received,
  terms: Terms,
): readonly [FeePaid] | FeeRefusal {
  const { paidOn, ...paid } = data;
  const after = handling.fee?.noticedOn ?? null;
  const misdated = refuseDate(paidOn, today, BASIS, { receivedOn, after });
  if (misdated !== null) return misdated;
  const amount = handling.fee?.amount ?? 0;
  if (data.amount !== amount) {
    const facts = { paid: data.amount, amount };
    return { refused: 'request/payment-differs', basis: BASIS, facts };
  }
  const fee = handling.fee && { ...handling.fee, paidOn };
  const due = dueAfter(receivedOn, { ...handling, fee }, terms);
  return [{ type: 'FeePaid', occurredOn: paidOn, data: { ...paid, due } }];
}

function isPositive(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0;
}
