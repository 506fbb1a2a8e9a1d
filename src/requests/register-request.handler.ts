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
import type { LogArrival, RegisterRequest } from './domain/receipt.rules.js';
import { RepeatedRequests, type LikelyDuplicates } from './repeated-requests.js';
import { requestStream } from './request-stream.js';

/** Where it stands in the ledger, and what the same person seems to have asked before. */
export type Registered = Decided & LikelyDuplicates;

/** 登记申请, received, or arrived and still to be confirmed. */
export class RegisterRequestCommand extends Command<Registered> {
  constructor(
    readonly command: RegisterRequest | LogArrival,
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
    @Inject(RepeatedRequests) private readonly repeated: RepeatedRequests,
  ) {}

  async execute({ command, meta }: RegisterRequestCommand): Promise<Registered> {
    const stream = requestStream(command.data);
    // First, so that what cannot be searched is not registered and then answered with an error.
    const likely = await this.repeated.duplicatesOf(command.data, command.sealed);
    const decider = requestDecider(await this.terms.of(command.data.agencyId));
    const decided = await decideAndAppend(this.recorder, decider, stream, command, meta);
    return { ...decided, ...likely };
  }
}
