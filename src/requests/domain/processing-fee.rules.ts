import type { FeeMethod } from './handling.events.js';

/**
 * 信息处理费 (《条例》第42条; 政府信息公开信息处理费管理办法, 国办函〔2020〕109号): each tier has its own rate, and a
 * request or a page costs what the tier says that it falls into. Whole 元.
 */

/** 计费档次: from the `from`-th to the `to`-th, 元 for each. */
type Tier = Readonly<{ from: number; to: number; rate: number }>;

/** What is charged within one tier. `to` is the last one that is charged, not the end of the tier. */
export type FeeLine = Tier & Readonly<{ quantity: number; amount: number }>;

/** One request is charged by one of the two methods (第三条). */
export type ProcessingFee = Readonly<{
  method: FeeMethod;
  /** 件 or 页. */
  quantity: number;
  /** 元. */
  amount: number;
  lines: readonly FeeLine[];
  /** The articles it rests on. */
  basis: string;
}>;

const FEE_BASIS: Readonly<Record<FeeMethod, string>> = {
  'per-item': '《条例》第42条；国办函〔2020〕109号第四条',
  'per-page': '《条例》第42条；国办函〔2020〕109号第五条',
};

/** More than anybody has ever asked for; a longer sum is a slip of the keyboard. */
export const FEE_QUANTITY_MAX = 10_000;

/** 按件: the requests of one applicant within one calendar month (第四条). */
export function feeByItems(items: number): ProcessingFee {
  return charged('per-item', items, itemTiers());
}

/** 按量: the pages of one request (第五条). */
export function feeByPages(pages: number): ProcessingFee {
  return charged('per-page', pages, PAGE_TIERS);
}

/**
 * 按件, what one more notice asks for: what the requests of the month cost together, less what was
 * noticed for that month before. Never less than nothing: what was noticed is not paid back here.
 */
export function feeOfNotice(itemsInMonth: number, noticedInMonth: number): number {
  const { amount } = feeByItems(itemsInMonth);
  return amount > noticedInMonth ? amount - noticedInMonth : 0;
}

/**
 * Up to 10 free, 11 to 30 at 100 元, and from 31 on every ten are a step of 100 元 more. That 31 to 40
 * cost 200 元 each is inferred from the wording.
 */
function* itemTiers(): Generator<Tier> {
  yield { from: 1, to: 10, rate: 0 };
  yield { from: 11, to: 30, rate: 100 };
  for (let step = 0; ; step += 1) {
    yield { from: 31 + 10 * step, to: 40 + 10 * step, rate: 200 + 100 * step };
  }
}

const PAGE_TIERS: readonly Tier[] = [
  { from: 1, to: 30, rate: 0 },
  { from: 31, to: 100, rate: 10 },
  { from: 101, to: 200, rate: 20 },
  { from: 201, to: Infinity, rate: 40 },
];

function charged(method: FeeMethod, quantity: number, tiers: Iterable<Tier>): ProcessingFee {
  const lines: FeeLine[] = [];
  for (const { from, to, rate } of tiers) {
    if (from > quantity) break;
    const last = to < quantity ? to : quantity;
    const within = last - from + 1;
    lines.push({ from, to: last, rate, quantity: within, amount: within * rate });
  }
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  return { method, quantity, amount, lines, basis: FEE_BASIS[method] };
}
