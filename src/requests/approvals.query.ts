import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../kernel/local-date.js';
import { ReadModels } from '../read-models/read-models.js';
import type { PersonalData } from './domain/personal-data.events.js';
import type { SignOff } from './domain/sign-off.events.js';

/** What waits for the head: 待批示 of replies and extensions, and 待批准 of erasures. */
export type Approvals = Readonly<{
  signOffs: readonly (SignOff & Readonly<{ number: string; dueOn: LocalDate | null }>)[];
  erasures: readonly (Readonly<{ number: string }> & NonNullable<PersonalData['proposal']>)[];
}>;

/** 送签和批示 of one request, the newest of each matter. */
export class GetSignOffs extends Query<readonly SignOff[]> {
  constructor(
    readonly agencyId: string,
    readonly number: string,
  ) {
    super();
  }
}

@QueryHandler(GetSignOffs)
export class GetSignOffsHandler implements IQueryHandler<GetSignOffs> {
  constructor(@Inject(ReadModels) private readonly models: ReadModels) {}

  async execute({ agencyId, number }: GetSignOffs): Promise<readonly SignOff[]> {
    const { signOffs } = await this.models.agency(agencyId);
    return signOffs.find((known) => known.number === number)?.matters ?? [];
  }
}

export class GetApprovals extends Query<Approvals> {
  constructor(readonly agencyId: string) {
    super();
  }
}

@QueryHandler(GetApprovals)
export class GetApprovalsHandler implements IQueryHandler<GetApprovals> {
  constructor(@Inject(ReadModels) private readonly models: ReadModels) {}

  async execute({ agencyId }: GetApprovals): Promise<Approvals> {
    const { requests, signOffs } = await this.models.agency(agencyId);
    const byNumber = new Map(requests.map((request) => [request.number, request]));
    const waiting = signOffs.flatMap(({ number, matters }) => {
      const request = byNumber.get(number);
      // What ended without waiting for the answer needs none any more.
      if (request?.decidedOn !== null || request.withdrawnOn !== null) {
        return [];
      }
      const { dueOn } = request;
      return matters
        .filter(({ answer }) => answer === null)
        .map((matter) => ({ ...matter, number, dueOn }));
    });
    const erasures = requests.flatMap(({ number, personalData: { proposal, erasedOn } }) =>
      proposal === null || erasedOn !== null ? [] : [{ number, ...proposal }],
    );
    return { signOffs: waiting.toSorted(byDue), erasures };
  }
}

type Due = Readonly<{ dueOn: LocalDate | null }>;

function byDue({ dueOn: one }: Due, { dueOn: other }: Due): number {
  const [left, right] = [one ?? '9999', other ?? '9999'];
  return left < right ? -1 : Number(left > right);
}
