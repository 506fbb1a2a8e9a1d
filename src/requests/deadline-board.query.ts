import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../kernel/local-date.js';
import { ReadModels } from '../read-models/read-models.js';
import { AgencyTerms } from './agency-terms.js';
import { deadlineBoard, type DeadlineBoard } from './domain/deadline-board.js';

/** 期限看板 of one agency; with a handler, of that one alone. */
export class GetDeadlineBoard extends Query<DeadlineBoard> {
  constructor(
    readonly agencyId: string,
    readonly asked: Readonly<{ today: LocalDate; within: number; handler?: string }>,
  ) {
    super();
  }
}

@QueryHandler(GetDeadlineBoard)
export class GetDeadlineBoardHandler implements IQueryHandler<GetDeadlineBoard> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ agencyId, asked }: GetDeadlineBoard): Promise<DeadlineBoard> {
    const { requests } = await this.models.agency(agencyId);
    const { calendar } = await this.terms.of(agencyId);
    return deadlineBoard(requests, calendar, asked);
  }
}
