import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { agencyDecider, type AdoptLetterRules } from './domain/agency.decider.js';
import { agencyStream } from './agency-stream.js';

/** 确定文书规则. */
export class AdoptLetterRulesCommand extends Command<Decided> {
  constructor(
    readonly command: AdoptLetterRules,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(AdoptLetterRulesCommand)
export class AdoptLetterRulesHandler implements ICommandHandler<AdoptLetterRulesCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: AdoptLetterRulesCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
