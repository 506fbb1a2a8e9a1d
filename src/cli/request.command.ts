import { longTextOf, requiredChoice, requiredDate, requiredText, textOf } from '../csv/cells.js';
import { TakeStepCommand } from '../requests/take-step.handler.js';
import {
  applicantKindFrom,
  APPLICANT_LABELS,
  channelFrom,
  CHANNEL_LABELS,
  OUTCOME_ROWS,
  outcomeFromText,
  serviceWayFrom,
} from '../requests/domain/outcome-labels.js';
import { RegisterRequestCommand } from '../requests/register-request.handler.js';
import { duplicateWords } from './duplicates.command.js';
import { readEntry } from './entry-file.js';
import { choiceGiven, dateGiven, sent } from './given.js';
import type { Output } from './output.js';
import { agencyMeant, send, type Session } from './session.js';

/** 申请人信息 as an entry writes it; all of it is sealed. */
export const PERSONAL_HEADINGS = ['申请人', '证件号码', '联系方式', '所需信息', '备注'] as const;
const HEADINGS = ['登记编号', '收到日期', '渠道', '申请人类型', ...PERSONAL_HEADINGS] as const;

/** `gongkai register --from FILE|-`. */
export async function registerRequest(
  session: Session,
  output: Output,
  from: string,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const row = await readEntry(from, HEADINGS);
  const number = requiredText(row, '登记编号');
  const channels = Object.values(CHANNEL_LABELS).map(([label = '']) => label);
  const kinds = Object.values(APPLICANT_LABELS);
  const data = {
    agencyId,
    number,
    receivedOn: requiredDate(row, '收到日期'),
    channel: requiredChoice(row, '渠道', channelFrom, channels),
    applicantKind: requiredChoice(row, '申请人类型', applicantKindFrom, kinds),
  };
  const filled = (text: string): string | undefined => (text === '' ? undefined : text);
  const sealed = {
    applicant: textOf(row, '申请人'),
    description: longTextOf(row, '所需信息'),
    ...sent({
      idNumber: filled(textOf(row, '证件号码')),
      contact: filled(textOf(row, '联系方式')),
      remarks: filled(longTextOf(row, '备注')),
    }),
  };
  const command = { type: 'RegisterRequest', data, sealed } as const;
  const decided = await send(session, RegisterRequestCommand, command);
  const done = `登记编号 ${number} 已登记，记入台账第 ${decided.position} 条。`;
  output.answer(decided, [done, ...duplicateWords(decided)]);
}

/** `gongkai decide NUMBER OUTCOME --on DATE`. */
export async function decideRequest(
  session: Session,
  output: Output,
  given: Readonly<{ number: string; outcome: string; on: string; documentNumber?: string }>,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const { number, documentNumber } = given;
  const outcome = choiceGiven(given.outcome, outcomeFromText, '办理结果');
  const decidedOn = dateGiven(given.on);
  const data = { agencyId, number, outcome, decidedOn, ...sent({ documentNumber }) };
  const decided = await send(session, TakeStepCommand, { type: 'DecideRequest', data });
  const { label } = OUTCOME_ROWS[outcome];
  output.answer(decided, `登记编号 ${number} 已于 ${decidedOn} 作出答复：${label}`);
}

/** `gongkai serve-reply NUMBER --on DATE --way WAY`. */
export async function serveReply(
  session: Session,
  output: Output,
  given: Readonly<{ number: string; on: string; way: string }>,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const { number } = given;
  const servedOn = dateGiven(given.on);
  const data = {
    agencyId,
    number,
    servedOn,
    way: choiceGiven(given.way, serviceWayFrom, '送达方式'),
  };
  const decided = await send(session, TakeStepCommand, { type: 'ServeReply', data });
  output.answer(decided, `登记编号 ${number} 的答复已于 ${servedOn} 送达。`);
}

/** `gongkai withdraw NUMBER --on DATE`. */
export async function withdrawRequest(
  session: Session,
  output: Output,
  given: Readonly<{ number: string; on: string }>,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const { number } = given;
  const data = { agencyId, number, withdrawnOn: dateGiven(given.on) };
  const decided = await send(session, TakeStepCommand, { type: 'WithdrawRequest', data });
  output.answer(decided, `登记编号 ${number} 已于 ${given.on} 由申请人撤回。`);
}
