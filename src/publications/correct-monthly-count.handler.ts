import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { countDecider, type CorrectMonthlyCount } from './domain/count.decider.js';
import { countStream } from './publication-streams.js';

/** 更正月度数量. */
export class CorrectMonthlyCountCommand extends Command<Decided> {
  constructor(
    readonly command: CorrectMonthlyCount,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(CorrectMonthlyCountCommand)
export class CorrectMonthlyCountHandler implements ICommandHandler<CorrectMonthlyCountCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: CorrectMonthlyCountCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, countDecider, countStream(command.data), command, meta);
  }
}
