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
import type { Scope } from './annual-report.queries.js';
import { editionMeant } from './as-of.js';
import { checkedRollUp } from './checked-roll-up.js';
import type { ReportKey } from './domain/annual-report.events.js';
import type { RollUpFacts } from './domain/roll-up.events.js';
import { submissionDecider } from './domain/submission.decider.js';
import { figuresDigest } from './figures-digest.js';
import { openErrorsOf } from './open-errors.js';
import { submissionStream } from './report-stream.js';

/** 向上级报送: the newest closed edition of a year, or the newest roll-up on record (汇总). */
export class SubmitReportCommand extends Command<Decided> {
  constructor(
    readonly command: Readonly<{
      type: 'SubmitReport';
      data: ReportKey & { scope: Scope; submittedOn?: LocalDate };
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
    const { agencyId, year, scope, submittedOn = today } = data;
    const view = await this.models.agency(agencyId);
    const parentId = superiorOf(view, year);
    const handedIn =
      scope === 'own' ? closedEdition(view, year) : await this.rollUp(view, year, today);
    return decideAndAppend(
      this.recorder,
      submissionDecider,
      submissionStream(data),
      {
        type: 'SubmitReport',
        data: { agencyId, year, parentId, ...handedIn, submittedOn },
        today,
      },
      meta,
    );
  }

  private async rollUp(view: AgencyView, year: number, today: LocalDate) {
    const { form, figures } = recordedRollUp(view, year);
    const views = await this.models.everyAgency();
    const report = checkedRollUp(views, view.agency.agencyId, year, today);
    const openErrors = openErrorsOf(report, view.report(year));
    return { rollUp: { form, figures }, digest: figuresDigest(figures, year), openErrors };
  }
}

function closedEdition(view: AgencyView, year: number) {
  const { edition, digest } = editionMeant(view.report(year), year, 'closed');
  // What is closed has none.
  return { edition, digest, openErrors: [] };
}

/** The newest sum on record. Refuses a year that was not summed. */
export function recordedRollUp(view: AgencyView, year: number): RollUpFacts {
  const recorded = view.rollUp(year);
  if (recorded !== null) return recorded;
  throw new CommandRefused({
    refused: 'roll-up/not-recorded',
    basis: '台账规则：汇总逐级相加，口径见附录',
    facts: { year },
  });
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
