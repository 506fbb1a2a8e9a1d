import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Recorder } from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { readRequest } from './applicant.js';
import {
  RepeatedRequests,
  type Counts,
  type LikelyDuplicates,
  type Unread,
} from './repeated-requests.js';
import { requestStream } from './request-stream.js';

/** 疑似重复申请 and 同一申请人的件数 of one request. */
export type Repeats = LikelyDuplicates &
  Readonly<{
    /** 登记编号. */
    number: string;
    /** Why nothing could be compared: the request itself may not, or cannot, be opened. */
    unread: Unread | null;
    /** Null where it was not opened, was voided, or is not received yet. */
    counts: Counts | null;
  }>;

/** Null when there is no request of that number. */
export class GetDuplicates extends Query<Repeats | null> {
  constructor(
    readonly agencyId: string,
    readonly number: string,
  ) {
    super();
  }
}

@QueryHandler(GetDuplicates)
export class GetDuplicatesHandler implements IQueryHandler<GetDuplicates> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(RepeatedRequests) private readonly repeated: RepeatedRequests,
  ) {}

  async execute({ agencyId, number }: GetDuplicates): Promise<Repeats | null> {
    const { facts, applicant } = await readRequest(
      this.recorder,
      requestStream({ agencyId, number }),
    );
    if (facts === null) return null;
    if (typeof applicant === 'string') {
      return { number, unread: applicant, duplicates: [], duplicatesFound: 0, counts: null };
    }
    const found = await this.repeated.duplicatesAndCounts(facts, applicant);
    return { number, unread: null, ...found };
  }
}
