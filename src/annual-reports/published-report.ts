import { APPEAL_KINDS } from '../appeals/domain/appeal.events.js';
import { RESULTS } from '../../projections/table-four.js';
import { COLUMNS, ROWS } from '../../projections/table-three.js';
import type { AnnualReport } from './annual-report.js';

/**
 * A report in the exchange format for published reports: `table3.rows.<row>` has seven cells,
 * `table4` fifteen.
 */
export type PublishedReport = Readonly<{
  agency: string;
  agency_id: string;
  year: number;
  form: '2021';
  table2: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
  table3: Readonly<{ rows: Readonly<Record<string, readonly number[]>> }>;
  table4: readonly number[];
  /** Figures the text uses, by the name the agency gives them. */
  narrative: Readonly<Record<string, number>>;
  /** The place of the ledger at which the figures were read. */
  position: string;
  /** Chinese sentences on what the figures do not show. */
  warnings: readonly string[];
}>;

export function publishedReport(annual: AnnualReport): PublishedReport {
  const { agency, year, tables, figures, counters, position, warnings } = annual;
  const { regulations, normative_documents, licensing, punishment, coercion } = tables.two;
  return {
    agency: agency.name,
    agency_id: agency.agencyId,
    year,
    form: '2021',
    table2: {
      regulations,
      normative_documents,
      licensing,
      punishment,
      coercion,
      fees_wan_yuan: figures['table2.fees_wan_yuan'],
    },
    table3: {
      rows: Object.fromEntries(
        ROWS.map((row) => [row, COLUMNS.map((column) => tables.three[row][column])]),
      ),
    },
    table4: APPEAL_KINDS.flatMap((kind) => RESULTS.map((result) => tables.four[kind][result])),
    narrative: Object.fromEntries(counters),
    position,
    warnings,
  };
}
