import { ListAffected, type Affected } from '../annual-reports/affected-figures.query.js';
import { ListCarried, type Astray } from '../annual-reports/carried-requests.query.js';
import { CloseYearCommand } from '../annual-reports/close-year.handler.js';
import { cellWords } from '../words/cells.zh-CN.js';
import { editionWords, moveWords } from '../words/figure-moves.zh-CN.js';
import { EXIT } from './exit-codes.js';
import { editionGiven } from './given.js';
import type { Output } from './output.js';
import { agencyMeant, send, type Session } from './session.js';

type Asked = Readonly<{ year: number; agency: string | undefined }>;

/** `gongkai close YEAR [--reason …]`. */
export async function closeYear(
  session: Session,
  output: Output,
  { year, reason, agency }: Asked & Readonly<{ reason: string }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const data = { agencyId, year, reason };
  const decided = await send(session, CloseYearCommand, { type: 'CloseYear', data });
  const closed = (await session.models.agency(agencyId)).report(year).editions.at(-1);
  if (closed === undefined) throw new Error(`${String(year)} was closed and is not`);
  const { edition, position, digest, checkpoint } = closed;
  output.answer({ ...decided, edition, position, digest, checkpoint }, [
    `${name} ${String(year)} 年度报告已封账（${editionWords(edition)}），` +
      `数字和文字读到台账第 ${position} 条，数字摘要 ${digest.slice(0, 16)}。`,
    `打印用 gongkai report ${String(year)}，报送公布以后用 gongkai file ${String(year)}。检查点：`,
    checkpoint,
  ]);
}

/** `gongkai affected YEAR`. Answers with the exit code: 1 while the closed edition is not what holds. */
export async function listAffected(
  session: Session,
  output: Output,
  { year, edition, agency }: Asked & Readonly<{ edition: string }>,
): Promise<number> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const meant = editionGiven(edition);
  const affected = await session.queries.execute(new ListAffected(agencyId, year, meant));
  const cells = affected.cells.map((cell) => ({ ...cell, words: cellWords(cell.cell) }));
  const head = `${name} ${String(year)} 年度报告${editionWords(affected.edition)}：${counted(affected)}。`;
  output.answer({ ...affected, cells }, [
    head,
    ...cells.flatMap(({ cell, words, before, after, events }) => [
      `${words}（${cell}）：${before} → ${after}`,
      ...events.map((event) => `  ${moveWords(event)}`),
    ]),
    ...affected.words.flatMap(({ heading, closed, now }) => [
      heading,
      `  封账时：${closed}`,
      `  现在：${now}`,
    ]),
    ...(affected.redrafted ? ['封账以后重新起草了文字。'] : []),
  ]);
  return affected.cells.length + affected.words.length > 0 ? EXIT.refused : EXIT.done;
}

function counted({ cells, words, closedOn }: Affected): string {
  const since = `${closedOn} 封账以后`;
  if (cells.length + words.length === 0) return `${since}数字没有变化`;
  return `${since}已公布数据受影响，${cells.length} 个数字、${words.length} 处文字有变化`;
}

/** `gongkai carried YEAR`. Answers with the exit code: 1 while the two years do not agree. */
export async function listCarried(
  session: Session,
  output: Output,
  { year, edition, agency }: Asked & Readonly<{ edition: string }>,
): Promise<number> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const meant = editionGiven(edition);
  const carried = await session.queries.execute(new ListCarried(agencyId, year, meant));
  const { carriedOut, carriedIn, astray } = carried;
  output.answer(carried, [
    `${name} ${year} 年（${editionWords(carried.edition)}）结转下年度 ${carriedOut.length} 件，` +
      `${year + 1} 年上年结转 ${carriedIn.length} 件，${agreement(astray)}。`,
    ...carriedOut.filter((number) => carriedIn.includes(number)).map((number) => `  ${number}`),
    ...astray.flatMap(({ number, only, events }) => [
      only === 'carried-out'
        ? `${number}：封账时结转下年度，现在不在下年度的上年结转里`
        : `${number}：现在在下年度的上年结转里，封账时没有结转`,
      ...events.map((event) => `  ${moveWords(event)}`),
    ]),
  ]);
  return astray.length > 0 ? EXIT.refused : EXIT.done;
}

function agreement(astray: readonly Astray[]): string {
  return astray.length === 0 ? '逐件一致' : `${astray.length} 件只在一边`;
}
