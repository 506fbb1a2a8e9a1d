import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { parentOn } from '../agencies/domain/placement.events.js';
import { lastDayOf, type LocalDate } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels, type AgencyView } from '../read-models/read-models.js';
import { editionMeant } from './as-of.js';
import type { ReportKey } from './domain/annual-report.events.js';
import { submissionDecider } from './domain/submission.decider.js';
import { submissionStream } from './report-stream.js';

/** 向上级报送: the newest closed edition of a year. */
export class SubmitReportCommand extends Command<Decided> {
  constructor(
    readonly command: Readonly<{
      type: 'SubmitReport';
      data: ReportKey & { submittedOn?: LocalDate };
      today: LocalDate;
    }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(SubmitReportCommand)
export class SubmitReportHandler implements ICommandHandler<SubmitReportCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  async execute({ command, meta }: SubmitReportCommand): Promise<Decided> {
    const { data, today } = command;
    const { agencyId, year, submittedOn = today } = data;
    const view = await this.models.agency(agencyId);
    const { edition, digest } = editionMeant(view.report(year), year, 'closed');
    const parentId = superiorOf(view, year);
    return decideAndAppend(
      this.recorder,
      submissionDecider,
      submissionStream(data),
      {
        type: 'SubmitReport',
        data: { agencyId, year, parentId, edition, digest, submittedOn },
        today,
      },
      meta,
    );
  }
}

/** To whom the report on a year goes: who stood above as the year ended. */
export function superiorOf({ agency }: AgencyView, year: number): string {
  const parentId = parentOn(agency.placement, lastDayOf(year));
  if (parentId !== null) return parentId;
  throw new CommandRefused({
    refused: 'submission/no-superior',
    basis: '《条例》第49条',
    facts: { agency: agency.name, year },
  });
}
