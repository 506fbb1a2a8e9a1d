import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadModels } from '../read-models/read-models.js';
import type { IssuedLetter, LetterKind } from './domain/letter.events.js';
import { lettersFor } from './domain/letters-for.js';
import { REQUEST_DESK, type RequestDesk } from './request-desk.js';

/** The documents of one request: issued ones in order, and the kinds that may be issued now. */
export type LettersOfRequest = Readonly<{
  issued: readonly IssuedLetter[];
  issuable: readonly LetterKind[];
}>;

/** 一件申请的文书. */
export class ListLetters extends Query<LettersOfRequest> {
  constructor(
    readonly agencyId: string,
    readonly number: string,
  ) {
    super();
  }
}

@QueryHandler(ListLetters)
export class ListLettersHandler implements IQueryHandler<ListLetters> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(REQUEST_DESK) private readonly desk: RequestDesk,
  ) {}

  async execute({ agencyId, number }: ListLetters): Promise<LettersOfRequest> {
    const { letters } = await this.models.agency(agencyId);
    const facts = await this.desk.facts({ agencyId, number });
    const issued = letters
      .filter(({ requestNumber }) => requestNumber === number)
      .sort((one, other) => one.year - other.year || one.serial - other.serial);
    return { issued, issuable: lettersFor(facts) };
  }
}
