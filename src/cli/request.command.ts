import { longTextOf, requiredChoice, requiredDate, requiredText, textOf } from '../csv/cells.js';
import type { CsvRow } from '../csv/csv-file.js';
import {
  applicantKindFrom,
  APPLICANT_LABELS,
  channelFrom,
  CHANNEL_LABELS,
} from '../requests/domain/outcome-labels.js';
import type { ApplicantDetails, ApplicantFacts } from '../requests/domain/request.events.js';
import { RegisterRequestCommand } from '../requests/register-request.handler.js';
import { duplicateWords } from './duplicates.command.js';
import { readEntry } from './entry-file.js';
import { sent } from './given.js';
import type { Output } from './output.js';
import { agencyMeant, send, type Session } from './session.js';
import { oneOf, someOf } from './step-fields.js';

/** 申请人信息 as an entry writes it; all of it is sealed. */
export const PERSONAL_HEADINGS = {
  applicant: '申请人',
  idNumber: '证件号码',
  contact: '联系方式',
  description: '所需信息',
  remarks: '备注',
  address: '通信地址',
  agent: '代理人',
  coApplicants: '联合申请人',
  provision: '形式要求',
} as const satisfies Readonly<Record<keyof ApplicantDetails, string>>;

const LONG: readonly string[] = ['所需信息', '备注', '联合申请人'];

const MANDATE = '委托书';
const CO_APPLICANT_KINDS = '联合申请人类型';
const KIND_STATED = '按此类型统计';

/** How an application came in: its receipt is certain, or still to be confirmed. */
export type Entered = 'RegisterRequest' | 'LogArrival';

const DAY = { RegisterRequest: '收到日期', LogArrival: '到达日期' } as const;

/** `gongkai register --from FILE|-` and `gongkai arrive --from FILE|-`. */
export async function enterRequest(
  session: Session,
  output: Output,
  { entered, from }: Readonly<{ entered: Entered; from: string }>,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const day = DAY[entered];
  const row = await readEntry(from, [
    ...['登记编号', day, '渠道', '申请人类型', ...Object.values(PERSONAL_HEADINGS)],
    ...[MANDATE, CO_APPLICANT_KINDS, KIND_STATED],
  ]);
  const number = requiredText(row, '登记编号');
  const on = requiredDate(row, day);
  const kindStated = yesOrNo(row, KIND_STATED);
  const key = { agencyId, number, ...factsOf(row), ...(kindStated === null ? {} : { kindStated }) };
  const filled = Object.entries(particularsIn(row)).filter(([, text]) => text !== '');
  const sealed = { applicant: '', description: '', ...Object.fromEntries(filled) };
  const decided =
    entered === 'RegisterRequest'
      ? await send(session, RegisterRequestCommand, {
          ...{ type: entered, data: { ...key, receivedOn: on }, sealed },
        })
      : await send(session, RegisterRequestCommand, {
          ...{ type: entered, data: { ...key, arrivedOn: on }, sealed },
        });
  const what = entered === 'RegisterRequest' ? '已登记' : '已登记到达，待与申请人确认收到';
  const done = `登记编号 ${number} ${what}，记入台账第 ${decided.position} 条。`;
  output.answer(decided, [done, ...duplicateWords(decided)]);
}

/** What the row says of persons; a heading that is not there is not named. */
export function particularsIn(row: CsvRow): Partial<ApplicantDetails> {
  const written = Object.entries(PERSONAL_HEADINGS).flatMap(([member, heading]) => {
    if (!(heading in row.cells)) return [];
    return [[member, LONG.includes(heading) ? longTextOf(row, heading) : textOf(row, heading)]];
  });
  return Object.fromEntries(written) as Partial<ApplicantDetails>;
}

function factsOf(row: CsvRow): ApplicantFacts {
  const channels = Object.values(CHANNEL_LABELS).map(([label = '']) => label);
  const kinds = Object.values(APPLICANT_LABELS);
  const others = textOf(row, CO_APPLICANT_KINDS);
  const mandate = yesOrNo(row, MANDATE);
  const acted = mandate !== null || textOf(row, '代理人') !== '';
  return {
    channel: requiredChoice(row, '渠道', channelFrom, channels),
    applicantKind: requiredChoice(row, '申请人类型', applicantKindFrom, kinds),
    ...sent({
      coApplicantKinds:
        others === ''
          ? undefined
          : someOf('', CO_APPLICANT_KINDS, applicantKindFrom, kinds).read(others),
      agent: acted ? { mandate: mandate === true } : undefined,
    }),
  };
}

/** Null where nothing is written. */
function yesOrNo(row: CsvRow, heading: string): boolean | null {
  const word = textOf(row, heading);
  if (word === '') return null;
  const known = { 有: 'yes', 是: 'yes', 无: 'no', 没有: 'no', 否: 'no' } as const;
  const from = (text: string): 'yes' | 'no' | undefined =>
    Object.entries(known).find(([name]) => name === text)?.[1];
  return oneOf('', heading, from, []).read(word) === 'yes';
}
