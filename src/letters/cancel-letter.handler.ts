import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { letterDecider, type CancelLetter } from './domain/letter.decider.js';
import { letterStream } from './letter-stream.js';
import { NOT_ISSUED } from './reprint-letter.handler.js';
import { REQUEST_DESK, type RequestDesk } from './request-desk.js';

/** 作废文书. */
export class CancelLetterCommand extends Command<Decided> {
  constructor(
    readonly command: CancelLetter,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(CancelLetterCommand)
export class CancelLetterHandler implements ICommandHandler<CancelLetterCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(REQUEST_DESK) private readonly desk: RequestDesk,
  ) {}

  async execute({ command, meta }: CancelLetterCommand): Promise<Decided> {
    const { agencyId, year, serial, reason } = command.data;
    const { letters } = await this.models.agency(agencyId);
    const letter = letters.find((it) => it.year === year && it.serial === serial);
    if (letter === undefined) throw new CommandRefused(NOT_ISSUED);
    await this.desk.refuseNamed({ agencyId, number: letter.requestNumber }, reason);
    return decideAndAppend(this.recorder, letterDecider, letterStream(command.data), command, meta);
  }
}
