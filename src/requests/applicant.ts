import type { JsonObject, Refusal } from '../kernel/decider.js';
import type { Recorder } from '../ledger/decide-and-append.js';
import type { RecordedEvent } from '../ledger/ledger.js';
import { openSealed } from '../ledger/open-sealed.js';
import type { Unreadable } from '../ledger/vault/vault.js';
import { isAttachmentEvent } from './domain/attachment.facts.js';
import type { ApplicantDetails, RequestEvent } from './domain/request.events.js';
import { requestFacts, type RequestFacts } from './domain/request.facts.js';

/**
 * The particulars as corrected since, or why they are not to be had: erased (已依法删除), lost (密钥缺失) or
 * restricted (封存).
 */
export type Applicant = Partial<ApplicantDetails> | Unreadable | 'restricted';

/** Where something must be opened and the key is not there. */
export const KEY_LOST: Refusal<'request/key-lost'> = {
  refused: 'request/key-lost',
  basis: '台账规则：密钥与台账配套保管',
};

/** 销毁清单 knows of an erasure that the ledger, restored from before it, does not. */
export const ON_ERASURE_LIST: Refusal<'request/on-erasure-list'> = {
  refused: 'request/on-erasure-list',
  basis: '《个人信息保护法》第47条第1款',
};

/** What the ledger says of one request. Facts are null where there is none of that number. */
export type ReadRequest = Readonly<{
  history: readonly RecordedEvent[];
  facts: RequestFacts | null;
  applicant: Applicant;
}>;

/**
 * The one door to what a request says of persons: what was erased or restricted is never opened,
 * whatever keys lie there.
 */
export async function readRequest(recorder: Recorder, stream: string): Promise<ReadRequest> {
  const history: RecordedEvent[] = [];
  for await (const recorded of recorder.ledger.readStream(stream)) history.push(recorded);
  const facts = factsOf(history);
  return { history, facts, applicant: applicantOf(recorder, history, facts) };
}

/** What one step sealed besides the particulars. */
export type StepTexts = Readonly<{
  type: string;
  occurredOn: string;
  texts: Readonly<Record<string, string>>;
}>;

/** The words of the steps, of a request whose particulars are to be had. */
export function stepTextsOf(
  recorder: Recorder,
  { history, applicant }: ReadRequest,
): readonly StepTexts[] {
  if (typeof applicant === 'string') return [];
  return history.flatMap((recorded) => {
    const opened = openSealed(recorder, recorded);
    if (opened === null || typeof opened === 'string') return [];
    const others = Object.entries(opened).filter(([name]) => !Object.hasOwn(PARTICULARS, name));
    const texts = Object.fromEntries(others) as Record<string, string>;
    const { type, occurredOn } = recorded;
    return others.length === 0 ? [] : [{ type, occurredOn, texts }];
  });
}

/** Null where nothing is recorded. */
export function factsOf(history: readonly RecordedEvent[]): RequestFacts | null {
  return history.reduce<RequestFacts | null>(
    (before, { type, occurredOn, data }) =>
      requestFacts(before, { type, occurredOn, data } as unknown as RequestEvent),
    null,
  );
}

function applicantOf(
  recorder: Recorder,
  history: readonly RecordedEvent[],
  facts: RequestFacts | null,
): Applicant {
  if (facts !== null && facts.personalData.erasedOn !== null) return 'erased';
  if (facts?.personalData.restricted === true) return 'restricted';
  let applicant: Partial<ApplicantDetails> = {};
  for (const recorded of history) {
    // What is sealed of a file says nothing of the applicant.
    if (isAttachmentEvent(recorded)) continue;
    const opened = openSealed(recorder, recorded);
    if (typeof opened === 'string') return opened;
    applicant = { ...applicant, ...particularsIn(opened ?? {}) };
  }
  return applicant;
}

const PARTICULARS: Readonly<Record<keyof ApplicantDetails, true>> = {
  applicant: true,
  idNumber: true,
  contact: true,
  description: true,
  remarks: true,
  address: true,
  agent: true,
  coApplicants: true,
  provision: true,
};

/** Other steps seal texts of their own: what was asked of a third party is nothing of the applicant's. */
function particularsIn(opened: JsonObject): Partial<ApplicantDetails> {
  const particulars = Object.entries(opened).filter(([name]) => Object.hasOwn(PARTICULARS, name));
  return Object.fromEntries(particulars);
}
