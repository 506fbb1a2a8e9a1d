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
import type { MapRegister } from './domain/register-mapping.rules.js';
import { agencyStream } from './agency-stream.js';

/** 确定台账对照. */
export class MapRegisterCommand extends Command<Decided> {
  constructor(
    readonly command: MapRegister,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(MapRegisterCommand)
export class MapRegisterHandler implements ICommandHandler<MapRegisterCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ command, meta }: MapRegisterCommand): Promise<Decided> {
    return decideAndAppend(this.recorder, agencyDecider, agencyStream(command.data), command, meta);
  }
}
