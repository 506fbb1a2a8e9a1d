import { readFile } from 'node:fs/promises';
import { formOf } from '../../projections/forms/forms.js';
import { treeOn, type AgencyNode } from '../../projections/agency-tree.js';
import { AbolishAgencyCommand } from '../agencies/abolish-agency.handler.js';
import { PlaceAgencyCommand } from '../agencies/place-agency.handler.js';
import { ReceiveReportCommand, type Received } from '../annual-reports/receive-report.handler.js';
import { ReturnReportCommand } from '../annual-reports/return-report.handler.js';
import { RollUpReportsCommand } from '../annual-reports/roll-up-reports.handler.js';
import {
  ListCellChildren,
  ListChildren,
  type ChildRow,
} from '../annual-reports/roll-up.queries.js';
import { SubmitReportCommand } from '../annual-reports/submit-report.handler.js';
import { cellWords } from '../words/cells.zh-CN.js';
import { FROM_LABELS, STANDING_LABELS } from '../words/roll-up.zh-CN.js';
import { dateGiven, sent } from './given.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';
import { agencyMeant, send, type Session } from './session.js';

/** What `gongkai import report` may be told of a file. */
export type ReceivedGiven = Readonly<{ parent?: string; year?: number; on?: string }>;

type Year = Readonly<{ year: number; agency: string | undefined }>;

/** `gongkai tree`. */
export async function showTree(session: Session, output: Output): Promise<void> {
  const tree = treeOn(await session.models.agencies(), session.clock.today());
  const lines = (nodes: readonly AgencyNode[], depth: number): readonly string[] =>
    nodes.flatMap(({ agencyId, name, abolished, children }) => [
      `${'  '.repeat(depth)}${name}（编号 ${agencyId}）` +
        (abolished === null ? '' : `，已于 ${abolished.on} 撤并`),
      ...lines(children, depth + 1),
    ]);
  output.answer(tree, lines(tree, 0));
}

/** `gongkai place CHILD --under PARENT`. */
export async function placeAgency(
  session: Session,
  output: Output,
  { child, under, from }: Readonly<{ child: string; under?: string; from?: string }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, child);
  const parent = under === undefined ? null : await agencyMeant(session, under);
  const since = dateGiven(from) ?? session.clock.today();
  const data = { agencyId, parentId: parent?.agencyId ?? null, from: since };
  const decided = await send(session, PlaceAgencyCommand, { type: 'PlaceAgency', data });
  const above = parent === null ? '没有上级机关' : `向 ${parent.name} 报送`;
  output.answer(decided, `${name} 自 ${since} 起${above}。`);
}

/** `gongkai abolish AGENCY --on DATE --into AGENCY`. */
export async function abolishAgency(
  session: Session,
  output: Output,
  { gone, on, into }: Readonly<{ gone: string; on: string; into?: string }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, gone);
  const heir = into === undefined ? null : await agencyMeant(session, into);
  const data = { agencyId, successorId: heir?.agencyId ?? null, abolishedOn: dateGiven(on) };
  const decided = await send(session, AbolishAgencyCommand, { type: 'AbolishAgency', data });
  const where = heir === null ? '' : `，并入 ${heir.name}`;
  output.answer(decided, `${name} 已于 ${on} 撤并${where}。`);
}

/** `gongkai submit YEAR`. */
export async function submitReport(
  session: Session,
  output: Output,
  { year, agency, on, rollup }: Year & Readonly<{ on: string | undefined; rollup: boolean }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const scope = rollup ? 'roll-up' : 'own';
  const data = { agencyId, year, scope, ...sent({ submittedOn: dateGiven(on) }) } as const;
  const decided = await send(session, SubmitReportCommand, { type: 'SubmitReport', data });
  output.answer(decided, `${name} ${String(year)} 年度报告${rollup ? '汇总' : ''}已向上级报送。`);
}

/** `gongkai return YEAR --agency CHILD --reason WHY`. */
export async function returnReport(
  session: Session,
  output: Output,
  { year, agency, reason, on }: Year & Readonly<{ reason: string; on?: string }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const data = { agencyId, year, reason, ...sent({ returnedOn: dateGiven(on) }) };
  const decided = await send(session, ReturnReportCommand, { type: 'ReturnReport', data });
  output.answer(decided, `${name} ${String(year)} 年度报告已退回：${reason}`);
}

/** `gongkai import report FILE --parent NAME`; `--agency` names a child whose file does not. */
export async function receiveReport(
  session: Session,
  output: Output,
  given: Readonly<{ file: string; agency: string | undefined }> & ReceivedGiven,
): Promise<void> {
  if (given.parent === undefined)
    throw new Usage('导入下级的年度报告要写明上级：--parent 上级机关。');
  const bytes = await readFile(given.file);
  const { agencyId: parentId } = await agencyMeant(session, given.parent);
  const child = given.agency === undefined ? undefined : await agencyMeant(session, given.agency);
  const named = { agencyId: child?.agencyId, year: given.year, receivedOn: dateGiven(given.on) };
  const command = {
    type: 'ReceiveReport',
    data: { parentId, bytes, ...sent(named) },
  } as const;
  const received: Received = await send(session, ReceiveReportCommand, command);
  const { agencyId, year, report, ...decided } = received;
  const { unit, form, cells, source } = report;
  const [count, due] = [Object.keys(cells).length, formOf(year).cells.length];
  output.answer(
    { ...decided, agencyId, year, unit, form, cells: count, source },
    `收到 ${unit === '' ? (child?.name ?? '') : unit} ${String(year)} 年度报告：` +
      `${form} 年格式，${String(count)} 个单元格，记入台账第 ${decided.position} 条。`,
  );
  if (count < due) {
    output.warn([
      `格式有 ${String(due)} 个单元格，文件里找到 ${String(count)} 个；缺的按 0 汇总，请核对文件的行名和列名。`,
    ]);
  }
}

/** `gongkai children YEAR`. */
export async function listChildren(
  session: Session,
  output: Output,
  { year, agency }: Year,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const rows = await session.queries.execute(new ListChildren(agencyId, year));
  const out = rows.filter(({ standing }) => standing === 'returned' || standing === 'missing');
  output.answer(rows, [
    `${name} ${String(year)} 年度下级报送情况：应报 ${String(rows.length - 1)} 个，` +
      `未报或退回 ${String(out.length)} 个。`,
    ...rows.map(lineOf),
  ]);
}

function lineOf(child: ChildRow): string {
  const { name, standing, from, submittedOn, edition, returned, times, stale, errors } = child;
  return [
    `${name}：${STANDING_LABELS[standing]}`,
    ...(submittedOn === null ? [] : [submittedOn]),
    ...(edition === null ? [] : [`第 ${String(edition)} 版`]),
    ...(times > 1 ? [`报送 ${String(times)} 次`] : []),
    ...(standing === 'returned' && returned !== null
      ? [`${returned.on} 退回：${returned.reason}`]
      : []),
    `汇总用${FROM_LABELS[from]}`,
    ...(stale ? ['汇总以后有变化'] : []),
    ...(errors.length === 0 ? [] : [`有错误 ${errors.join('、')}`]),
  ].join('，');
}

/** `gongkai rollup YEAR`. */
export async function rollUp(
  session: Session,
  output: Output,
  { year, agency }: Year,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const data = { agencyId, year };
  const decided = await send(session, RollUpReportsCommand, { type: 'RollUpReports', data });
  const words =
    decided.events === 0
      ? `${name} ${String(year)} 年度的汇总没有变化，不重复登记。`
      : `${name} ${String(year)} 年度已汇总，记入台账第 ${decided.position} 条。`;
  output.answer(decided, words);
}

/** `gongkai cases YEAR CELL --rollup`. */
export async function listCellChildren(
  session: Session,
  output: Output,
  { year, agency, cell }: Year & Readonly<{ cell: string }>,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const children = await session.queries.execute(new ListCellChildren(agencyId, year, cell));
  const sum = children.reduce((total, { counts }) => total + counts, 0);
  output.answer(children, [
    `${String(year)} 年汇总 ${cellWords(cell)}（${cell}）：${String(Number(sum.toFixed(6)))}`,
    ...children.map(
      ({ name, printed, from }) => `${name} ${String(printed)}（${FROM_LABELS[from]}）`,
    ),
  ]);
}
