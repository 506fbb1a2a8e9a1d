import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import { sameName, unstated } from './personal-data.rules.js';
import {
  signOffFacts,
  type SignOff,
  type SignOffAnswered,
  type SignOffEvent,
  type SignOffFacts,
  type SignOffSought,
  type SignOffTakenBack,
} from './sign-off.events.js';

/** 送签. `open` is what the ledger says of the request: registered, and not decided yet. */
export type SeekSignOff = Command<'SeekSignOff', SignOffSought['data'] & { open: boolean }>;

/** 批示. */
export type AnswerSignOff = Command<'AnswerSignOff', SignOffAnswered['data']>;

/** 撤回送签. */
export type TakeBackSignOff = Command<'TakeBackSignOff', SignOffTakenBack['data']>;

export type SignOffCommand = SeekSignOff | AnswerSignOff | TakeBackSignOff;

export type SignOffRefusal = Refusal<
  | 'sign-off/request-not-open'
  | 'sign-off/incomplete'
  | 'sign-off/already-sought'
  | 'sign-off/not-sought'
  | 'sign-off/same-person'
  | 'sign-off/reason-missing'
  | 'request/person-missing'
  | 'request/purpose-missing'
  | 'request/personal-data-in-clear'
>;

/** What each matter rests on. */
const BASIS = { reply: '《条例》第36条', extension: '《条例》第33条' } as const;
const TWO_PERSONS = '台账规则：送签和批示是两个人的事';

/** 送签、批示: one matter of a request at a time, answered by somebody else than who asked. */
export const signOffDecider: Decider<
  SignOffFacts | null,
  SignOffCommand,
  SignOffEvent,
  SignOffRefusal
> = { initialState: null, decide, evolve: signOffFacts };

function decide(
  command: SignOffCommand,
  state: SignOffFacts | null,
): readonly SignOffEvent[] | SignOffRefusal {
  const { data, today: occurredOn } = command;
  const refusal = unstated(data.by, 'reason' in data ? data.reason : undefined);
  if (refusal !== null) return refusal;
  const known = state?.matters.find(({ matter }) => matter === data.matter);
  const pending = known?.answer === null ? known : null;
  switch (command.type) {
    case 'SeekSignOff': {
      const { open: _open, ...sought } = command.data;
      return seekRefusal(command, pending) ?? [{ type: 'SignOffSought', occurredOn, data: sought }];
    }
    case 'AnswerSignOff': {
      const refused = answerRefusal(command, pending);
      return refused ?? [{ type: 'SignOffAnswered', occurredOn, data: command.data }];
    }
    case 'TakeBackSignOff':
      if (pending === null) return notSought(command);
      return [{ type: 'SignOffTakenBack', occurredOn, data: command.data }];
    default:
      return unreachable(command);
  }
}

function seekRefusal({ data }: SeekSignOff, pending: SignOff | null): SignOffRefusal | null {
  const { matter, outcome, workingDays, open } = data;
  const basis = BASIS[matter];
  if (!open) return { refused: 'sign-off/request-not-open', basis };
  const wanted = matter === 'reply' ? [outcome, workingDays] : [workingDays, outcome];
  if (wanted[0] === undefined || wanted[1] !== undefined) {
    return { refused: 'sign-off/incomplete', basis };
  }
  if (pending === null) return null;
  return { refused: 'sign-off/already-sought', basis, facts: { on: pending.soughtOn } };
}

function answerRefusal(command: AnswerSignOff, pending: SignOff | null): SignOffRefusal | null {
  if (pending === null) return notSought(command);
  const { by, opinion, reason } = command.data;
  if (sameName(by, pending.soughtBy)) return samePerson(by);
  if (opinion === 'agrees' || reason !== undefined) return null;
  return { refused: 'sign-off/reason-missing', basis: BASIS[command.data.matter] };
}

export function samePerson(by: string): SignOffRefusal {
  return { refused: 'sign-off/same-person', basis: TWO_PERSONS, facts: { by } };
}

function notSought({ data }: AnswerSignOff | TakeBackSignOff): SignOffRefusal {
  return { refused: 'sign-off/not-sought', basis: BASIS[data.matter] };
}
