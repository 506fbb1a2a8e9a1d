import type { Figures } from '../../projections/forms/figures.js';
import { formOf } from '../../projections/forms/forms.js';
import type { AnnualReport } from './annual-report.js';
import type { AnnualReportView, ReportTable } from './annual-report-view.js';
import type { FormVersion } from './domain/annual-report.events.js';

/** Which part carries which table. */
const TABLES: Readonly<Record<ReportTable, 'table2' | 'table3' | 'table4'>> = {
  two: 'table2',
  three: 'table3',
  four: 'table4',
};

/**
 * A report in the exchange format for published reports: `table3.rows.<row>` has seven cells,
 * `table4` fifteen. `templates/annual-report/report.schema.json` describes it for everybody else.
 */
export type PublishedReport = Readonly<{
  agency: string;
  agency_id: string;
  year: number;
  form: FormVersion;
  /** 第几版 of a closed year, 2 and more for a 更正版; null for what the ledger says. */
  edition: number | null;
  /** 草稿: neither words nor figures are final. */
  draft: boolean;
  /** The words as they are printed, with the figures filled in; one paragraph a line. */
  title: readonly string[];
  preamble: string;
  parts: readonly Readonly<{
    heading: string;
    text: string;
    /** The table that follows the words. */
    table: 'table2' | 'table3' | 'table4' | null;
  }>[];
  signature: AnnualReportView['signature'];
  table2: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
  table3: Readonly<{ rows: Readonly<Record<string, readonly number[]>> }>;
  table4: readonly number[];
  /** Figures the text uses, by the name the agency gives them. */
  narrative: Readonly<Record<string, number>>;
  /** The place of the ledger at which the figures were read. */
  position: string;
  /** 台账检查点 as a signed note; null on a report that is not handed out. */
  checkpoint: string | null;
  /** Chinese sentences on what the figures do not show. */
  warnings: readonly string[];
}>;

export function publishedReport(annual: AnnualReport, view: AnnualReportView): PublishedReport {
  const { agency, year, edition, figures, counters, position, warnings } = annual;
  const { draft, title, preamble, signature, checkpoint } = view;
  const { version, cells } = formOf(year);
  const rows: Record<string, number[]> = {};
  for (const [row, figure] of cellsBelow('table3', cells, figures)) {
    const [name = ''] = row.split('.');
    rows[name] = [...(rows[name] ?? []), figure];
  }
  return {
    agency: agency.name,
    agency_id: agency.agencyId,
    year,
    form: version,
    edition: edition?.edition ?? null,
    draft,
    title,
    preamble,
    parts: view.parts.map(({ heading, text, table }) => ({
      heading,
      text,
      table: table && TABLES[table],
    })),
    signature,
    table2: nested(cellsBelow('table2', cells, figures)),
    table3: { rows },
    table4: cellsBelow('table4', cells, figures).map(([, figure]) => figure),
    narrative: Object.fromEntries(counters),
    position,
    checkpoint: checkpoint?.note ?? null,
    warnings,
  };
}

type Named = readonly (readonly [name: string, figure: number])[];

/** The cells of one table without its name, in the form's order. */
function cellsBelow(table: string, cells: readonly string[], figures: Figures): Named {
  return cells
    .filter((cell) => cell.startsWith(`${table}.`))
    .map((cell) => [cell.slice(table.length + 1), figures[cell] ?? 0]);
}

/** `licensing` stays as it is; `regulations.made` becomes a member of `regulations`. */
function nested(named: Named): PublishedReport['table2'] {
  const table: Record<string, number | Record<string, number>> = {};
  for (const [name, figure] of named) {
    const [row = '', column] = name.split('.');
    if (column === undefined) table[row] = figure;
    else table[row] = { ...(table[row] as Record<string, number> | undefined), [column]: figure };
  }
  return table;
}
