import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { agencyDecider, type AdoptRetention } from './domain/agency.decider.js';
import { agencyStream } from './agency-stream.js';

/** 确定个人信息保存期限. */
export class AdoptRetentionCommand extends Command<Decided> {
  constructor(
    readonly command: AdoptRetention,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(AdoptRetentionCommand)
export class AdoptRetentionHandler implements ICommandHandler<AdoptRetentionCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: AdoptRetentionCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
