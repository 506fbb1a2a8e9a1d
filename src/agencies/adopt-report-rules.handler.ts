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
import type { AdoptReportRules } from './domain/report.rules.js';
import { agencyStream } from './agency-stream.js';

/** 确定年报设置. */
export class AdoptReportRulesCommand extends Command<Decided> {
  constructor(
    readonly command: AdoptReportRules,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(AdoptReportRulesCommand)
export class AdoptReportRulesHandler implements ICommandHandler<AdoptReportRulesCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: AdoptReportRulesCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
