import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { addressOf } from '../../../src/ledger/eventstoredb/address.js';
import { LedgerStopped, type Ledger } from '../../../src/ledger/ledger.js';
import { EventLog } from '../../support/eventstore/event-log.js';
import { EventStoreServer, type Member } from '../../support/eventstore/event-store-server.js';
import { openAt } from '../../support/eventstore/opened.js';
import {
  anAppend,
  appendInTurn,
  collect,
  removeDirectories,
  temporaryDirectory,
} from '../../support/ledger/builders.js';

const servers: EventStoreServer[] = [];
const ledgers: Ledger[] = [];
afterEach(async () => {
  await Promise.all(ledgers.splice(0).map((ledger) => ledger.close()));
  for (const server of servers.splice(0)) server.stop();
});
afterAll(removeDirectories);

async function opened(url: string): Promise<Ledger> {
  const ledger = await openAt(url);
  ledgers.push(ledger);
  return ledger;
}

/** Two nodes with one log, of which the one named by `lead` leads. */
async function cluster(): Promise<
  Readonly<{ nodes: readonly EventStoreServer[]; lead: (port: number) => void }>
> {
  const log = new EventLog();
  let leading: number | undefined;
  const nodes: EventStoreServer[] = [];
  const members = (): readonly Member[] => [
    { port: 1, leader: false, alive: false },
    ...nodes.map(({ port }) => ({ port, leader: port === leading, alive: true })),
  ];
  for (let n = 0; n < 2; n += 1) {
    nodes.push(await EventStoreServer.start({ log, leader: () => leading, members }));
  }
  servers.push(...nodes);
  leading = nodes[0]!.port;
  return {
    nodes,
    lead: (port) => {
      leading = port;
    },
  };
}

describe('a change of the leader', () => {
  it('sends the ledger to the new leader, and no fact is lost or doubled', async () => {
    const { nodes, lead } = await cluster();
    const [one, two] = [nodes[0]!, nodes[1]!];
    const ledger = await opened(`esdb://127.0.0.1:${one.port}?tls=false`);
    await appendInTurn(ledger, 'a', 1);
    lead(two.port);
    await appendInTurn(ledger, 'b', 2);
    expect(two.faults.calls.append).toBeGreaterThan(0);
    lead(one.port);
    await appendInTurn(ledger, 'c', 2);

    expect((await collect(ledger.readAll())).map(({ stream }) => stream).join('')).toBe('abbcc');
  });

  it('finds the leader by gossip, past a member that is dead', async () => {
    const { nodes, lead } = await cluster();
    const [one, two] = [nodes[0]!, nodes[1]!];
    const url = `esdb+discover://127.0.0.1:${one.port}?tls=false`;
    lead(two.port);
    const ledger = await opened(url);
    await appendInTurn(ledger, 'a', 2);

    expect([one.faults.calls.append, two.faults.calls.append]).toEqual([0, 3]);
    two.stop();
    lead(one.port);
    await appendInTurn(ledger, 'b', 1);
    expect(await collect(ledger.readAll())).toHaveLength(3);
  });
});

describe('a store with TLS and users', () => {
  const folder = temporaryDirectory();
  const certificate = join(folder, 'node.crt');
  const [KEY, WRITER, READER] = ['node.key', '台账:秘密 1', 'auditor:r'] as const;

  beforeAll(() => {
    const key = join(folder, KEY);
    const subject = ['-subj', '/CN=node', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', certificate], {
      stdio: 'ignore',
    });
  });

  async function secured(): Promise<
    Readonly<{ server: EventStoreServer; at: (user: string) => string }>
  > {
    const [user = '', password = ''] = WRITER.split(':');
    const key = readFileSync(join(folder, KEY), 'utf8');
    const server = await EventStoreServer.start({
      log: new EventLog(),
      tls: { key, certificate: readFileSync(certificate, 'utf8') },
      users: { [user]: password, [READER]: 'secret' },
    });
    servers.push(server);
    const at = (who: string): string =>
      `esdb://${who}@127.0.0.1:${server.port}?tlsCAFile=${certificate}`;
    return { server, at };
  }

  const writer = WRITER.split(':').map(encodeURIComponent).join(':');

  it('takes in what its user appends', async () => {
    const { at } = await secured();
    const ledger = await opened(at(writer));
    await appendInTurn(ledger, 'a', 2);
    expect(await collect(ledger.readAll())).toHaveLength(2);
  });

  it('is told once, not for ever, that the password is wrong', async () => {
    const { at, server } = await secured();
    await expect(openAt(at('auditor:guess'))).rejects.toThrow(LedgerStopped);
    expect(server.faults.calls.read).toBe(1);
  });

  it('lets a reader read and not append, and says so', async () => {
    const { at } = await secured();
    const owner = await opened(at(writer));
    await appendInTurn(owner, 'a', 1);
    const reader = await opened(at('auditor:secret'));

    expect(await collect(reader.readAll())).toHaveLength(1);
    await expect(reader.append(anAppend({ stream: 'b' }))).rejects.toThrow(/refused: .*Denied/);
  });

  it('is not trusted with a certificate of an unknown authority, and not asked again', async () => {
    const { at } = await secured();
    const url = at(writer).replace(/\?.*/, '');
    await expect(openAt(url)).rejects.toThrow(/refused: .*certificate/);
  });

  it.each([
    ['user-without-tls', 'esdb://u:p@127.0.0.1:2113?tls=false'],
    ['tls-without-user', 'esdb://127.0.0.1:2113'],
    ['unreadable', 'esdb://'],
    ['unreadable', 'esdb://u:p@127.0.0.1:2113/path'],
    ['unreadable', 'esdb://u:%zz@127.0.0.1:2113'],
    ['unreadable', 'esdb://u:p@127.0.0.1:2113?ledger=$all'],
  ])('is refused as %s before anything is sent: %s', (fault, url) => {
    expect(addressOf(url)).toBe(fault);
  });
});
