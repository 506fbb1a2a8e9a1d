import type { Command, Decider, Event, Refusal } from '../../src/kernel/decider.js';
import { CommandRefused } from '../../src/ledger/command-refused.js';
import { decideAllAndAppend, type Recorder } from '../../src/ledger/decide-and-append.js';
import { rehearsal } from '../../src/ledger/rehearsal-ledger.js';
import { Turns } from '../../src/ledger/turns.js';
import { openMemoryLedger } from '../support/ledger/memory-ledger.js';

type Added = Event<'Added', { amount: number }>;
type Add = Command<'Add', { amount: number }>;
type TooMuch = Refusal<'sum/too-much'>;

/** Adds up to ten and no further. */
const summing: Decider<number, Add, Added, TooMuch> = {
  initialState: 0,
  decide: ({ data }, sum) =>
    sum + data.amount > 10
      ? { refused: 'sum/too-much', basis: 'a test' }
      : [{ type: 'Added', occurredOn: '2021-01-01', data }],
  evolve: (sum, { data }) => sum + data.amount,
};

const add = (commandId: string, amount: number) => ({
  commandId,
  command: { type: 'Add', data: { amount }, today: '2021-01-01' } as const,
});

function recorder(): Recorder {
  const vault: Recorder['vault'] = {
    seal: () => Promise.reject(new Error('nothing is sealed here')),
    open: () => 'erased',
  };
  return {
    ledger: openMemoryLedger({ ledgerId: 'test', events: [] }, () => '2021-01-01T00:00:00.000Z'),
    vault,
    turns: new Turns(),
  };
}

async function amounts({ ledger }: Recorder): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const { data } of ledger.readStream('sum-1')) found.push(data['amount']);
  return found;
}

const run = (to: Recorder, ...commands: ReturnType<typeof add>[]) =>
  decideAllAndAppend(to, summing, { stream: 'sum-1', commands, actor: 'test' });

describe('several commands to one stream', () => {
  it('are each decided upon what the one before decided', async () => {
    const to = recorder();
    await expect(run(to, add('a', 6), add('b', 4))).resolves.toMatchObject({
      events: 2,
      revision: 1,
    });
    expect(await amounts(to)).toEqual([6, 4]);
  });

  it('leave nothing behind when one of them is refused, and the refusal names its command', async () => {
    const to = recorder();
    const refused = run(to, add('a', 6), add('b', 5));
    await expect(refused).rejects.toThrow(CommandRefused);
    await expect(refused).rejects.toMatchObject({
      command: 'Add',
      refusal: { refused: 'sum/too-much' },
    });
    expect(await amounts(to)).toEqual([]);
  });

  it('add nothing the second time, and only what is new when the list has grown', async () => {
    const to = recorder();
    const first = await run(to, add('a', 6));
    expect(await run(to, add('a', 6))).toEqual({ ...first, events: 0 });
    expect(await run(to, add('a', 6), add('b', 3))).toMatchObject({ events: 1, revision: 1 });
    expect(await run(to, add('a', 6), add('b', 3))).toMatchObject({ events: 0, revision: 1 });
    expect(await run(to, add('b', 3))).toMatchObject({ events: 0, revision: 1 });
    expect(await amounts(to)).toEqual([6, 3]);
  });
});

describe('a rehearsal', () => {
  it('decides upon the real history and its own, and leaves the ledger as it was', async () => {
    const to = recorder();
    await run(to, add('a', 6));
    const rehearsed = rehearsal(to);
    await expect(run(rehearsed, add('b', 3))).resolves.toMatchObject({ events: 1, revision: 1 });
    await expect(run(rehearsed, add('c', 3))).rejects.toThrow(CommandRefused);
    expect(await amounts(rehearsed)).toEqual([6, 3]);
    expect(await amounts(to)).toEqual([6]);
  });
});
