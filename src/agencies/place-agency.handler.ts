import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { upwards } from '../../projections/agency-tree.js';
import type { LocalDate } from '../kernel/local-date.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { agencyDecider } from './domain/agency.decider.js';
import { agencyStream } from './agency-stream.js';

/** 登记隶属关系: to whom an agency reports from a day on, or that it reports to nobody here. */
export class PlaceAgencyCommand extends Command<Decided> {
  constructor(
    readonly command: Readonly<{
      type: 'PlaceAgency';
      data: { agencyId: string; parentId: string | null; from: LocalDate };
      today: LocalDate;
    }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(PlaceAgencyCommand)
export class PlaceAgencyHandler implements ICommandHandler<PlaceAgencyCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  /** The stream of one agency does not show the tree, so who stands above is handed to the decider. */
  async execute({ command, meta }: PlaceAgencyCommand): Promise<Decided> {
    const { data, today } = command;
    const { parentId } = data;
    if (parentId !== null) await this.models.established(parentId);
    const agencies = await this.models.agencies();
    const above = parentId === null ? [] : upwards(agencies, parentId, today);
    const stream = agencyStream(data);
    const placed = { type: 'PlaceAgency', data: { ...data, above }, today } as const;
    return decideAndAppend(this.recorder, agencyDecider, stream, placed, meta);
  }
}
