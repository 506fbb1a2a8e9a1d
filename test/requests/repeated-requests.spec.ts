import { join } from 'node:path';
import { decideAndAppend, type Recorder } from '../../src/ledger/decide-and-append.js';
import { Turns } from '../../src/ledger/turns.js';
import { openKeyStore } from '../../src/ledger/vault/key-store.js';
import type { Vault } from '../../src/ledger/vault/vault.js';
import { requestDecider, type RequestCommand } from '../../src/requests/domain/request.decider.js';
import {
  GetDuplicates,
  GetDuplicatesHandler,
  type Repeats,
} from '../../src/requests/duplicates.query.js';
import { RepeatedRequests } from '../../src/requests/repeated-requests.js';
import { requestStream } from '../../src/requests/request-stream.js';
import { defaultTerms } from '../support/calendar.js';
import { arrive, confirm, notice, withdraw } from '../support/builders/procedure.js';
import { registerRequest } from '../support/builders/requests.js';
import {
  removeDirectories,
  temporaryDirectory,
  TUESDAY_MORNING,
} from '../support/ledger/builders.js';
import { openMemoryLedger } from '../support/ledger/memory-ledger.js';
import { keyStoreOptions } from '../support/ledger/vault.js';

const ZHANG = { applicant: '张三', idNumber: '1101' };

let recorder: Recorder;
let vault: Vault;
let commands = 0;

beforeEach(() => {
  const directory = join(temporaryDirectory(), 'keys');
  vault = openKeyStore(keyStoreOptions({ directory, ledgerId: 'here', ledgerIsNew: true }));
  const ledger = openMemoryLedger({ ledgerId: 'here', events: [] }, () => TUESDAY_MORNING);
  recorder = { ledger, vault, turns: new Turns() };
});
afterEach(() => vault.close());
afterAll(removeDirectories);

/** Does the steps of request 2025-0042 to another number. */
async function take(number: string, ...steps: readonly RequestCommand[]): Promise<void> {
  for (const step of steps) {
    const command = { ...step, data: { ...step.data, number } } as RequestCommand;
    const meta = { commandId: `command-${String((commands += 1))}`, actor: 'test' };
    const stream = requestStream(command.data);
    await decideAndAppend(recorder, requestDecider(defaultTerms()), stream, command, meta);
  }
}

async function of(number: string): Promise<Repeats> {
  const handler = new GetDuplicatesHandler(recorder, new RepeatedRequests(recorder, vault));
  const repeats = await handler.execute(new GetDuplicates('jia', number));
  if (repeats === null) throw new Error(`${number} is not registered`);
  return repeats;
}

const fromZhang = registerRequest({ sealed: ZHANG });

describe('counts of one applicant 同一申请人的件数', () => {
  it('take off what was noticed by 件 in the month, whichever request it was noticed for', async () => {
    for (let n = 1; n <= 12; n += 1) await take(String(n), fromZhang);
    await take('11', notice('2025-03-12', { quantity: 11, amount: 100 }));
    const fee = { inMonth: 200, noticed: 100, due: 100 };
    expect(await of('12')).toMatchObject({ counts: { inMonth: 12, fee } });
    expect(await of('1')).toMatchObject({ counts: { inMonth: 12, fee } });
  });

  it('leave out what was noticed by 页, which has nothing to do with the month', async () => {
    await take(
      '1',
      fromZhang,
      notice('2025-03-12', { method: 'per-page', quantity: 31, amount: 10 }),
    );
    await take('2', fromZhang);
    const fee = { inMonth: 0, noticed: 0, due: 0 };
    expect(await of('2')).toMatchObject({ counts: { inMonth: 2, fee } });
  });

  it('leave out what is not received yet, and say nothing of it until it is', async () => {
    const arrived = { ...arrive(), sealed: { ...fromZhang.sealed } };
    await take('1', fromZhang);
    await take('2', arrived);
    expect(await of('1')).toMatchObject({
      duplicates: [{ number: '2', receivedOn: null, status: 'awaiting-confirmation' }],
      counts: { inMonth: 1 },
    });
    expect((await of('2')).counts).toBeNull();
    await take('2', confirm('2025-03-03'));
    expect(await of('2')).toMatchObject({ counts: { inMonth: 2, ordinalInMonth: 2 } });
  });

  it('keep what was withdrawn: it was asked', async () => {
    await take('1', fromZhang, withdraw());
    await take('2', fromZhang);
    expect(await of('2')).toMatchObject({
      duplicates: [{ number: '1', status: 'ended', closedOn: '2025-03-27', decidedOn: null }],
      counts: { inMonth: 2 },
    });
  });
});

describe('likely duplicates 疑似重复申请', () => {
  it('say that a key is lost, and not what it locks', async () => {
    await take('1', fromZhang);
    await take('2', fromZhang);
    const open: Vault['open'] = (context, sealed) =>
      context.stream === 'request-jia-1' ? 'lost' : vault.open(context, sealed);
    recorder = { ...recorder, vault: { seal: (...sealing) => vault.seal(...sealing), open } };
    expect(await of('2')).toMatchObject({
      duplicates: [{ number: '1', unread: 'lost', similarity: null }],
      counts: { inMonth: 1, unread: 1 },
    });
  });

  it('have the newest first where they are equally sure', async () => {
    await take('1', registerRequest({ sealed: ZHANG, receivedOn: '2025-02-03' }));
    await take('2', fromZhang);
    await take('3', registerRequest({ sealed: ZHANG, receivedOn: '2025-01-06' }));
    await take('4', fromZhang);
    expect((await of('4')).duplicates.map(({ number }) => number)).toEqual(['2', '1', '3']);
  });
});
