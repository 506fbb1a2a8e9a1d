import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { documentDecider, type RepealDocument } from './domain/document.decider.js';
import { documentStream } from './publication-streams.js';

/** 登记废止文件. */
export class RepealDocumentCommand extends Command<Decided> {
  constructor(
    readonly command: RepealDocument,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(RepealDocumentCommand)
export class RepealDocumentHandler implements ICommandHandler<RepealDocumentCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: RepealDocumentCommand): Promise<Decided> {
    return decideAndAppend(
      this.recorder,
      documentDecider,
      documentStream(command.data),
      command,
      meta,
    );
  }
}
