import { join } from 'node:path';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import { openFileIntake } from '../../src/ledger/embedded/file-intake.js';
import { openStreamIntake } from '../../src/ledger/eventstoredb/stream-intake.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { headOf, moveLedger, type OpenIntake } from '../../src/ledger/move-ledger.js';
import { EventLog } from '../support/eventstore/event-log.js';
import { EventStoreServer } from '../support/eventstore/event-store-server.js';
import { address, openAt } from '../support/eventstore/opened.js';
import {
  anAppend,
  appendInTurn,
  collect,
  newEvent,
  removeDirectories,
  temporaryDirectory,
  TUESDAY_MORNING,
} from '../support/ledger/builders.js';

/** Large records take a busy machine a while. */
const PATIENCE = { attemptMs: 2_000, callMs: 30_000, quietMs: 300 };

let server: EventStoreServer;
let url: string;
const ledgers: Ledger[] = [];
beforeEach(async () => {
  server = await EventStoreServer.start({ log: new EventLog() });
  url = `esdb://127.0.0.1:${server.port}?tls=false`;
});
afterEach(async () => {
  await Promise.all(ledgers.splice(0).map((ledger) => ledger.close()));
  server.stop();
});
afterAll(removeDirectories);

function openedFile(file = join(temporaryDirectory(), 'ledger.db')): Ledger {
  const ledger = openEmbeddedLedger({ file, clock: () => TUESDAY_MORNING, mode: 'write' });
  ledgers.push(ledger);
  return ledger;
}

async function openedStream(): Promise<Ledger> {
  const ledger = await openAt(url);
  ledgers.push(ledger);
  return ledger;
}

const toStream: OpenIntake = (ledgerId) => openStreamIntake(address(url), ledgerId, PATIENCE);
const toFile =
  (file: string): OpenIntake =>
  (ledgerId) =>
    openFileIntake(file, ledgerId);

/** Enough for several takes: single facts, whole appends, large ones. */
async function fill(ledger: Ledger): Promise<void> {
  await appendInTurn(ledger, 'request-一', 20);
  for (let n = 0; n < 6; n += 1) {
    const events = Array.from({ length: 100 }, () => newEvent({ data: { text: '𠮷'.repeat(20) } }));
    await ledger.append(anAppend({ stream: `bulk-${n}`, events }));
  }
  for (let n = 0; n < 4; n += 1) {
    const large = newEvent({ data: { text: 'x'.repeat(300_000) } });
    await ledger.append(anAppend({ stream: `large-${n}`, events: [large, large] }));
  }
}

describe('move 搬迁', () => {
  it('carries a file to a stream and back: same id, records, positions and head', async () => {
    const source = openedFile();
    await fill(source);
    const events = await collect(source.readAll());
    const head = await moveLedger(source, toStream);

    expect(head).toEqual(await headOf(source));
    expect(head.size).toBe(events.length);
    const stream = await openedStream();
    expect(stream.ledgerId).toBe(source.ledgerId);
    expect(await collect(stream.readAll())).toEqual(events);

    const file = join(temporaryDirectory(), 'back.db');
    expect(await moveLedger(stream, toFile(file))).toEqual(head);
    const back = openedFile(file);
    expect(back.ledgerId).toBe(source.ledgerId);
    expect(await collect(back.readAll())).toEqual(events);
  });

  it('leaves a ledger that knows its commands and goes on', async () => {
    const source = openedFile();
    const append = anAppend({ events: [newEvent(), newEvent()] });
    const first = await source.append(append);
    await moveLedger(source, toStream);
    const stream = await openedStream();
    expect(await stream.append(append)).toEqual({ ...first, repeated: true });
    await stream.append(anAppend({ expectedRevision: 2 }));

    const file = join(temporaryDirectory(), 'back.db');
    await moveLedger(stream, toFile(file));
    const back = openedFile(file);
    expect(await back.append(append)).toEqual({ ...first, repeated: true });
    await back.append(anAppend({ expectedRevision: 3 }));
    expect(await collect(back.readAll())).toHaveLength(4);
  });

  it.each(['stream', 'file'])('goes on after an interruption, into a %s', async (kind) => {
    const source = openedFile();
    await fill(source);
    const openIntake = kind === 'stream' ? toStream : toFile(join(temporaryDirectory(), 't.db'));
    let takes = 0;
    const interrupted: OpenIntake = async (ledgerId) => {
      const intake = await openIntake(ledgerId);
      return {
        ...intake,
        take: async (records) => {
          takes += 1;
          if (takes === 2) throw new Error('the power went');
          await intake.take(records);
        },
      };
    };
    await expect(moveLedger(source, interrupted)).rejects.toThrow('the power went');
    const head = await moveLedger(source, openIntake);

    expect(head).toEqual(await headOf(source));
    expect(await moveLedger(source, openIntake)).toEqual(head);
  });

  it('carries over what came since', async () => {
    const source = openedFile();
    await appendInTurn(source, 'a', 2);
    await moveLedger(source, toStream);
    await appendInTurn(source, 'b', 2);

    expect((await moveLedger(source, toStream)).size).toBe(4);
  });

  it('loses and doubles nothing when the store fails meanwhile', async () => {
    const source = openedFile();
    await fill(source);
    server.faults.plan(
      'append',
      'unavailable-after',
      'hang-after',
      'internal',
      'unavailable-after',
    );
    server.faults.plan('read', 'hang', 'unavailable');

    expect(await moveLedger(source, toStream)).toEqual(await headOf(source));
  });

  it('refuses a target that holds another ledger', async () => {
    await openedStream();
    const other = openedFile();
    await expect(moveLedger(other, toStream)).rejects.toMatchObject({ fault: 'another-ledger' });
    const file = join(temporaryDirectory(), 'taken.db');
    await openedFile(file).close();
    await expect(moveLedger(other, toFile(file))).rejects.toMatchObject({
      fault: 'another-ledger',
    });
  });

  it('refuses a target that went another way, or further', async () => {
    const source = openedFile();
    await appendInTurn(source, 'a', 2);
    await moveLedger(source, toStream);
    const stream = await openedStream();
    await stream.append(anAppend({ stream: 'there' }));

    await expect(moveLedger(source, toStream)).rejects.toMatchObject({ fault: 'forked' });
    await source.append(anAppend({ stream: 'here' }));
    await source.append(anAppend({ stream: 'here', expectedRevision: 1 }));
    await expect(moveLedger(source, toStream)).rejects.toMatchObject({ fault: 'forked' });
    expect(await collect(stream.readAll())).toHaveLength(3);
  });
});
