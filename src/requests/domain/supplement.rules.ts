import type { Command, Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { refuseDate, type DateRefusal } from './dates.rules.js';
import type { SupplementReceived, SupplementRequested } from './handling.events.js';
import { dueAfter, type Terms } from './terms.js';
import type { Received } from './received.js';

/** 告知补正. */
export type RequestSupplement = Command<
  'RequestSupplement',
  Omit<SupplementRequested['data'], 'due'> & { servedOn: LocalDate },
  { matters: string }
> & { readonly sealed: { readonly matters: string } };

/** 收到补正. */
export type ReceiveSupplement = Command<
  'ReceiveSupplement',
  Omit<SupplementReceived['data'], 'due'> & { suppliedOn: LocalDate },
  { supplement: string }
> & { readonly sealed: { readonly supplement: string } };

export type SupplementCommand = RequestSupplement | ReceiveSupplement;

export type SupplementRefusal =
  | DateRefusal
  | Refusal<
      | 'request/supplement-twice'
      | 'request/supplement-too-late'
      | 'request/supplement-grounds-missing'
      | 'request/supplement-matters-missing'
      | 'request/supplement-empty'
      | 'request/supplement-overdue'
      | 'request/period-not-positive'
    >;

/** 告知补正: within seven working days of receipt, all at once (第30条). */
const SUPPLEMENT_NOTICE_WORKING_DAYS = 7;
const ARTICLE = '《条例》第30条';

export function requestSupplement(
  { data, sealed, today }: RequestSupplement,
  state: Received,
  terms: Terms,
): readonly [SupplementRequested] | SupplementRefusal {
  const { servedOn, ...requested } = data;
  const { receivedOn, handling } = state;
  if (handling.supplement !== null) return { refused: 'request/supplement-twice', basis: ARTICLE };
  const misdated = refuseDate(servedOn, today, ARTICLE, state);
  if (misdated !== null) return misdated;
  const { on: last } = terms.calendar.workingDayAfter(receivedOn, SUPPLEMENT_NOTICE_WORKING_DAYS);
  if (servedOn > last) {
    return {
      refused: 'request/supplement-too-late',
      basis: ARTICLE,
      facts: { on: servedOn, last },
    };
  }
  if (data.grounds.length === 0) {
    return { refused: 'request/supplement-grounds-missing', basis: ARTICLE };
  }
  if (sealed.matters.trim() === '') {
    return { refused: 'request/supplement-matters-missing', basis: ARTICLE };
  }
  const short = refusePeriod(servedOn, data.respondBy, ARTICLE);
  if (short !== null) return short;
  const supplement = { requestedOn: servedOn, respondBy: data.respondBy, receivedOn: null };
  const due = dueAfter(receivedOn, { ...handling, supplement }, terms);
  const event = { ...requested, due };
  return [{ type: 'SupplementRequested', occurredOn: servedOn, data: event, sealed }];
}

export function receiveSupplement(
  { data, sealed, today }: ReceiveSupplement,
  state: Received,
  terms: Terms,
): readonly [SupplementReceived] | SupplementRefusal {
  const { suppliedOn, excused, ...received } = data;
  const { receivedOn, handling } = state;
  const { requestedOn, respondBy } = handling.supplement ?? { requestedOn: null, respondBy: null };
  const misdated = refuseDate(suppliedOn, today, ARTICLE, { receivedOn, after: requestedOn });
  if (misdated !== null) return misdated;
  if (sealed.supplement.trim() === '')
    return { refused: 'request/supplement-empty', basis: ARTICLE };
  const late = respondBy !== null && suppliedOn > respondBy;
  if (late && excused !== true) {
    const facts = { on: suppliedOn, respondBy };
    return { refused: 'request/supplement-overdue', basis: ARTICLE, facts };
  }
  const supplement = handling.supplement && { ...handling.supplement, receivedOn: suppliedOn };
  const due = dueAfter(receivedOn, { ...handling, supplement }, terms);
  const event = { ...received, ...(late ? { excused: true as const } : {}), due };
  return [{ type: 'SupplementReceived', occurredOn: suppliedOn, data: event, sealed }];
}

/** A period that was set for somebody ends after the day it was set on. */
export function refusePeriod(
  from: LocalDate,
  until: LocalDate,
  basis: string,
): Refusal<'request/period-not-positive'> | null {
  if (until > from) return null;
  return { refused: 'request/period-not-positive', basis, facts: { from, until } };
}
