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
import { requestDecider } from './domain/request.decider.js';
import type { RegisterRequest } from './domain/receipt.rules.js';
import { requestStream } from './request-stream.js';

/** 登记申请. */
export class RegisterRequestCommand extends Command<Decided> {
  constructor(
    readonly command: RegisterRequest,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(RegisterRequestCommand)
export class RegisterRequestHandler implements ICommandHandler<RegisterRequestCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ command, meta }: RegisterRequestCommand): Promise<Decided> {
    const decider = requestDecider(await this.terms.of(command.data.agencyId));
    return decideAndAppend(this.recorder, decider, requestStream(command.data), command, meta);
  }
}
