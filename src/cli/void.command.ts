import { VoidAppealCommand } from '../appeals/void-appeal.handler.js';
import { VoidDocumentCommand } from '../publications/void-document.handler.js';
import { requestStepFrom } from '../requests/domain/outcome-labels.js';
import { VoidEntryCommand } from '../requests/void-entry.handler.js';
import { choiceGiven } from './given.js';
import type { Output } from './output.js';
import { readReason, type Reason } from './reason.js';
import { agencyMeant, send, type Session } from './session.js';

/** What is to be voided: the whole entry, or only its named step. */
type Voided = Reason & Readonly<{ step?: string }>;

/** `gongkai void NUMBER`. */
export async function voidRequest(
  session: Session,
  output: Output,
  number: string,
  agency: string | undefined,
  options: Voided,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const step = choiceGiven(options.step, requestStepFrom, '步骤') ?? 'registration';
  const sealed = { reason: await readReason(options) };
  const command = { type: 'VoidEntry', data: { agencyId, number, step }, sealed } as const;
  const decided = await send(session, VoidEntryCommand, command);
  const what = step === 'registration' ? '已作废，不再计数' : `的${String(options.step)}已作废`;
  output.answer(decided, `登记编号 ${number} ${what}；原登记保留。`);
}

/** `gongkai void-appeal CASE`. */
export async function voidAppeal(
  session: Session,
  output: Output,
  caseNumber: string,
  agency: string | undefined,
  options: Voided,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const step = choiceGiven(options.step, only('审结', 'conclusion'), '步骤') ?? 'filing';
  const sealed = { reason: await readReason(options) };
  const command = { type: 'VoidAppeal', data: { agencyId, caseNumber, step }, sealed } as const;
  const decided = await send(session, VoidAppealCommand, command);
  const what = step === 'filing' ? '已作废，不再计数' : '的审结已作废';
  output.answer(decided, `案号 ${caseNumber} ${what}；原登记保留。`);
}

/** `gongkai void-document NUMBER`. */
export async function voidDocument(
  session: Session,
  output: Output,
  documentNumber: string,
  agency: string | undefined,
  options: Voided,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const step = choiceGiven(options.step, only('废止', 'repeal'), '步骤') ?? 'issue';
  const sealed = { reason: await readReason(options) };
  const data = { agencyId, documentNumber, step } as const;
  const decided = await send(session, VoidDocumentCommand, { type: 'VoidDocument', data, sealed });
  const what = step === 'issue' ? '已作废，不再计数' : '的废止已作废';
  output.answer(decided, `文号 ${documentNumber} ${what}；原登记保留。`);
}

function only<const Step>(label: string, step: Step): (word: string) => Step | undefined {
  return (word) => (word === label ? step : undefined);
}
