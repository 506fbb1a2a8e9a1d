import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { countDecider, type StateOpeningBalance } from './domain/count.decider.js';
import { countStream } from './publication-streams.js';

/** 登记期初现行有效件数. */
export class StateOpeningBalanceCommand extends Command<Decided> {
  constructor(
    readonly command: StateOpeningBalance,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(StateOpeningBalanceCommand)
export class StateOpeningBalanceHandler implements ICommandHandler<StateOpeningBalanceCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: StateOpeningBalanceCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, countDecider, countStream(command.data), command, meta);
  }
}
