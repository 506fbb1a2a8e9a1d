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
import { requestDecider, type StepCommand } from './domain/request.decider.js';
import { refuseInClear } from './refuse-named.js';
import { requestStream } from './request-stream.js';

/** 办理: any step of the procedure. They differ in their rules, and not in how they are taken. */
export class TakeStepCommand extends Command<Decided> {
  constructor(
    readonly command: StepCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(TakeStepCommand)
export class TakeStepHandler implements ICommandHandler<TakeStepCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ command, meta }: TakeStepCommand): Promise<Decided> {
    const stream = requestStream(command.data);
    await refuseInClear(this.recorder, stream, command);
    const decider = requestDecider(await this.terms.of(command.data.agencyId));
    return decideAndAppend(this.recorder, decider, stream, command, meta);
  }
}
