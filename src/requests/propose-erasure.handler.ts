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
import { ReadModels } from '../read-models/read-models.js';
import { refuseNamed } from './refuse-named.js';
import type { ProposeErasure } from './domain/personal-data.rules.js';
import { requestDecider } from './domain/request.decider.js';
import { requestStream } from './request-stream.js';
import { WORKING_CALENDAR } from './tokens.js';

/** What the person says; the retention period and the appeals are looked up. */
type Proposed = Omit<ProposeErasure, 'data'> &
  Readonly<{ data: Omit<ProposeErasure['data'], 'retentionYears' | 'underAppeal'> }>;

/** 提出销毁个人信息. */
export class ProposeErasureCommand extends Command<Decided> {
  constructor(
    readonly command: Proposed,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ProposeErasureCommand)
export class ProposeErasureHandler implements ICommandHandler<ProposeErasureCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(WORKING_CALENDAR) private readonly calendar: WorkingCalendar,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  async execute({ command, meta }: ProposeErasureCommand): Promise<Decided> {
    const { data } = command;
    const view = await this.models.agency(data.agencyId);
    const underAppeal = view.appeals.some(
      ({ requestNumbers, concluded }) => concluded === null && requestNumbers.includes(data.number),
    );
    const { retentionYears } = view.agency;
    const stream = requestStream(data);
    await refuseNamed(this.recorder, stream, data.reason);
    const asked = { ...command, data: { ...data, retentionYears, underAppeal } };
    return decideAndAppend(this.recorder, requestDecider(this.calendar), stream, asked, meta);
  }
}
