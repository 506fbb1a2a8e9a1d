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
import { requestDecider, type ServeReply } from './domain/request.decider.js';
import { requestStream } from './request-stream.js';
import { WORKING_CALENDAR } from './tokens.js';

/** 送达答复. */
export class ServeReplyCommand extends Command<Decided> {
  constructor(
    readonly command: ServeReply,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ServeReplyCommand)
export class ServeReplyHandler implements ICommandHandler<ServeReplyCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(WORKING_CALENDAR) private readonly calendar: WorkingCalendar,
  ) {}

  execute({ command, meta }: ServeReplyCommand): Promise<Decided> {
    const decider = requestDecider(this.calendar);
    return decideAndAppend(this.recorder, decider, requestStream(command.data), command, meta);
  }
}
