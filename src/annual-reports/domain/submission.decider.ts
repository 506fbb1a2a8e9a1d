import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import { lastDayOf, type LocalDate } from '../../kernel/local-date.js';
import type { CheckId } from './checks.events.js';
import {
  NEVER_SUBMITTED,
  standing,
  submissionFacts,
  type HandedIn,
  type ReportReceived,
  type ReportReturned,
  type ReportSubmitted,
  type Submission,
  type SubmissionEvent,
  type SubmissionFacts,
} from './submission.events.js';

/**
 * 向上级报送: the newest closed edition or the newest roll-up on record, as the caller read it;
 * `openErrors` are the checks that find an error in the roll-up for which nobody answers.
 */
export type SubmitReport = Command<
  'SubmitReport',
  ReportSubmitted['data'] & { submittedOn: LocalDate; openErrors: readonly CheckId[] }
>;

/** 收下级报告. */
export type ReceiveReport = Command<
  'ReceiveReport',
  ReportReceived['data'] & { receivedOn: LocalDate }
>;

/** 退回下级报告. */
export type ReturnReport = Command<
  'ReturnReport',
  ReportReturned['data'] & { returnedOn: LocalDate }
>;

export type SubmissionCommand = SubmitReport | ReceiveReport | ReturnReport;

export type SubmissionRefusal = Refusal<
  | 'submission/year-not-over'
  | 'submission/date-in-future'
  | 'submission/already-submitted'
  | 'submission/errors-open'
  | 'submission/wrong-year'
  | 'submission/too-long'
  | 'submission/nothing-to-return'
  | 'submission/return-reason-missing'
  | 'submission/returned-before-submitted'
>;

const BASIS = '《条例》第49条';

export const submissionDecider: Decider<
  SubmissionFacts,
  SubmissionCommand,
  SubmissionEvent,
  SubmissionRefusal
> = { initialState: NEVER_SUBMITTED, decide, evolve: submissionFacts };

function decide(
  command: SubmissionCommand,
  state: SubmissionFacts,
): readonly SubmissionEvent[] | SubmissionRefusal {
  const { data, today } = command;
  const { year } = data;
  if (lastDayOf(year) >= today) {
    return { refused: 'submission/year-not-over', basis: BASIS, facts: { year, today } };
  }
  switch (command.type) {
    case 'SubmitReport':
      return submit(command, state);
    case 'ReceiveReport':
      return receive(command, state);
    case 'ReturnReport':
      return giveBack(command, state);
    default:
      return unreachable(command);
  }
}

function submit(
  { data, today }: SubmitReport,
  state: SubmissionFacts,
): readonly ReportSubmitted[] | SubmissionRefusal {
  const { submittedOn, openErrors, ...submitted } = data;
  if (openErrors.length > 0) {
    const facts = { year: data.year, checks: openErrors.join('、') };
    return { refused: 'submission/errors-open', basis: BASIS, facts };
  }
  const refusal = notAhead(submittedOn, today) ?? again(state, isSame(submitted));
  return refusal ?? [{ type: 'ReportSubmitted', occurredOn: submittedOn, data: submitted }];
}

/** An edition is told by its number: a 更正版 may have other words and the same figures. */
function isSame(submitted: HandedIn): (report: Submission['report']) => boolean {
  return (report) => {
    if ('edition' in submitted) return 'edition' in report && report.edition === submitted.edition;
    return 'rollUp' in report && report.digest === submitted.digest;
  };
}

/** Each character of the words takes three bytes, and one event has half a million at most. */
const CHARACTERS_MAX = 120_000;

function receive(
  { data, today }: ReceiveReport,
  state: SubmissionFacts,
): readonly ReportReceived[] | SubmissionRefusal {
  const { receivedOn, ...received } = data;
  const { year, statedYear, words, source } = received;
  if (statedYear !== null && statedYear !== year) {
    return { refused: 'submission/wrong-year', basis: BASIS, facts: { year, stated: statedYear } };
  }
  const characters = JSON.stringify(words).length;
  if (characters > CHARACTERS_MAX) {
    const facts = { characters, max: CHARACTERS_MAX };
    return { refused: 'submission/too-long', basis: BASIS, facts };
  }
  const same = again(
    state,
    (report) => 'source' in report && report.source.sha256 === source.sha256,
  );
  const refusal = notAhead(receivedOn, today) ?? same;
  return refusal ?? [{ type: 'ReportReceived', occurredOn: receivedOn, data: received }];
}

function giveBack(
  { data, today }: ReturnReport,
  state: SubmissionFacts,
): readonly ReportReturned[] | SubmissionRefusal {
  const { returnedOn, ...returned } = data;
  const handedIn = standing(state);
  if (handedIn === null) {
    return {
      refused: 'submission/nothing-to-return',
      basis: BASIS,
      facts: { year: returned.year },
    };
  }
  if (returned.reason.trim() === '') {
    return { refused: 'submission/return-reason-missing', basis: BASIS };
  }
  if (returnedOn < handedIn.on) {
    const facts = { on: returnedOn, submittedOn: handedIn.on };
    return { refused: 'submission/returned-before-submitted', basis: BASIS, facts };
  }
  const refusal = notAhead(returnedOn, today);
  return refusal ?? [{ type: 'ReportReturned', occurredOn: returnedOn, data: returned }];
}

/** The very same once more says nothing new, unless it was sent back in between. */
function again(
  state: SubmissionFacts,
  isThis: (report: Submission['report']) => boolean,
): SubmissionRefusal | null {
  const handedIn = standing(state);
  if (handedIn === null || !isThis(handedIn.report)) return null;
  return { refused: 'submission/already-submitted', basis: BASIS, facts: { on: handedIn.on } };
}

function notAhead(on: LocalDate, today: LocalDate): SubmissionRefusal | null {
  if (on <= today) return null;
  return { refused: 'submission/date-in-future', basis: BASIS, facts: { on, today } };
}
