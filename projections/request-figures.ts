import type { CountingRules } from '../src/agencies/domain/agency.events.js';
import { isWithin, type Period } from '../src/kernel/local-date.js';
import { CHANNELS, type Channel } from '../src/requests/domain/request.events.js';
import type { RegisterRow } from './request-register.projection.js';
import { tableThreeCells } from './table-three.js';

/** What reports say of the requests that no table has: how they came, and 信息处理费. */
export type RequestFigures = Readonly<{
  /** 本年新收 by channel. */
  channels: Readonly<Record<Channel, number>>;
  /** Requests whose fee was paid in the period, and what was paid, in 元; null where nobody knows. */
  fees: Readonly<{ requests: number; yuan: number }> | null;
}>;

/** Those of several agencies together. What one of them does not know, nobody knows of all. */
export function togetherOf(all: readonly RequestFigures[]): RequestFigures {
  const through = (channel: Channel): number =>
    all.reduce((sum, { channels }) => sum + channels[channel], 0);
  const known = all.flatMap(({ fees }) => fees ?? []);
  const of = (figure: 'requests' | 'yuan'): number =>
    known.reduce((sum, fees) => sum + fees[figure], 0);
  return {
    channels: channelsOf(through),
    fees: known.length < all.length ? null : { requests: of('requests'), yuan: of('yuan') },
  };
}

/** Of an agency whose register is not here. */
export const NO_REGISTER: RequestFigures = { channels: channelsOf(() => 0), fees: null };

function channelsOf(through: (channel: Channel) => number): RequestFigures['channels'] {
  const counts = CHANNELS.map((channel) => [channel, through(channel)]);
  return Object.fromEntries(counts) as RequestFigures['channels'];
}

export function requestFigures(
  requests: readonly RegisterRow[],
  period: Period,
  rules: CountingRules,
): RequestFigures {
  const received = requests.filter((request) =>
    tableThreeCells(request, period, rules).includes('table3.new_received.total'),
  );
  const through = (channel: Channel): number =>
    received.filter((request) => request.channel === channel).length;
  const paid = requests.flatMap(({ handling: { fee }, voidedOn }) =>
    fee !== null && voidedOn === null && isWithin(fee.paidOn, period) ? [fee.amount] : [],
  );
  return {
    channels: channelsOf(through),
    fees: { requests: paid.length, yuan: paid.reduce((sum, amount) => sum + amount, 0) },
  };
}
