import { join } from 'node:path';
import type { Command, Decider, Event, Refusal } from '../../src/kernel/decider.js';
import { CommandRefused } from '../../src/ledger/command-refused.js';
import { decideAndAppend, type Recorder } from '../../src/ledger/decide-and-append.js';
import {
  BEGINNING,
  CommandIdReused,
  VersionConflict,
  type Append,
  type Ledger,
  type RecordedEvent,
} from '../../src/ledger/ledger.js';
import { openKeyStore } from '../../src/ledger/vault/key-store.js';
import type { Vault } from '../../src/ledger/vault/vault.js';
import {
  anAppend,
  collect,
  removeDirectories,
  temporaryDirectory,
  TUESDAY_MORNING,
} from '../support/ledger/builders.js';
import { Turns } from '../../src/ledger/turns.js';
import { keyStoreOptions } from '../support/ledger/vault.js';
import { openMemoryLedger } from '../support/ledger/memory-ledger.js';

/** A visitors' book: it takes so many visitors, each under a name that is sealed. */
type Visited = Event<'Visited', { number: number }>;
type Visit = Command<'Visit', { visitors: number }>;
type Full = Refusal<'book/full'>;

const book: Decider<{ visitors: number; events: Visited[] }, Visit, Visited, Full> = {
  initialState: { visitors: 0, events: [] },
  decide: ({ data, sealed, today }, { visitors }) =>
    visitors + data.visitors > 9
      ? { refused: 'book/full', basis: 'a page has nine lines' }
      : Array.from({ length: data.visitors }, (_, n) => ({
          type: 'Visited',
          occurredOn: today,
          data: { number: visitors + n },
          ...(sealed === undefined ? {} : { sealed }),
        })),
  evolve: ({ visitors, events }, event) => ({ visitors: visitors + 1, events: [...events, event] }),
};

const visit = (visitors: number, sealed?: Visit['sealed']): Visit => ({
  type: 'Visit',
  data: { visitors },
  today: '2025-03-04',
  ...(sealed === undefined ? {} : { sealed }),
});
const meta = (commandId: string): { commandId: string; actor: string } => ({
  commandId,
  actor: 'test',
});

let ledger: Ledger;
let vault: Vault;
let recorder: Recorder;

beforeEach(() => {
  ledger = openMemoryLedger({ ledgerId: 'here', events: [] }, () => TUESDAY_MORNING);
  const directory = join(temporaryDirectory(), 'keys');
  vault = openKeyStore(keyStoreOptions({ directory, ledgerId: 'here', ledgerIsNew: true }));
  recorder = { ledger, vault, turns: new Turns() };
});

afterEach(() => vault.close());
afterAll(removeDirectories);

const read = (): Promise<RecordedEvent[]> => collect(ledger.readStream('book'));

/** The ledger, with others who are quicker: they append `times` times, always just before us. */
function withRivals(times: number): { raced: Recorder; rivals: () => number } {
  let rivals = 0;
  const append = async (ours: Append): ReturnType<Ledger['append']> => {
    if (rivals < times) {
      rivals += 1;
      const events = ours.events.map((event) => ({ ...event, eventId: `rival-${rivals}` }));
      await ledger.append(anAppend({ ...ours, events, commandId: `rival-${rivals}` }));
    }
    return ledger.append(ours);
  };
  const readStream = (stream: string): AsyncIterable<RecordedEvent> => ledger.readStream(stream);
  return {
    raced: { ledger: { ledgerId: 'here', append, readStream }, vault, turns: new Turns() },
    rivals: () => rivals,
  };
}

describe('decideAndAppend', () => {
  it('decides upon the history of the stream, and appends what was decided', async () => {
    await decideAndAppend(recorder, book, 'other', visit(5), meta('elsewhere'));
    await decideAndAppend(recorder, book, 'book', visit(2), meta('first'));
    const end = await decideAndAppend(recorder, book, 'book', visit(1), meta('second'));

    const events = await read();
    expect(end).toEqual({ revision: 2, position: events[2]!.position, events: 1 });
    expect(events.map(({ data }) => data)).toEqual([{ number: 0 }, { number: 1 }, { number: 2 }]);
    expect(events.map(({ commandId }) => commandId)).toEqual(['first', 'first', 'second']);
    expect(events[2]).toMatchObject({
      type: 'Visited',
      schema: 1,
      occurredOn: '2025-03-04',
      actor: 'test',
      sealed: null,
    });
  });

  it('throws what the decider refuses, and appends nothing', async () => {
    const refused = decideAndAppend(recorder, book, 'book', visit(10), meta('first'));

    await expect(refused).rejects.toThrow(CommandRefused);
    await expect(refused).rejects.toHaveProperty('refusal', {
      refused: 'book/full',
      basis: 'a page has nine lines',
    });
    expect(await read()).toEqual([]);
  });

  it('answers with the present end when there is nothing to add', async () => {
    expect(await decideAndAppend(recorder, book, 'book', visit(0), meta('first'))).toEqual({
      revision: -1,
      position: BEGINNING,
      events: 0,
    });
    const { position } = await decideAndAppend(recorder, book, 'book', visit(2), meta('second'));
    expect(await decideAndAppend(recorder, book, 'book', visit(0), meta('third'))).toEqual({
      revision: 1,
      position,
      events: 0,
    });
  });

  it('answers the same command id with the first outcome, and does not decide again', async () => {
    const first = await decideAndAppend(recorder, book, 'book', visit(5), meta('first'));
    await decideAndAppend(recorder, book, 'book', visit(2), meta('second'));

    // Decided again it would be refused: nine lines.
    const again = await decideAndAppend(recorder, book, 'book', visit(5), meta('first'));
    expect(again).toEqual({ ...first, events: 0 });
    expect(await read()).toHaveLength(7);
  });

  it('seals what says who to its place, and shows the decider the clear part alone', async () => {
    await decideAndAppend(recorder, book, 'book', visit(2, { name: '张三' }), meta('first'));
    let state = book.initialState;
    const watching = {
      ...book,
      decide: (command: Visit, before: typeof state) => {
        state = before;
        return book.decide(command, before);
      },
    };
    await decideAndAppend(recorder, watching, 'book', visit(1), meta('second'));

    expect(state.events).toEqual([
      { type: 'Visited', occurredOn: '2025-03-04', data: { number: 0 } },
      { type: 'Visited', occurredOn: '2025-03-04', data: { number: 1 } },
    ]);
    const [first, second] = await read();
    const at = { ledgerId: 'here', stream: 'book', type: 'Visited' };
    expect(vault.open({ ...at, revision: 1 }, second!.sealed!)).toEqual({ name: '张三' });
    expect(() => vault.open({ ...at, revision: 1 }, first!.sealed!)).toThrow();
  });

  it('names its events after the command, the same each time and no two alike', async () => {
    await decideAndAppend(recorder, book, 'book', visit(2), meta('first'));
    const ids = (await read()).map(({ eventId }) => eventId);
    const elsewhere = openMemoryLedger({ ledgerId: 'there', events: [] }, () => TUESDAY_MORNING);
    const there = { ledger: elsewhere, vault, turns: new Turns() };
    await decideAndAppend(there, book, 'book', visit(2), meta('first'));

    expect((await collect(elsewhere.readAll())).map(({ eventId }) => eventId)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
  });

  it('reads and decides again when another writer was first, and seals to the new place', async () => {
    const { raced, rivals } = withRivals(3);
    const end = await decideAndAppend(
      raced,
      book,
      'book',
      visit(1, { name: '李四' }),
      meta('ours'),
    );

    expect(rivals()).toBe(3);
    expect(end.revision).toBe(3);
    const ours = (await read())[3]!;
    expect(ours.data).toEqual({ number: 3 });
    const at = { ledgerId: 'here', stream: 'book', revision: 3, type: 'Visited' };
    expect(vault.open(at, ours.sealed!)).toEqual({ name: '李四' });
  });

  it('gives up after three times, and leaves the conflict to the caller', async () => {
    const { raced, rivals } = withRivals(9);
    const ours = decideAndAppend(raced, book, 'book', visit(1), meta('ours'));

    await expect(ours).rejects.toThrow(VersionConflict);
    expect(rivals()).toBe(4);
  });

  it('refuses a known command id that comes with another name, and adds nothing', async () => {
    const named = (name: string) =>
      decideAndAppend(recorder, book, 'book', visit(1, { name }), meta('first'));
    await named('张三');

    await expect(named('李四')).rejects.toThrow(CommandIdReused);
    await expect(named('张三')).resolves.toMatchObject({ events: 0 });
    expect(await read()).toHaveLength(1);
  });

  it.each(['erased', 'lost'] as const)('asks nothing of a name that is %s since', async (why) => {
    const named = (to: Recorder, name: string) =>
      decideAndAppend(to, book, 'book', visit(1, { name }), meta('first'));
    await named(recorder, '张三');

    const forgetful = { seal: vault.seal.bind(vault), open: () => why };
    const later = { ...recorder, vault: forgetful };
    await expect(named(later, '张三')).resolves.toMatchObject({ events: 0 });
  });

  it('tells the second of two writers of one command what the first one did', async () => {
    // Two processes: neither waits for the other's turn.
    const here = { ledger, vault, turns: new Turns() };
    const there = { ledger, vault, turns: new Turns() };
    const named = (to: Recorder, name: string, commandId: string) =>
      decideAndAppend(to, book, 'book', visit(1, { name }), meta(commandId));

    const same = await Promise.all([named(here, '张三', 'a'), named(there, '张三', 'a')]);
    expect(same.map(({ events }) => events).sort()).toEqual([0, 1]);

    const others = await Promise.allSettled([named(here, '王五', 'b'), named(there, '李四', 'b')]);
    expect(others.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = others.find((end) => end.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(CommandIdReused);
    expect(await read()).toHaveLength(2);
  });

  it('takes a hundred commands to one stream at once, in the order they came', async () => {
    const wide = { ...book, decide: (command: Visit) => book.decide(command, book.initialState) };
    const ends = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        decideAndAppend(recorder, wide, 'book', visit(1), meta(String(n))),
      ),
    );
    expect(ends.map(({ revision }) => revision)).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });
});
