import {
  countFacts,
  NO_COUNTS,
  type CountEvent,
  type CountFacts,
} from '../src/publications/domain/count.events.js';
import { rowKey, type Projection } from './projection.js';

/** 月度数量台账: one row per agency and year. */
export type CountRow = CountFacts & Readonly<{ agencyId: string }>;

export const monthlyCounts: Projection<CountRow, CountEvent> = {
  name: 'monthly-counts',
  handles: {
    MonthlyCountReported: true,
    MonthlyCountCorrected: true,
    OpeningBalanceStated: true,
    OpeningBalanceCorrected: true,
  },
  keyOf: ({ data }) => rowKey(data.agencyId, data.month.slice(0, 4)),
  evolve: (row, event) => ({
    ...countFacts(row ?? NO_COUNTS, event),
    agencyId: event.data.agencyId,
  }),
};
