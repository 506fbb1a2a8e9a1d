import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { agencyDecider, type ReleaseStaff } from './domain/agency.decider.js';
import { agencyStream } from './agency-stream.js';

/** 登记工作人员离岗. */
export class ReleaseStaffCommand extends Command<Decided> {
  constructor(
    readonly command: ReleaseStaff,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ReleaseStaffCommand)
export class ReleaseStaffHandler implements ICommandHandler<ReleaseStaffCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: ReleaseStaffCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
