import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { agencyDecider, type AdoptCountingRules } from './domain/agency.decider.js';
import { agencyStream } from './agency-stream.js';

/** 确定统计口径. */
export class AdoptCountingRulesCommand extends Command<Decided> {
  constructor(
    readonly command: AdoptCountingRules,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(AdoptCountingRulesCommand)
export class AdoptCountingRulesHandler implements ICommandHandler<AdoptCountingRulesCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: AdoptCountingRulesCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
