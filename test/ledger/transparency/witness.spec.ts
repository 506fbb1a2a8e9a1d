import { randomUUID } from 'node:crypto';
import fs, {
  appendFileSync,
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { openEmbeddedLedger } from '../../../src/ledger/embedded/embedded-ledger.js';
import {
  LedgerContradictsWitness,
  LedgerCorrupt,
  LedgerStopped,
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
import { tamper } from '../../support/ledger/ledger-file.js';
import { openMemoryLedger, type Memory } from '../../support/ledger/memory-ledger.js';

let folder: string;
let open: Witnessed[] = [];
beforeEach(() => {
  folder = temporaryDirectory();
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const { ledger } of open.splice(0)) await ledger.close().catch(() => undefined);
});
afterAll(removeDirectories);

describe('the high-water mark 高水位标记', () => {
  it('is there, for nothing yet, before the first event', async () => {
    await begin().then(close);
    expect(marks()).toHaveLength(1);
    expect(marks()[0]?.note.split('\n')[1]).toBe('0');
    await begin();
  });

  it('covers an append when it is acknowledged', async () => {
    const { ledger } = await begin();
    for (let count = 1; count <= 9; count += 1) {
      const { position } = await ledger.append(anAppend({ expectedRevision: count - 1 }));
      const last = marks().at(-1);
      expect(last?.position).toBe(position);
      expect(last?.note.split('\n')[1]).toBe(String(count));
    }
  });

  it('is written once for the appends of one commit', async () => {
    const { ledger } = await begin();
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => ledger.append(anAppend({ stream: `s-${n}` }))),
    );
    expect(marks()).toHaveLength(2);
    expect(marks().at(-1)?.note.split('\n')[1]).toBe('50');
  });

  it('is not written for what the ledger knew already', async () => {
    const { ledger } = await begin();
    const append = anAppend();
    await ledger.append(append);
    const before = marks();
    await expect(ledger.append(append)).resolves.toMatchObject({ repeated: true });
    expect(marks()).toEqual(before);
  });

  it('goes on from where it was, reading what came after it and no more', async () => {
    await grown(5).then(close);
    const memoryless = embedded();
    const ranges = jest.spyOn(memoryless, 'readAll');
    const { ledger } = await begin({ inner: memoryless });
    expect(ranges.mock.calls.map(([range]) => range?.after)).toEqual(['4', '5']);
    await ledger.append(anAppend({ expectedRevision: 5 }));
    expect(marks().at(-1)?.note.split('\n')[1]).toBe('6');
  });

  it('catches up at start with events that a crash left without their mark', async () => {
    await grown(3).then(close);
    const unwitnessed = embedded();
    await unwitnessed.append(anAppend({ expectedRevision: 3 }));
    await unwitnessed.close();
    const { transparency } = await begin();
    expect(marks().at(-1)?.note.split('\n')[1]).toBe('4');
    expect((await transparency.checkpoint('sha256-ed25519')).note).toBe(marks().at(-1)?.note);
  });

  it('forgets a last line that a power cut left torn, and goes on after it', async () => {
    await grown(3).then(close);
    const whole = readFileSync(marksFile(), 'utf8');
    const torn = whole.trimEnd().split('\n').at(-1) ?? '';
    appendFileSync(marksFile(), torn.slice(0, 100));
    const { ledger } = await begin();
    expect(readFileSync(marksFile(), 'utf8')).toBe(whole);
    await ledger.append(anAppend({ expectedRevision: 3 }));
    expect(marks().at(-1)?.position).toBe('4');
  });

  it('keeps its file short', async () => {
    await grown(2).then(close);
    const line = readFileSync(marksFile(), 'utf8').trimEnd().split('\n').at(-1) ?? '';
    writeFileSync(marksFile(), `${line}\n`.repeat(Math.ceil(1_100_000 / line.length)));
    const { ledger } = await begin();
    await ledger.append(anAppend({ expectedRevision: 2 }));
    expect(marks()).toHaveLength(1);
    await ledger.append(anAppend({ expectedRevision: 3 }));
    await close({ ledger });
    await begin();
    expect(marks().map(({ position }) => position)).toEqual(['3', '4']);
  });

  it('lies in files that only this user may read, and so do the keys', async () => {
    await begin();
    const mode = (...path: string[]) =>
      (fs.statSync(join(folder, ...path)).mode & 0o777).toString(8);
    expect(mode('witness')).toBe('700');
    expect(mode('witness', 'marks.jsonl')).toBe('600');
    expect(mode('keys')).toBe('700');
    expect(mode('keys', 'sign-sha256-ed25519')).toBe('400');
    expect(mode('keys', 'sign-sm3-sm2')).toBe('400');
  });

  it('is compared and never written by a reader', async () => {
    await grown(3).then(close);
    const unwitnessed = embedded();
    await unwitnessed.append(anAppend({ expectedRevision: 3 }));
    await unwitnessed.close();
    const before = snapshot();
    const { ledger, transparency } = await begin({ mode: 'read' });
    expect(await collect(ledger.readAll())).toHaveLength(4);
    expect((await transparency.checkpoint('sha256-ed25519')).checkpoint.size).toBe(3);
    expect(snapshot()).toEqual(before);
  });
});

describe.each(['write', 'read'] as const)('opening for %s 打开', (mode) => {
  const refusal = async (): Promise<LedgerContradictsWitness> => {
    const error: unknown = await begin({ mode }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LedgerContradictsWitness);
    // And it is no matter of chance: the next try is refused too.
    await expect(begin({ mode })).rejects.toThrow((error as Error).message);
    return error as LedgerContradictsWitness;
  };

  it('refuses an older copy of the ledger, and says how long both are', async () => {
    await grown(3).then(close);
    copyFileSync(ledgerFile(), `${ledgerFile()}.old`);
    const { ledger } = await begin();
    for (let n = 3; n < 8; n += 1) await ledger.append(anAppend({ expectedRevision: n }));
    await close({ ledger });
    renameSync(`${ledgerFile()}.old`, ledgerFile());
    expect(await refusal()).toMatchObject({ fault: 'shorter', sizes: { witness: 8, ledger: 3 } });
  });

  it.each([1, 2, 7, 8])('refuses a ledger of eight that lost its last %i', async (lost) => {
    await grown(8).then(close);
    cutTail(8 - lost);
    const sizes = { witness: 8, ledger: 8 - lost };
    expect(await refusal()).toMatchObject({ fault: 'shorter', sizes });
  });

  it('refuses a ledger that was cut and went on differently', async () => {
    await grown(8).then(close);
    cutTail(5);
    const forger = embedded();
    for (let n = 5; n < 9; n += 1) await forger.append(anAppend({ expectedRevision: n }));
    await forger.close();
    expect(await refusal()).toMatchObject({ fault: 'forked', sizes: { witness: 8 } });
  });

  it('refuses another ledger in its place', async () => {
    await grown(2).then(close);
    rmSync(ledgerFile());
    const other = embedded();
    await appendInTurn(other, 'request-1', 3);
    await other.close();
    expect(await refusal()).toMatchObject({ fault: 'other-ledger' });
  });

  it('refuses a ledger with events and no mark', async () => {
    await grown(2).then(close);
    rmSync(join(folder, 'witness'), { recursive: true });
    expect(await refusal()).toMatchObject({ fault: 'missing' });
  });

  it('refuses a mark that another key signed', async () => {
    await grown(2).then(close);
    const key = join(folder, 'keys', 'sign-sha256-ed25519');
    rmSync(key);
    writeFileSync(key, Buffer.alloc(32, 1));
    expect(await refusal()).toMatchObject({ fault: 'unknown-key' });
  });

  it('makes no new key for a mark whose key is lost', async () => {
    await grown(2).then(close);
    rmSync(join(folder, 'keys', 'sign-sha256-ed25519'));
    await expect(begin({ mode })).rejects.toThrow(LedgerStopped);
    expect(existsSync(join(folder, 'keys', 'sign-sha256-ed25519'))).toBe(false);
  });

  it('refuses a mark whose size was changed', async () => {
    await grown(3).then(close);
    writeFileSync(marksFile(), readFileSync(marksFile(), 'utf8').replaceAll('\\n3\\n', '\\n2\\n'));
    expect(await refusal()).toMatchObject({ fault: 'bad-signature' });
  });

  it('does not take marks that it cannot reach for marks that are gone', async () => {
    await grown(3).then(close);
    rmSync(marksFile());
    // As a missing right is for who is not root.
    symlinkSync('marks.jsonl', marksFile());
    await expect(begin({ mode })).rejects.toMatchObject({ code: 'ELOOP' });
  });

  it('refuses an empty file of marks', async () => {
    await grown(3).then(close);
    writeFileSync(marksFile(), '');
    expect(await refusal()).toMatchObject({ fault: 'damaged' });
  });
});

describe('a mutated mark', () => {
  it('is refused, or says what it said before, whichever bit was flipped', async () => {
    const memory: Memory = { ledgerId: randomUUID(), events: [] };
    const inner = () => openMemoryLedger(memory, () => TUESDAY_MORNING);
    await begin({ inner: inner() }).then(async ({ ledger }) => {
      await appendInTurn(ledger, 'request-1', 5);
      await close({ ledger });
    });
    const newest = readFileSync(marksFile()).toString().trimEnd().split('\n').at(-1) ?? '';
    const honest = Buffer.from(`${newest}\n`);
    const outcomes = { refused: 0, same: 0 };
    for (let bit = 0; bit < honest.length * 8; bit += 5) {
      const bytes = Buffer.from(honest);
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      writeFileSync(marksFile(), bytes);
      const opened = await begin({ inner: inner(), mode: 'read' }).catch((error: unknown) => error);
      if (opened instanceof LedgerCorrupt) outcomes.refused += 1;
      else {
        const { note } = await (opened as Witnessed).transparency.checkpoint('sha256-ed25519');
        expect(decoded(note)).toEqual(decoded(JSON.parse(newest).note));
        outcomes.same += 1;
      }
    }
    // What may be flipped is the case of a hex digit, and the padding bits at the end of base64.
    expect(outcomes.refused).toBeGreaterThan(10 * outcomes.same);
    expect(outcomes.same).toBeGreaterThan(0);
  }, 60_000);
});

describe('beginning anew 重新留存', () => {
  it('takes the ledger as it is, and keeps the old marks under another name', async () => {
    await grown(5).then(close);
    const before = marks();
    cutTail(3);
    await expect(begin()).rejects.toThrow(LedgerContradictsWitness);
    const { ledger } = await begin({ anew: true });
    expect(marks().map(({ position }) => position)).toEqual(['3']);
    const [aside = ''] = readdirSync(join(folder, 'witness')).filter((it) => it.includes('until'));
    expect(marks(join(folder, 'witness', aside))).toEqual(before);
    await close({ ledger });
    await begin();
  });
});

type Change = Readonly<{ inner?: Ledger; mode?: 'read' | 'write'; anew?: boolean }>;

async function begin({ mode = 'write', inner, anew = false }: Change = {}): Promise<Witnessed> {
  const directory = join(folder, 'witness');
  const keysDirectory = join(folder, 'keys');
  const clock = () => TUESDAY_MORNING;
  const options = { directory, keysDirectory, clock, mode, anew };
  const witnessed = await openWitnessed(inner ?? embedded(mode), options);
  open.push(witnessed);
  return witnessed;
}

async function grown(count: number): Promise<Witnessed> {
  const witnessed = await begin();
  await appendInTurn(witnessed.ledger, 'request-1', count);
  return witnessed;
}

async function close({ ledger }: Pick<Witnessed, 'ledger'>): Promise<void> {
  await ledger.close();
  open = open.filter((it) => it.ledger !== ledger);
}

function embedded(mode: 'read' | 'write' = 'write'): Ledger {
  return openEmbeddedLedger({ file: ledgerFile(), clock: () => TUESDAY_MORNING, mode });
}

/** Cuts the tail as somebody would who knows the tables. */
function cutTail(left: number): void {
  const cut = `DELETE FROM commands WHERE position > ${left}; DELETE FROM events WHERE position > ${left}`;
  tamper(ledgerFile(), cut);
}

function ledgerFile(): string {
  return join(folder, 'ledger.db');
}

function marksFile(): string {
  return join(folder, 'witness', 'marks.jsonl');
}

type Line = Readonly<{ note: string; position: string }>;

function marks(file = marksFile()): Line[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}

function snapshot(): unknown {
  const files = ['witness', 'keys'].flatMap((name) =>
    readdirSync(join(folder, name)).map((file) => join(folder, name, file)),
  );
  return files.map((file) => [file, readFileSync(file, 'hex')]);
}

/** The lines of a note, its base64 as bytes. */
function decoded(note: string): unknown {
  const lines = note.split('\n');
  const signature = Buffer.from(lines[6]?.split(' ').at(-1) ?? '', 'base64');
  return [lines.slice(0, 6), signature.toString('hex')];
}
