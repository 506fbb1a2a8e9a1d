import { DUE_SOON_WORKING_DAYS, type DeadlineBoard } from '../requests/domain/deadline-board.js';
import { GetDeadlineBoard } from '../requests/deadline-board.query.js';
import { ExplainDeadline } from '../requests/explain-deadline.query.js';
import { boardWords } from '../words/deadlines.zh-CN.js';
import { explanationWords } from '../words/explain-deadline.zh-CN.js';
import { Usage } from './exit-codes.js';
import { sent } from './given.js';
import type { Output } from './output.js';
import { replaceFile } from './replace-file.js';
import { agencyMeant, type Session } from './session.js';

type Asked = Readonly<{
  within?: number;
  handler?: string;
  agency: string | undefined;
}>;

/** `gongkai due`. */
export async function showDeadlines(
  session: Session,
  output: Output,
  { ics, ...asked }: Asked & Readonly<{ ics?: string }>,
): Promise<void> {
  const { name, board } = await boardOf(session, asked);
  const written = ics === undefined ? [] : [`日历写到 ${ics}`];
  if (ics !== undefined) await replaceFile(ics, await session.outlets.calendar(name, board));
  output.answer(board, [...boardWords(name, board), ...written]);
}

/** `gongkai explain NUMBER`. */
export async function explain(
  session: Session,
  output: Output,
  number: string,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const explained = await session.queries.execute(new ExplainDeadline(agencyId, number));
  if (explained === null) throw new Usage(`台账里没有登记编号 ${number}。`);
  if (explained === 'not-received') {
    throw new Usage(`登记编号 ${number} 没有答复期限：收到尚未确认，或者是更正申请。`);
  }
  output.answer(explained, explanationWords(explained));
}

/** `gongkai remind --to ADDRESS`. */
export async function remind(
  session: Session,
  output: Output,
  { to, ...asked }: Asked & Readonly<{ to: readonly string[] }>,
): Promise<void> {
  const wrong = to.find((address) => !/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(address));
  if (wrong !== undefined) throw new Usage(`“${wrong}”不是邮箱地址，请核对。`);
  const { name, board } = await boardOf(session, asked);
  const rows = await session.outlets.mail(name, board, to);
  const words =
    rows.length === 0
      ? '没有逾期未办和即将逾期的，没有发邮件。'
      : `已把 ${String(rows.length)} 件发给 ${to.join('、')}。`;
  output.answer({ to, rows }, words);
}

async function boardOf(
  session: Session,
  { within = DUE_SOON_WORKING_DAYS, handler, agency }: Asked,
): Promise<Readonly<{ name: string; board: DeadlineBoard }>> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const asked = { today: session.clock.today(), within, ...sent({ handler }) };
  return { name, board: await session.queries.execute(new GetDeadlineBoard(agencyId, asked)) };
}
