import { staffCounts } from '../../projections/agency-directory.projection.js';
import type { Position } from '../ledger/ledger.js';
import type { AnnualReport } from './annual-report.js';
import { printsLike, type ClosedEdition } from './domain/annual-report.events.js';
import { printedWords } from './printed-words.js';
import { changedSince } from './report-warnings.js';

/** A closed edition as it was stored: nothing in it is counted again. */
export function editionOf(
  { agency, report, requests }: Pick<AnnualReport, 'agency' | 'report' | 'requests'>,
  year: number,
  edition: ClosedEdition,
): AnnualReport {
  const { figures, counters, position } = edition;
  return {
    agency: { ...agency, ...edition.agency },
    year,
    tables: null,
    figures,
    counters: new Map(Object.entries(counters)),
    staff: staffCounts(agency, year),
    requests,
    report,
    edition,
    position: position as Position,
    openErrors: [],
    warnings: [],
  };
}

/**
 * What is handed out of a year now: the newest closed edition as long as the ledger says the same,
 * or else what the ledger says, with a warning.
 */
export function asItStands(annual: AnnualReport): AnnualReport {
  const { report, year, warnings } = annual;
  const closed = report.editions.at(-1);
  if (closed === undefined) return annual;
  const { words } = printedWords({ ...annual, agency: { ...annual.agency, ...closed.agency } });
  if (printsLike(closed, { figures: annual.figures, words })) {
    return editionOf(annual, year, closed);
  }
  return { ...annual, warnings: [...warnings, changedSince(closed.edition, year)] };
}
