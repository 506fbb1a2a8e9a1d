import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { LedgerContradictsWitness } from '../../../src/ledger/ledger.js';
import { SUITES, TREE_HASH, type Suite } from '../../../src/ledger/transparency/suites.js';
import {
  openWitnessed,
  type Witnessed,
} from '../../../src/ledger/transparency/witnessed-ledger.js';
import {
  TUESDAY_MORNING,
  appendInTurn,
  collect,
  removeDirectories,
  temporaryDirectory,
} from '../../support/ledger/builders.js';
import { openMemoryLedger, type Memory } from '../../support/ledger/memory-ledger.js';

let memory: Memory;
let witnessed: Witnessed;
beforeEach(async () => {
  memory = { ledgerId: randomUUID(), events: [] };
  const folder = temporaryDirectory();
  const clock = () => TUESDAY_MORNING;
  const directory = join(folder, 'witness');
  const options = { directory, keysDirectory: join(folder, 'keys'), clock, mode: 'write' } as const;
  witnessed = await openWitnessed(openMemoryLedger(memory, clock), options);
});
afterEach(() => witnessed.ledger.close());
afterAll(removeDirectories);

describe.each(SUITES)('proofs in %s 证明', (suite) => {
  it('lead from every event of the ledger to the root that was signed', async () => {
    const { ledger, transparency } = witnessed;
    await appendInTurn(ledger, 'request-1', 11);
    for (const [index, { eventId }] of (await collect(ledger.readAll())).entries()) {
      const proof = await transparency.proveEvent(eventId, suite);
      expect(proof).toMatchObject({ index, size: 11 });
      expect(proof?.leaf).toBe(
        h(suite, Buffer.of(0), Buffer.from(proof?.record ?? '')).toString('hex'),
      );
      expect(JSON.parse(proof?.record ?? '')).toMatchObject({ eventId, revision: index });
      expect(rootFrom(suite, index, 11, proof?.leaf ?? '', proof?.path ?? [])).toBe(
        rootOf(proof?.note ?? ''),
      );
    }
  });

  it('are for the checkpoint that the suite signs', async () => {
    const { ledger, transparency } = witnessed;
    await appendInTurn(ledger, 'request-1', 3);
    const { checkpoint, note } = await transparency.checkpoint(suite);
    expect(checkpoint).toMatchObject({ ledgerId: memory.ledgerId, size: 3, suite });
    expect(transparency.read(note)).toEqual({ checkpoint });
  });

  it('show that a ledger still begins with what an older checkpoint covered', async () => {
    const { ledger, transparency } = witnessed;
    const older = [(await transparency.checkpoint(suite)).checkpoint];
    for (let size = 1; size <= 9; size += 1) {
      await appendInTurn(ledger, `s-${size}`, 1);
      older.push((await transparency.checkpoint(suite)).checkpoint);
    }
    for (const { size, root } of older) {
      const proof = await transparency.proveGrowth({ size, root }, suite);
      expect(proof).toMatchObject({ olderSize: size, olderRoot: root.toString('hex'), size: 9 });
      if (size > 0)
        expect(grows(suite, size, 9, proof.olderRoot, proof.path)).toBe(rootOf(proof.note));
    }
  });

  it('are refused for a history that is not the one of an older checkpoint', async () => {
    const { ledger, transparency } = witnessed;
    await appendInTurn(ledger, 'request-1', 4);
    const { root } = (await transparency.checkpoint(suite)).checkpoint;
    await expect(transparency.proveGrowth({ size: 3, root }, suite)).rejects.toMatchObject({
      fault: 'forked',
    });
    await expect(transparency.proveGrowth({ size: 5, root }, suite)).rejects.toMatchObject({
      fault: 'shorter',
      sizes: { witness: 5, ledger: 4 },
    });
  });

  it('are refused, and nothing is signed, when an old event is no longer what was marked', async () => {
    const { ledger, transparency } = witnessed;
    await appendInTurn(ledger, 'request-1', 4);
    const [first, second] = memory.events;
    memory.events.splice(0, 2, second!, first!);
    const { eventId } = memory.events[3]!;
    await expect(transparency.proveEvent(eventId, suite)).rejects.toThrow(LedgerContradictsWitness);
    await expect(transparency.checkpoint('sm3-sm2')).rejects.toMatchObject({ fault: 'forked' });
    memory.events.splice(1);
    await expect(transparency.checkpoint('sm3-sm2')).rejects.toMatchObject({ fault: 'shorter' });
  });

  it('are the same for the id of an event and for its position', async () => {
    await appendInTurn(witnessed.ledger, 'request-1', 3);
    const { eventId, position } = memory.events[1]!;
    const { transparency } = witnessed;
    const byId = await transparency.proveEvent(eventId, 'sha256-ed25519');
    expect(byId?.index).toBe(1);
    expect(await transparency.proveEvent(position, 'sha256-ed25519')).toEqual(byId);
  });

  it('are not made for an event that is not there', async () => {
    await appendInTurn(witnessed.ledger, 'request-1', 2);
    await expect(witnessed.transparency.proveEvent('nobody', suite)).resolves.toBeUndefined();
  });
});

function rootOf(note: string): string {
  return Buffer.from(note.split('\n')[2] ?? '', 'base64').toString('hex');
}

function h(suite: Suite, ...parts: readonly Buffer[]): Buffer {
  return createHash(TREE_HASH[suite]).update(Buffer.concat(parts)).digest();
}

const node = (suite: Suite, left: string, right: string): string =>
  h(suite, Buffer.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex')).toString('hex');

/** RFC 9162, section 2.1.3.2: the root that a path leads to. */
function rootFrom(
  suite: Suite,
  index: number,
  size: number,
  leaf: string,
  path: readonly string[],
) {
  let [fn, sn, r] = [index, size - 1, leaf];
  for (const p of path) {
    if (fn % 2 === 1 || fn === sn) {
      r = node(suite, p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else r = node(suite, r, p);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return sn === 0 ? r : 'the path is too short';
}

/** RFC 9162, section 2.1.4.2: the newer root, if the proof leads to the older one too. */
function grows(suite: Suite, older: number, size: number, first: string, proof: readonly string[]) {
  if (older === size) return proof.length === 0 ? first : 'a path for nothing';
  const path = Math.log2(older) % 1 === 0 ? [first, ...proof] : [...proof];
  let [fn, sn] = [older - 1, size - 1];
  while (fn % 2 === 1) [fn, sn] = [fn >> 1, sn >> 1];
  let [fr, sr] = [path[0] ?? '', path[0] ?? ''];
  for (const c of path.slice(1)) {
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [node(suite, c, fr), node(suite, c, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else sr = node(suite, sr, c);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return fr === first && sn === 0 ? sr : 'not the older root';
}
