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
import { requestDecider, type DecideRequest } from './domain/request.decider.js';
import { requestStream } from './request-stream.js';
import { WORKING_CALENDAR } from './tokens.js';

/** 作出答复. */
export class DecideRequestCommand extends Command<Decided> {
  constructor(
    readonly command: DecideRequest,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(DecideRequestCommand)
export class DecideRequestHandler implements ICommandHandler<DecideRequestCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(WORKING_CALENDAR) private readonly calendar: WorkingCalendar,
  ) {}

  execute({ command, meta }: DecideRequestCommand): Promise<Decided> {
    const decider = requestDecider(this.calendar);
    return decideAndAppend(this.recorder, decider, requestStream(command.data), command, meta);
  }
}
