import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { findingsOf } from '../../projections/checks/checks.js';
import type { LocalDate } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { checkedReport } from './checked-report.js';
import { checkedRollUp } from './checked-roll-up.js';
import { annualReportDecider } from './domain/annual-report.decider.js';
import type { ReportKey } from './domain/annual-report.events.js';
import { CHECK_IDS, type CheckId } from './domain/checks.events.js';
import { CHECKED } from './domain/override.rules.js';
import { asFound } from './open-errors.js';
import { reportStream } from './report-stream.js';

/** 放行校验的错误: those that a check finds now, or those of them that are about one cell. */
export class OverrideCheckCommand extends Command<Decided> {
  constructor(
    readonly command: Readonly<{
      type: 'OverrideCheck';
      data: ReportKey & {
        of: 'now' | 'roll-up';
        check: CheckId;
        cell: string | null;
        reason: string;
      };
      today: LocalDate;
    }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(OverrideCheckCommand)
export class OverrideCheckHandler implements ICommandHandler<OverrideCheckCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  /** The decider reads no table: what the check finds is handed to it as values. */
  async execute({ command, meta }: OverrideCheckCommand): Promise<Decided> {
    const {
      data: { agencyId, year, of, check, cell, reason },
      today,
    } = command;
    const report =
      of === 'now'
        ? checkedReport(await this.models.agency(agencyId), year, today)
        : checkedRollUp(await this.models.everyAgency(), agencyId, year, today);
    const findings = findingsOf(report);
    const errors = findings
      .filter(({ id, severity }) => id === check && severity === 'E')
      .filter(({ cells }) => cell === null || cells.includes(cell))
      .map(asFound);
    const data = { agencyId, year, check, reason, errors };
    return decideAndAppend(
      this.recorder,
      annualReportDecider,
      reportStream(data),
      { type: 'OverrideCheck', data, today },
      meta,
    );
  }
}

/** The check of that id. Throws {@link CommandRefused} for an id that no check has. */
export function checkNamed(name: string): CheckId {
  const check = CHECK_IDS.find((known) => known === name);
  if (check !== undefined) return check;
  throw new CommandRefused({
    refused: 'annual-report/unknown-check',
    basis: CHECKED,
    facts: { check: name },
  });
}
