import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../kernel/local-date.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { annualReportOf } from './annual-report.js';
import { toView } from './annual-report-view.js';
import { annualReportDecider } from './domain/annual-report.decider.js';
import type { ReportKey } from './domain/annual-report.events.js';
import { reportStream } from './report-stream.js';

/** 汇编年度报告: puts on record what every cell holds now. */
export class CompileReportCommand extends Command<Decided> {
  constructor(
    readonly command: Readonly<{
      type: 'CompileReport';
      data: ReportKey;
      today: LocalDate;
    }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(CompileReportCommand)
export class CompileReportHandler implements ICommandHandler<CompileReportCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  /**
   * The decider reads no table: the figures are handed to it as values, with the place they were
   * read at.
   */
  async execute({ command, meta }: CompileReportCommand): Promise<Decided> {
    const {
      data: { agencyId, year },
      today,
    } = command;
    const annual = annualReportOf(await this.models.agency(agencyId), year, today);
    // A report whose text names a figure that does not exist cannot be printed, so it is not
    // compiled either.
    toView(annual, today);
    const { figures, position } = annual;
    const data = { agencyId, year, position, figures };
    return decideAndAppend(
      this.recorder,
      annualReportDecider,
      reportStream(data),
      { type: 'CompileReport', data, today },
      meta,
    );
  }
}
