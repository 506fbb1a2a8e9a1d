import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { monthsOf } from '../../projections/table-two.js';
import { yearPeriod, type LocalDate, type YearMonth } from '../kernel/local-date.js';
import {
  decideAllAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { derivedId } from '../ledger/derived-id.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { countDecider } from './domain/count.decider.js';
import { STATUTORY_COUNTS } from './domain/count.events.js';
import { countStream } from './publication-streams.js';

/** 零报告: every month of a year that is over and was not reported had none. */
export class ReportZeroCountsCommand extends Command<Decided> {
  constructor(
    readonly command: Readonly<{
      type: 'ReportZeroCounts';
      data: Readonly<{ agencyId: string; year: number }>;
      today: LocalDate;
    }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ReportZeroCountsCommand)
export class ReportZeroCountsHandler implements ICommandHandler<ReportZeroCountsCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  /** All months together or none; what was reported already is left as it is. */
  async execute({ command, meta }: ReportZeroCountsCommand): Promise<Decided> {
    const { agencyId, year } = command.data;
    const { counts } = await this.models.agency(agencyId);
    const commands = STATUTORY_COUNTS.flatMap((category) => {
      const known = new Set(monthsOf(counts, category, yearPeriod(year)).map(({ month }) => month));
      return monthsOfYear(year)
        .filter((month) => !known.has(month))
        .map((month) => ({
          command: {
            type: 'ReportMonthlyCount',
            data: { agencyId, month, category, quantity: 0 },
            today: command.today,
          } as const,
          commandId: derivedId('zero-count', agencyId, month, category),
        }));
    });
    const stream = countStream({ agencyId, month: `${String(year)}-01` as YearMonth });
    return decideAllAndAppend(this.recorder, countDecider, { stream, commands, actor: meta.actor });
  }
}

function monthsOfYear(year: number): readonly YearMonth[] {
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
  return months.map((month) => `${String(year)}-${month}` as YearMonth);
}
