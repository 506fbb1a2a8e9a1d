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
import type { VoidAttachment } from './domain/attachment.rules.js';
import { requestDecider } from './domain/request.decider.js';
import { requestStream } from './request-stream.js';

/** 作废附件. */
export class VoidAttachmentCommand extends Command<Decided> {
  constructor(
    readonly command: VoidAttachment,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(VoidAttachmentCommand)
export class VoidAttachmentHandler implements ICommandHandler<VoidAttachmentCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ command, meta }: VoidAttachmentCommand): Promise<Decided> {
    const decider = requestDecider(await this.terms.of(command.data.agencyId));
    return decideAndAppend(this.recorder, decider, requestStream(command.data), command, meta);
  }
}
