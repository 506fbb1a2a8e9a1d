import { readFile } from 'node:fs/promises';
import { AnnounceDaysOffCommand } from '../agencies/announce-days-off.handler.js';
import type { DaysOffScope } from '../agencies/domain/procedure-rules.events.js';
import { isLocalDate, type LocalDate } from '../kernel/local-date.js';
import {
  RecomputeDeadlinesCommand,
  type Recomputed,
} from '../requests/recompute-deadlines.handler.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';
import { agencyMeant, send, type Session } from './session.js';

/** `gongkai calendar list`: which years are known, and from where. */
export async function listCalendar(
  session: Session,
  output: Output,
  agency: string | undefined,
): Promise<void> {
  const { agencyId, name, daysOff } = await agencyMeant(session, agency);
  const { calendar } = await session.terms.of(agencyId);
  const today = session.clock.today();
  const year = Number(today.slice(0, 4));
  const next = [year, year + 1].map((it) => {
    const known = calendar.isAnnounced(it) ? '已有' : '尚未公布或者录入，先按周一至周五计算';
    return `${String(it)} 年的节假日安排：${known}`;
  });
  const entered = daysOff.map(({ year: of, scope, notice, off, work }) => {
    const days = `放假 ${off.join('、') || '无'}；上班 ${work.join('、') || '无'}`;
    return `${String(of)} 年（${SCOPES[scope]}）${notice}：${days}`;
  });
  const words = [`${name} 工作日历，版本 ${calendar.edition}`, ...next, ...entered];
  output.answer({ edition: calendar.edition, daysOff }, words);
}

const SCOPES: Readonly<Record<DaysOffScope, string>> = {
  'state-council': '国务院安排',
  local: '地方安排',
};

/** `gongkai calendar announce YEAR --from FILE --notice TEXT`. */
export async function announceDaysOff(
  session: Session,
  output: Output,
  given: Readonly<{ year: number; from: string; notice: string; local?: boolean }>,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const { year, notice } = given;
  const days = daysIn(await readFile(given.from, 'utf8'), given.from);
  const scope = given.local === true ? 'local' : 'state-council';
  const known = session.terms.knows(year);
  const data = { agencyId, year, scope, notice, ...days, known } as const;
  const command = { type: 'AnnounceDaysOff', data } as const;
  const decided = await send(session, AnnounceDaysOffCommand, command);
  const recomputed = await recompute(session, agencyId);
  output.answer({ ...decided, recomputed }, [
    `${String(year)} 年的节假日安排已录入，记入台账第 ${decided.position} 条。`,
    ...recomputedWords(recomputed),
  ]);
}

/** `gongkai calendar recompute`. */
export async function recomputeDeadlines(
  session: Session,
  output: Output,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const recomputed = await recompute(session, agencyId);
  const words = recomputed.length === 0 ? ['没有期限需要变动。'] : recomputedWords(recomputed);
  output.answer(recomputed, words);
}

export function recompute(session: Session, agencyId: string): Promise<readonly Recomputed[]> {
  const by = { today: session.clock.today(), actor: session.actor };
  return session.commands.execute(new RecomputeDeadlinesCommand(agencyId, by));
}

export function recomputedWords(recomputed: readonly Recomputed[]): readonly string[] {
  const dated = (on: LocalDate | null, provisional: boolean): string =>
    `${on ?? '暂停'}${provisional ? '（待节假日安排公布）' : ''}`;
  return recomputed.map(
    ({ number, before, after, wasProvisional, provisional }) =>
      `登记编号 ${number} 的答复期限：${dated(before, wasProvisional)} → ${dated(after, provisional)}`,
  );
}

/** A day and what it is on each line: `2027-01-01,放假`. */
function daysIn(text: string, file: string): Readonly<{ off: LocalDate[]; work: LocalDate[] }> {
  const days = { off: [] as LocalDate[], work: [] as LocalDate[] };
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const [date = '', what = ''] = line.split(/[,，\t]/).map((part) => part.trim());
    const list = what === '放假' ? days.off : what === '上班' ? days.work : null;
    if (list === null || !isLocalDate(date)) {
      const where = `“${file}”第 ${String(at + 1)} 行`;
      throw new Usage(`${where}读不懂，请写成“2027-01-01,放假”或者“2027-02-06,上班”的样子。`);
    }
    list.push(date);
  }
  return days;
}
