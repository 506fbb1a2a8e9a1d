import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { documentDecider, type IssueDocument } from './domain/document.decider.js';
import { documentStream } from './publication-streams.js';

/** 登记制发文件. */
export class IssueDocumentCommand extends Command<Decided> {
  constructor(
    readonly command: IssueDocument,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(IssueDocumentCommand)
export class IssueDocumentHandler implements ICommandHandler<IssueDocumentCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: IssueDocumentCommand): Promise<Decided> {
    return decideAndAppend(
      this.recorder,
      documentDecider,
      documentStream(command.data),
      command,
      meta,
    );
  }
}
