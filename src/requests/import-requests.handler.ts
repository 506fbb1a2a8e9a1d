import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  dateOf,
  longTextOf,
  requiredChoice,
  requiredDate,
  requiredText,
  textOf,
} from '../csv/cells.js';
import type { CsvRow } from '../csv/csv-file.js';
import { ImportCommand, type RegisterHeadings } from '../csv/import-command.js';
import { importRows, type ImportResult } from '../csv/import-rows.js';
import { UnreadableCell } from '../csv/row-problem.js';
import type { LocalDate } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { Recognise, Recorder } from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { factsOf, KEY_LOST } from './applicant.js';
import { AgencyTerms } from './agency-terms.js';
import {
  applicantKindFrom,
  APPLICANT_LABELS,
  channelFrom,
  CHANNEL_LABELS,
  OUTCOME_ROWS,
  outcomeFromText,
} from './domain/outcome-labels.js';
import { restrictedAlready } from './domain/personal-data.rules.js';
import { requestDecider, type RequestCommand } from './domain/request.decider.js';
import type { RegisterRequest } from './domain/receipt.rules.js';
import type { ApplicantDetails, Channel } from './domain/request.events.js';
import { endsWithoutService } from './domain/request.facts.js';
import { requestStream } from './request-stream.js';

const HEADINGS = [
  '登记编号',
  '收到日期',
  '渠道',
  '申请人类型',
  '申请人',
  '证件号码',
  '联系方式',
  '所需信息',
  '办结日期',
  '办理结果',
] as const;

/** 导入依申请公开台账. `bytes` is the CSV file. */
export class ImportRequestsCommand extends ImportCommand {
  static readonly headings: RegisterHeadings = { required: HEADINGS, optional: ['备注'] };
}

const COLUMN_OF = {
  RegisterRequest: '收到日期',
  DecideRequest: '办结日期',
  ServeReply: '办结日期',
  'request/number-missing': '登记编号',
  'request/already-registered': '登记编号',
  'request/applicant-missing': '申请人',
  'request/description-missing': '所需信息',
  'request/already-decided': '办理结果',
  'request/already-closed': '办理结果',
  'request/restricted': '登记编号',
  'request/key-lost': '登记编号',
};

@CommandHandler(ImportRequestsCommand)
export class ImportRequestsHandler implements ICommandHandler<ImportRequestsCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ agencyId, bytes, by, options }: ImportRequestsCommand): Promise<ImportResult> {
    const { calendar, rules } = await this.terms.of(agencyId);
    // An old register knows of no reviews.
    const decider = requestDecider({ calendar, rules: { ...rules, requiredReviews: [] } });
    const { today, actor } = by;
    return importRows(
      this.recorder,
      bytes,
      actor,
      {
        ...ImportRequestsCommand.headings,
        columnOf: COLUMN_OF,
        plan: (row) => {
          const registration = registrationOf(row, agencyId, today);
          const stream = requestStream(registration.data);
          return {
            decider,
            stream,
            commands: [registration, ...endingOf(row, registration)],
            recognise: otherApplicantRefused(registration.sealed),
          };
        },
      },
      options,
    );
  }
}

function registrationOf(row: CsvRow, agencyId: string, today: LocalDate): RegisterRequest {
  const [idNumber, contact] = [textOf(row, '证件号码'), textOf(row, '联系方式')];
  const remarks = longTextOf(row, '备注');
  return {
    type: 'RegisterRequest',
    today,
    data: {
      agencyId,
      number: requiredText(row, '登记编号'),
      receivedOn: requiredDate(row, '收到日期'),
      channel: channelOf(row),
      applicantKind: requiredChoice(
        row,
        '申请人类型',
        applicantKindFrom,
        Object.values(APPLICANT_LABELS),
      ),
    },
    sealed: {
      applicant: textOf(row, '申请人'),
      ...(idNumber === '' ? {} : { idNumber }),
      ...(contact === '' ? {} : { contact }),
      description: longTextOf(row, '所需信息'),
      ...(remarks === '' ? {} : { remarks }),
    },
  };
}

/** The commands that end the request, none while it is open. */
function endingOf(
  row: CsvRow,
  { data: { agencyId, number }, today }: RegisterRequest,
): readonly RequestCommand[] {
  const decidedOn = dateOf(row, '办结日期');
  const written = textOf(row, '办理结果');
  if (decidedOn === null && written === '') return [];
  if (decidedOn === null || written === '') {
    const column = decidedOn === null ? '办结日期' : '办理结果';
    throw new UnreadableCell(
      column,
      'row/half-closed',
      '办结日期和办理结果要么都填（已办结），要么都空（尚未办结）',
    );
  }
  const labels = Object.values(OUTCOME_ROWS).map(({ group, label }) => group + label);
  const outcome = requiredChoice(row, '办理结果', outcomeFromText, labels);
  const decision = { agencyId, number, outcome, decidedOn };
  const decide = { type: 'DecideRequest', data: decision, today } as const;
  if (endsWithoutService(outcome)) return [decide];
  // A register knows one date for an ended request, and what counts is the day it reached the
  // applicant.
  const service = { agencyId, number, servedOn: decidedOn, way: 'unrecorded' } as const;
  return [decide, { type: 'ServeReply', data: service, today }];
}

/** Old registers often leave the channel out, and no statutory table needs it. */
function channelOf(row: CsvRow): Channel {
  if (textOf(row, '渠道') === '') return 'other';
  const labels = Object.values(CHANNEL_LABELS).map(([label = '']) => label);
  return requiredChoice(row, '渠道', channelFrom, labels);
}

/**
 * The same number with another applicant is another request, though its clear part be the same. Who
 * the applicant was may have been erased since; then there is nothing left to compare. Where it may
 * not be compared, or cannot be for want of the key, nobody can say which request the row is. A
 * contact or a remark that the register gained since makes no other request of it.
 */
function otherApplicantRefused(row: ApplicantDetails): Recognise {
  return (history, open) => {
    if (factsOf(history)?.personalData.restricted === true) {
      throw new CommandRefused(restrictedAlready());
    }
    const known: Record<string, unknown> = {};
    for (const recorded of history) {
      const opened = open(recorded);
      if (opened === 'erased') return;
      if (opened === 'lost') throw new CommandRefused(KEY_LOST);
      if (opened === null) continue;
      Object.assign(known, opened);
      // As it was first written, or as it was corrected since: either is this request.
      if (isOfSameApplicant(known, row)) return;
    }
    if (history.length === 0) return;
    throw new CommandRefused({
      refused: 'request/already-registered',
      basis: '台账规则：一个登记编号登记一件申请，事实只增不改',
    });
  };
}

function isOfSameApplicant(
  known: Readonly<Record<string, unknown>>,
  row: ApplicantDetails,
): boolean {
  const { applicant, description, idNumber } = known;
  // Old registers often gained the number of the ID card later.
  const sameId = idNumber === undefined || row.idNumber === undefined || idNumber === row.idNumber;
  return applicant === row.applicant && description === row.description && sameId;
}
