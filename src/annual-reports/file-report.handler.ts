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
import { figuresDigest } from './figures-digest.js';
import { reportStream } from './report-stream.js';

/** 报送年度报告: puts on record which figures and which words were handed in. */
export class FileReportCommand extends Command<Decided> {
  constructor(
    readonly command: Readonly<{
      type: 'FileReport';
      data: ReportKey & { filedOn: LocalDate };
      today: LocalDate;
    }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(FileReportCommand)
export class FileReportHandler implements ICommandHandler<FileReportCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  /**
   * The decider reads no table: the digest is handed to it as a value, with the place the figures
   * were read at.
   */
  async execute({ command, meta }: FileReportCommand): Promise<Decided> {
    const {
      data: { agencyId, year, filedOn },
      today,
    } = command;
    const annual = annualReportOf(await this.models.agency(agencyId), year, today);
    // A report whose text names a figure that does not exist cannot be printed, so it is not filed
    // either.
    toView(annual, today);
    const { figures, position } = annual;
    const data = { agencyId, year, filedOn, position, digest: figuresDigest(figures) };
    return decideAndAppend(
      this.recorder,
      annualReportDecider,
      reportStream(data),
      { type: 'FileReport', data, today },
      meta,
    );
  }
}
