import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { AgencyTerms } from './agency-terms.js';
import type { CorrectEntry } from './domain/entry-corrections.rules.js';
import { requestDecider } from './domain/request.decider.js';
import { requestStream } from './request-stream.js';

/** 更正登记. */
export class CorrectEntryCommand extends Command<Decided> {
  constructor(
    readonly command: CorrectEntry,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(CorrectEntryCommand)
export class CorrectEntryHandler implements ICommandHandler<CorrectEntryCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ command, meta }: CorrectEntryCommand): Promise<Decided> {
    const decider = requestDecider(await this.terms.of(command.data.agencyId));
    return decideAndAppend(this.recorder, decider, requestStream(command.data), command, meta);
  }
}
