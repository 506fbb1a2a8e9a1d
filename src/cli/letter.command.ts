import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { dateOf, longTextOf } from '../csv/cells.js';
import { CancelLetterCommand } from '../letters/cancel-letter.handler.js';
import type { WantedLetter } from '../letters/compile-letter.js';
import type { IssuedLetter, LetterFormat, LetterKey } from '../letters/domain/letter.events.js';
import { LETTER_DAYS, LETTER_WORDS, type Said } from '../letters/domain/letter-facts.js';
import { IssueLetterCommand } from '../letters/issue-letter.handler.js';
import { ListLetters } from '../letters/letter.queries.js';
import { PreviewLetterCommand, type PreviewFormat } from '../letters/preview-letter.handler.js';
import { ReprintLetterCommand } from '../letters/reprint-letter.handler.js';
import { issueWarnings } from '../words/letters/issue-warnings.js';
import {
  letterKindFrom,
  LETTER_NAMES,
  LETTER_WORD_LABELS,
} from '../words/letters/letter-titles.js';
import { readEntry } from './entry-file.js';
import { Usage } from './exit-codes.js';
import { choiceGiven, sent } from './given.js';
import type { Output } from './output.js';
import { replaceFile } from './replace-file.js';
import { agencyMeant, send, type Session } from './session.js';

type Asked = Readonly<{
  number: string;
  kind: string;
  agency: string | undefined;
  from?: string;
  consultation?: number;
}>;

/** `gongkai letter preview NUMBER KIND --out FILE --by NAME`. */
export async function previewLetter(
  session: Session,
  output: Output,
  asked: Asked & Readonly<{ out: string; format: PreviewFormat; by: string }>,
): Promise<void> {
  const { format, by } = asked;
  const wanted = await wantedLetter(session, asked);
  const viewing = { by, purpose: `预览${LETTER_NAMES[wanted.kind]}` };
  const today = session.clock.today();
  const content = await session.commands.execute(
    new PreviewLetterCommand({ ...wanted, format, viewing, today }, metaOf(session, by)),
  );
  const file = resolve(asked.out);
  await replaceFile(file, content);
  output.answer({ file }, `${LETTER_NAMES[wanted.kind]}（预览）：${file}`);
}

/** `gongkai letter issue NUMBER KIND`. */
export async function issueLetter(session: Session, output: Output, asked: Asked): Promise<void> {
  const wanted = await wantedLetter(session, asked);
  const meta = { commandId: randomUUID(), actor: session.actor };
  const today = session.clock.today();
  const issued = await session.commands.execute(new IssueLetterCommand({ ...wanted, today }, meta));
  const { letter, ...decided } = issued;
  const warnings = issueWarnings(issued);
  const { year, serial, documentNumber } = letter;
  const name = `${LETTER_NAMES[wanted.kind]}${documentNumber === null ? '' : `（${documentNumber}）`}`;
  output.answer(
    { ...decided, year, serial, documentNumber, warnings },
    `${name}已制发，序号 ${placeOf(letter)}，记入台账第 ${decided.position} 条；` +
      `打印用 gongkai letter reprint ${placeOf(letter)}`,
  );
  output.warn(warnings);
}

/** `gongkai letter reprint LETTER --out FILE --by NAME`. */
export async function reprintLetter(
  session: Session,
  output: Output,
  asked: Readonly<{
    named: string;
    agency: string | undefined;
    out: string;
    format: LetterFormat;
    by: string;
  }>,
): Promise<void> {
  const { named, format, by } = asked;
  const key = await letterNamed(session, named, asked.agency);
  const viewing = { by, purpose: `重印文书 ${placeOf(key)}` };
  const today = session.clock.today();
  const { letter, bytes } = await session.commands.execute(
    new ReprintLetterCommand({ ...key, format, viewing, today }, metaOf(session, by)),
  );
  const file = resolve(asked.out);
  await replaceFile(file, bytes);
  output.answer({ file }, `${lineOf(letter)}：${file}`);
}

/** `gongkai letter list NUMBER`. */
export async function listLetters(
  session: Session,
  output: Output,
  { number, agency }: Readonly<{ number: string; agency: string | undefined }>,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const letters = await session.queries.execute(new ListLetters(agencyId, number));
  const { issued, issuable } = letters;
  output.answer(letters, [
    ...(issued.length === 0 ? ['还没有制发文书。'] : issued.map(lineOf)),
    `现在可以制发：${issuable.map((kind) => LETTER_NAMES[kind]).join('、')}`,
  ]);
}

/** `gongkai letter cancel LETTER --reason WHY`. */
export async function cancelLetter(
  session: Session,
  output: Output,
  asked: Readonly<{ named: string; agency: string | undefined; reason: string }>,
): Promise<void> {
  const key = await letterNamed(session, asked.named, asked.agency);
  const data = { ...key, reason: asked.reason };
  const decided = await send(session, CancelLetterCommand, { type: 'CancelLetter', data });
  output.answer(decided, `文书 ${asked.named} 已作废，文号不再使用。`);
}

async function wantedLetter(session: Session, asked: Asked): Promise<WantedLetter> {
  const { number: requestNumber, consultation, from } = asked;
  const { agencyId } = await agencyMeant(session, asked.agency);
  const kind = choiceGiven(asked.kind, letterKindFrom, '文种');
  const said = from === undefined ? {} : await saidIn(from);
  return { agencyId, requestNumber, kind, said, ...sent({ consultation }) };
}

/** What the office calls the two ways to count a fee. */
const FEE_WAYS: Readonly<Record<string, string>> = { 按件: 'per-item', 按量: 'per-page' };

async function saidIn(from: string): Promise<Said> {
  const row = await readEntry(from, Object.values(LETTER_WORD_LABELS));
  const words = LETTER_WORDS.map((word) => {
    const label = LETTER_WORD_LABELS[word];
    if (LETTER_DAYS.includes(word)) return [word, dateOf(row, label) ?? ''] as const;
    const text = longTextOf(row, label);
    return [word, word === 'feeMethod' ? (FEE_WAYS[text] ?? text) : text] as const;
  });
  return Object.fromEntries(words.filter(([, text]) => text !== ''));
}

/** A document by its 文号, or by year and serial. */
async function letterNamed(
  session: Session,
  named: string,
  agency: string | undefined,
): Promise<LetterKey> {
  const { agencyId } = await agencyMeant(session, agency);
  const { letters } = await session.models.agency(agencyId);
  const found = letters.find((it) => it.documentNumber === named || placeOf(it) === named);
  if (found === undefined)
    throw new Usage(`没有“${named}”这份文书，请写文号，或者 2026-7 的样子。`);
  return { agencyId, year: found.year, serial: found.serial };
}

function placeOf({ year, serial }: Pick<LetterKey, 'year' | 'serial'>): string {
  return `${String(year)}-${String(serial)}`;
}

function lineOf(letter: IssuedLetter): string {
  const { kind, documentNumber, issuedOn, cancelledOn } = letter;
  const number = documentNumber === null ? '' : `  ${documentNumber}`;
  const cancelled = cancelledOn === null ? '' : `  已于 ${cancelledOn} 作废`;
  return `${placeOf(letter)}  ${issuedOn}  ${LETTER_NAMES[kind]}${number}${cancelled}`;
}

function metaOf({ actor }: Session, by: string) {
  return { commandId: randomUUID(), actor: `${actor}/${by}` };
}
