import type { CheckedReport, Finding } from '../../../projections/checks/check.js';
import { checkedReport as asItStands } from '../../../src/annual-reports/checked-report.js';
import type { LedgerEvent } from '../../../src/read-models/recorded-events.js';
import { checkedReport, nilCells } from '../builders/checked-reports.js';
import { viewOf } from '../builders/views.js';

/** One check at work: a report it has something to say of, what it says, and one it lets pass. */
export type CheckExample = Readonly<{
  fires: CheckedReport;
  /** All that it finds in it, and nothing less. */
  finds: readonly Omit<Finding, 'id'>[];
  /** What it looks at is there, and is right. */
  quiet: CheckedReport;
}>;

/** A finding, with nothing behind it unless it is named. */
export function found(
  severity: Finding['severity'],
  left: string,
  right: string,
  cells: readonly string[] = [],
  cases: readonly string[] = [],
): Omit<Finding, 'id'> {
  return { severity, left, right, cells, cases };
}

type Cells = Readonly<Record<string, number | string | null>>;

/** A report from elsewhere: every cell 0 but those named. */
export function paper(cells: Cells = {}, named: Partial<CheckedReport> = {}): CheckedReport {
  return checkedReport({
    cells: new Map([...nilCells(named.year), ...Object.entries(cells)]),
    ...named,
  });
}

/** Last year's report with every cell 0 but those named. */
export function lastYear(cells: Cells): NonNullable<CheckedReport['previous']> {
  const { form, cells: printed } = paper(cells, { year: 2024 });
  return { form, cells: printed, words: null };
}

/** The report on 2025 as the ledger stands after these events, but for what is named. */
export function counted(
  events: readonly LedgerEvent[],
  named: Partial<CheckedReport> = {},
): CheckedReport {
  return { ...asItStands(viewOf(events), 2025, '2026-01-20'), ...named };
}

/** The same with other numbers printed than the ledger has. */
export function misprinted(events: readonly LedgerEvent[], cells: Cells): CheckedReport {
  const report = counted(events);
  return { ...report, cells: new Map([...report.cells, ...Object.entries(cells)]) };
}

/** The words of a report of which one part matters. */
export function saying(heading: string, text: string): Partial<CheckedReport> {
  return {
    words: {
      title: ['2025年乙局', '政府信息公开工作年度报告'],
      preamble: '',
      parts: [{ heading, text }],
      signature: { agency: '甲市乙局', date: '2026-01-20' },
    },
  };
}
