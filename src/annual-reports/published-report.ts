import { CELLS } from '../../projections/form-figures.js';
import { COLUMNS, ROWS } from '../../projections/table-three.js';
import { DOCUMENT_FIGURES } from '../../projections/table-two.js';
import { DOCUMENT_KINDS } from '../publications/domain/document.events.js';
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
  /** 第几版 of a closed year, 2 and more for a 更正版; null for what the ledger says. */
  edition: number | null;
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
  const { agency, year, edition, figures, counters, position, warnings } = annual;
  const documents = DOCUMENT_KINDS.map((kind) => {
    const counts = DOCUMENT_FIGURES.map((figure) => [figure, figures[`table2.${kind}.${figure}`]]);
    return [kind, Object.fromEntries(counts) as Record<string, number>] as const;
  });
  return {
    agency: agency.name,
    agency_id: agency.agencyId,
    year,
    form: '2021',
    edition: edition?.edition ?? null,
    table2: {
      ...Object.fromEntries(documents),
      licensing: figures['table2.licensing'],
      punishment: figures['table2.punishment'],
      coercion: figures['table2.coercion'],
      fees_wan_yuan: figures['table2.fees_wan_yuan'],
    },
    table3: {
      rows: Object.fromEntries(
        ROWS.map((row) => [row, COLUMNS.map((column) => figures[`table3.${row}.${column}`])]),
      ),
    },
    table4: CELLS.filter((cell) => cell.startsWith('table4.')).map((cell) => figures[cell]),
    narrative: Object.fromEntries(counters),
    position,
    warnings,
  };
}
