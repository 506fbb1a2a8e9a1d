import { FileReportCommand } from '../annual-reports/file-report.handler.js';
import { editionWords } from '../words/figure-moves.zh-CN.js';
import { dateGiven, sent } from './given.js';
import type { Output } from './output.js';
import { agencyMeant, send, type Session } from './session.js';
import { shortText } from './texts.js';

/** What is told of a filing. */
export type FilingGiven = Readonly<{ on?: string; publishedOn?: string; url?: string }>;

/** `gongkai file YEAR [--on DATE] [--published-on DATE] [--url URL]`. */
export async function fileReport(
  session: Session,
  output: Output,
  {
    year,
    agency,
    on,
    publishedOn,
    url,
  }: FilingGiven & Readonly<{ year: number; agency: string | undefined }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  if (url !== undefined) shortText('网址', url);
  const told = sent({ filedOn: dateGiven(on), publishedOn: dateGiven(publishedOn), url });
  const data = { agencyId, year, ...told };
  const decided = await send(session, FileReportCommand, { type: 'FileReport', data });
  const { filed } = (await session.models.agency(agencyId)).report(year);
  if (filed === null) throw new Error(`${String(year)} was filed and is not`);
  const published = filed.publishedOn === null ? '' : `，${filed.publishedOn} 公布`;
  output.answer(
    { ...decided, filed },
    `${name} ${String(year)} 年度报告（${editionWords(filed.edition)}）已于 ${filed.on} 报送${published}，` +
      `数字摘要 ${filed.digest.slice(0, 16)}；以后用 --as-of filed 打印报送的报告。`,
  );
}
