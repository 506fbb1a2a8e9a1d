import type { Command, Decider, Event, Refusal } from '../../src/kernel/decider.js';

type Facts = NonNullable<Refusal['facts']>;

/**
 * What came of a command. Every comparison is exact: no more events, no other fields, no missing
 * ones.
 */
type Outcome<E extends Event, R extends Refusal> = Readonly<{
  then: (...events: readonly E[]) => void;
  thenNothing: () => void;
  /** The code, all the facts that the sentence for people will need, and what it rests on. */
  thenRefused: (code: R['refused'], facts?: Facts, basis?: string) => void;
}>;

type Given<C extends Command, E extends Event, R extends Refusal> = Readonly<{
  when: (command: C) => Outcome<E, R>;
}>;

/** A refusal rests on the law, on the form or on a rule of the ledger, and says which. */
const BASIS = /^(?:《条例》第|《个人信息保护法》第|国办(?:公开办)?函〔|年度报告格式|台账规则：)/;

/** given(history).when(command).then(events): the language of every decider's spec. */
export function specification<S, C extends Command, E extends Event, R extends Refusal>(
  decider: Decider<S, C, E, R>,
): (...history: readonly E[]) => Given<C, E, R> {
  return (...history) => ({
    when: (command) => {
      const state = history.reduce(
        (before, event) => decider.evolve(before, event),
        decider.initialState,
      );
      const outcome = decider.decide(command, state);
      return {
        then: (...events) => expect(outcome).toStrictEqual(events),
        thenNothing: () => expect(outcome).toStrictEqual([]),
        thenRefused: (code, facts, basis) => {
          const given = facts === undefined ? {} : { facts };
          const rests: unknown = basis ?? expect.stringMatching(BASIS);
          expect(outcome).toStrictEqual({ refused: code, basis: rests, ...given });
        },
      };
    },
  });
}
