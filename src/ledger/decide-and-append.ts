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
  VersionConflict,
  type Appended,
  type Ledger,
  type NewEvent,
  type RecordedEvent,
  type Sealed,
} from './ledger.js';
import type { Vault } from './vault/vault.js';

/** What deciding needs of the ledger and the vault, so that a rehearsal can stand in for both. */
export type Recorder = Readonly<{
  ledger: Pick<Ledger, 'ledgerId' | 'append' | 'readStream'>;
  vault: Pick<Vault, 'seal' | 'open'>;
}>;

export type CommandMeta = Readonly<{ commandId: string; actor: string }>;

/**
 * Where the stream ends, and how many events this call added to it: none if there was nothing to
 * add.
 */
export type Decided = Appended & Readonly<{ events: number }>;

/** How often a command that came second is decided again, upon what the first one left. */
const RETRIES_MAX = 3;

/** No event has had a second shape yet; the first that gets one brings its upcaster. */
const SCHEMA = 1;

/**
 * Rebuilds the state, asks the decider, seals and appends what it decided: all the I/O a command
 * does. Throws {@link CommandRefused} when the law says no. The same command id again answers with
 * the first outcome.
 */
export async function decideAndAppend<S, C extends Command, E extends Event, R extends Refusal>(
  recorder: Recorder,
  decider: Decider<S, C, E, R>,
  stream: string,
  command: C,
  { commandId, actor }: CommandMeta,
): Promise<Decided> {
  return decideAllAndAppend(recorder, decider, stream, [{ command, commandId }], actor);
}

/**
 * Several commands to one stream, each upon what the one before decided, appended together or not
 * at all. Those whose id the stream knows already are passed over, so a list that has grown since
 * adds only what is new.
 */
export async function decideAllAndAppend<S, C extends Command, E extends Event, R extends Refusal>(
  { ledger, vault }: Recorder,
  decider: Decider<S, C, E, R>,
  stream: string,
  commands: readonly Readonly<{ command: C; commandId: string }>[],
  actor: string,
): Promise<Decided> {
  for (let retries = 0; ; retries += 1) {
    const history: RecordedEvent[] = [];
    for await (const event of ledger.readStream(stream)) history.push(event);
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
    try {
      const expectedRevision = history.length;
      const appended = await ledger.append({ stream, events, expectedRevision, commandId, actor });
      return { ...appended, events: events.length };
    } catch (error) {
      if (!(error instanceof VersionConflict) || retries === RETRIES_MAX) throw error;
    }
  }
}

type DecidedEvent = Event & Readonly<{ eventId: string }>;

function decideAll<S, C extends Command, E extends Event, R extends Refusal>(
  decider: Decider<S, C, E, R>,
  history: readonly RecordedEvent[],
  commands: readonly Readonly<{ command: C; commandId: string }>[],
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
