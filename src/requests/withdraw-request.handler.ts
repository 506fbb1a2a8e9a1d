import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { WorkingCalendar } from '../kernel/working-calendar.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { requestDecider, type WithdrawRequest } from './domain/request.decider.js';
import { requestStream } from './request-stream.js';
import { WORKING_CALENDAR } from './tokens.js';

/** 撤回申请. */
export class WithdrawRequestCommand extends Command<Decided> {
  constructor(
    readonly command: WithdrawRequest,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(WithdrawRequestCommand)
export class WithdrawRequestHandler implements ICommandHandler<WithdrawRequestCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(WORKING_CALENDAR) private readonly calendar: WorkingCalendar,
  ) {}

  execute({ command, meta }: WithdrawRequestCommand): Promise<Decided> {
    const decider = requestDecider(this.calendar);
    return decideAndAppend(this.recorder, decider, requestStream(command.data), command, meta);
  }
}
