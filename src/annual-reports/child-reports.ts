import { createHash } from 'node:crypto';
import { childrenIn } from '../../projections/agency-tree.js';
import type { ChildReport, PrintedCells, ReportWords } from '../../projections/checks/check.js';
import { sumOf } from '../../projections/checks/rolled-up.js';
import { formOf } from '../../projections/forms/forms.js';
import type { AgencyView } from '../read-models/read-models.js';
import { countedReport } from './counted-report.js';
import { standing, type Submission } from './domain/submission.events.js';

/**
 * What goes into the roll-up of a superior: its own figures (本级) first, then each child's. What a child
 * handed in goes before what the ledger counts of it; without either it adds what the ledger says now,
 * and the roll-up is not complete.
 */
export function childReports(
  views: readonly AgencyView[],
  parentId: string,
  year: number,
  above: readonly string[] = [],
): readonly ChildReport[] {
  const children = childrenIn(
    views.map(({ agency }) => agency),
    parentId,
    year,
  );
  return views
    .filter(
      ({ agency }) =>
        agency.agencyId === parentId ||
        // A ring of placements is walked once.
        (children.includes(agency) && !above.includes(agency.agencyId)),
    )
    .map((view) => {
      const own = view.agency.agencyId === parentId;
      return own ? ownReport(view, year) : childReport(views, view, year, [...above, parentId]);
    })
    .sort((left, right) => Number(right.from === 'own') - Number(left.from === 'own'));
}

type Summed = Pick<
  ChildReport,
  | 'from'
  | 'standing'
  | 'unit'
  | 'year'
  | 'form'
  | 'cells'
  | 'words'
  | 'edition'
  | 'source'
  | 'labels'
>;

function ownReport(view: AgencyView, year: number): ChildReport {
  return reportOf(view, year, null, {
    ...counted(view, year, countedCells(view, year)),
    from: 'own',
    standing: 'own',
  });
}

function childReport(
  views: readonly AgencyView[],
  view: AgencyView,
  year: number,
  above: readonly string[],
): ChildReport {
  const { agencyId } = view.agency;
  const submissions = view.submissions(year);
  const handedIn = standing(submissions);
  if (handedIn !== null) {
    return reportOf(view, year, handedIn, asHandedIn(view, year, handedIn));
  }
  const returned = submissions.length > 0 ? 'returned' : 'missing';
  const below = childReports(views, agencyId, year, above);
  if (below.length === 1) {
    const cells = countedCells(view, year);
    return reportOf(view, year, null, { ...counted(view, year, cells), standing: returned });
  }
  const cells = sumOf(formOf(year), below);
  const summed = { ...counted(view, year, cells), from: 'roll-up', standing: returned } as const;
  return reportOf(view, year, null, summed);
}

function counted({ agency }: AgencyView, year: number, cells: PrintedCells): Summed {
  const { version: form } = formOf(year);
  const facts = { from: 'ledger', standing: 'missing', unit: agency.name, year, form } as const;
  return { ...facts, cells, words: null, edition: null, source: null };
}

function asHandedIn(view: AgencyView, year: number, { report }: Submission): Summed {
  if ('source' in report) {
    const { unit, form, cells, words, statedYear, source, labels } = report;
    const facts = {
      from: 'file',
      standing: 'filed',
      edition: null,
      source: source.sha256,
    } as const;
    const printed = new Map(Object.entries(cells));
    const paper = labels === undefined ? {} : { labels };
    return { ...facts, unit, form, year: statedYear ?? year, cells: printed, words, ...paper };
  }
  if ('rollUp' in report) {
    const { form, figures } = report.rollUp;
    const cells = new Map(Object.entries(figures));
    return { ...counted(view, year, cells), from: 'roll-up', standing: 'filed', form };
  }
  const closed = view.report(year).editions.find(({ edition }) => edition === report.edition);
  if (closed === undefined) return counted(view, year, countedCells(view, year));
  const { agency, form, figures, words, edition } = closed;
  const facts = {
    from: 'edition',
    standing: 'filed',
    unit: agency.name,
    year,
    source: null,
  } as const;
  const printed: ReportWords = words;
  return { ...facts, form, cells: new Map(Object.entries(figures)), words: printed, edition };
}

function reportOf(
  { agency, report, submissions }: AgencyView,
  year: number,
  handedIn: Submission | null,
  summed: Summed,
): ChildReport {
  const { agencyId, name, shortName, level } = agency;
  const { editions, filed } = report(year);
  const times = submissions(year);
  return {
    agencyId,
    name,
    shortName,
    level,
    ...summed,
    newestEdition: editions.at(-1)?.edition ?? null,
    submittedOn: handedIn?.on ?? null,
    publishedOn: filed?.publishedOn ?? null,
    returned: times.at(-1)?.returned ?? null,
    times: times.length,
    digest: digestOf(summed.cells),
  };
}

function digestOf(cells: PrintedCells): string {
  const lines = [...cells].map(([cell, printed]) => `${cell}=${String(printed)}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

function countedCells(view: AgencyView, year: number): ReadonlyMap<string, number> {
  return new Map(Object.entries(countedReport(view, year).figures));
}
