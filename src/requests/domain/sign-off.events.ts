import type { Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { RequestKey } from './request-key.js';
import type { Outcome } from './request.events.js';

/** What the head is asked to agree to. */
export const SIGN_OFF_MATTERS = [
  'reply', // 答复 (第36条)
  'extension', // 延长答复期限 (第33条: 经政府信息公开工作机构负责人同意)
] as const;
export type SignOffMatter = (typeof SIGN_OFF_MATTERS)[number];

/** What is proposed: the result of the reply, or by how many working days the period is extended. */
type Proposed = Readonly<{ outcome?: Outcome; workingDays?: number }>;

/** 已送签; `occurredOn` is that day. `by` is who asks, by the name the office uses. */
export type SignOffSought = Event<
  'SignOffSought',
  RequestKey & Proposed & { matter: SignOffMatter; by: string; reason: string }
>;

/** 已批示; `occurredOn` is that day. */
export type SignOffAnswered = Event<
  'SignOffAnswered',
  RequestKey & {
    matter: SignOffMatter;
    opinion: 'agrees' | 'objects';
    by: string;
    /** Needed where the head objects. */
    reason?: string;
  }
>;

/** 已撤回送签; `occurredOn` is that day. */
export type SignOffTakenBack = Event<
  'SignOffTakenBack',
  RequestKey & { matter: SignOffMatter; by: string }
>;

export type SignOffEvent = SignOffSought | SignOffAnswered | SignOffTakenBack;

/** One matter that was put before the head. */
export type SignOff = Proposed &
  Readonly<{
    matter: SignOffMatter;
    soughtOn: LocalDate;
    soughtBy: string;
    reason: string;
    answer: Readonly<{
      opinion: SignOffAnswered['data']['opinion'];
      by: string;
      on: LocalDate;
      reason?: string;
    }> | null;
  }>;

/** The newest of each matter of one request. */
export type SignOffFacts = RequestKey & Readonly<{ matters: readonly SignOff[] }>;

export function signOffFacts(facts: SignOffFacts | null, event: SignOffEvent): SignOffFacts {
  const { agencyId, number, matter } = event.data;
  const matters = facts?.matters ?? [];
  const others = matters.filter((known) => known.matter !== matter);
  const left = (newest: readonly SignOff[]): SignOffFacts => ({
    agencyId,
    number,
    matters: [...others, ...newest],
  });
  switch (event.type) {
    case 'SignOffSought': {
      const { by: soughtBy, agencyId: _agency, number: _number, ...proposed } = event.data;
      return left([{ ...proposed, soughtBy, soughtOn: event.occurredOn, answer: null }]);
    }
    case 'SignOffAnswered': {
      const { opinion, by, reason } = event.data;
      const why = reason === undefined ? {} : { reason };
      const answer = { opinion, by, on: event.occurredOn, ...why };
      const asked = matters.filter((known) => known.matter === matter);
      return left(asked.map((known) => ({ ...known, answer })));
    }
    case 'SignOffTakenBack':
      return left([]);
  }
}
