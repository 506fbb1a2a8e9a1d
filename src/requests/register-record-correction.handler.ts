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
import type { RegisterRecordCorrection } from './domain/record-correction.rules.js';
import { requestDecider } from './domain/request.decider.js';
import { requestStream } from './request-stream.js';

/** 登记更正申请. */
export class RegisterRecordCorrectionCommand extends Command<Decided> {
  constructor(
    readonly command: RegisterRecordCorrection,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(RegisterRecordCorrectionCommand)
export class RegisterRecordCorrectionHandler implements ICommandHandler<RegisterRecordCorrectionCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ command, meta }: RegisterRecordCorrectionCommand): Promise<Decided> {
    const decider = requestDecider(await this.terms.of(command.data.agencyId));
    return decideAndAppend(this.recorder, decider, requestStream(command.data), command, meta);
  }
}
