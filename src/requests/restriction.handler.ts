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
import type { LiftRestriction, RestrictProcessing } from './domain/personal-data.rules.js';
import { requestDecider } from './domain/request.decider.js';
import { refuseNamed } from './refuse-named.js';
import { requestStream } from './request-stream.js';

/** 封存个人信息, or 解除封存. */
export class RestrictionCommand extends Command<Decided> {
  constructor(
    readonly command: RestrictProcessing | LiftRestriction,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(RestrictionCommand)
export class RestrictionHandler implements ICommandHandler<RestrictionCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ command, meta }: RestrictionCommand): Promise<Decided> {
    const stream = requestStream(command.data);
    await refuseNamed(this.recorder, stream, command.data.reason);
    const decider = requestDecider(await this.terms.of(command.data.agencyId));
    return decideAndAppend(this.recorder, decider, stream, command, meta);
  }
}
