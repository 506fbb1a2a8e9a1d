import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { agencyDecider, type AppointStaff } from './domain/agency.decider.js';
import { agencyStream } from './agency-stream.js';

/** 登记工作人员到岗. */
export class AppointStaffCommand extends Command<Decided> {
  constructor(
    readonly command: AppointStaff,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(AppointStaffCommand)
export class AppointStaffHandler implements ICommandHandler<AppointStaffCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: AppointStaffCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
