import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { annualReportDecider, type DraftReport } from './domain/annual-report.decider.js';
import { reportStream } from './report-stream.js';

/** 起草年度报告文字. */
export class DraftReportCommand extends Command<Decided> {
  constructor(
    readonly command: DraftReport,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(DraftReportCommand)
export class DraftReportHandler implements ICommandHandler<DraftReportCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: DraftReportCommand): Promise<Decided> {
    return decideAndAppend(
      this.recorder,
      annualReportDecider,
      reportStream(command.data),
      command,
      meta,
    );
  }
}
