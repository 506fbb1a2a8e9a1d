import { CorrectAppealCommand } from '../appeals/correct-appeal.handler.js';
import {
  appealKindFrom,
  appealOutcomeFrom,
  appealRoleFrom,
} from '../appeals/domain/appeal-labels.js';
import { longTextOf } from '../csv/cells.js';
import { isYearMonth } from '../kernel/local-date.js';
import { CorrectDocumentCommand } from '../publications/correct-document.handler.js';
import { documentKindFrom } from '../publications/domain/document-labels.js';
import { categoryNamed, openingNamed } from '../publications/count-category.js';
import { CorrectMonthlyCountCommand } from '../publications/correct-monthly-count.handler.js';
import { CorrectOpeningBalanceCommand } from '../publications/correct-opening-balance.handler.js';
import type { Decided } from '../ledger/decide-and-append.js';
import { CorrectEntryCommand } from '../requests/correct-entry.handler.js';
import {
  applicantKindFrom,
  channelFrom,
  outcomeFromText,
} from '../requests/domain/outcome-labels.js';
import type { ApplicantDetails, EntryCorrections } from '../requests/domain/request.events.js';
import { readEntry } from './entry-file.js';
import { Usage } from './exit-codes.js';
import { choiceGiven, dateGiven, sent } from './given.js';
import type { Output } from './output.js';
import { readReason, type Reason } from './reason.js';
import { particularsIn, PERSONAL_HEADINGS } from './request.command.js';
import { agencyMeant, send, type Session } from './session.js';

/** What the options of `correct` say; only what was wrong is named. */
export type CorrectOptions = Reason &
  Readonly<
    Partial<
      Record<
        'receivedOn' | 'decidedOn' | 'servedOn' | 'withdrawnOn' | 'kind' | 'channel' | 'outcome',
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
  const details = options.from === undefined ? {} : await detailsOf(options.from);
  const data = { agencyId, number, corrected: correctionsOf(options) };
  const sealed = { reason: options.reason ?? '', ...details };
  const decided = await send(session, CorrectEntryCommand, { type: 'CorrectEntry', data, sealed });
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
  options: Reason &
    Readonly<{
      kind?: string;
      role?: string;
      requests?: string;
      acceptedOn?: string;
      outcome?: string;
      concludedOn?: string;
    }>,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const corrected = sent({
    kind: choiceGiven(options.kind, appealKindFrom, '类型'),
    role: choiceGiven(options.role, appealRoleFrom, '角色'),
    requestNumbers: options.requests?.split(/[、,，;；\s]+/).filter((number) => number !== ''),
    acceptedOn: dateGiven(options.acceptedOn),
    outcome: choiceGiven(options.outcome, appealOutcomeFrom, '结果'),
    concludedOn: dateGiven(options.concludedOn),
  });
  const data = { agencyId, caseNumber, corrected };
  const sealed = { reason: await readReason(options) };
  const command = { type: 'CorrectAppeal', data, sealed } as const;
  const decided = await send(session, CorrectAppealCommand, command);
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
  options: Reason &
    Readonly<{
      kind?: string;
      title?: string;
      issuedOn?: string;
      repealedOn?: string;
    }>,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const corrected = sent({
    kind: choiceGiven(options.kind, documentKindFrom, '类别'),
    title: options.title,
    issuedOn: dateGiven(options.issuedOn),
    repealedOn: dateGiven(options.repealedOn),
  });
  const data = { agencyId, documentNumber, corrected };
  const sealed = { reason: await readReason(options) };
  const command = { type: 'CorrectDocument', data, sealed } as const;
  const decided = await send(session, CorrectDocumentCommand, command);
  output.answer(
    decided,
    `文号 ${documentNumber} 已更正；原登记保留，更正记入台账第 ${decided.position} 条。`,
  );
}

/**
 * `gongkai recount CATEGORY MONTH QUANTITY --reason …`: a month's count or an opening balance was
 * wrong.
 */
export async function correctCount(
  session: Session,
  output: Output,
  named: Readonly<{ category: string; month: string; quantity: number; reason: string }>,
  agency: string | undefined,
): Promise<void> {
  const { month, quantity, reason } = named;
  if (!isYearMonth(month)) throw new Usage(`“${month}”不是月份，请写成 2021-03 的样子。`);
  const { agencyId } = await agencyMeant(session, agency);
  const kind = openingNamed(named.category);
  const category = categoryNamed(named.category);
  let decided: Decided;
  if (kind !== undefined) {
    const data = { agencyId, month, kind, inForce: quantity, reason };
    const command = { type: 'CorrectOpeningBalance', data } as const;
    decided = await send(session, CorrectOpeningBalanceCommand, command);
  } else if (category !== null) {
    const data = { agencyId, month, category, quantity, reason };
    const command = { type: 'CorrectMonthlyCount', data } as const;
    decided = await send(session, CorrectMonthlyCountCommand, command);
  } else {
    throw new Usage(`没有“${named.category}”这个类别；收费请写 fees_fen，数量以分为单位。`);
  }
  output.answer(decided, `${month} 的“${named.category}”已更正为 ${quantity}；原数保留。`);
}

function correctionsOf(options: CorrectOptions): EntryCorrections {
  return sent({
    receivedOn: dateGiven(options.receivedOn),
    decidedOn: dateGiven(options.decidedOn),
    servedOn: dateGiven(options.servedOn),
    withdrawnOn: dateGiven(options.withdrawnOn),
    applicantKind: choiceGiven(options.kind, applicantKindFrom, '申请人类型'),
    channel: choiceGiven(options.channel, channelFrom, '渠道'),
    outcome: choiceGiven(options.outcome, outcomeFromText, '办理结果'),
  });
}

/** What `--from` says of persons, and the reason if it stands there. */
async function detailsOf(from: string): Promise<Partial<ApplicantDetails> & { reason?: string }> {
  const row = await readEntry(from, [...Object.values(PERSONAL_HEADINGS), '理由']);
  const reason = '理由' in row.cells ? { reason: longTextOf(row, '理由') } : {};
  return { ...particularsIn(row), ...reason };
}
