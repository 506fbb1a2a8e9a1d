import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { appealDecider, type ConcludeAppeal } from './domain/appeal.decider.js';
import { appealStream } from './appeal-stream.js';

/** 登记审结. */
export class ConcludeAppealCommand extends Command<Decided> {
  constructor(
    readonly command: ConcludeAppeal,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ConcludeAppealCommand)
export class ConcludeAppealHandler implements ICommandHandler<ConcludeAppealCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: ConcludeAppealCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, appealDecider, appealStream(command.data), command, meta);
  }
}
