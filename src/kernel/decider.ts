import type { LocalDate } from './local-date.js';

/** What may stand in an event: plain JSON, so that it survives any store and any decade. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json | undefined };

/**
 * A fact that has happened. It is appended once and never edited.
 *
 * `data` is the clear part: everything the statutory tables and the deadlines need, and no person's
 * name. `sealed` is the part that says who: it is encrypted before it reaches the ledger and can be
 * forgotten, so no decision and no figure may depend on it.
 */
export type Event<
  Type extends string = string,
  Data extends object = object,
  Sealed extends object = Readonly<Record<string, string>>,
> = Readonly<{
  type: Type;
  /**
   * The legal date of the fact, as the clerk stated it; each event type says which date that is.
   */
  occurredOn: LocalDate;
  data: Readonly<Data>;
  sealed?: Readonly<Sealed>;
}>;

/** What somebody wants to happen. `today`, in Shanghai, is handed in: the core has no clock. */
export type Command<
  Type extends string = string,
  Data extends object = object,
  Sealed extends object = Readonly<Record<string, string>>,
> = Readonly<{ type: Type; data: Readonly<Data>; sealed?: Readonly<Sealed>; today: LocalDate }>;

/** A lawful "no": a stable code, and the article or the rule of the ledger that it rests on. */
export type Refusal<Code extends string = string> = Readonly<{
  refused: Code;
  basis: string;
  /** Figures and dates that make the refusal plain, for the sentence shown to people. */
  facts?: Readonly<Record<string, string | number>>;
}>;

/**
 * The whole of a slice's law: `decide` weighs a command against the state and answers with new
 * facts, or with a refusal; `evolve` folds one fact into the state and never refuses, because what
 * was accepted stays accepted.
 */
export type Decider<State, C extends Command, E extends Event, R extends Refusal> = Readonly<{
  initialState: State;
  decide: (command: C, state: State) => readonly E[] | R;
  evolve: (state: State, event: E) => State;
}>;

export function isRefusal<R extends Refusal>(outcome: readonly Event[] | R): outcome is R {
  return !Array.isArray(outcome);
}

/**
 * Thrown by a fold that meets facts in an impossible order. A wrong register is worse than a
 * stopped one.
 */
export class CorruptStream extends Error {
  override readonly name = 'CorruptStream';
}

/** Makes a forgotten variant a compile error, and an unknown one from an old file a loud stop. */
export function unreachable(value: never): never {
  throw new CorruptStream(`no rule for ${JSON.stringify(value)}`);
}

/** Stops the program where its own figures contradict each other. */
export function assert(holds: boolean, invariant: string): asserts holds {
  if (!holds) throw new BrokenInvariant(invariant);
}

export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}
