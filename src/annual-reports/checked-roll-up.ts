import type { CheckedReport, ChildReport, Finding } from '../../projections/checks/check.js';
import { formOf } from '../../projections/forms/forms.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { AgencyView } from '../read-models/read-models.js';
import { checkedReport } from './checked-report.js';
import { childReports } from './child-reports.js';
import { FIRST_REPORT_YEAR } from './domain/annual-report.events.js';
import { weighed } from './open-errors.js';
import { printedWords } from './printed-words.js';
import { rolledUpReport, viewIn } from './rolled-up-report.js';

/**
 * The report of a superior as the sum of its children's, with all that it is compared with. The cells
 * are those of the newest roll-up on record; before there is one, those of the sum as it is now.
 */
export function checkedRollUp(
  views: readonly AgencyView[],
  agencyId: string,
  year: number,
  today: LocalDate,
): CheckedReport {
  const { annual, children } = rolledUpReport(views, agencyId, year);
  const view = viewIn(views, agencyId);
  const recorded = view.rollUp(year);
  const before = year > FIRST_REPORT_YEAR ? childReports(views, agencyId, year - 1) : [];
  return {
    ...checkedReport(view, year, today),
    cells: new Map(Object.entries(recorded?.figures ?? annual.figures)),
    words: annual.report.text === null ? null : printedWords(annual).words,
    // The superior's own cases are some of those that were summed.
    previous: null,
    ledger: null,
    rolledUp: {
      children: children.map((child) => ({
        ...child,
        errors: errorsOf(views, child, year, today),
      })),
      recorded:
        recorded && new Map(recorded.children.map((child) => [child.agencyId, child.digest])),
      // A year of which nothing is known is no year to compare with.
      before: before.filter(({ cells }) => [...cells.values()].some((printed) => printed !== 0)),
      successors: new Map(
        views.flatMap(({ agency: { agencyId: id, placement } }) =>
          placement.abolished === null ? [] : [[id, placement.abolished.successorId] as const],
        ),
      ),
      heldDocuments: heldDocuments(annual.counters),
    },
  };
}

/** What is wrong with the child's own report, as it was handed in, and nobody there answers for. */
export function errorsOf(
  views: readonly AgencyView[],
  child: ChildReport,
  year: number,
  today: LocalDate,
): readonly Finding[] {
  const view = viewIn(views, child.agencyId);
  return weighed(childChecked(view, child, year, today), view.report(year))
    .filter(({ finding, override }) => finding.severity === 'E' && override === null)
    .map(({ finding }) => finding);
}

function childChecked(
  view: AgencyView,
  child: ChildReport,
  year: number,
  today: LocalDate,
): CheckedReport {
  const counted = checkedReport(view, year, today);
  if (child.from === 'own' || child.from === 'ledger') return counted;
  const { cells, words, labels } = child;
  if (child.from === 'edition') return { ...counted, cells, words };
  const paper = labels === undefined ? {} : { labels };
  const elsewhere = { cells, words, form: formOf(year), ledger: null, previous: null } as const;
  return { ...counted, ...elsewhere, ...paper };
}

/**
 * 司法行政部门的清单: the superior logs how many documents of a child are on it as a counter of its own,
 * 「行政规范性文件清单：甲局」.
 */
const HELD = /^行政规范性文件清单[：:](.+)$/;

function heldDocuments(counters: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map(
    [...counters].flatMap(([name, count]) => {
      const [, agency] = HELD.exec(name) ?? [];
      return agency === undefined ? [] : [[agency, count] as const];
    }),
  );
}
