import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DraftReportCommand } from '../annual-reports/draft-report.handler.js';
import { readReportText, UnreadableReportText } from '../annual-reports/report-text-file.js';
import { REPORT_PARTS } from '../annual-reports/domain/annual-report.events.js';
import { PART_HEADINGS } from '../annual-reports/part-headings.js';
import { isLocalDate, type LocalDate } from '../kernel/local-date.js';
import { Usage } from './exit-codes.js';
import { partText } from './texts.js';
import type { Output } from './output.js';
import { agencyMeant, type Session } from './session.js';

/** `gongkai draft YEAR FILE --signed-on DATE`. */
export async function draftReport(
  session: Session,
  output: Output,
  {
    year,
    file,
    signedOn,
    agency,
  }: Readonly<{
    year: number;
    file: string;
    signedOn: string | undefined;
    agency: string | undefined;
  }>,
): Promise<void> {
  const date = signedOn ?? session.clock.today();
  if (!isLocalDate(date)) throw new Usage(`成文日期“${date}”不是日期，请写成 2022-01-10 的样子。`);
  const { agencyId, name } = await agencyMeant(session, agency);
  const text = textOf(await readFile(file, 'utf8'), date);
  partText('引言', text.preamble);
  for (const part of REPORT_PARTS) partText(`“${PART_HEADINGS[part]}”`, text.parts[part]);
  const data = { agencyId, year, text };
  const decided = await session.commands.execute(
    new DraftReportCommand(
      { type: 'DraftReport', data, today: session.clock.today() },
      { commandId: randomUUID(), actor: session.actor },
    ),
  );
  const words =
    decided.events === 0
      ? `${name} ${String(year)} 年度报告的文字没有变化。`
      : `${name} ${String(year)} 年度报告的文字已起草。`;
  output.answer(decided, words);
}

function textOf(file: string, signedOn: LocalDate): ReturnType<typeof readReportText> {
  try {
    return readReportText(file, signedOn);
  } catch (error) {
    if (error instanceof UnreadableReportText) throw new Usage(error.message);
    throw error;
  }
}
