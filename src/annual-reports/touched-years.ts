import { yearOf, type LocalDate } from '../kernel/local-date.js';
import type { AgencyView, ReadModels } from '../read-models/read-models.js';
import { FIRST_REPORT_YEAR } from './domain/annual-report.events.js';
import { FiguresWalk } from './figures-walk.js';

/** A closed year of an agency, and what every cell holds when it is counted now. */
type ClosedYear = Readonly<{
  agencyId: string;
  agency: string;
  year: number;
  figures: ReadonlyMap<string, number>;
}>;

/** Of every closed year of every agency. */
export async function closedYears(
  models: ReadModels,
  today: LocalDate,
): Promise<readonly ClosedYear[]> {
  const closed: ClosedYear[] = [];
  for (const { agencyId } of await models.agencies()) {
    closed.push(...closedYearsOf(await models.agency(agencyId), today));
  }
  return closed;
}

function closedYearsOf(view: AgencyView, today: LocalDate): readonly ClosedYear[] {
  const years: number[] = [];
  for (let year = FIRST_REPORT_YEAR; year < yearOf(today); year += 1) {
    if (view.report(year).editions.length > 0) years.push(year);
  }
  if (years.length === 0) return [];
  const walk = new FiguresWalk(view, years);
  const { agencyId, name } = view.agency;
  return years.map((year) => ({ agencyId, agency: name, year, figures: walk.figures(year) }));
}

/** The closed years whose figures moved between two readings. */
export function touchedYears(
  before: readonly ClosedYear[],
  after: readonly ClosedYear[],
): readonly ClosedYear[] {
  return after.filter(({ agencyId, year, figures }) => {
    const was = before.find((known) => known.agencyId === agencyId && known.year === year);
    return was !== undefined && [...figures].some(([cell, is]) => was.figures.get(cell) !== is);
  });
}
