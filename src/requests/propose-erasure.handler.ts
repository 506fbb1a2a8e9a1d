import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { refuseNamed } from './refuse-named.js';
import { AgencyTerms } from './agency-terms.js';
import type { ProposeErasure } from './domain/personal-data.rules.js';
import { requestDecider } from './domain/request.decider.js';
import { requestStream } from './request-stream.js';

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
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
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
    const decider = requestDecider(await this.terms.of(data.agencyId));
    return decideAndAppend(this.recorder, decider, stream, asked, meta);
  }
}
