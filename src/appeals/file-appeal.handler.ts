import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { appealDecider, type FileAppeal } from './domain/appeal.decider.js';
import { appealStream } from './appeal-stream.js';

/** 登记复议、诉讼案件. */
export class FileAppealCommand extends Command<Decided> {
  constructor(
    readonly command: FileAppeal,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(FileAppealCommand)
export class FileAppealHandler implements ICommandHandler<FileAppealCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: FileAppealCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, appealDecider, appealStream(command.data), command, meta);
  }
}
