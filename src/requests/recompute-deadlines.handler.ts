import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../kernel/local-date.js';
import { decideAndAppend, type Recorder } from '../ledger/decide-and-append.js';
import { derivedId } from '../ledger/derived-id.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { AgencyTerms } from './agency-terms.js';
import { requestDecider } from './domain/request.decider.js';
import { isOpen } from './domain/request-status.js';
import { requestStream } from './request-stream.js';

/** One due date that moved, or became certain. */
export type Recomputed = Readonly<{
  number: string;
  before: LocalDate | null;
  after: LocalDate | null;
  /** 待节假日安排公布, before and after. */
  wasProvisional: boolean;
  provisional: boolean;
}>;

/** 重算一个机关在办申请的答复期限. */
export class RecomputeDeadlinesCommand extends Command<readonly Recomputed[]> {
  constructor(
    readonly agencyId: string,
    readonly by: Readonly<{ today: LocalDate; actor: string }>,
  ) {
    super();
  }
}

/**
 * Each request that moves gets an event of its own. What was cut off is finished by doing it again:
 * a date that is right already moves nothing.
 */
@CommandHandler(RecomputeDeadlinesCommand)
export class RecomputeDeadlinesHandler implements ICommandHandler<RecomputeDeadlinesCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ agencyId, by }: RecomputeDeadlinesCommand): Promise<readonly Recomputed[]> {
    const { requests, position } = await this.models.agency(agencyId);
    const decider = requestDecider(await this.terms.of(agencyId));
    const moved: string[] = [];
    for (const { number } of requests.filter(isRunning)) {
      const data = { agencyId, number };
      const command = { type: 'RecomputeDeadline', data, today: by.today } as const;
      const commandId = derivedId('recompute', agencyId, number, position);
      const meta = { commandId, actor: by.actor };
      const stream = requestStream(data);
      const { events } = await decideAndAppend(this.recorder, decider, stream, command, meta);
      if (events > 0) moved.push(number);
    }
    const { requests: after } = await this.models.agency(agencyId);
    return moved.flatMap((number) => {
      const [old, now] = [requests, after].map((rows) => rows.find((it) => it.number === number));
      if (old === undefined || now === undefined) return [];
      const { dueOn: before, provisional: wasProvisional } = old;
      return [{ number, before, after: now.dueOn, wasProvisional, provisional: now.provisional }];
    });
  }
}

function isRunning(row: Parameters<typeof isOpen>[0]): boolean {
  return isOpen(row) && row.receivedOn !== null && row.subject === 'disclosure';
}
