import {
  NEVER_SUBMITTED,
  submissionFacts,
  type SubmissionEvent,
  type SubmissionFacts,
} from '../src/annual-reports/domain/submission.events.js';
import { rowKey, type Projection } from './projection.js';

/** 报送登记: each time an agency's report on a year was handed in and sent back. */
export const submissions: Projection<SubmissionFacts, SubmissionEvent> = {
  name: 'submissions',
  handles: { ReportSubmitted: true, ReportReceived: true, ReportReturned: true },
  keyOf: ({ data }) => rowKey(data.agencyId, data.year),
  evolve: (row, event) => submissionFacts(row ?? NEVER_SUBMITTED, event),
};
