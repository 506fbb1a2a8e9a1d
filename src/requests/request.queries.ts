import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { RegisterRow } from '../../projections/request-register.projection.js';
import type { Recorder } from '../ledger/decide-and-append.js';
import { openSealed } from '../ledger/open-sealed.js';
import { RECORDER } from '../ledger/tokens.js';
import type { Unreadable } from '../ledger/vault/vault.js';
import { ReadModels } from '../read-models/read-models.js';
import { closureOf } from './domain/request.events.js';
import { masked, type MaskedApplicant } from './masked-applicant.js';
import { requestStream } from './request-stream.js';

/** One line of 依申请公开工作台账, without the applicant. */
export type RegisterEntry = RegisterRow & Readonly<{ closedOn: string | null }>;

/** 依申请公开工作台账 of one agency, by 登记编号. */
export class ListRequests extends Query<readonly RegisterEntry[]> {
  constructor(
    readonly agencyId: string,
    readonly page: Readonly<{ after: string; limit: number }>,
  ) {
    super();
  }
}

@QueryHandler(ListRequests)
export class ListRequestsHandler implements IQueryHandler<ListRequests> {
  constructor(@Inject(ReadModels) private readonly models: ReadModels) {}

  async execute({ agencyId, page }: ListRequests): Promise<readonly RegisterEntry[]> {
    const { requests } = await this.models.agency(agencyId);
    return requests
      .filter(({ number }) => number > page.after)
      .sort((left, right) => (left.number < right.number ? -1 : 1))
      .slice(0, page.limit)
      .map(entryOf);
  }
}

/** One request with its history; who asked is masked, or gone. */
export type RequestDetails = RegisterEntry &
  Readonly<{
    applicant: MaskedApplicant | Unreadable;
    history: readonly Readonly<{
      type: string;
      occurredOn: string;
      recordedAt: string;
      actor: string;
    }>[];
  }>;

/** One request of one agency. Null when there is none of that number. */
export class GetRequest extends Query<RequestDetails | null> {
  constructor(
    readonly agencyId: string,
    readonly number: string,
  ) {
    super();
  }
}

@QueryHandler(GetRequest)
export class GetRequestHandler implements IQueryHandler<GetRequest> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(RECORDER) private readonly recorder: Recorder,
  ) {}

  async execute({ agencyId, number }: GetRequest): Promise<RequestDetails | null> {
    const { requests } = await this.models.agency(agencyId);
    const row = requests.find((known) => known.number === number);
    if (row === undefined) return null;
    const history: RequestDetails['history'][number][] = [];
    let applicant: Readonly<Record<string, unknown>> | Unreadable = {};
    for await (const recorded of this.recorder.ledger.readStream(requestStream(row))) {
      const { type, occurredOn, recordedAt, actor } = recorded;
      history.push({ type, occurredOn, recordedAt, actor });
      const opened = openSealed(this.recorder, recorded);
      if (opened === null || typeof applicant === 'string') continue;
      applicant = typeof opened === 'string' ? opened : { ...applicant, ...opened };
    }
    const shown = typeof applicant === 'string' ? applicant : masked(applicant);
    return { ...entryOf(row), applicant: shown, history };
  }
}

function entryOf(row: RegisterRow): RegisterEntry {
  return { ...row, closedOn: closureOf(row)?.on ?? null };
}
