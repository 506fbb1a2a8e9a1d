import { join } from 'node:path';
import {
  ImportRequestsCommand,
  ImportRequestsHandler,
} from '../../src/requests/import-requests.handler.js';
import type { ImportResult } from '../../src/csv/import-rows.js';
import { decideAndAppend, type Recorder } from '../../src/ledger/decide-and-append.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { Turns } from '../../src/ledger/turns.js';
import { openKeyStore } from '../../src/ledger/vault/key-store.js';
import type { Vault } from '../../src/ledger/vault/vault.js';
import { requestDecider } from '../../src/requests/domain/request.decider.js';
import { problemWords } from '../../src/words/row-problems.js';
import { defaultTerms, fixedTerms } from '../support/calendar.js';
import {
  collect,
  removeDirectories,
  temporaryDirectory,
  TUESDAY_MORNING,
} from '../support/ledger/builders.js';
import { keyStoreOptions } from '../support/ledger/vault.js';
import { openMemoryLedger } from '../support/ledger/memory-ledger.js';

const HEADINGS =
  '登记编号,收到日期,渠道,申请人类型,申请人,证件号码,联系方式,所需信息,办结日期,办理结果,备注';

let ledger: Ledger;
let vault: Vault;

beforeEach(() => {
  ledger = openMemoryLedger({ ledgerId: 'here', events: [] }, () => TUESDAY_MORNING);
  const directory = join(temporaryDirectory(), 'keys');
  vault = openKeyStore(keyStoreOptions({ directory, ledgerId: 'here', ledgerIsNew: true }));
});

afterEach(() => vault.close());
afterAll(removeDirectories);

/** A process of its own: nobody else's turns are waited for. */
const process = (): Recorder => ({ ledger, vault, turns: new Turns() });

const terms = fixedTerms();

/** Takes rows in on Mon 2025-06-30. */
function importing(recorder: Recorder, ...rows: readonly string[]): Promise<ImportResult> {
  const file = Buffer.from([HEADINGS, ...rows].join('\n'), 'utf8');
  const by = { today: '2025-06-30', actor: 'test' } as const;
  const command = new ImportRequestsCommand('jia', file, by, { allOrNothing: false });
  return new ImportRequestsHandler(recorder, terms).execute(command);
}

const codes = ({ problems }: ImportResult): readonly string[] =>
  problems.map(problemWords).map(({ code }) => code);

const OPEN = '2025-1,2025-03-03,网站,自然人,张三,,,财政预算,,,';

describe('ImportRequests 导入依申请公开台账', () => {
  it('adds nothing the second time', async () => {
    expect(await importing(process(), OPEN)).toMatchObject({ added: 1, unchanged: 0 });
    expect(await importing(process(), OPEN)).toMatchObject({ added: 0, unchanged: 1 });
  });

  it('closes a request whose row gained its result, a contact, an ID number and a remark', async () => {
    await importing(process(), OPEN);
    const closed =
      '2025-1,2025-03-03,网站,自然人,张三,330902199001011234,13800000000,财政预算,2025-03-20,予以公开,已电话告知';
    expect(await importing(process(), closed)).toMatchObject({ added: 1, problems: [] });
    expect((await collect(ledger.readAll())).map(({ type }) => type)).toEqual([
      'RequestRegistered',
      'ReplyDecided',
      'ReplyServed',
    ]);
  });

  it.each([
    ['applicant', '2025-1,2025-03-03,网站,自然人,李四,,,财政预算,,,'],
    ['description', '2025-1,2025-03-03,网站,自然人,张三,,,征地批文,,,'],
  ])('refuses a known number with another %s as another request', async (_what, row) => {
    await importing(process(), OPEN);
    expect(codes(await importing(process(), row))).toEqual(['request/already-registered']);
    expect(await collect(ledger.readAll())).toHaveLength(1);
  });

  it('refuses a known number with another ID number', async () => {
    await importing(process(), '2025-1,2025-03-03,网站,自然人,张三,A1,,财政预算,,,');
    const other = '2025-1,2025-03-03,网站,自然人,张三,B2,,财政预算,,,';
    expect(codes(await importing(process(), other))).toEqual(['request/already-registered']);
  });

  it('takes a row of an erased request for known, whoever is named in it', async () => {
    await importing(process(), OPEN);
    await vault.forget(['request-jia-2025-1']);
    expect(await importing(process(), OPEN)).toMatchObject({ added: 0, unchanged: 1 });
    expect(await collect(ledger.readAll())).toHaveLength(1);
  });

  it('refuses a row of a request whose key was lost: nobody can say whose it was', async () => {
    await importing(process(), OPEN);
    const lost: Recorder = { ...process(), vault: { ...vault, open: () => 'lost' } };
    expect(codes(await importing(lost, OPEN))).toEqual(['request/key-lost']);
  });

  it('refuses a row of a restricted request: it may not be opened to compare', async () => {
    await importing(process(), OPEN);
    const data = { agencyId: 'jia', number: '2025-1', by: '王科员', reason: '本人要求' };
    const command = { type: 'RestrictProcessing', data, today: '2025-06-30' } as const;
    const decider = requestDecider(defaultTerms());
    const meta = { commandId: 'restrict', actor: 'test' };
    await decideAndAppend(process(), decider, 'request-jia-2025-1', command, meta);
    expect(codes(await importing(process(), OPEN))).toEqual(['request/restricted']);
  });

  it('lets one of two imports win that name the same numbers for different people', async () => {
    const rowsOf = (name: string) =>
      Array.from(
        { length: 40 },
        (_, n) => `2025-${n},2025-03-03,网站,自然人,${name}${n},,,财政预算,,,`,
      );
    const ends = await Promise.all([
      importing(process(), ...rowsOf('张')),
      importing(process(), ...rowsOf('李')),
    ]);
    expect(ends.reduce((sum, { added }) => sum + added, 0)).toBe(40);
    expect(ends.reduce((sum, { problems }) => sum + problems.length, 0)).toBe(40);
    expect(await collect(ledger.readAll())).toHaveLength(40);
  });

  it('counts a row as added once when two imports bring it at the same time', async () => {
    const ends = await Promise.all([importing(process(), OPEN), importing(process(), OPEN)]);
    expect(ends.map(({ added }) => added).sort()).toEqual([0, 1]);
    expect(ends.map(({ unchanged }) => unchanged).sort()).toEqual([0, 1]);
  });

  it('takes no further row in after the store has failed', async () => {
    let appends = 0;
    const append = (): Promise<never> => {
      appends += 1;
      return Promise.reject(new Error('the disk is gone'));
    };
    const readStream = ledger.readStream.bind(ledger);
    const failing = { ledger: { ledgerId: 'here', append, readStream }, vault, turns: new Turns() };
    const rows = Array.from({ length: 500 }, (_, n) => OPEN.replace('2025-1', `2025-${n}`));

    await expect(importing(failing, ...rows)).rejects.toThrow('the disk is gone');
    const then = appends;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(appends).toBe(then);
    expect(appends).toBeLessThan(500);
  });
});
