import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { RegisterRow } from '../../projections/request-register.projection.js';
import type { JsonObject } from '../kernel/decider.js';
import type { Recorder } from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { readRequest, type Applicant } from './applicant.js';
import { closureOf } from './domain/request.facts.js';
import { statusOf, type RequestStatus } from './domain/request-status.js';
import { masked, type MaskedApplicant } from './masked-applicant.js';
import { requestStream } from './request-stream.js';

/** One line of 依申请公开工作台账, without the applicant. */
export type RegisterEntry = RegisterRow &
  Readonly<{ status: RequestStatus; closedOn: string | null }>;

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

/** One request with its history; who asked is masked, or not to be had. */
export type RequestDetails = RegisterEntry &
  Readonly<{
    applicant: MaskedApplicant | Exclude<Applicant, object>;
    history: readonly Readonly<{
      type: string;
      occurredOn: string;
      recordedAt: string;
      actor: string;
      /** Who dealt with the personal data and what for, or who reviewed. */
      by?: string;
      why?: string;
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
    const { history: recorded, applicant } = await readRequest(this.recorder, requestStream(row));
    const history = recorded.map(({ type, occurredOn, recordedAt, actor, data }) => {
      // There `by` is no person but 复议机关 or 法院.
      const stated = type === 'RedecisionOrdered' ? {} : statedIn(data);
      return { type, occurredOn, recordedAt, actor, ...stated };
    });
    const shown = typeof applicant === 'string' ? applicant : masked(applicant);
    return { ...entryOf(row), applicant: shown, history };
  }
}

function entryOf(row: RegisterRow): RegisterEntry {
  return { ...row, status: statusOf(row), closedOn: closureOf(row)?.on ?? null };
}

function statedIn({ by, purpose, reason }: JsonObject): { by?: string; why?: string } {
  const why = purpose ?? reason;
  return {
    ...(typeof by === 'string' ? { by } : {}),
    ...(typeof why === 'string' ? { why } : {}),
  };
}
