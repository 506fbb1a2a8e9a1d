import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { agencyDecider, type DesignateDisclosureOffice } from './domain/agency.decider.js';
import { agencyStream } from './agency-stream.js';

/** 指定政府信息公开工作机构. */
export class DesignateDisclosureOfficeCommand extends Command<Decided> {
  constructor(
    readonly command: DesignateDisclosureOffice,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(DesignateDisclosureOfficeCommand)
export class DesignateDisclosureOfficeHandler implements ICommandHandler<DesignateDisclosureOfficeCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: DesignateDisclosureOfficeCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
