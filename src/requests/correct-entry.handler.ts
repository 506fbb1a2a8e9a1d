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
import type { CorrectEntry } from './domain/entry-corrections.rules.js';
import { requestDecider } from './domain/request.decider.js';
import { requestStream } from './request-stream.js';
import { WORKING_CALENDAR } from './tokens.js';

/** 更正登记. */
export class CorrectEntryCommand extends Command<Decided> {
  constructor(
    readonly command: CorrectEntry,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(CorrectEntryCommand)
export class CorrectEntryHandler implements ICommandHandler<CorrectEntryCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(WORKING_CALENDAR) private readonly calendar: WorkingCalendar,
  ) {}

  execute({ command, meta }: CorrectEntryCommand): Promise<Decided> {
    const decider = requestDecider(this.calendar);
    return decideAndAppend(this.recorder, decider, requestStream(command.data), command, meta);
  }
}
