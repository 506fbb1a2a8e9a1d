import fc from 'fast-check';
import {
  FEE_QUANTITY_MAX,
  feeByItems,
  feeByPages,
  feeOfNotice,
} from '../../src/requests/domain/processing-fee.rules.js';

const quantities = fc.integer({ min: 0, max: FEE_QUANTITY_MAX - 1 });

describe('信息处理费按件 by requests of one applicant in a month', () => {
  it.each([
    [0, 0],
    [1, 0],
    [10, 0],
    [11, 100],
    [30, 2_000],
    [31, 2_200],
    [40, 4_000],
    [41, 4_300],
    [50, 7_000],
    [51, 7_400],
    [100, 37_000],
  ])('%i 件 cost %i 元', (items, amount) => {
    expect(feeByItems(items).amount).toBe(amount);
  });

  it('is ten free, then a hundred each, then a hundred more with every ten', () => {
    /** The rate of the nth request, written as the rule is spoken. */
    const rate = (nth: number): number => {
      if (nth <= 10) return 0;
      return nth <= 30 ? 100 : 100 * (Math.ceil((nth - 30) / 10) + 1);
    };
    fc.assert(
      fc.property(quantities, (items) => {
        expect(feeByItems(items + 1).amount - feeByItems(items).amount).toBe(rate(items + 1));
      }),
    );
  });

  it('shows each tier that it reaches, down to the last request', () => {
    expect(feeByItems(33)).toEqual({
      method: 'per-item',
      quantity: 33,
      amount: 2_600,
      lines: [
        { from: 1, to: 10, rate: 0, quantity: 10, amount: 0 },
        { from: 11, to: 30, rate: 100, quantity: 20, amount: 2_000 },
        { from: 31, to: 33, rate: 200, quantity: 3, amount: 600 },
      ],
      basis: '《条例》第42条；国办函〔2020〕109号第四条',
    });
  });

  it('asks in each notice for what the month costs by then, less what was noticed before', () => {
    expect(feeOfNotice(9, 0)).toBe(0);
    expect(feeOfNotice(31, 0)).toBe(2_200);
    expect(feeOfNotice(33, 2_200)).toBe(400);
    expect(feeOfNotice(33, 2_600)).toBe(0);
  });

  it('never asks for less than nothing, when a request that was noticed is voided', () => {
    expect(feeOfNotice(30, 2_200)).toBe(0);
  });

  it('comes to the same sum in one notice or in many', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1 }), (totals) => {
        const ascending = [...totals].sort((one, other) => one - other);
        const noticed = ascending.reduce((sum, total) => sum + feeOfNotice(total, sum), 0);
        expect(noticed).toBe(feeByItems(ascending.at(-1)!).amount);
      }),
    );
  });
});

describe('信息处理费按量 by pages of one request', () => {
  it.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2_700],
    [201, 2_740],
    [250, 4_700],
  ])('%i 页 cost %i 元', (pages, amount) => {
    expect(feeByPages(pages).amount).toBe(amount);
  });

  it('shows each tier that it reaches, down to the last page', () => {
    expect(feeByPages(102)).toEqual({
      method: 'per-page',
      quantity: 102,
      amount: 740,
      lines: [
        { from: 1, to: 30, rate: 0, quantity: 30, amount: 0 },
        { from: 31, to: 100, rate: 10, quantity: 70, amount: 700 },
        { from: 101, to: 102, rate: 20, quantity: 2, amount: 40 },
      ],
      basis: '《条例》第42条；国办函〔2020〕109号第五条',
    });
  });

  it('charges each page by the tier that it falls into', () => {
    const rate = (nth: number): number => {
      if (nth <= 30) return 0;
      if (nth <= 100) return 10;
      return nth <= 200 ? 20 : 40;
    };
    fc.assert(
      fc.property(quantities, (pages) => {
        expect(feeByPages(pages + 1).amount - feeByPages(pages).amount).toBe(rate(pages + 1));
      }),
    );
  });
});

describe.each([
  ['件', feeByItems],
  ['页', feeByPages],
])('the lines of a fee by %s', (_, fee) => {
  it('follow each other without a gap and add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (quantity) => {
        const { lines, amount } = fee(quantity);
        let [next, sum] = [1, 0];
        for (const line of lines) {
          expect(line).toMatchObject({ from: next, quantity: line.to - line.from + 1 });
          expect(line.amount).toBe(line.quantity * line.rate);
          next = line.to + 1;
          sum += line.amount;
        }
        expect([next - 1, sum]).toEqual([quantity, amount]);
      }),
    );
  });
});
