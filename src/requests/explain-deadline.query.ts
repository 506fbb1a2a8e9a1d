import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadModels } from '../read-models/read-models.js';
import { AgencyTerms } from './agency-terms.js';
import { explainDeadline, type DeadlineExplanation } from './domain/explain-deadline.js';

/** How the due date of one request came about. Null where there is none of that number. */
export class ExplainDeadline extends Query<DeadlineExplanation | 'not-received' | null> {
  constructor(
    readonly agencyId: string,
    readonly number: string,
  ) {
    super();
  }
}

@QueryHandler(ExplainDeadline)
export class ExplainDeadlineHandler implements IQueryHandler<ExplainDeadline> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({
    agencyId,
    number,
  }: ExplainDeadline): Promise<DeadlineExplanation | 'not-received' | null> {
    const { requests } = await this.models.agency(agencyId);
    const facts = requests.find((known) => known.number === number);
    if (facts === undefined) return null;
    const { receivedOn, subject } = facts;
    // Until receipt is confirmed no period runs, and a 更正申请 has none (第41条).
    if (receivedOn === null || subject === 'record-correction') return 'not-received';
    return explainDeadline({ ...facts, receivedOn }, await this.terms.of(agencyId));
  }
}
