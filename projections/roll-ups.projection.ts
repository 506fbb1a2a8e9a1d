import {
  rollUpFacts,
  type ReportsRolledUp,
  type RollUpFacts,
} from '../src/annual-reports/domain/roll-up.events.js';
import { rowKey, type Projection } from './projection.js';

/** 汇总登记: the newest roll-up of each superior and year. */
export const rollUps: Projection<RollUpFacts, ReportsRolledUp> = {
  name: 'roll-ups',
  handles: { ReportsRolledUp: true },
  keyOf: ({ data }) => rowKey(data.agencyId, data.year),
  evolve: rollUpFacts,
};
