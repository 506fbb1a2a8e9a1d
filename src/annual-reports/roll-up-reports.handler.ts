import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { formOf } from '../../projections/forms/forms.js';
import type { LocalDate } from '../kernel/local-date.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import type { ReportKey } from './domain/annual-report.events.js';
import { rollUpDecider } from './domain/roll-up.decider.js';
import { rollUpStream } from './report-stream.js';
import { rolledUpReport } from './rolled-up-report.js';

/** 汇总: puts on record what the children's reports add up to, and which they were. */
export class RollUpReportsCommand extends Command<Decided> {
  constructor(
    readonly command: Readonly<{ type: 'RollUpReports'; data: ReportKey; today: LocalDate }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(RollUpReportsCommand)
export class RollUpReportsHandler implements ICommandHandler<RollUpReportsCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  /** The decider reads no table: the figures are handed to it, with the place they were read at. */
  async execute({ command, meta }: RollUpReportsCommand): Promise<Decided> {
    const { data: key, today } = command;
    const { agencyId, year } = key;
    const views = await this.models.everyAgency();
    const { annual, children } = rolledUpReport(views, agencyId, year);
    const { figures, position } = annual;
    const summed = children.map(({ agencyId: child, digest }) => ({ agencyId: child, digest }));
    const data = { ...key, position, form: formOf(year).version, figures, children: summed };
    return decideAndAppend(
      this.recorder,
      rollUpDecider,
      rollUpStream(data),
      { type: 'RollUpReports', data, today },
      meta,
    );
  }
}
