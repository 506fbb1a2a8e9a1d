import { join } from 'node:path';

import { openEmbeddedLedger } from '../../src/ledger/embedded/embedded-ledger.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import {
  anAppend,
  collect,
  removeDirectories,
  temporaryDirectory,
  TUESDAY_MORNING,
} from '../support/ledger/builders.js';
import { startChild, startChildWithFileLimit } from '../support/ledger/child-process.js';

const open = (file: string, mode: 'write' | 'read'): Ledger =>
  openEmbeddedLedger({ file, clock: () => TUESDAY_MORNING, mode });

/** Each acknowledgement `<command id> <position>` stands in the ledger where it was said to be. */
async function expectKept(ledger: Ledger, acknowledged: readonly string[]): Promise<void> {
  const events = await collect(ledger.readAll());
  const kept = new Set(events.map(({ commandId, position }) => `${commandId} ${position}`));
  expect(acknowledged.filter((line) => !kept.has(line))).toEqual([]);
}

describe('a writer that is killed', () => {
  afterAll(removeDirectories);

  it('is answered as before when it sends its last command again', async () => {
    const file = join(temporaryDirectory(), 'ledger.db');
    const child = startChild('appending-process.ts', file, 'once');
    await child.said(20);
    await child.kill();
    const ledger = open(file, 'write');
    const [commandId = '', position] = child.lines.at(-1)!.split(' ');
    const stream = commandId.slice(0, 'once-a'.length);

    const again = await ledger.append(anAppend({ stream, commandId }));
    expect(again.position).toBe(position);
    await ledger.close();
  });
});

describe('a writer whose disk fails', () => {
  afterAll(removeDirectories);

  it('acknowledges nothing more, and has lost nothing it acknowledged', async () => {
    const file = join(temporaryDirectory(), 'ledger.db');
    const child = startChildWithFileLimit(512, 'appending-process.ts', file, 'limit');

    expect(await child.ended()).toBe(1);
    expect(child.lines.at(-1)).toBe('stopped');
    const ledger = open(file, 'write');
    await expectKept(ledger, child.lines.slice(0, -1));
    expect(child.lines.length).toBeGreaterThan(20);
    await ledger.close();
  });
});
