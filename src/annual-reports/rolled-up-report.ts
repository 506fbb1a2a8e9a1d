import type { ChildReport } from '../../projections/checks/check.js';
import { isIn, sumOf } from '../../projections/checks/rolled-up.js';
import type { FormFigures } from '../../projections/form-figures.js';
import { NO_REGISTER, togetherOf } from '../../projections/request-figures.js';
import { formOf } from '../../projections/forms/forms.js';
import { NOT_ESTABLISHED } from '../agencies/domain/agency.events.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { AgencyView } from '../read-models/read-models.js';
import type { AnnualReport } from './annual-report.js';
import { childReports } from './child-reports.js';
import { countedReport } from './counted-report.js';

/** 汇总: the report of a superior as the sum of its children's, before the checks have read it. */
export type RolledUpReport = Readonly<{
  annual: Omit<AnnualReport, 'openErrors'>;
  /** What it was summed of. */
  children: readonly ChildReport[];
}>;

/**
 * The words are the superior's own draft; the counters and posts they name are its own as well. How the
 * requests came and what was paid for them is known of those alone whose register is here.
 */
export function rolledUpReport(
  views: readonly AgencyView[],
  agencyId: string,
  year: number,
): RolledUpReport {
  const own = countedReport(viewIn(views, agencyId), year);
  const children = childReports(views, agencyId, year);
  if (children.length < 2) {
    const facts = { year };
    throw new CommandRefused({ refused: 'roll-up/no-children', basis: '《条例》第49条', facts });
  }
  const missing = children.filter((child) => !isIn(child)).map(({ name }) => name);
  const figures = Object.fromEntries(sumOf(formOf(year), children)) as FormFigures;
  const annual: RolledUpReport['annual'] = {
    ...own,
    tables: null,
    figures,
    requests: togetherOf(children.map((child) => requestsOf(views, child, year))),
    // An edition is the superior's own report, which is one of those that are summed.
    report: { ...own.report, editions: [] },
    missing,
    warnings: [...missingWords(missing), ...children.flatMap(oddCells)],
  };
  return { annual, children };
}

function requestsOf(views: readonly AgencyView[], child: ChildReport, year: number) {
  const elsewhere = child.from === 'file' || child.from === 'roll-up';
  return elsewhere ? NO_REGISTER : countedReport(viewIn(views, child.agencyId), year).requests;
}

export function viewIn(views: readonly AgencyView[], agencyId: string): AgencyView {
  const view = views.find(({ agency }) => agency.agencyId === agencyId);
  if (view === undefined) throw new CommandRefused(NOT_ESTABLISHED);
  return view;
}

function missingWords(missing: readonly string[]): readonly string[] {
  if (missing.length === 0) return [];
  const named = missing.slice(0, 10).join('、') + (missing.length > 10 ? '等' : '');
  return [`汇总不完整：${String(missing.length)} 个下级机关没有报送或者已退回（${named}）。`];
}

/** What is printed in the place of a number adds nothing, and the reader should know. */
function oddCells({ name, cells }: ChildReport): readonly string[] {
  const odd = [...cells.values()].filter((printed) => typeof printed === 'string').length;
  return odd === 0 ? [] : [`${name}：${String(odd)} 个单元格不是数字，按 0 汇总。`];
}
