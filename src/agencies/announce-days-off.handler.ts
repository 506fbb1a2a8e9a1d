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
import type { AnnounceDaysOff } from './domain/procedure.rules.js';
import { agencyStream } from './agency-stream.js';

/** 录入节假日安排. */
export class AnnounceDaysOffCommand extends Command<Decided> {
  constructor(
    readonly command: AnnounceDaysOff,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(AnnounceDaysOffCommand)
export class AnnounceDaysOffHandler implements ICommandHandler<AnnounceDaysOffCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: AnnounceDaysOffCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
