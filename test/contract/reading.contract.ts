import { setImmediate as nextTurn } from 'node:timers/promises';

import {
  BEGINNING,
  EVENTS_PER_APPEND_MAX,
  LedgerStopped,
  type ReadAll,
  type RecordedEvent,
} from '../../src/ledger/ledger.js';
import { anAppend, appendInTurn, collect, newEvent } from '../support/ledger/builders.js';
import { expectStrictlyIncreasing, type Subject } from './subject.js';

/** What the port promises to those who read, subscribe, close and open again. */
export function readingContract(subject: Subject): void {
  describe('reading', () => {
    it('finds an unknown stream and a new ledger empty', async () => {
      expect(await subject.stream('nobody')).toEqual([]);
      expect(await subject.all()).toEqual([]);
      expect(await subject.ledger.head()).toBe(BEGINNING);
    });

    it('reads a stream from a revision on', async () => {
      await appendInTurn(subject.ledger, 'a', 4);

      expect((await subject.stream('a', 2)).map(({ revision }) => revision)).toEqual([2, 3]);
      expect(await subject.stream('a', 4)).toEqual([]);
    });

    it('reads the whole ledger in the order of the appends, and ends at the head', async () => {
      for (let n = 0; n < 5; n += 1) {
        await subject.ledger.append(anAppend({ stream: 'a', expectedRevision: n }));
        await subject.ledger.append(anAppend({ stream: 'b', expectedRevision: n }));
      }

      const events = await subject.all();
      expect(events.map(({ stream }) => stream).join('')).toBe('abababababababababab'.slice(0, 10));
      expectStrictlyIncreasing(events);
      expect(await subject.ledger.head()).toBe(events.at(-1)!.position);
    });

    it('reads after one position and up to another', async () => {
      await appendInTurn(subject.ledger, 'a', 6);
      const events = await subject.all();
      const [second, fourth] = [events[1]!.position, events[3]!.position];

      expect(await collect(subject.ledger.readAll({ after: second }))).toEqual(events.slice(2));
      expect(await collect(subject.ledger.readAll({ upTo: fourth }))).toEqual(events.slice(0, 4));
      expect(await collect(subject.ledger.readAll({ after: second, upTo: fourth }))).toEqual(
        events.slice(2, 4),
      );
      expect(await collect(subject.ledger.readAll({ after: events[5]!.position }))).toEqual([]);
    });

    it('reads the events of one type alone, in the order of the ledger', async () => {
      for (const [stream, type] of [
        ['a', 'Registered'],
        ['b', 'Registered'],
        ['a', 'Served'],
        ['b', 'Served'],
        ['c', 'ServedTwice'],
      ] as const) {
        const expectedRevision = (await subject.stream(stream)).length;
        const events = [newEvent({ type })];
        await subject.ledger.append(anAppend({ stream, events, expectedRevision }));
      }
      const all = await subject.all();
      const served = all.filter(({ type }) => type === 'Served');
      const read = (range: ReadAll) => collect(subject.ledger.readAll(range));

      expect(served).toHaveLength(2);
      expect(await read({ type: 'Served' })).toEqual(served);
      expect(await read({ type: 'Served', after: served[0]!.position })).toEqual([served[1]]);
      expect(await read({ type: 'Served', upTo: served[0]!.position })).toEqual([served[0]]);
      expect(await read({ type: 'Withdrawn' })).toEqual([]);
    });

    it('pages through more events than it holds at once', async () => {
      for (let n = 0; n < 1_200; n += EVENTS_PER_APPEND_MAX) {
        const events = Array.from({ length: EVENTS_PER_APPEND_MAX }, () => newEvent());
        await subject.ledger.append(anAppend({ stream: 'a', events, expectedRevision: n }));
      }

      const events = await subject.all();
      expect(events.map(({ revision }) => revision)).toEqual([...Array(1_200).keys()]);
      expect(await subject.stream('a')).toEqual(events);
      expect(await collect(subject.ledger.readAll({ type: events[0]!.type }))).toEqual(events);
    });
  });

  describe('subscribe', () => {
    it('goes on from history to what comes, without loss, doubling or disorder', async () => {
      await appendInTurn(subject.ledger, 'before', 30);
      const stop = new AbortController();
      const subscribers = [0, 10, 29, 30].map(async (seen) => {
        const after = seen === 0 ? BEGINNING : (await subject.all())[seen - 1]!.position;
        return take(subject.ledger.subscribe(after, stop.signal), 130 - seen);
      });
      for (let n = 0; n < 100; n += 1) {
        await subject.ledger.append(anAppend({ stream: 'after', expectedRevision: n }));
        for (let turns = n % 4; turns > 0; turns -= 1) await nextTurn();
      }

      const events = await subject.all();
      const received = await Promise.all(subscribers);
      expect(received).toEqual([0, 10, 29, 30].map((seen) => events.slice(seen)));
      stop.abort();
    });

    it('misses no event that is appended while it hands over the one before', async () => {
      await appendInTurn(subject.ledger, 'a', 1);
      const stop = new AbortController();
      for await (const { revision } of subject.ledger.subscribe(BEGINNING, stop.signal)) {
        if (revision === 20) break;
        await subject.ledger.append(anAppend({ stream: 'a', expectedRevision: revision + 1 }));
      }
      expect(await subject.stream('a')).toHaveLength(21);
    });

    it('ends when it is aborted while it waits', async () => {
      await appendInTurn(subject.ledger, 'a', 1);
      const stop = new AbortController();
      const events = subject.ledger.subscribe(BEGINNING, stop.signal)[Symbol.asyncIterator]();
      await events.next();
      const waiting = events.next();
      await nextTurn();
      stop.abort();

      expect(await waiting).toEqual({ done: true, value: undefined });
    });

    it('hands nothing over once it is aborted', async () => {
      await appendInTurn(subject.ledger, 'a', 3);
      const stop = new AbortController();
      const events = subject.ledger.subscribe(BEGINNING, stop.signal)[Symbol.asyncIterator]();
      await events.next();
      stop.abort();

      expect(await events.next()).toEqual({ done: true, value: undefined });
      const aborted = subject.ledger.subscribe(BEGINNING, AbortSignal.abort());
      expect(await collect(aborted)).toEqual([]);
    });
  });

  describe('closing and opening', () => {
    it('opens again with the same id, the same records and the same hashes', async () => {
      await appendInTurn(subject.ledger, 'a', 3);
      const append = anAppend({ stream: 'b' });
      const end = await subject.ledger.append(append);
      const [ledgerId, events] = [subject.ledger.ledgerId, await subject.all()];
      await subject.ledger.close();
      await subject.open();

      expect(subject.ledger.ledgerId).toBe(ledgerId);
      expect(await subject.all()).toEqual(events);
      expect(await subject.ledger.append(append)).toEqual({ ...end, repeated: true });
    });

    it('takes nothing in once it is closed, and may be closed twice', async () => {
      await subject.ledger.append(anAppend({ stream: 'a' }));
      await subject.ledger.close();
      await subject.ledger.close();

      await expect(subject.ledger.append(anAppend({ stream: 'b' }))).rejects.toThrow(LedgerStopped);
      await expect(subject.all()).rejects.toThrow(LedgerStopped);
      await expect(subject.ledger.head()).rejects.toThrow(LedgerStopped);
      await subject.open();
      expect((await subject.all()).map(({ stream }) => stream)).toEqual(['a']);
    });

    it('does not leave a subscriber waiting for ever', async () => {
      const waiting = collect(subject.ledger.subscribe(BEGINNING, new AbortController().signal));
      await nextTurn();
      await subject.ledger.close();

      await expect(waiting).rejects.toThrow(LedgerStopped);
    });
  });
}

async function take(events: AsyncIterable<RecordedEvent>, count: number): Promise<RecordedEvent[]> {
  const taken: RecordedEvent[] = [];
  for await (const event of events) {
    taken.push(event);
    if (taken.length === count) return taken;
  }
  return taken;
}
