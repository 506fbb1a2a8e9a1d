import { randomUUID } from 'node:crypto';
import { CorrectAppealCommand } from '../appeals/correct-appeal.handler.js';
import { appealKindFrom, appealOutcomeFrom } from '../appeals/domain/appeal-labels.js';
import { isLocalDate, isYearMonth, type LocalDate } from '../kernel/local-date.js';
import { CorrectDocumentCommand } from '../publications/correct-document.handler.js';
import { documentKindFrom } from '../publications/domain/document-labels.js';
import { categoryNamed } from '../publications/count-category.js';
import { CorrectMonthlyCountCommand } from '../publications/correct-monthly-count.handler.js';
import { CorrectEntryCommand } from '../requests/correct-entry.handler.js';
import {
  applicantKindFrom,
  channelFrom,
  outcomeFromText,
} from '../requests/domain/outcome-labels.js';
import type { ApplicantDetails, EntryCorrections } from '../requests/domain/request.events.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';
import { agencyMeant, type Session } from './session.js';

/** What the options of `correct` say; only what was wrong is named. */
export type CorrectOptions = Readonly<{ reason: string }> &
  Readonly<
    Partial<
      Record<
        | 'receivedOn'
        | 'decidedOn'
        | 'servedOn'
        | 'withdrawnOn'
        | 'kind'
        | 'channel'
        | 'outcome'
        | keyof ApplicantDetails,
        string
      >
    >
  >;

/** `gongkai correct NUMBER --reason …`: an entry of a request was wrong. */
export async function correctRequest(
  session: Session,
  output: Output,
  number: string,
  agency: string | undefined,
  options: CorrectOptions,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const { reason, applicant, idNumber, contact, description, remarks } = options;
  const details = sent({ applicant, idNumber, contact, description, remarks });
  const data = { agencyId, number, corrected: correctionsOf(options) };
  const command = {
    type: 'CorrectEntry',
    data,
    sealed: { ...details, reason },
    today: session.clock.today(),
  } as const;
  const meta = { commandId: randomUUID(), actor: session.actor };
  const decided = await session.commands.execute(new CorrectEntryCommand(command, meta));
  output.answer(
    decided,
    `登记编号 ${number} 已更正；原登记保留，更正记入台账第 ${decided.position} 条。`,
  );
}

/** `gongkai correct-appeal CASE --reason …`: an entry of a case was wrong. */
export async function correctAppeal(
  session: Session,
  output: Output,
  caseNumber: string,
  agency: string | undefined,
  options: Readonly<{
    reason: string;
    kind?: string;
    requests?: string;
    acceptedOn?: string;
    outcome?: string;
    concludedOn?: string;
  }>,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const corrected = sent({
    kind: choice(options.kind, appealKindFrom, '类型'),
    requestNumbers: options.requests?.split(/[、,，;；\s]+/).filter((number) => number !== ''),
    acceptedOn: date(options.acceptedOn),
    outcome: choice(options.outcome, appealOutcomeFrom, '结果'),
    concludedOn: date(options.concludedOn),
  });
  const data = { agencyId, caseNumber, corrected };
  const sealed = { reason: options.reason };
  const command = { type: 'CorrectAppeal', data, sealed, today: session.clock.today() } as const;
  const meta = { commandId: randomUUID(), actor: session.actor };
  const decided = await session.commands.execute(new CorrectAppealCommand(command, meta));
  output.answer(
    decided,
    `案号 ${caseNumber} 已更正；原登记保留，更正记入台账第 ${decided.position} 条。`,
  );
}

/** `gongkai correct-document NUMBER --reason …`: an entry of a document was wrong. */
export async function correctDocument(
  session: Session,
  output: Output,
  documentNumber: string,
  agency: string | undefined,
  options: Readonly<{
    reason: string;
    kind?: string;
    title?: string;
    issuedOn?: string;
    repealedOn?: string;
  }>,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const corrected = sent({
    kind: choice(options.kind, documentKindFrom, '类别'),
    title: options.title,
    issuedOn: date(options.issuedOn),
    repealedOn: date(options.repealedOn),
  });
  const data = { agencyId, documentNumber, corrected };
  const sealed = { reason: options.reason };
  const command = { type: 'CorrectDocument', data, sealed, today: session.clock.today() } as const;
  const meta = { commandId: randomUUID(), actor: session.actor };
  const decided = await session.commands.execute(new CorrectDocumentCommand(command, meta));
  output.answer(
    decided,
    `文号 ${documentNumber} 已更正；原登记保留，更正记入台账第 ${decided.position} 条。`,
  );
}

/** `gongkai recount CATEGORY MONTH QUANTITY --reason …`: a month's count was wrong. */
export async function correctCount(
  session: Session,
  output: Output,
  named: Readonly<{ category: string; month: string; quantity: number; reason: string }>,
  agency: string | undefined,
): Promise<void> {
  const { month, quantity, reason } = named;
  if (!isYearMonth(month)) throw new Usage(`“${month}”不是月份，请写成 2021-03 的样子。`);
  const category = categoryNamed(named.category);
  if (category === null) {
    throw new Usage(`没有“${named.category}”这个类别；收费请写 fees_fen，数量以分为单位。`);
  }
  const { agencyId } = await agencyMeant(session, agency);
  const data = { agencyId, month, category, quantity, reason };
  const command = { type: 'CorrectMonthlyCount', data, today: session.clock.today() } as const;
  const meta = { commandId: randomUUID(), actor: session.actor };
  const decided = await session.commands.execute(new CorrectMonthlyCountCommand(command, meta));
  output.answer(decided, `${month} 的“${named.category}”已更正为 ${quantity}；原数保留。`);
}

function correctionsOf(options: CorrectOptions): EntryCorrections {
  return sent({
    receivedOn: date(options.receivedOn),
    decidedOn: date(options.decidedOn),
    servedOn: date(options.servedOn),
    withdrawnOn: date(options.withdrawnOn),
    applicantKind: choice(options.kind, applicantKindFrom, '申请人类型'),
    channel: choice(options.channel, channelFrom, '渠道'),
    outcome: choice(options.outcome, outcomeFromText, '办理结果'),
  });
}

function date(text: string | undefined): LocalDate | undefined {
  if (text === undefined || isLocalDate(text)) return text;
  throw new Usage(`“${text}”不是日期，请写成 2021-03-05 的样子。`);
}

function choice<Choice>(
  word: string | undefined,
  byWord: (word: string) => Choice | undefined,
  what: string,
): Choice | undefined {
  if (word === undefined) return undefined;
  const found = byWord(word);
  if (found === undefined) throw new Usage(`没有“${word}”这个${what}，请按台账里的写法。`);
  return found;
}

/** Only the members that have a value. */
function sent<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const named = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
