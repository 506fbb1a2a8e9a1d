import type { Command } from 'commander';
import { longTextOf, requiredDate, requiredText, textOf } from '../csv/cells.js';
import {
  RECORD_CORRECTION_LABELS,
  recordCorrectionResultFrom,
} from '../requests/domain/record-correction-labels.js';
import { RegisterRecordCorrectionCommand } from '../requests/register-record-correction.handler.js';
import { TakeStepCommand } from '../requests/take-step.handler.js';
import { readEntry } from './entry-file.js';
import { choiceGiven, dateGiven, sent } from './given.js';
import type { Output } from './output.js';
import { agencyMeant, send, type Session } from './session.js';
import type { Within } from './within.js';

/** 更正申请 (第41条). */
export function addRecordCorrections(program: Command, within: Within): void {
  program
    .command('register-correction')
    .description(
      '登记更正申请（第41条）：登记编号、收到日期、申请人、要求更正的记录、证据，写在文件里',
    )
    .requiredOption('--from <文件>', '各项所在的文件，- 为标准输入；个人信息不写在命令行上')
    .action(({ from }: { from: string }) =>
      within('write', (session, output, { agency }) => register(session, output, from, agency)),
    );
  program
    .command('decide-correction')
    .description('答复更正申请：已更正、不予更正、已转送、已告知')
    .argument('<登记编号>')
    .argument('<结果>')
    .requiredOption('--on <日期>', '告知申请人之日')
    .option('--organ <机关>', '有权更正的机关，转送和告知的必填')
    .option('--document-number <文号>', '文号')
    .action((number: string, result: string, options: Omit<Decided, 'number' | 'result'>) =>
      within('write', (session, output, { agency }) =>
        decide(session, output, { number, result, ...options }, agency),
      ),
    );
}

const HEADINGS = [
  '登记编号',
  '收到日期',
  '申请人',
  '证件号码',
  '联系方式',
  '要求更正的记录',
  '证据',
] as const;

async function register(
  session: Session,
  output: Output,
  from: string,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const row = await readEntry(from, HEADINGS);
  const number = requiredText(row, '登记编号');
  const filled = (text: string): string | undefined => (text === '' ? undefined : text);
  const data = { agencyId, number, receivedOn: requiredDate(row, '收到日期') };
  const sealed = {
    applicant: textOf(row, '申请人'),
    description: longTextOf(row, '要求更正的记录'),
    evidence: longTextOf(row, '证据'),
    ...sent({
      idNumber: filled(textOf(row, '证件号码')),
      contact: filled(textOf(row, '联系方式')),
    }),
  };
  const command = { type: 'RegisterRecordCorrection', data, sealed } as const;
  const decided = await send(session, RegisterRecordCorrectionCommand, command);
  output.answer(decided, `更正申请 ${number} 已登记，记入台账第 ${decided.position} 条。`);
}

type Decided = Readonly<{
  number: string;
  result: string;
  on: string;
  organ?: string;
  documentNumber?: string;
}>;

async function decide(
  session: Session,
  output: Output,
  given: Decided,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const { number, organ, documentNumber } = given;
  const result = choiceGiven(given.result, recordCorrectionResultFrom, '结果');
  const decidedOn = dateGiven(given.on);
  const data = { agencyId, number, result, decidedOn, ...sent({ organ, documentNumber }) };
  const command = { type: 'DecideRecordCorrection', data } as const;
  const decided = await send(session, TakeStepCommand, command);
  const words = `更正申请 ${number} 已于 ${decidedOn} 答复：${RECORD_CORRECTION_LABELS[result]}。`;
  output.answer(decided, words);
}
