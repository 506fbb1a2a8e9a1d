import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../kernel/local-date.js';
import { ReadModels } from '../read-models/read-models.js';
import { AgencyTerms } from './agency-terms.js';
import {
  todayOf,
  workList,
  type Today,
  type WorkList,
  type WorkWanted,
} from './domain/work-list.js';

/** One page of 依申请公开工作台账, as the desk works through it. */
export class GetWorkList extends Query<WorkList> {
  constructor(
    readonly agencyId: string,
    readonly today: LocalDate,
    readonly wanted: WorkWanted,
  ) {
    super();
  }
}

@QueryHandler(GetWorkList)
export class GetWorkListHandler implements IQueryHandler<GetWorkList> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ agencyId, today, wanted }: GetWorkList): Promise<WorkList> {
    const { requests } = await this.models.agency(agencyId);
    const { calendar } = await this.terms.of(agencyId);
    return workList(requests, calendar, today, wanted);
  }
}

/** 今日: what is due, what came in, what waits on others. */
export class GetToday extends Query<Today> {
  constructor(
    readonly agencyId: string,
    readonly today: LocalDate,
    readonly handler?: string,
  ) {
    super();
  }
}

@QueryHandler(GetToday)
export class GetTodayHandler implements IQueryHandler<GetToday> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ agencyId, today, handler }: GetToday): Promise<Today> {
    const { requests } = await this.models.agency(agencyId);
    const { calendar } = await this.terms.of(agencyId);
    return todayOf(requests, calendar, today, handler);
  }
}
