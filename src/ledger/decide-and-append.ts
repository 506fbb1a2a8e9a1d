import {
  isRefusal,
  type Command,
  type Decider,
  type Event,
  type JsonObject,
  type Refusal,
} from '../kernel/decider.js';
import { CommandRefused } from './command-refused.js';
import { derivedId } from './derived-id.js';
import {
  BEGINNING,
  CommandIdReused,
  VersionConflict,
  type Ledger,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type Sealed,
} from './ledger.js';
import { openSealed } from './open-sealed.js';
import { canonicalText } from './plain-json.js';
import type { Turns } from './turns.js';
import type { Vault } from './vault/vault.js';

/** What deciding needs of the ledger and the vault, so that a rehearsal can stand in for both. */
export type Recorder = Readonly<{
  ledger: Pick<Ledger, 'ledgerId' | 'append' | 'readStream'>;
  vault: Pick<Vault, 'seal' | 'open'>;
  /**
   * Commands of this process to one stream are decided in the order they came: a hundred at once
   * would otherwise conflict with each other.
   */
  turns: Turns;
}>;

export type CommandMeta = Readonly<{ commandId: string; actor: string }>;

/** An intention under its name. */
export type Identified<C extends Command> = Readonly<{ command: C; commandId: string }>;

/**
 * Looks at what a stream holds before anything is decided upon it, in the same step as the append.
 * Throws when commands that the stream seems to know are not those it knows.
 */
export type Recognise = (
  history: readonly RecordedEvent[],
  open: (event: RecordedEvent) => ReturnType<typeof openSealed>,
) => void;

/** Several commands to one stream, taken in together or not at all. */
export type Batch<C extends Command> = Readonly<{
  stream: string;
  commands: readonly Identified<C>[];
  actor: string;
  /** By default a known id must come with the sealed part that it came with the first time. */
  recognise?: Recognise;
}>;

/**
 * Where the stream ends, and how many events this call added to it: none if there was nothing to
 * add.
 */
export type Decided = Readonly<{ revision: number; position: Position; events: number }>;

/** How often a command that came second is decided again, upon what the first one left. */
const RETRIES_MAX = 3;

/** No event has had a second shape yet; the first that gets one brings its upcaster. */
const SCHEMA = 1;

/**
 * Rebuilds the state, asks the decider, seals and appends what it decided: all the I/O a command
 * does. Throws {@link CommandRefused} when the law says no. The same command id again answers with
 * the first outcome, and {@link CommandIdReused} when it comes with another sealed part.
 */
export function decideAndAppend<S, C extends Command, E extends Event, R extends Refusal>(
  recorder: Recorder,
  decider: Decider<S, C, E, R>,
  stream: string,
  command: C,
  { commandId, actor }: CommandMeta,
): Promise<Decided> {
  return decideAllAndAppend(recorder, decider, {
    stream,
    commands: [{ command, commandId }],
    actor,
  });
}

/**
 * Several commands, each upon what the one before decided, appended together or not at all. Those
 * whose id the stream knows already are passed over, so a list that has grown since adds only what
 * is new.
 */
export function decideAllAndAppend<S, C extends Command, E extends Event, R extends Refusal>(
  recorder: Recorder,
  decider: Decider<S, C, E, R>,
  batch: Batch<C>,
): Promise<Decided> {
  return recorder.turns.take(batch.stream, async () => {
    for (let retries = 0; ; retries += 1) {
      try {
        return await decideOnce(recorder, decider, batch);
      } catch (error) {
        if (!(error instanceof VersionConflict) || retries === RETRIES_MAX) throw error;
      }
    }
  });
}

async function decideOnce<S, C extends Command, E extends Event, R extends Refusal>(
  recorder: Recorder,
  decider: Decider<S, C, E, R>,
  { stream, commands, actor, recognise = refuseOtherContent(commands) }: Batch<C>,
): Promise<Decided> {
  const { ledger, vault } = recorder;
  const history: RecordedEvent[] = [];
  for await (const event of ledger.readStream(stream)) history.push(event);
  recognise(history, (event) => openSealed(recorder, event));
  const known = new Map(history.map((event) => [event.eventId, event]));
  const fresh = commands.filter(({ commandId }) => !known.has(derivedId(commandId, 0)));
  const last = commands.at(-1);
  if (fresh.length === 0 && last !== undefined) return endAt(lastOf(last.commandId, known));

  const decided = decideAll(decider, history, fresh);
  if (decided.length === 0) return endAt(history.at(-1));
  const events = await Promise.all(
    decided.map((event, index) => {
      // Sealed to its place: a ciphertext moved to another event does not open there.
      const revision = history.length + index;
      const place = { ledgerId: ledger.ledgerId, stream, revision, type: event.type };
      return toNewEvent(event, (plain) => vault.seal(place, plain));
    }),
  );
  const ids = fresh.map(({ commandId }) => commandId);
  const commandId = ids.length === 1 ? String(ids[0]) : derivedId(...ids);
  const expectedRevision = history.length;
  const appended = await ledger.append({ stream, events, expectedRevision, commandId, actor });
  const { revision, position, repeated } = appended;
  // Another process sent the same command since the stream was read: look at what it really was.
  if (repeated) throw new VersionConflict(stream, expectedRevision, revision + 1);
  return { revision, position, events: events.length };
}

/**
 * What a person is called is no part of a command's id, which is in the clear for ever. So the same
 * id with another sealed part is another intention, and must not be answered as if it were done.
 */
function refuseOtherContent(commands: readonly Identified<Command>[]): Recognise {
  return (history, open) => {
    for (const { command, commandId } of commands) {
      const first = derivedId(commandId, 0);
      const before = history.find(({ eventId }) => eventId === first);
      if (before === undefined) continue;
      const opened = open(before);
      // Erased since, or its key is lost: there is nothing to compare.
      if (typeof opened === 'string') continue;
      const same = canonicalText(opened) === canonicalText(command.sealed ?? null);
      if (!same) throw new CommandIdReused(commandId);
    }
  };
}

type DecidedEvent = Event & Readonly<{ eventId: string }>;

function decideAll<S, C extends Command, E extends Event, R extends Refusal>(
  decider: Decider<S, C, E, R>,
  history: readonly RecordedEvent[],
  commands: readonly Identified<C>[],
): readonly DecidedEvent[] {
  let state = history.reduce(
    (before, event) => decider.evolve(before, factOf(event) as E),
    decider.initialState,
  );
  return commands.flatMap(({ command, commandId }) => {
    const outcome = decider.decide(command, state);
    if (isRefusal(outcome)) throw new CommandRefused(outcome, command.type);
    state = outcome.reduce(decider.evolve, state);
    return outcome.map((event, index) => ({ ...event, eventId: derivedId(commandId, index) }));
  });
}

async function toNewEvent(
  { eventId, type, occurredOn, data, sealed }: DecidedEvent,
  seal: (plain: JsonObject) => Promise<Sealed>,
): Promise<NewEvent> {
  return {
    eventId,
    type,
    schema: SCHEMA,
    occurredOn,
    data: data as JsonObject,
    sealed: sealed === undefined ? null : await seal(sealed),
  };
}

/** The last event that a command decided, by the ids that follow from the command's. */
function lastOf(
  commandId: string,
  known: ReadonlyMap<string, RecordedEvent>,
): RecordedEvent | undefined {
  let last: RecordedEvent | undefined;
  for (let index = 0; known.has(derivedId(commandId, index)); index += 1) {
    last = known.get(derivedId(commandId, index));
  }
  return last;
}

/** The clear part alone. The sealed part may be forgotten one day, and no decision may notice. */
function factOf({ type, occurredOn, data }: RecordedEvent): Event {
  return { type, occurredOn, data };
}

function endAt(last: RecordedEvent | undefined): Decided {
  return {
    revision: last?.revision ?? -1,
    position: last?.position ?? BEGINNING,
    events: 0,
  };
}
