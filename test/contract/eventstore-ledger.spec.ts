import { randomUUID } from 'node:crypto';

import { addressOf, type Address } from '../../src/ledger/eventstoredb/address.js';
import { openEventStoreLedger } from '../../src/ledger/eventstoredb/eventstore-ledger.js';
import type { Instant, Ledger } from '../../src/ledger/ledger.js';
import { EventLog } from '../support/eventstore/event-log.js';
import { EventStoreServer } from '../support/eventstore/event-store-server.js';
import { ledgerContract } from './ledger.contract.js';
import type { Place } from './subject.js';

/** The same promises in a store on the network: the test server, and a real one where there is one. */
const REAL = process.env['EVENTSTORE_TEST_URL'];

describe('on the test server', () => {
  let server: EventStoreServer;
  beforeAll(async () => {
    server = await EventStoreServer.start({ log: new EventLog() });
  });
  afterAll(() => server.stop());

  ledgerContract(
    'EventStoreDB',
    placeAt(() => `esdb://127.0.0.1:${server.port}?tls=false`),
  );
});

if (REAL === undefined) {
  process.stderr.write(
    'EVENTSTORE_TEST_URL is not set: the contract was not run against a real EventStoreDB\n',
  );
} else {
  describe('on the server of EVENTSTORE_TEST_URL', () => {
    ledgerContract(
      'EventStoreDB',
      placeAt(() => REAL),
    );
  });
}

/** A stream of its own for each test, so that a server that is kept needs no cleaning. */
function placeAt(url: () => string): (clock: () => Instant) => Promise<Place> {
  return async (clock) => {
    const base = url();
    const address = addressOf(
      `${base}${base.includes('?') ? '&' : '?'}ledger=test-${randomUUID()}`,
    );
    return {
      open: async (): Promise<Ledger> =>
        openEventStoreLedger({ address: usable(address), clock, mode: 'write' }),
      remove: async () => undefined,
    };
  };
}

function usable(address: ReturnType<typeof addressOf>): Address {
  if (typeof address === 'string') throw new Error(`the address is not usable: ${address}`);
  return address;
}
