import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { agencyDecider } from './domain/agency.decider.js';
import type { AbolishAgency } from './domain/placement.rules.js';
import { agencyStream } from './agency-stream.js';

/** 登记撤并. */
export class AbolishAgencyCommand extends Command<Decided> {
  constructor(
    readonly command: AbolishAgency,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(AbolishAgencyCommand)
export class AbolishAgencyHandler implements ICommandHandler<AbolishAgencyCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  async execute({ command, meta }: AbolishAgencyCommand): Promise<Decided> {
    const { successorId } = command.data;
    if (successorId !== null) await this.models.established(successorId);
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
