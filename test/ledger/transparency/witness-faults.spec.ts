import fs, { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openEmbeddedLedger } from '../../../src/ledger/embedded/embedded-ledger.js';
import {
  LedgerFull,
  LedgerStopped,
  LedgerUnreachable,
  type Ledger,
} from '../../../src/ledger/ledger.js';
import {
  openWitnessed,
  type Witnessed,
} from '../../../src/ledger/transparency/witnessed-ledger.js';
import {
  TUESDAY_MORNING,
  anAppend,
  appendInTurn,
  collect,
  removeDirectories,
  temporaryDirectory,
} from '../../support/ledger/builders.js';

let folder: string;
let open: Ledger[] = [];
beforeEach(() => {
  folder = temporaryDirectory();
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const ledger of open.splice(0)) await ledger.close().catch(() => undefined);
});
afterAll(removeDirectories);

describe('an error of the disk of the witness', () => {
  it('stops the ledger for good: nothing is acknowledged after it', async () => {
    const { ledger, transparency } = await grown(2);
    const flush = jest.spyOn(fs, 'fdatasyncSync').mockImplementationOnce(() => {
      throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
    });
    await expect(ledger.append(anAppend({ expectedRevision: 2 }))).rejects.toThrow(LedgerStopped);
    expect(flush).toHaveBeenCalledTimes(1);
    // The disk would answer now, and is not asked.
    await expect(ledger.append(anAppend({ stream: 'b' }))).rejects.toThrow(LedgerStopped);
    await expect(transparency.checkpoint('sha256-ed25519')).rejects.toThrow(LedgerStopped);
    expect(flush).toHaveBeenCalledTimes(1);
    expect(await collect(ledger.readStream('b'))).toEqual([]);
    // Reads go on, and the next process finds out what is really there.
    expect(await collect(ledger.readAll())).toHaveLength(3);
    await close({ ledger });
    await begin();
    expect(marks().at(-1)?.position).toBe('3');
  });

  it('is told once, so that the process can end', async () => {
    const failed = jest.fn<undefined, [LedgerStopped]>();
    const { ledger } = await begin(embedded(), failed);
    writeFileSync(marksFile(), readFileSync(marksFile(), 'utf8').repeat(4_000));
    await close({ ledger });
    const again = await begin(embedded(), failed);
    // The file has grown long, and its folder is gone when it is to be replaced.
    rmSync(join(folder, 'witness'), { recursive: true });
    await expect(again.ledger.append(anAppend())).rejects.toThrow(LedgerStopped);
    await expect(again.ledger.append(anAppend())).rejects.toThrow(LedgerStopped);
    expect(failed.mock.calls).toEqual([
      [expect.objectContaining({ message: expect.stringContaining('the witness failed') })],
    ]);
  });

  it('that is full refuses appends until there is room, and adds no event meanwhile', async () => {
    const { ledger } = await grown(2);
    const full = jest.spyOn(fs, 'writeFileSync').mockImplementation(() => {
      throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    });
    const append = anAppend({ expectedRevision: 2 });
    await expect(ledger.append(append)).rejects.toThrow(LedgerFull);
    await expect(ledger.append(anAppend({ stream: 'b' }))).rejects.toThrow(LedgerFull);
    expect(await collect(ledger.readAll())).toHaveLength(3);
    full.mockRestore();
    await expect(ledger.append(append)).resolves.toMatchObject({ repeated: true });
    expect(marks().at(-1)?.position).toBe('3');
  });
});

describe('a store that did not answer for a while', () => {
  const append = anAppend({ expectedRevision: 2 });
  it.each<[string, (opened: Witnessed) => Promise<unknown>]>([
    ['a checkpoint', ({ transparency }) => transparency.checkpoint('sha256-ed25519')],
    ['an append', ({ ledger }) => ledger.append(append)],
  ])('refuses %s, and goes on when it answers again', async (_, ask) => {
    const inner = embedded();
    const opened = await begin(inner);
    await appendInTurn(opened.ledger, 'request-1', 2);
    jest.spyOn(inner, 'head').mockRejectedValueOnce(new LedgerUnreachable('no answer'));
    await expect(ask(opened)).rejects.toThrow(LedgerUnreachable);
    await ask(opened);
    await opened.ledger.append(anAppend({ stream: 'b' }));
    expect(marks().at(-1)?.position).toBe(await inner.head());
  });
});

async function begin(
  inner = embedded(),
  diskFailed?: (why: LedgerStopped) => void,
): Promise<Witnessed> {
  const witnessed = await openWitnessed(inner, {
    directory: join(folder, 'witness'),
    keysDirectory: join(folder, 'keys'),
    clock: () => TUESDAY_MORNING,
    mode: 'write',
    diskFailed,
  });
  open.push(witnessed.ledger);
  return witnessed;
}

async function grown(count: number): Promise<Witnessed> {
  const witnessed = await begin();
  await appendInTurn(witnessed.ledger, 'request-1', count);
  return witnessed;
}

async function close({ ledger }: Pick<Witnessed, 'ledger'>): Promise<void> {
  await ledger.close();
  open = open.filter((it) => it !== ledger);
}

function embedded(): Ledger {
  const file = join(folder, 'ledger.db');
  return openEmbeddedLedger({ file, clock: () => TUESDAY_MORNING, mode: 'write' });
}

function marksFile(): string {
  return join(folder, 'witness', 'marks.jsonl');
}

function marks(): readonly Readonly<{ position: string }>[] {
  const lines = readFileSync(marksFile(), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as { position: string });
}
