import {
  FEE_QUANTITY_MAX,
  feeByItems,
  feeByPages,
  type ProcessingFee,
} from '../requests/domain/processing-fee.rules.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';

type Asked = Readonly<{ items?: number; pages?: number }>;

/** `gongkai fee --items N` or `--pages N`. */
export function showFee(output: Output, asked: Asked): void {
  const fee = feeAsked(asked);
  output.answer(fee, feeWords(fee));
}

function feeAsked({ items, pages }: Asked): ProcessingFee {
  const quantity = items ?? pages;
  if (quantity === undefined || (items !== undefined && pages !== undefined)) {
    throw new Usage('请写 --items 件数 或者 --pages 页数，只写一个：一件申请按一种方式收费。');
  }
  if (quantity > FEE_QUANTITY_MAX) {
    throw new Usage(`数量不大于 ${String(FEE_QUANTITY_MAX)}，请核对。`);
  }
  return items === undefined ? feeByPages(quantity) : feeByItems(quantity);
}

const METHODS = { 'per-item': '按件', 'per-page': '按量' } as const;
const MEASURES = { 'per-item': '件', 'per-page': '页' } as const;

function feeWords({ method, quantity, amount, lines, basis }: ProcessingFee): readonly string[] {
  const measure = MEASURES[method];
  return [
    `${METHODS[method]}收取信息处理费：${String(quantity)} ${measure}，共 ${String(amount)} 元`,
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
