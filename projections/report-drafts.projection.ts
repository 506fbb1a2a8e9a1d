import {
  annualReportFacts,
  NO_REPORT,
  type AnnualReportEvent,
  type AnnualReportFacts,
} from '../src/annual-reports/domain/annual-report.events.js';
import { rowKey, type Projection } from './projection.js';

/** 年度报告文稿: the newest draft, what was closed and what was filed last, of each agency and year. */
export const reportDrafts: Projection<AnnualReportFacts, AnnualReportEvent> = {
  name: 'report-drafts',
  handles: {
    ReportDrafted: true,
    ReportCompiled: true,
    CheckOverridden: true,
    YearClosed: true,
    AnnualReportFiled: true,
  },
  keyOf: ({ data }) => rowKey(data.agencyId, data.year),
  evolve: (row, event) => annualReportFacts(row ?? NO_REPORT, event),
};
