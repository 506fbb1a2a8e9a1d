import type { CountingRules } from '../src/agencies/domain/agency.events.js';
import { isWithin, type Period } from '../src/kernel/local-date.js';
import { CHANNELS, type Channel } from '../src/requests/domain/request.events.js';
import type { RegisterRow } from './request-register.projection.js';
import { tableThreeCells } from './table-three.js';

/** What reports say of the requests that no table has: how they came, and 信息处理费. */
export type RequestFigures = Readonly<{
  /** 本年新收 by channel. */
  channels: Readonly<Record<Channel, number>>;
  /** Requests whose fee was paid in the period, and what was paid, in 元. */
  fees: Readonly<{ requests: number; yuan: number }>;
}>;

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
    channels: Object.fromEntries(CHANNELS.map((channel) => [channel, through(channel)])) as Record<
      Channel,
      number
    >,
    fees: { requests: paid.length, yuan: paid.reduce((sum, amount) => sum + amount, 0) },
  };
}
