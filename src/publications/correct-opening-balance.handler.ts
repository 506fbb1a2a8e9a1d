import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { countDecider, type CorrectOpeningBalance } from './domain/count.decider.js';
import { countStream } from './publication-streams.js';

/** 更正期初现行有效件数. */
export class CorrectOpeningBalanceCommand extends Command<Decided> {
  constructor(
    readonly command: CorrectOpeningBalance,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(CorrectOpeningBalanceCommand)
export class CorrectOpeningBalanceHandler implements ICommandHandler<CorrectOpeningBalanceCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: CorrectOpeningBalanceCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, countDecider, countStream(command.data), command, meta);
  }
}
