import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { agencyDecider } from './domain/agency.decider.js';
import type { AdoptProcedureRules } from './domain/procedure.rules.js';
import { agencyStream } from './agency-stream.js';

/** 确定办理规则. */
export class AdoptProcedureRulesCommand extends Command<Decided> {
  constructor(
    readonly command: AdoptProcedureRules,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(AdoptProcedureRulesCommand)
export class AdoptProcedureRulesHandler implements ICommandHandler<AdoptProcedureRulesCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: AdoptProcedureRulesCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
