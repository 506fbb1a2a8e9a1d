import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dateOf, requiredChoice, requiredDate, requiredText, textOf } from '../csv/cells.js';
import type { CsvRow } from '../csv/csv-file.js';
import { ImportCommand, type RegisterHeadings } from '../csv/import-command.js';
import { importRows, type ImportResult } from '../csv/import-rows.js';
import { UnreadableCell } from '../csv/row-problem.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { Recorder } from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { appealStream } from './appeal-stream.js';
import { appealDecider, type AppealCommand, type FileAppeal } from './domain/appeal.decider.js';
import {
  appealKindFrom,
  appealOutcomeFrom,
  appealRoleFrom,
  APPEAL_KIND_LABELS,
  APPEAL_OUTCOME_LABELS,
  APPEAL_ROLE_LABELS,
} from './domain/appeal-labels.js';

const HEADINGS = ['案号', '类型', '关联登记编号', '受理日期', '审结日期', '结果'] as const;

/** 本机关的身份, where it is not the usual one. */
const ROLE = '角色';

/** 导入复议诉讼台账. `bytes` is the CSV file. */
export class ImportAppealsCommand extends ImportCommand {
  static readonly headings: RegisterHeadings = { required: HEADINGS, optional: [ROLE] };
}

const PENDING = '尚未审结';

const COLUMN_OF = {
  FileAppeal: '受理日期',
  ConcludeAppeal: '审结日期',
  'appeal/case-number-missing': '案号',
  'appeal/already-filed': '案号',
  'appeal/already-concluded': '结果',
};

@CommandHandler(ImportAppealsCommand)
export class ImportAppealsHandler implements ICommandHandler<ImportAppealsCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ agencyId, bytes, by, options }: ImportAppealsCommand): Promise<ImportResult> {
    const { today, actor } = by;
    return importRows(
      this.recorder,
      bytes,
      actor,
      {
        ...ImportAppealsCommand.headings,
        columnOf: COLUMN_OF,
        plan: (row) => {
          const filing = filingOf(row, agencyId, today);
          const commands = [filing, ...endingOf(row, filing)];
          return { decider: appealDecider, stream: appealStream(filing.data), commands };
        },
      },
      options,
    );
  }
}

function filingOf(row: CsvRow, agencyId: string, today: LocalDate): FileAppeal {
  const numbers = textOf(row, '关联登记编号').split(/[、,，;；\s]+/);
  const data = {
    agencyId,
    caseNumber: requiredText(row, '案号'),
    kind: requiredChoice(row, '类型', appealKindFrom, Object.values(APPEAL_KIND_LABELS)),
    requestNumbers: numbers.filter((number) => number !== ''),
    ...roleOf(row),
    acceptedOn: requiredDate(row, '受理日期'),
  };
  return { type: 'FileAppeal', data, today };
}

function roleOf(row: CsvRow): Pick<FileAppeal['data'], 'role'> {
  if (textOf(row, ROLE) === '') return {};
  const words = Object.values(APPEAL_ROLE_LABELS);
  return { role: requiredChoice(row, ROLE, appealRoleFrom, words) };
}

/** The command that concludes the case, none while it is pending. */
function endingOf(
  row: CsvRow,
  { data: { agencyId, caseNumber }, today }: FileAppeal,
): readonly AppealCommand[] {
  const concludedOn = dateOf(row, '审结日期');
  const written = textOf(row, '结果');
  const pending = written === '' || written === PENDING;
  if (concludedOn === null && pending) return [];
  if (concludedOn === null || pending) {
    const column = concludedOn === null ? '审结日期' : '结果';
    throw new UnreadableCell(
      column,
      'row/half-closed',
      '审结日期和结果要么都填（已审结），要么都空（尚未审结）',
    );
  }
  const words = [...Object.values(APPEAL_OUTCOME_LABELS), PENDING];
  const outcome = requiredChoice(row, '结果', appealOutcomeFrom, words);
  const data = { agencyId, caseNumber, outcome, concludedOn };
  return [{ type: 'ConcludeAppeal', data, today }];
}
