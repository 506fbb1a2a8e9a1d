import { FileReportCommand } from '../annual-reports/file-report.handler.js';
import { dateGiven } from './given.js';
import type { Output } from './output.js';
import { agencyMeant, send, type Session } from './session.js';

/** `gongkai file YEAR [--on DATE]`. */
export async function fileReport(
  session: Session,
  output: Output,
  {
    year,
    on,
    agency,
  }: Readonly<{ year: number; on: string | undefined; agency: string | undefined }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const filedOn = dateGiven(on) ?? session.clock.today();
  const command = { type: 'FileReport', data: { agencyId, year, filedOn } } as const;
  const decided = await send(session, FileReportCommand, command);
  const { filed } = (await session.models.agency(agencyId)).report(year);
  const edition = filed === null || filed.edition === 1 ? '' : `（更正版，第 ${filed.edition} 版）`;
  output.answer(
    { ...decided, filed: filed && { ...filed, text: undefined } },
    `${name} ${String(year)} 年度报告已于 ${filedOn} 报送${edition}，` +
      `数字摘要 ${filed?.digest.slice(0, 16) ?? ''}；以后用 --as-of filed 打印当时的报告。`,
  );
}
