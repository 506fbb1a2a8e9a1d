import {
  appealFacts,
  type AppealEvent,
  type AppealFacts,
} from '../src/appeals/domain/appeal.events.js';
import { rowKey, type Projection } from './projection.js';

/** 复议诉讼台账: one row per case. */
export type AppealRow = AppealFacts;

export const appealRegister: Projection<AppealRow, AppealEvent> = {
  name: 'appeal-register',
  handles: {
    AppealFiled: true,
    AppealConcluded: true,
    AppealEntryCorrected: true,
    AppealEntryVoided: true,
  },
  keyOf: ({ data }) => rowKey(data.agencyId, data.caseNumber),
  evolve: appealFacts,
};
