import { binaryEvent, jsonEvent, EventStoreDBClient } from '@eventstore/db-client';

import {
  BEGINNING,
  CommandIdReused,
  LedgerCorrupt,
  LedgerStopped,
  VersionConflict,
  type Ledger,
} from '../../../src/ledger/ledger.js';
import { EventLog } from '../../support/eventstore/event-log.js';
import { EventStoreServer } from '../../support/eventstore/event-store-server.js';
import { openAt } from '../../support/eventstore/opened.js';
import { anAppend, appendInTurn, collect, nextId } from '../../support/ledger/builders.js';

let log: EventLog;
let server: EventStoreServer;
let client: EventStoreDBClient;
const ledgers: Ledger[] = [];
beforeEach(async () => {
  log = new EventLog();
  server = await EventStoreServer.start({ log });
  client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${server.port}?tls=false`);
});
afterEach(async () => {
  await Promise.all(ledgers.splice(0).map((ledger) => ledger.close()));
  await client.dispose();
  server.stop();
});

async function opened(query = '', options: Parameters<typeof openAt>[1] = {}): Promise<Ledger> {
  const ledger = await openAt(`esdb://127.0.0.1:${server.port}?tls=false${query}`, options);
  ledgers.push(ledger);
  return ledger;
}

const STREAM = 'gongkai-ledger';
/** The client's plain append, which needs no answer about what the server can do. */
const ANYBODY = { credentials: { username: '-', password: '-' } };

describe('a ledger in one stream', () => {
  it('stands beside other streams and other ledgers, and sees nothing of them', async () => {
    await client.appendToStream('foreign', jsonEvent({ type: 'T', data: {} }), ANYBODY);
    const [ours, theirs] = [await opened(), await opened('&ledger=theirs')];
    await appendInTurn(theirs, 'a', 3);
    await appendInTurn(ours, 'a', 1);

    expect(ours.ledgerId).not.toBe(theirs.ledgerId);
    expect(await collect(ours.readAll())).toHaveLength(1);
    expect(await ours.head()).toBe('1');
  });

  it('stores the very bytes that are hashed', async () => {
    const ledger = await opened();
    await appendInTurn(ledger, 'a', 1);
    const [event] = await collect(ledger.readAll());
    const stored = Buffer.from(log.stream(STREAM)[1]!.data, 'base64').toString('utf8');

    expect(JSON.parse(stored)).toEqual(
      Object.fromEntries(
        Object.entries(event!).filter(([name]) => !['hash', 'position'].includes(name)),
      ),
    );
    expect(stored.startsWith('{"actor":"test","commandId":')).toBe(true);
  });

  it('is founded once, by whoever comes first', async () => {
    const ids = (await Promise.all([opened(), opened(), opened()])).map(({ ledgerId }) => ledgerId);
    expect(new Set(ids).size).toBe(1);
    expect(log.stream(STREAM)).toHaveLength(1);
  });

  it('is not founded by one who only reads', async () => {
    await expect(opened('', { mode: 'read' })).rejects.toThrow(/holds no ledger/);
    await opened();
    const reader = await opened('', { mode: 'read' });
    await expect(reader.append(anAppend())).rejects.toThrow(LedgerStopped);
  });

  it('refuses a stream that holds something else, and a format from the future', async () => {
    await client.appendToStream('foreign', jsonEvent({ type: 'T', data: {} }), ANYBODY);
    await expect(opened('&ledger=foreign')).rejects.toThrow(/holds no ledger/);
    const future = { ledgerId: 'x', format: 2 };
    const founding = jsonEvent({ type: 'LedgerFounded', data: future });
    const data = Buffer.from(JSON.stringify(future));
    await client.appendToStream('future', binaryEvent({ ...founding, data }), ANYBODY);
    await expect(opened('&ledger=future')).rejects.toThrow(/install the newer program/);
  });
});

describe('two processes on one ledger', () => {
  it('harm each other in nothing: no loss, no disorder, no time that runs back', async () => {
    let now = 1_000;
    const clocks = [(): number => (now += 1), (): number => (now += 1) - 500];
    const both = await Promise.all(
      clocks.map((clock) => opened('', { clock: () => new Date(clock()).toISOString() })),
    );
    await Promise.all(
      both.flatMap((ledger, writer) =>
        Array.from({ length: 10 }, (_, n) => appendInTurn(ledger, `request-${writer}-${n}`, 10)),
      ),
    );

    const events = await collect(both[0]!.readAll());
    expect(events).toHaveLength(200);
    const times = events.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort());
    expect(await collect(both[1]!.readAll())).toEqual(events);
  });

  it('see what the other acknowledged, in every answer', async () => {
    const [one, two] = [await opened(), await opened()];
    const append = anAppend({ stream: 'a', commandId: nextId('shared') });
    await one.append(append);

    expect(await collect(two.readStream('a'))).toHaveLength(1);
    expect(await two.append(append)).toEqual({ revision: 0, position: '1', repeated: true });
    await one.append(anAppend({ stream: 'b' }));
    await expect(two.append(anAppend({ stream: 'b' }))).rejects.toThrow(VersionConflict);
    await expect(two.append({ ...append, stream: 'c' })).rejects.toThrow(CommandIdReused);
  });

  it('send the same command at once, and one of them is told that it was known', async () => {
    const [one, two] = [await opened(), await opened()];
    const append = anAppend();
    const answers = await Promise.all([one.append(append), two.append(append)]);

    expect(answers.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(await collect(one.readAll())).toHaveLength(1);
  });
});

describe('a stream that somebody meddled with', () => {
  it.each([
    ['a strange event', jsonEvent({ type: 'RequestRegistered', data: { forged: true } })],
    ['bytes under a strange id', binaryEvent({ type: 'T', data: Buffer.from('{"type":"T"}') })],
  ])('is corrupt at the position of %s', async (_, event) => {
    const ledger = await opened();
    await appendInTurn(ledger, 'a', 1);
    await client.appendToStream(STREAM, event, ANYBODY);

    await expect(collect(ledger.readAll())).rejects.toThrow(LedgerCorrupt);
    await expect(collect(ledger.readAll())).rejects.toMatchObject({ position: '2' });
    await expect(ledger.append(anAppend({ stream: 'b' }))).rejects.toThrow(LedgerCorrupt);
  });

  it('is corrupt when it is deleted', async () => {
    const ledger = await opened();
    await appendInTurn(ledger, 'a', 1);
    log.tombstone(STREAM);

    await expect(collect(ledger.readAll())).rejects.toThrow(LedgerCorrupt);
    await expect(ledger.append(anAppend({ stream: 'b' }))).rejects.toThrow(LedgerCorrupt);
  });

  it('is corrupt when it was put back to an older copy under a running program', async () => {
    const ledger = await opened();
    await appendInTurn(ledger, 'a', 2);
    const port = server.port;
    server.stop();
    const older = new EventLog();
    for (const { stream, revision, ...event } of log.all.slice(0, -1)) {
      older.append(stream, revision === 0 ? 'no_stream' : revision - 1, [event]);
    }
    server = await EventStoreServer.start({ log: older, port });

    await expect(ledger.append(anAppend({ stream: 'b' }))).rejects.toThrow(/backup restored/);
  });
});

describe('the test server, to the unmodified client', () => {
  const event = (type: string) => jsonEvent({ type, data: { n: 1 }, metadata: { m: 2 } });

  it('checks expected revisions, and knows a repeated write by its ids', async () => {
    const [first, second] = [event('First'), event('Second')];
    const write = () =>
      client.appendToStream('s', [first, second], { ...ANYBODY, expectedRevision: 'no_stream' });
    const written = await write();
    expect(written.nextExpectedRevision).toBe(1n);
    expect(await write()).toEqual(written);
    await expect(
      client.appendToStream('s', event('Late'), { ...ANYBODY, expectedRevision: 0n }),
    ).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
    await expect(
      client.appendToStream('t', event('Nowhere'), {
        ...ANYBODY,
        expectedRevision: 'stream_exists',
      }),
    ).rejects.toMatchObject({ type: 'wrong-expected-version' });
    expect(log.stream('s')).toHaveLength(2);
  });

  it('reads streams and $all in the order of the writes, both ways', async () => {
    for (const type of ['A', 'B', 'C']) await client.appendToStream(type, event(type), ANYBODY);
    const types = async (all: ReturnType<typeof client.readAll>): Promise<string> => {
      let read = '';
      for await (const { event: one } of all) read += one?.type ?? '?';
      return read;
    };

    expect(await types(client.readAll())).toBe('ABC');
    expect(await types(client.readAll({ direction: 'backwards', fromPosition: 'end' }))).toBe(
      'CBA',
    );
    const missing = client.readStream('missing');
    await expect(missing[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      type: 'stream-not-found',
    });
  });

  it('confirms a subscription to $all, catches up, and goes on', async () => {
    await client.appendToStream('A', event('A'), ANYBODY);
    const heard: string[] = [];
    const subscription = client.subscribeToAll();
    await new Promise<void>((resolve) => {
      subscription.on('confirmation', () => heard.push('confirmation'));
      subscription.on('caughtUp', () => {
        heard.push('caughtUp');
        void client.appendToStream('B', event('B'), ANYBODY);
      });
      subscription.on('data', ({ event: one }) => {
        heard.push(String(one?.type));
        if (one?.type === 'B') resolve();
      });
    });
    await subscription.unsubscribe();
    expect(heard.filter((what) => what !== 'caughtUp')).toEqual(['confirmation', 'A', 'B']);
    expect(heard).toContain('caughtUp');
  });
});

it('begins at a position that comes before every event', async () => {
  expect(await (await opened()).head()).toBe(BEGINNING);
});
