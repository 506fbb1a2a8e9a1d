import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { agencyDecider, type RenameAgency } from './domain/agency.decider.js';
import { agencyStream } from './agency-stream.js';

/** 机关更名. */
export class RenameAgencyCommand extends Command<Decided> {
  constructor(
    readonly command: RenameAgency,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(RenameAgencyCommand)
export class RenameAgencyHandler implements ICommandHandler<RenameAgencyCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: RenameAgencyCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
