import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Recorder } from '../ledger/decide-and-append.js';
import { RECORDER, VAULT } from '../ledger/tokens.js';
import type { Vault } from '../ledger/vault/vault.js';
import { readRequest, type Applicant, type ReadRequest } from './applicant.js';
import { PERSON_MARKS, type PersonMark } from './domain/person-marks.js';
import {
  bySureness,
  comparingWith,
  countsOf,
  isLikelyDuplicate,
  isSameApplicant,
  type ApplicantCounts,
  type Counted,
  type Likeness,
} from './domain/repeated-requests.rules.js';
import type { RequestKey } from './domain/request-key.js';
import { statusOf, type RequestStatus } from './domain/request-status.js';
import type { ApplicantDetails, Outcome } from './domain/request.events.js';
import { closureOf, type RequestFacts } from './domain/request.facts.js';
import { requestStream } from './request-stream.js';

/** 疑似重复申请: an earlier or later request, its answer, and why it is shown. Never the particulars. */
export type LikelyDuplicate = Readonly<{
  /** 登记编号. */
  number: string;
  /** Null while its receipt is not confirmed. */
  receivedOn: string | null;
  status: RequestStatus;
  outcome: Outcome | null;
  /** The day of the answer, and its 文号. */
  decidedOn: string | null;
  documentNumber: string | null;
  closedOn: string | null;
  agreeing: Likeness['agreeing'];
  /** Whole percent; null where it was not opened. */
  similarity: Likeness['similarity'] | null;
  sameDocument: Likeness['sameDocument'];
  /** Why it was not opened, so that what agrees is what the index says; null where it was. */
  unread: Unread | null;
}>;

export type Unread = Exclude<Applicant, object>;

/** The surest ones, and how many there are in all. */
export type LikelyDuplicates = Readonly<{
  duplicates: readonly LikelyDuplicate[];
  duplicatesFound: number;
}>;

/** Counts of the applicant; those that could not be read are not among them. */
export type Counts = ApplicantCounts & Readonly<{ unread: number }>;

/** A longer list helps nobody; the counts say how many there were. */
const LISTED_MAX = 20;

/** Some milliseconds of reading; then others are answered too. */
const READ_AT_ONCE = 100;

/** One that has a mark of the person in the index. */
type Candidate = ReadRequest & Readonly<{ facts: RequestFacts; named: readonly PersonMark[] }>;
type Particulars = Partial<ApplicantDetails>;

/** Looks for what the same person asked of the same agency before. */
@Injectable()
export class RepeatedRequests {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  /** For a request that is registered or about to be. */
  async duplicatesOf(key: RequestKey, particulars: Particulars): Promise<LikelyDuplicates> {
    return duplicatesAmong(await this.candidates(key, particulars), particulars);
  }

  async duplicatesAndCounts(
    facts: RequestFacts,
    particulars: Particulars,
  ): Promise<LikelyDuplicates & Readonly<{ counts: Counts | null }>> {
    const candidates = await this.candidates(facts, particulars);
    const counts = countsAmong(candidates, facts, particulars);
    return { ...duplicatesAmong(candidates, particulars), counts };
  }

  /** The index says where to look; what is sealed there decides. */
  private async candidates(
    key: RequestKey,
    particulars: Particulars,
  ): Promise<readonly Candidate[]> {
    const own = requestStream(key);
    const ofAgency = requestStream({ ...key, number: '' });
    const named = new Map<string, PersonMark[]>();
    for (const mark of PERSON_MARKS) {
      for (const stream of this.vault.streamsNaming(mark, particulars[mark] ?? '')) {
        if (stream === own || !stream.startsWith(ofAgency)) continue;
        named.set(stream, [...(named.get(stream) ?? []), mark]);
      }
    }
    const candidates: Candidate[] = [];
    for (const [stream, marks] of named) {
      if (candidates.length % READ_AT_ONCE === READ_AT_ONCE - 1) await nextTurn();
      const read = await readRequest(this.recorder, stream);
      const { facts } = read;
      if (facts === null || requestStream(facts) !== stream || facts.voidedOn !== null) continue;
      candidates.push({ ...read, facts, named: marks });
    }
    return candidates;
  }
}

function duplicatesAmong(
  candidates: readonly Candidate[],
  particulars: Particulars,
): LikelyDuplicates {
  const likenessTo = comparingWith(particulars);
  const found = candidates.flatMap((candidate): readonly LikelyDuplicate[] => {
    const { applicant, facts, named } = candidate;
    const { number, receivedOn, outcome, decidedOn, documentNumber } = facts;
    const [status, closedOn] = [statusOf(facts), closureOf(facts)?.on ?? null];
    const known = { number, receivedOn, status, outcome, decidedOn, documentNumber, closedOn };
    if (typeof applicant === 'string') {
      const unseen = { agreeing: named, similarity: null, sameDocument: false };
      return [{ ...known, ...unseen, unread: applicant }];
    }
    const likeness = likenessTo(applicant);
    return isLikelyDuplicate(likeness) ? [{ ...known, ...likeness, unread: null }] : [];
  });
  const surest = found.sort(
    (one, other) =>
      bySureness(one, other) ||
      ascending(other.receivedOn ?? '', one.receivedOn ?? '') ||
      ascending(one.number, other.number),
  );
  return { duplicates: surest.slice(0, LISTED_MAX), duplicatesFound: found.length };
}

function ascending(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Null where the request is none, or is not received yet: it falls into no month. */
function countsAmong(
  candidates: readonly Candidate[],
  own: RequestFacts,
  particulars: Particulars,
): Counts | null {
  const one = own.voidedOn === null ? counted(own) : null;
  if (one === null) return null;
  const year = one.receivedOn.slice(0, 'YYYY'.length);
  const inYear = candidates.filter(({ facts }) => facts.receivedOn?.startsWith(year) === true);
  const same = inYear.filter(
    ({ applicant }) => typeof applicant === 'object' && isSameApplicant(particulars, applicant),
  );
  const unread = inYear.filter(
    ({ applicant, named }) => typeof applicant === 'string' && isNamedAsSame(named),
  );
  const others = same.flatMap(({ facts }) => counted(facts) ?? []);
  return { ...countsOf(one, others), unread: unread.length };
}

function counted({ number, receivedOn, handling: { fee } }: RequestFacts): Counted | null {
  if (receivedOn === null) return null;
  return { number, receivedOn, noticed: fee?.method === 'per-item' ? fee.amount : 0 };
}

/** As {@link isSameApplicant}, by what the index says. */
function isNamedAsSame(named: readonly PersonMark[]): boolean {
  return named.includes('idNumber') || (named.includes('applicant') && named.includes('contact'));
}
