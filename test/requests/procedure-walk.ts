import { DEFAULT_PROCEDURE_RULES } from '../../src/agencies/domain/procedure-rules.events.js';
import { isRefusal, type Refusal } from '../../src/kernel/decider.js';
import { nextDay, type LocalDate } from '../../src/kernel/local-date.js';
import { requestDecider, type RequestCommand } from '../../src/requests/domain/request.decider.js';
import type { RequestEvent } from '../../src/requests/domain/request.events.js';
import {
  closureOf,
  requestFacts,
  type RequestFacts,
} from '../../src/requests/domain/request.facts.js';
import { statusOf, type RequestStatus } from '../../src/requests/domain/request-status.js';
import { mondayToFriday } from '../support/calendar.js';
import { commandFrom, type Dice } from './procedure-dice.js';
import { codeOf, dueOf, endOf, type Code, type Life, type Verdict } from './procedure-model.js';
import { judge } from './procedure-verdict.js';

/** How often the decider and the model agreed on each step, by what they said. */
export type Agreed = Readonly<Record<string, Readonly<Record<Verdict, number>>>>;

const STATUS: Readonly<Record<Code, RequestStatus>> = {
  A0: 'awaiting-confirmation',
  A1: 'registered',
  A2: 'awaiting-supplement',
  A3: 'handling',
  A4: 'consulting-third-party',
  A5: 'consulting-organ',
  A6: 'awaiting-reasons',
  A7: 'awaiting-payment',
  A8: 'awaiting-service',
  B1: 'closed',
  B2: 'lapsed-supplement',
  B3: 'lapsed-payment',
  B4: 'ended',
  C1: 'archived',
  R1: 'redeciding',
  R2: 'awaiting-redecision-service',
  V: 'voided',
};

/** Refusals that say where a request stands; every other says what the step asks for. */
const STATES = new Set<Refusal['refused']>([
  'request/not-registered',
  'request/voided',
  'request/receipt-not-confirmed',
  'request/receipt-confirmed',
  'request/awaiting-supplement',
  'request/supplement-not-requested',
  'request/consultation-open',
  'request/no-consultation-open',
  'request/awaiting-reasons',
  'request/reasons-not-asked',
  'request/awaiting-payment',
  'request/fee-not-noticed',
  'request/already-decided',
  'request/not-decided',
  'request/already-closed',
  'request/not-closed',
  'request/redeciding',
  'request/redecision-not-ordered',
  'request/redecision-not-served',
  'request/archived',
]);

const COMMANDS_PER_SEQUENCE = 40;
const FIRST_DAY: LocalDate = '2025-03-03';
const DAYS: readonly LocalDate[] = Array.from({ length: 400 }).reduce<LocalDate[]>(
  (days) => [...days, nextDay(days.at(-1)!)],
  [FIRST_DAY],
);

const { decide } = requestDecider({ calendar: mondayToFriday, rules: DEFAULT_PROCEDURE_RULES });

/** Takes random sequences of commands; throws at the first on which the two sides differ. */
export function walk(sequences: number, seed: number): Agreed {
  const agreed: Record<string, Record<Verdict, number>> = {};
  for (let at = 0; at < sequences; at += 1) {
    const dice = diceOf(seed + at);
    let life: Life = [];
    let facts: RequestFacts | null = null;
    let day = 10;
    const taken: RequestCommand[] = [];
    for (let step = 0; step < COMMANDS_PER_SEQUENCE; step += 1) {
      if (dice(10) < 6) day += dice(7);
      const command = commandFrom(dice, life, DAYS, day);
      taken.push(command);
      const outcome = decide(command, facts);
      const [verdict, left] = judge(life, command);
      if (!isRefusal(outcome)) facts = outcome.reduce<RequestFacts | null>(requestFacts, facts);
      life = left;
      const difference = differ(verdictOf(outcome), verdict, facts, life);
      if (difference !== null) {
        const commands = taken.map((it) => JSON.stringify(it));
        const said = [`seed ${String(seed + at)}: ${difference}`, JSON.stringify(outcome)];
        throw new Error([...said, ...commands].join('\n'));
      }
      count(agreed, command, verdict);
    }
  }
  return agreed;
}

function verdictOf(outcome: readonly RequestEvent[] | Refusal): Verdict {
  if (!isRefusal(outcome)) return outcome.length === 0 ? 'nothing' : 'taken';
  return STATES.has(outcome.refused) ? 'state' : 'condition';
}

function differ(
  decided: Verdict,
  verdict: Verdict,
  facts: RequestFacts | null,
  life: Life,
): string | null {
  if (decided !== verdict) return `the decider says ${decided}, the model ${verdict}`;
  if (facts === null) return life.length === 0 ? null : 'only the model knows of the request';
  const seen = {
    status: statusOf(facts),
    end: closureOf(facts),
    // What was voided as a whole is counted no more.
    due: facts.voidedOn === null ? facts.dueOn : null,
  };
  const expected = {
    status: STATUS[codeOf(life)],
    end: endOf(life),
    due: codeOf(life) === 'V' ? null : dueOf(life),
  };
  const [one, other] = [JSON.stringify(seen), JSON.stringify(expected)];
  return one === other ? null : `the facts say ${one}, the model ${other}`;
}

function count(
  agreed: Record<string, Record<Verdict, number>>,
  { type, data }: RequestCommand,
  verdict: Verdict,
): void {
  const step = type === 'VoidEntry' ? `VoidEntry ${(data as { step: string }).step}` : type;
  agreed[step] ??= { taken: 0, nothing: 0, state: 0, condition: 0 };
  agreed[step][verdict] += 1;
}

/** Numbers from 0 below a limit, the same for a seed on every machine (mulberry32). */
function diceOf(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
