import { setImmediate as nextTurn } from 'node:timers/promises';

import {
  BEGINNING,
  LedgerUnreachable,
  type Ledger,
  type RecordedEvent,
} from '../../../src/ledger/ledger.js';
import { EventLog } from '../../support/eventstore/event-log.js';
import { EventStoreServer } from '../../support/eventstore/event-store-server.js';
import type { Fault } from '../../support/eventstore/faults.js';
import { IMPATIENT, openAt } from '../../support/eventstore/opened.js';
import { anAppend, appendInTurn, collect } from '../../support/ledger/builders.js';

const servers: EventStoreServer[] = [];
const ledgers: Ledger[] = [];
afterEach(async () => {
  await Promise.all(ledgers.splice(0).map((ledger) => ledger.close()));
  for (const server of servers.splice(0)) server.stop();
});

async function started(log = new EventLog(), port = 0): Promise<EventStoreServer> {
  const server = await EventStoreServer.start({ log, port });
  servers.push(server);
  return server;
}

async function openedAt(port: number, patience = IMPATIENT): Promise<Ledger> {
  const ledger = await openAt(`esdb://127.0.0.1:${port}?tls=false`, { patience });
  ledgers.push(ledger);
  return ledger;
}

const FAULTS: readonly Fault[] = ['hang', 'unavailable', 'internal', 'cancelled', 'timeout'];
const AFTER: readonly Fault[] = ['hang-after', 'unavailable-after'];

describe('append to a store that fails', () => {
  it.each([...FAULTS, ...AFTER])('is in once, and says so, after %s', async (fault) => {
    const server = await started();
    const ledger = await openedAt(server.port);
    server.faults.plan('append', fault);
    const appended = await ledger.append(anAppend());

    expect(appended).toEqual({ revision: 0, position: '1', repeated: false });
    expect(await collect(ledger.readAll())).toHaveLength(1);
    expect(server.faults.calls.append).toBe(3);
  });

  it('is in once after every fault in a row', async () => {
    const server = await started();
    const ledger = await openedAt(server.port);
    server.faults.plan('append', ...FAULTS, ...AFTER);
    server.faults.plan('read', ...FAULTS);
    await appendInTurn(ledger, 'a', 3);

    expect((await collect(ledger.readAll())).map(({ revision }) => revision)).toEqual([0, 1, 2]);
  });

  it('says that the outcome is unknown when patience ends, and the same command finds out', async () => {
    const server = await started();
    const ledger = await openedAt(server.port, { ...IMPATIENT, callMs: 500 });
    const append = anAppend();
    server.faults.plan('append', 'hang-after', ...Array<Fault>(20).fill('hang'));

    await expect(ledger.append(append)).rejects.toThrow(LedgerUnreachable);
    expect(await ledger.append(append)).toEqual({ revision: 0, position: '1', repeated: true });
    expect(await collect(ledger.readAll())).toHaveLength(1);
  });

  it('goes on when the store was away and came back with what it had acknowledged', async () => {
    const log = new EventLog();
    const first = await started(log);
    const ledger = await openedAt(first.port);
    await appendInTurn(ledger, 'a', 2);
    first.stop();
    const waiting = ledger.append(anAppend({ stream: 'b' }));
    await nextTurn();
    await started(log, first.port);

    expect(await waiting).toMatchObject({ position: '3', repeated: false });
    await appendInTurn(ledger, 'c', 1);
    expect(await collect(ledger.readAll())).toHaveLength(4);
  });

  it('does not suffer from the failure of another store in the same process', async () => {
    const [healthy, dying] = [await started(), await started()];
    const ledger = await openedAt(healthy.port);
    const other = await openedAt(dying.port, { ...IMPATIENT, callMs: 300 });
    dying.faults.plan('append', 'hang');
    const lost = other.append(anAppend()).catch((error: unknown) => error);
    const appends = Array.from({ length: 30 }, (_, n) =>
      ledger.append(anAppend({ stream: `request-${n}` })),
    );
    dying.stop();

    expect(await lost).toBeInstanceOf(LedgerUnreachable);
    const appended = await Promise.all(appends);
    expect(appended.every(({ repeated }) => !repeated)).toBe(true);
    expect(healthy.faults.calls.append).toBeLessThan(30);
  });
});

describe('reading from a store that fails', () => {
  it.each(FAULTS)('gives every event once, in order, after %s', async (fault) => {
    const server = await started();
    const ledger = await openedAt(server.port);
    await appendInTurn(ledger, 'a', 3);
    for (const read of [
      () => collect(ledger.readAll()),
      () => collect(ledger.readStream('a')),
      () => ledger.head(),
    ]) {
      const before = await read();
      server.faults.plan('read', fault);
      expect(await read()).toEqual(before);
    }
  });
});

describe('a subscription to a store that fails', () => {
  it.each<Fault>(['hang', 'unavailable', 'internal', 'cancelled', 'too-slow'])(
    'goes on without loss, doubling or disorder after %s',
    async (fault) => {
      const server = await started();
      const ledger = await openedAt(server.port);
      const stop = new AbortController();
      const taken = take(ledger.subscribe(BEGINNING, stop.signal), 8);
      for (let n = 0; n < 8; n += 1) {
        server.faults.plan('subscribe', fault);
        await appendInTurn(ledger, `request-${n}`, 1);
      }

      expect(await taken).toEqual(await collect(ledger.readAll()));
      stop.abort();
    },
  );

  it('outlives a store that is away for longer than a call waits', async () => {
    const log = new EventLog();
    const first = await started(log);
    const ledger = await openedAt(first.port, { ...IMPATIENT, callMs: 100 });
    await appendInTurn(ledger, 'a', 1);
    const stop = new AbortController();
    const events = ledger.subscribe(BEGINNING, stop.signal)[Symbol.asyncIterator]();
    await events.next();
    const next = events.next();
    first.stop();
    await expect(ledger.head()).rejects.toThrow(LedgerUnreachable);
    await started(log, first.port);
    const written = await openedAt(first.port);
    await written.append(anAppend({ stream: 'b' }));

    expect((await next).value).toMatchObject({ stream: 'b', position: '2' });
    stop.abort();
  });
});

async function take(events: AsyncIterable<RecordedEvent>, count: number): Promise<RecordedEvent[]> {
  const taken: RecordedEvent[] = [];
  for await (const event of events) {
    taken.push(event);
    if (taken.length === count) break;
  }
  return taken;
}
