import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AgencyRow } from '../../projections/agency-directory.projection.js';
import { childrenIn } from '../../projections/agency-tree.js';
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
import { submissionDecider } from './domain/submission.decider.js';
import type { ReceivedReport } from './domain/submission.events.js';
import { readReportFile } from './read-report-file.js';
import { submissionStream } from './report-stream.js';

/** Who a file was read for, and what it was taken for. */
export type Received = Decided &
  Readonly<{ agencyId: string; year: number; report: ReceivedReport }>;

/** 收下级报告: a report that came as a file, from an agency that does not use this program. */
export class ReceiveReportCommand extends Command<Received> {
  constructor(
    readonly command: Readonly<{
      type: 'ReceiveReport';
      data: {
        parentId: string;
        /** By default the child that the report names. */
        agencyId?: string;
        /** By default the year that the report states. */
        year?: number;
        receivedOn?: LocalDate;
        bytes: Uint8Array;
      };
      today: LocalDate;
    }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ReceiveReportCommand)
export class ReceiveReportHandler implements ICommandHandler<ReceiveReportCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  async execute({ command, meta }: ReceiveReportCommand): Promise<Received> {
    const { data, today } = command;
    const { parentId, bytes, receivedOn = today } = data;
    const read = await readReportFile(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const report = { ...read.report, source: { format: read.format, sha256 } };
    const year = yearMeant(data.year, report.statedYear);
    const children = childrenIn(await this.models.agencies(), parentId, year);
    const { agencyId } = childMeant(children, data.agencyId, report.unit);
    const received = { agencyId, year, parentId, ...report, receivedOn };
    const decided = await decideAndAppend(
      this.recorder,
      submissionDecider,
      submissionStream({ agencyId, year }),
      { type: 'ReceiveReport', data: received, today },
      meta,
    );
    return { ...decided, agencyId, year, report };
  }
}

/** The year that was named, or else the one that the report states. */
export function yearMeant(named: number | undefined, stated: number | null): number {
  const year = named ?? stated;
  if (year === null) throw refused('submission/year-missing', {});
  return year;
}

/** The child that was named, or else the one that the report names. */
export function childMeant(
  children: readonly AgencyRow[],
  agencyId: string | undefined,
  unit: string,
): AgencyRow {
  const found = children.filter((child) =>
    agencyId === undefined
      ? [child.name, child.shortName].some((name) => bare(name) === bare(unit))
      : child.agencyId === agencyId,
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (agencyId !== undefined) throw refused('submission/not-a-child', {});
  throw refused('submission/unit-unknown', { unit: unit === '' ? '（没有写）' : unit });
}

/** 宿迁市人民政府（全市） is who 宿迁市人民政府 is. */
function bare(name: string): string {
  return name.replace(/[（(][^（()）]*[)）]/g, '').replace(/\s/g, '');
}

function refused(
  code: 'submission/year-missing' | 'submission/not-a-child' | 'submission/unit-unknown',
  facts: Readonly<Record<string, string>>,
): CommandRefused {
  return new CommandRefused({ refused: code, basis: '《条例》第49条', facts });
}
