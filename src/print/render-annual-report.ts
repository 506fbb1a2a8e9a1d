import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Eta } from 'eta';
import type { AnnualReportView } from '../annual-reports/annual-report-view.js';
import type { WebListing } from '../annual-reports/web-listing.js';
import { type AnnualReportForm, TEMPLATES_FOLDER } from '../annual-reports/form-layout.js';
import { checkpointStyle, printedCheckpoint } from './printed-checkpoint.js';
import { printedReport, type PrintedTable } from './printed-report.js';

/**
 * 年度报告 as one HTML document that stands alone: the CSS is inside, fonts are the reader's own by
 * name. With a listing it is the page of a website, without one what becomes paper. Throws before
 * anything is written when the form asks for a figure that the view does not have.
 */
export function renderAnnualReport(
  view: AnnualReportView,
  form: AnnualReportForm,
  listing: WebListing | null = null,
): string {
  const report = printedReport(view, form);
  const style = readFileSync(join(TEMPLATES_FOLDER, 'annual-report', 'report.css'), 'utf8');
  const eta = new Eta({ views: TEMPLATES_FOLDER, autoEscape: true });
  return eta.render('./annual-report/report', {
    ...report,
    css: report.checkpoint === null ? style : style + checkpointStyle(),
    parts: report.parts.map(({ table, ...part }) => ({ ...part, table: table && inHtml(table) })),
    checkpoint: report.checkpoint && printedCheckpoint(report.checkpoint),
    listing,
  });
}

function inHtml({ name, columnWidths, headRows, rows }: PrintedTable) {
  const width = columnWidths.reduce((sum, it) => sum + it, 0);
  return {
    name,
    columns: columnWidths.map((it) => `${((it / width) * 100).toFixed(3)}%`),
    head: rows.slice(0, headRows),
    body: rows.slice(headRows),
  };
}
