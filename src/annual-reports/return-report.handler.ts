import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../kernel/local-date.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import type { ReportKey } from './domain/annual-report.events.js';
import { submissionDecider } from './domain/submission.decider.js';
import { submissionStream } from './report-stream.js';
import { superiorOf } from './submit-report.handler.js';

/** 退回下级报告, so that it is mended and handed in again. */
export class ReturnReportCommand extends Command<Decided> {
  constructor(
    readonly command: Readonly<{
      type: 'ReturnReport';
      data: ReportKey & { reason: string; returnedOn?: LocalDate };
      today: LocalDate;
    }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ReturnReportCommand)
export class ReturnReportHandler implements ICommandHandler<ReturnReportCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  async execute({ command, meta }: ReturnReportCommand): Promise<Decided> {
    const { data, today } = command;
    const { agencyId, year, reason, returnedOn = today } = data;
    const parentId = superiorOf(await this.models.agency(agencyId), year);
    return decideAndAppend(
      this.recorder,
      submissionDecider,
      submissionStream(data),
      { type: 'ReturnReport', data: { agencyId, year, parentId, reason, returnedOn }, today },
      meta,
    );
  }
}
