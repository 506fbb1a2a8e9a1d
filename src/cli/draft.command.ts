import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DraftReportCommand } from '../annual-reports/draft-report.handler.js';
import { countedReport } from '../annual-reports/counted-report.js';
import { printedWords } from '../annual-reports/printed-words.js';
import { readReportText, UnreadableReportText } from '../annual-reports/report-text-file.js';
import { REPORT_PARTS } from '../annual-reports/domain/annual-report.events.js';
import { formOf } from '../../projections/forms/forms.js';
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
  const text = textOf(await readFile(file, 'utf8'), year, date);
  partText('引言', text.preamble);
  for (const part of REPORT_PARTS) partText(`“${formOf(year).headings[part]}”`, text.parts[part]);
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
  const warnings = await unfilled(session, agencyId, year);
  output.answer({ ...decided, warnings }, words);
  output.warn(warnings);
}

/**
 * Names in the words that no figure answers to yet. While the year runs its counts may still come,
 * so they are no reason to refuse; closing is.
 */
async function unfilled(
  session: Session,
  agencyId: string,
  year: number,
): Promise<readonly string[]> {
  const view = await session.models.agency(agencyId);
  const { unknown } = printedWords(countedReport(view, year));
  if (unknown.length === 0) return [];
  return [
    `报告文字引用的数字“${unknown.join('、')}”台账里还没有；封账、打印以前请导入这项计数，或改写报告文字。`,
  ];
}

function textOf(
  file: string,
  year: number,
  signedOn: LocalDate,
): ReturnType<typeof readReportText> {
  try {
    return readReportText(file, year, signedOn);
  } catch (error) {
    if (error instanceof UnreadableReportText) throw new Usage(error.message);
    throw error;
  }
}
