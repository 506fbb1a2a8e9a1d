import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { countDecider, type ReportMonthlyCount } from './domain/count.decider.js';
import { countStream } from './publication-streams.js';

/** 上报月度数量. */
export class ReportMonthlyCountCommand extends Command<Decided> {
  constructor(
    readonly command: ReportMonthlyCount,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ReportMonthlyCountCommand)
export class ReportMonthlyCountHandler implements ICommandHandler<ReportMonthlyCountCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: ReportMonthlyCountCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, countDecider, countStream(command.data), command, meta);
  }
}
