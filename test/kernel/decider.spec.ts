import {
  BrokenInvariant,
  CorruptStream,
  assert,
  isRefusal,
  unreachable,
} from '../../src/kernel/decider.js';

describe('outcome of a decision', () => {
  it('is a refusal exactly when it is no list of events', () => {
    expect(isRefusal({ refused: 'request/not-registered', basis: 'nothing to extend' })).toBe(true);
    expect(isRefusal([])).toBe(false);
    expect(isRefusal([{ type: 'Happened', occurredOn: '2026-01-05', data: {} }])).toBe(false);
  });
});

describe('loud stops', () => {
  it('stops on a variant that no rule covers, and names it', () => {
    expect(() => unreachable({ type: 'Unheard' } as never)).toThrow(CorruptStream);
    expect(() => unreachable({ type: 'Unheard' } as never)).toThrow('{"type":"Unheard"}');
  });

  it('stops where an invariant does not hold, and only there', () => {
    expect(() => {
      assert(1 + 1 === 2, 'sums add up');
    }).not.toThrow();
    expect(() => {
      assert(false, 'table three balances');
    }).toThrow(new BrokenInvariant('table three balances'));
  });
});
