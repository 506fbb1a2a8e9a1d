import {
  FEE_QUANTITY_MAX,
  feeByItems,
  feeByPages,
  type FeeUnit,
  type ProcessingFee,
} from '../requests/domain/processing-fee.rules.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';

/** `gongkai fee --items N` or `--pages N`. */
export function showFee(output: Output, asked: Readonly<Partial<Record<FeeUnit, number>>>): void {
  const fee = feeAsked(asked);
  output.answer(fee, feeWords(fee));
}

function feeAsked({ items, pages }: Readonly<Partial<Record<FeeUnit, number>>>): ProcessingFee {
  const quantity = items ?? pages;
  if (quantity === undefined || (items !== undefined && pages !== undefined)) {
    throw new Usage('请写 --items 件数 或者 --pages 页数，只写一个：一件申请按一种方式收费。');
  }
  if (quantity > FEE_QUANTITY_MAX) {
    throw new Usage(`数量不大于 ${String(FEE_QUANTITY_MAX)}，请核对。`);
  }
  return items === undefined ? feeByPages(quantity) : feeByItems(quantity);
}

const METHODS = { items: '按件', pages: '按量' } as const;
const MEASURES = { items: '件', pages: '页' } as const;

function feeWords({ unit, quantity, amount, lines, basis }: ProcessingFee): readonly string[] {
  const measure = MEASURES[unit];
  return [
    `${METHODS[unit]}收取信息处理费：${String(quantity)} ${measure}，共 ${String(amount)} 元`,
    ...lines.map(
      ({ from, to, quantity: within, rate, amount: charged }) =>
        `第 ${String(from)} 至 ${String(to)} ${measure}：` +
        (rate === 0
          ? '不收费'
          : `${String(within)} ${measure} × ${String(rate)} 元 = ${String(charged)} 元`),
    ),
    `依据：${basis}`,
  ];
}
