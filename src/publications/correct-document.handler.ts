import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { documentDecider, type CorrectDocument } from './domain/document.decider.js';
import { documentStream } from './publication-streams.js';

/** 更正文件登记. */
export class CorrectDocumentCommand extends Command<Decided> {
  constructor(
    readonly command: CorrectDocument,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(CorrectDocumentCommand)
export class CorrectDocumentHandler implements ICommandHandler<CorrectDocumentCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: CorrectDocumentCommand): Promise<Decided> {
    return decideAndAppend(
      this.recorder,
      documentDecider,
      documentStream(command.data),
      command,
      meta,
    );
  }
}
