import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { appealDecider, type CorrectAppeal } from './domain/appeal.decider.js';
import { appealStream } from './appeal-stream.js';

/** 更正案件登记. */
export class CorrectAppealCommand extends Command<Decided> {
  constructor(
    readonly command: CorrectAppeal,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(CorrectAppealCommand)
export class CorrectAppealHandler implements ICommandHandler<CorrectAppealCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: CorrectAppealCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, appealDecider, appealStream(command.data), command, meta);
  }
}
