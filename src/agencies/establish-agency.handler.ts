import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { agencyDecider, type EstablishAgency } from './domain/agency.decider.js';
import { agencyStream } from './agency-stream.js';

/** 建账. */
export class EstablishAgencyCommand extends Command<Decided> {
  constructor(
    readonly command: EstablishAgency,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(EstablishAgencyCommand)
export class EstablishAgencyHandler implements ICommandHandler<EstablishAgencyCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: EstablishAgencyCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
