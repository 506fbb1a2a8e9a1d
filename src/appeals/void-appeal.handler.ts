import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { appealDecider, type VoidAppeal } from './domain/appeal.decider.js';
import { appealStream } from './appeal-stream.js';

/** 作废案件登记. */
export class VoidAppealCommand extends Command<Decided> {
  constructor(
    readonly command: VoidAppeal,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(VoidAppealCommand)
export class VoidAppealHandler implements ICommandHandler<VoidAppealCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: VoidAppealCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, appealDecider, appealStream(command.data), command, meta);
  }
}
