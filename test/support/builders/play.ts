import { agencyDecider, type AgencyCommand } from '../../../src/agencies/domain/agency.decider.js';
import {
  annualReportDecider,
  type AnnualReportCommand,
} from '../../../src/annual-reports/domain/annual-report.decider.js';
import {
  rollUpDecider,
  type RollUpReports,
} from '../../../src/annual-reports/domain/roll-up.decider.js';
import {
  submissionDecider,
  type SubmissionCommand,
} from '../../../src/annual-reports/domain/submission.decider.js';
import { appealDecider, type AppealCommand } from '../../../src/appeals/domain/appeal.decider.js';
import {
  isRefusal,
  type Command,
  type Decider,
  type Event,
  type Refusal,
} from '../../../src/kernel/decider.js';
import { stateCouncilCalendar } from '../../../src/calendar/state-council-calendar.js';
import { countDecider, type CountCommand } from '../../../src/publications/domain/count.decider.js';
import {
  documentDecider,
  type DocumentCommand,
} from '../../../src/publications/domain/document.decider.js';
import type { LedgerEvent } from '../../../src/read-models/recorded-events.js';
import {
  requestDecider,
  type RequestCommand,
} from '../../../src/requests/domain/request.decider.js';
import {
  signOffDecider,
  type SignOffCommand,
} from '../../../src/requests/domain/sign-off.decider.js';
import { defaultTerms, mondayToFriday } from '../calendar.js';

export type AnyCommand =
  | AgencyCommand
  | AnnualReportCommand
  | AppealCommand
  | CountCommand
  | DocumentCommand
  | RequestCommand
  | SignOffCommand
  | SubmissionCommand
  | RollUpReports;

export type Played = Readonly<{ events: readonly LedgerEvent[]; refused: readonly string[] }>;

/** Puts every command to its own decider, upon the history of its own stream. */
export function play(asked: readonly AnyCommand[]): Played {
  const states = new Map<string, unknown>();
  const events: LedgerEvent[] = [];
  const refused: string[] = [];
  for (const command of asked) {
    const { decider, stream } = routeOf(command);
    const state = states.has(stream) ? states.get(stream) : decider.initialState;
    const outcome = decider.decide(command, state);
    if (isRefusal(outcome)) {
      refused.push(outcome.refused);
      continue;
    }
    events.push(...(outcome as unknown as LedgerEvent[]));
    states.set(
      stream,
      outcome.reduce((before, event) => decider.evolve(before, event), state),
    );
  }
  return { events, refused };
}

type Route = Readonly<{ decider: Decider<unknown, Command, Event, Refusal>; stream: string }>;

/** One stream each: a request, a case, a document, a year of counts, a report, an agency. */
function routeOf({ type, data }: AnyCommand): Route {
  const { agencyId: agency } = data;
  const route = <S, C extends Command, E extends Event, R extends Refusal>(
    decider: Decider<S, C, E, R>,
    ...within: readonly unknown[]
  ): Route => ({
    decider: decider as unknown as Route['decider'],
    stream: JSON.stringify([agency, ...within]),
  });
  if (type === 'RollUpReports') return route(rollUpDecider, 'sum', data.year);
  if (type === 'SubmitReport' || type === 'ReceiveReport' || type === 'ReturnReport') {
    return route(submissionDecider, 'submission', data.year);
  }
  if (
    'year' in data &&
    (type === 'CloseYear' || type === 'OverrideCheck' || type.endsWith('Report'))
  ) {
    return route(annualReportDecider, 'report', data.year);
  }
  if (type === 'SeekSignOff' || type === 'AnswerSignOff' || type === 'TakeBackSignOff') {
    return route(signOffDecider, 's', data.number);
  }
  if ('number' in data) {
    // A deadline is worked out again because the calendar is another one.
    const calendar = type === 'RecomputeDeadline' ? mondayToFriday : stateCouncilCalendar;
    return route(requestDecider(defaultTerms(calendar)), 'r', data.number);
  }
  if ('caseNumber' in data) return route(appealDecider, 'c', data.caseNumber);
  if ('documentNumber' in data) return route(documentDecider, 'd', data.documentNumber);
  if ('month' in data) return route(countDecider, 'm', data.month.slice(0, 4));
  return route(agencyDecider, 'agency');
}
