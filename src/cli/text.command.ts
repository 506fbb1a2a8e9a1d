import { randomUUID } from 'node:crypto';
import type { PairedPart } from '../annual-reports/paired-paragraphs.js';
import { DraftReportCommand } from '../annual-reports/draft-report.handler.js';
import { NilYear } from '../annual-reports/nil-year.query.js';
import { writeReportText } from '../annual-reports/report-text-file.js';
import { GetReportText, type ReportTextView } from '../annual-reports/report-text.query.js';
import { ReportZeroCountsCommand } from '../publications/report-zero-counts.handler.js';
import { dateGiven } from './given.js';
import type { Output } from './output.js';
import { replaceFile } from './replace-file.js';
import { agencyMeant, send, type Session } from './session.js';
import { sideBySide } from './two-columns.js';

export type TextGiven = Readonly<{
  bound?: true;
  last?: true;
  figures?: true;
  html?: true;
  out?: string;
}>;

/** `gongkai text YEAR`: the words to edit, or with their figures, or beside last year's. */
export async function showText(
  session: Session,
  output: Output,
  given: TextGiven & Readonly<{ year: number; agency: string | undefined }>,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, given.agency);
  const view = await session.queries.execute(new GetReportText(agencyId, given.year));
  const shown = wordsShown(view, given);
  output.warn(unknownWords(view.unknown));
  if (given.out === undefined) {
    output.answer(view, shown.trimEnd());
    return;
  }
  await replaceFile(given.out, shown);
  output.answer({ file: given.out, unknown: view.unknown }, `已写到 ${given.out}。`);
}

/** Names in a text that would stand on paper as they are. */
function unknownWords(unknown: readonly string[]): readonly string[] {
  if (unknown.length === 0) return [];
  const names = unknown.map((name) => `{{${name}}}`).join('、');
  return [
    `文字里的${names}台账里没有这个数，打印以前请上报或者改正；可以用的名字见 gongkai text 年度 --figures。`,
  ];
}

function wordsShown(
  view: ReportTextView,
  { year, bound, last, figures, html }: TextGiven & { year: number },
): string {
  if (figures === true) {
    return view.figures
      .map(({ name, figure }) => `{{${name}}}  ${figure}`)
      .join('\n')
      .concat('\n');
  }
  if (last === true) {
    if (view.last === null) return `台账里没有 ${String(year - 1)} 年度报告的文字。\n`;
    return html === true ? pairsInHtml(view.last, year) : pairsInColumns(view.last, year);
  }
  if (bound !== true) return writeReportText(view.text, year);
  const { title, preamble, parts, signature } = view.words;
  const words = parts.flatMap(({ heading, text }) => [heading, text]);
  return [...title, preamble, ...words, signature.agency, signature.date]
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');
}

const PLACES = 46;

function pairsInColumns(parts: readonly PairedPart[], year: number): string {
  const lines = parts.flatMap(({ heading, paragraphs }) => [
    `【${heading}】`,
    ...paragraphs.flatMap(({ now, last, percent }) => [
      `— 相同 ${percent.toFixed(0)}% —`,
      ...sideBySide(now, last, PLACES),
    ]),
  ]);
  const head = sideBySide(`${String(year)} 年度`, `${String(year - 1)} 年度`, PLACES);
  return [...head, ...lines].join('\n').concat('\n');
}

function pairsInHtml(parts: readonly PairedPart[], year: number): string {
  const rows = parts.flatMap(({ heading, paragraphs }) => [
    `<tr><th colspan="3">${escaped(heading)}</th></tr>`,
    ...paragraphs.map(
      ({ now, last, percent }) =>
        `<tr><td>${escaped(now)}</td><td>${escaped(last)}</td><td>${percent.toFixed(0)}%</td></tr>`,
    ),
  ]);
  const head = `<tr><th>${String(year)} 年度</th><th>${String(year - 1)} 年度</th><th>相同</th></tr>`;
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>文字对照</title>',
    '<style>table{border-collapse:collapse}td,th{border:1px solid;padding:.4em;vertical-align:top}</style>',
    `</head><body><table>${head}`,
    ...rows,
    '</table></body></html>\n',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** `gongkai nil YEAR`: one confirmation that a year had nothing in it. */
export async function confirmNil(
  session: Session,
  output: Output,
  given: Readonly<{ year: number; signedOn: string | undefined; agency: string | undefined }>,
): Promise<void> {
  const { year } = given;
  const { agencyId, name } = await agencyMeant(session, given.agency);
  const signedOn = dateGiven(given.signedOn) ?? session.clock.today();
  // Asked first: a year that is not nil is left as it is.
  const text = await session.queries.execute(new NilYear(agencyId, year, signedOn));
  const counted = await send(session, ReportZeroCountsCommand, {
    type: 'ReportZeroCounts',
    data: { agencyId, year },
  });
  if (text !== null) {
    const command = { type: 'DraftReport', data: { agencyId, year, text } } as const;
    const meta = { commandId: randomUUID(), actor: session.actor };
    const dated = { ...command, today: session.clock.today() };
    await session.commands.execute(new DraftReportCommand(dated, meta));
  }
  const { words } = await session.queries.execute(new GetReportText(agencyId, year));
  const answer = { year, zeroCounts: counted.events, drafted: text !== null };
  output.answer(answer, [
    `${name} ${String(year)} 年度零报告已确认：没有申请、复议、诉讼，没有制发、废止文件，许可、处罚、强制、收费各月都是 0。`,
    `补记 0 的月份 ${String(counted.events)} 项。`,
    ...(text === null
      ? ['文字已经起草过，没有改动。']
      : [
          '文字由程序起草。第五部分“存在的主要问题及改进情况”是套话，请通读确认，与实际不符的改写后重新起草：',
          `  gongkai text ${String(year)} --out 文字.txt，改好后 gongkai draft ${String(year)} 文字.txt`,
          '',
          ...words.parts.flatMap(({ heading, text: said }) => (said === '' ? [] : [heading, said])),
        ]),
  ]);
}
