import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dateOf, requiredChoice, requiredDate, requiredText, textOf } from '../csv/cells.js';
import type { CsvRow } from '../csv/csv-file.js';
import { ImportCommand, type RegisterHeadings } from '../csv/import-command.js';
import { importRows, type ImportResult } from '../csv/import-rows.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { Recorder } from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { documentDecider, type DocumentCommand } from './domain/document.decider.js';
import { documentKindFrom, DOCUMENT_KIND_LABELS } from './domain/document-labels.js';
import { documentStream } from './publication-streams.js';

const HEADINGS = ['文号', '标题', '类别', '制发日期', '废止日期'] as const;

/** 导入规章和行政规范性文件台账. `bytes` is the CSV file. */
export class ImportDocumentsCommand extends ImportCommand {
  static readonly headings: RegisterHeadings = { required: HEADINGS, optional: [] };
}

const COLUMN_OF = {
  IssueDocument: '制发日期',
  RepealDocument: '废止日期',
  'document/number-missing': '文号',
  'document/already-issued': '文号',
  'document/title-missing': '标题',
};

@CommandHandler(ImportDocumentsCommand)
export class ImportDocumentsHandler implements ICommandHandler<ImportDocumentsCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ agencyId, bytes, by, options }: ImportDocumentsCommand): Promise<ImportResult> {
    const { today, actor } = by;
    return importRows(
      this.recorder,
      bytes,
      actor,
      {
        ...ImportDocumentsCommand.headings,
        columnOf: COLUMN_OF,
        plan: (row) => {
          const commands = commandsOf(row, agencyId, today);
          const stream = documentStream({ agencyId, documentNumber: requiredText(row, '文号') });
          return { decider: documentDecider, stream, commands };
        },
      },
      options,
    );
  }
}

function commandsOf(row: CsvRow, agencyId: string, today: LocalDate): readonly DocumentCommand[] {
  const key = { agencyId, documentNumber: requiredText(row, '文号') };
  const issued = {
    ...key,
    title: textOf(row, '标题'),
    kind: requiredChoice(row, '类别', documentKindFrom, Object.values(DOCUMENT_KIND_LABELS)),
    issuedOn: requiredDate(row, '制发日期'),
  };
  const issue = { type: 'IssueDocument', data: issued, today } as const;
  const repealedOn = dateOf(row, '废止日期');
  if (repealedOn === null) return [issue];
  return [issue, { type: 'RepealDocument', data: { ...key, repealedOn }, today }];
}
