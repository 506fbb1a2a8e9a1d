import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { documentDecider, type VoidDocument } from './domain/document.decider.js';
import { documentStream } from './publication-streams.js';

/** 作废文件登记. */
export class VoidDocumentCommand extends Command<Decided> {
  constructor(
    readonly command: VoidDocument,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(VoidDocumentCommand)
export class VoidDocumentHandler implements ICommandHandler<VoidDocumentCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: VoidDocumentCommand): Promise<Decided> {
    return decideAndAppend(
      this.recorder,
      documentDecider,
      documentStream(command.data),
      command,
      meta,
    );
  }
}
