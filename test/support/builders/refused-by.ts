import {
  isRefusal,
  type Command,
  type Decider,
  type Event,
  type Refusal,
} from '../../../src/kernel/decider.js';

/** Runs a command upon a history and answers with the refusal it meets. */
export function refusedBy<S, C extends Command, E extends Event, R extends Refusal>(
  decider: Decider<S, C, E, R>,
): (command: C, ...history: readonly E[]) => R {
  return (command, ...history) => {
    const state = history.reduce((s: S, event) => decider.evolve(s, event), decider.initialState);
    const outcome = decider.decide(command, state);
    if (!isRefusal(outcome)) throw new Error(`${command.type} was not refused`);
    return outcome;
  };
}
