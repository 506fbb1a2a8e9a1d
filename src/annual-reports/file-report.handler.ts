import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { annualReportDecider, type FileReport } from './domain/annual-report.decider.js';
import { reportStream } from './report-stream.js';

/** 报送年度报告: puts on record when the newest closed edition was handed in, and where it was published. */
export class FileReportCommand extends Command<Decided> {
  constructor(
    readonly command: FileReport,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(FileReportCommand)
export class FileReportHandler implements ICommandHandler<FileReportCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: FileReportCommand): Promise<Decided> {
    return decideAndAppend(
      this.recorder,
      annualReportDecider,
      reportStream(command.data),
      command,
      meta,
    );
  }
}
