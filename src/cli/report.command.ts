import { join, resolve } from 'node:path';
import type { AnnualReport } from '../annual-reports/annual-report.js';
import { toView } from '../annual-reports/annual-report-view.js';
import type { AsOf } from '../annual-reports/as-of.js';
import { cellNamed } from '../annual-reports/cell-cases.js';
import { GetAnnualReport, ListCellCases } from '../annual-reports/annual-report.queries.js';
import { CompileReportCommand } from '../annual-reports/compile-report.handler.js';
import { draftReason } from '../annual-reports/report-warnings.js';
import { derivedId } from '../ledger/derived-id.js';
import { editionWords, SUBJECT_LABELS } from '../words/figure-moves.zh-CN.js';
import { missingGlyphWords } from '../words/print-warnings.js';
import { timeGiven, type TimeGiven } from './given.js';
import type { Output } from './output.js';
import { replaceFile } from './replace-file.js';
import {
  contentOf,
  formatGiven,
  pageGiven,
  type Format,
  type PageGiven,
} from './report-formats.js';
import { agencyMeant, type Session } from './session.js';

/** `gongkai report YEAR`. Answers with the file it wrote. */
export async function writeReport(
  session: Session,
  output: Output,
  wanted: Readonly<{
    year: number;
    format: string;
    out: string | undefined;
    agency: string | undefined;
    time?: TimeGiven;
    page?: PageGiven;
    rollup?: boolean;
  }>,
): Promise<string> {
  const format = formatGiven(wanted.format);
  const page = pageGiven(wanted.page ?? {});
  const { agencyId } = await agencyMeant(session, wanted.agency);
  const asOf = timeGiven(wanted.time ?? { asOf: 'now' });
  const { year, rollup = false } = wanted;
  const scope = rollup ? 'roll-up' : 'own';
  const annual = await session.queries.execute(new GetAnnualReport(agencyId, year, asOf, scope));
  // After the figures, so that it covers every fact they were counted from.
  const checkpoint = await session.transparency.checkpoint('sha256-ed25519');
  const view = toView(annual, session.clock.today(), checkpoint);
  const { agency } = annual;
  const others = (await session.models.agencies()).filter((other) => other.agencyId !== agencyId);
  const alone = others.every((other) => inFiles(other) !== inFiles(agency));
  const file = reportFile(session, agency, {
    year,
    format,
    alone,
    mark: (rollup ? '（汇总）' : '') + markOf(annual, asOf),
  });
  const out = resolve(wanted.out ?? file);
  const made = await contentOf(session.printer, format, { annual, view, page });
  await replaceFile(out, made.content);

  const why = annual.edition === null ? draftReason(annual, session.clock.today()) : null;
  const warnings = [
    ...annual.warnings,
    ...(why === null ? [] : [why]),
    ...missingGlyphWords(made.missingGlyphs),
  ];
  output.answer(
    { file: out, position: annual.position, draft: view.draft, edition: view.edition, warnings },
    `${view.title.join('')}：${out}`,
  );
  output.warn(warnings);
  return out;
}

/** What keeps the file of another time from taking the place of today's. */
function markOf({ position, edition }: AnnualReport, asOf: AsOf): string {
  if (asOf === 'now') return '';
  return edition === null ? `（第${position}条为止）` : `（${editionWords(edition.edition)}）`;
}

/** `gongkai cases YEAR CELL`. */
export async function listCases(
  session: Session,
  output: Output,
  named: Readonly<{ year: number; cell: string; time: TimeGiven; agency: string | undefined }>,
): Promise<void> {
  const { year, agency } = named;
  const cell = cellNamed(named.cell, year);
  const { agencyId } = await agencyMeant(session, agency);
  const listed = new ListCellCases(agencyId, year, cell, timeGiven(named.time));
  const { figure, edition, cases } = await session.queries.execute(listed);
  const printed = edition === null ? '' : `（${editionWords(edition)}）`;
  output.answer(cases, [
    `${year} 年${printed} ${cell}：${figure}`,
    ...cases.map(
      ({ kind, id, counts }) =>
        `${SUBJECT_LABELS[kind]} ${id}${counts === 1 ? '' : `（计 ${String(counts)}）`}`,
    ),
  ]);
}

/** `gongkai compile YEAR`. */
export async function compileReport(
  session: Session,
  output: Output,
  { year, agency }: Readonly<{ year: number; agency: string | undefined }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const { position, warnings } = await session.queries.execute(new GetAnnualReport(agencyId, year));
  const data = { agencyId, year };
  const command = { type: 'CompileReport', data, today: session.clock.today() } as const;
  const meta = { commandId: derivedId('compile', agencyId, year, position), actor: session.actor };
  const decided = await session.commands.execute(new CompileReportCommand(command, meta));
  const words =
    decided.events === 0
      ? `${name} ${String(year)} 年的数字没有变化，不重复汇编。`
      : `${name} ${String(year)} 年已汇编，数字记入台账第 ${decided.position} 条。`;
  output.answer({ ...decided, warnings }, words);
  output.warn(warnings);
}

/**
 * Where a report goes when nobody says where. An agency that is not `alone` in its name has its id
 * there too; so has a report of then its `mark`, so that it never takes that of today.
 */
export function reportFile(
  { dataDir }: Pick<Session, 'dataDir'>,
  agency: NamedAgency,
  {
    year,
    format,
    alone,
    mark = '',
  }: Readonly<{ year: number; format: Format; alone: boolean; mark?: string }>,
): string {
  const whose = inFiles(agency) + (alone ? '' : `（${agency.agencyId}）`);
  const name = `${String(year)}年${whose}政府信息公开工作年度报告${mark.replace(/\s/g, '')}.${format}`;
  return join(dataDir, 'reports', name);
}

type NamedAgency = Readonly<{ agencyId: string; shortName: string }>;

/** What file systems forbid is left out; most take 255 bytes, and 50 Chinese characters have 150. */
function inFiles({ shortName }: NamedAgency): string {
  return Array.from(shortName.replace(/[\\/:*?"<>|\s]/g, ''))
    .slice(0, 50)
    .join('');
}
