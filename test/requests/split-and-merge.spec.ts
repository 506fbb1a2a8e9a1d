import { join } from 'node:path';
import { decideAndAppend, type Recorder } from '../../src/ledger/decide-and-append.js';
import { LedgerStopped, type Ledger } from '../../src/ledger/ledger.js';
import { Turns } from '../../src/ledger/turns.js';
import { openKeyStore } from '../../src/ledger/vault/key-store.js';
import type { Vault } from '../../src/ledger/vault/vault.js';
import { readRequest } from '../../src/requests/applicant.js';
import { requestDecider } from '../../src/requests/domain/request.decider.js';
import { closureOf } from '../../src/requests/domain/request.facts.js';
import {
  MergeRequestCommand,
  MergeRequestHandler,
} from '../../src/requests/merge-request.handler.js';
import { requestStream } from '../../src/requests/request-stream.js';
import {
  SplitRequestCommand,
  SplitRequestHandler,
} from '../../src/requests/split-request.handler.js';
import { TakeStepHandler } from '../../src/requests/take-step.handler.js';
import { registerRequest } from '../support/builders/requests.js';
import { defaultTerms, fixedTerms } from '../support/calendar.js';
import {
  removeDirectories,
  temporaryDirectory,
  TUESDAY_MORNING,
} from '../support/ledger/builders.js';
import { openMemoryLedger } from '../support/ledger/memory-ledger.js';
import { keyStoreOptions } from '../support/ledger/vault.js';

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

const terms = fixedTerms();

async function register(...numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    const command = registerRequest({ number });
    const decider = requestDecider(defaultTerms());
    const meta = { commandId: `register ${number}`, actor: 'test' };
    await decideAndAppend(recorder, decider, requestStream(command.data), command, meta);
  }
}

const read = (number: string) => readRequest(recorder, requestStream({ agencyId: 'jia', number }));

function split(from: Recorder, commandId: string, ...parts: readonly string[]) {
  const data = { agencyId: 'jia', number: '1', parts };
  const sealed = Object.fromEntries(parts.map((part) => [part, `第 ${part} 件`]));
  const command = { type: 'SplitRequest', data, sealed, today: '2025-06-30' } as const;
  const meta = { commandId, actor: 'test' };
  return new SplitRequestHandler(from, terms).execute(new SplitRequestCommand(command, meta));
}

describe('SplitRequest 拆分', () => {
  it('is finished by the same split again, when the machine stopped between two parts', async () => {
    await register('1');
    let appends = 0;
    const stopping: Recorder = {
      ...recorder,
      ledger: {
        ledgerId: ledger.ledgerId,
        readStream: (stream, options) => ledger.readStream(stream, options),
        append: (batch) => {
          appends += 1;
          if (appends === 2) throw new LedgerStopped('the machine stopped');
          return ledger.append(batch);
        },
      },
    };
    await expect(split(stopping, 'once', '1-1', '1-2', '1-3')).rejects.toThrow(LedgerStopped);
    expect((await read('1-1')).facts).toMatchObject({ splitFrom: '1' });
    expect((await read('1-2')).facts).toBeNull();

    // With the key of the first attempt, and then with another: nothing is registered twice.
    expect(await split(recorder, 'once', '1-1', '1-2', '1-3')).toMatchObject({ events: 2 });
    const again = await split(recorder, 'again', '1-1', '1-2', '1-3');
    const last = (await read('1-3')).history.at(-1);
    expect(again).toStrictEqual({ events: 0, revision: 0, position: last?.position });
  });

  it('takes a number that another request has for that one, and not for its own part', async () => {
    await register('1', '1-2');
    await expect(split(recorder, 'once', '1-1', '1-2')).rejects.toThrow(
      'request/already-registered',
    );
    expect((await read('1-1')).facts).toBeNull();
  });
});

describe('MergeRequest 并案', () => {
  it('never closes two requests by merging each into the other, however close they come', async () => {
    await register('1', '2');
    const handler = new MergeRequestHandler(recorder, new TakeStepHandler(recorder, terms));
    const merge = (number: string, into: string) => {
      const data = { agencyId: 'jia', number, into, mergedOn: '2025-03-10' } as const;
      const command = { type: 'MergeRequest', data, today: '2025-06-30' } as const;
      const meta = { commandId: `${number} into ${into}`, actor: 'test' };
      return handler.execute(new MergeRequestCommand(command, meta));
    };
    const both = await Promise.allSettled([merge('1', '2'), merge('2', '1')]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const { facts } = await read('2');
    expect(facts && closureOf(facts)).toBeNull();
  });
});
