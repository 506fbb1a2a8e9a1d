import { setImmediate as nextTurn } from 'node:timers/promises';

import { Turns } from '../../src/ledger/turns.js';

describe('turns', () => {
  const happened: string[] = [];
  const work = (name: string) => async (): Promise<string> => {
    happened.push(`${name} begins`);
    await nextTurn();
    happened.push(`${name} ends`);
    return name;
  };
  const failing = (): Promise<never> => Promise.reject(new Error('failed'));

  beforeEach(() => happened.splice(0));

  it('let work on one thing go in the order it came', async () => {
    const turns = new Turns();
    const ends = await Promise.all(['a', 'b', 'c'].map((name) => turns.take('one', work(name))));
    expect(ends).toEqual(['a', 'b', 'c']);
    expect(happened).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('let work on different things go side by side', async () => {
    const turns = new Turns();
    await Promise.all(['a', 'b'].map((name) => turns.take(name, work(name))));
    expect(happened).toEqual(['a begins', 'b begins', 'a ends', 'b ends']);
  });

  it('go on after one that failed, and tell only its own caller', async () => {
    const turns = new Turns();
    const [first, second] = await Promise.allSettled([
      turns.take('one', failing),
      turns.take('one', work('b')),
    ]);
    expect(first.status).toBe('rejected');
    expect(second).toEqual({ status: 'fulfilled', value: 'b' });
  });
});
