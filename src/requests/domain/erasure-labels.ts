import { ERASURE_GROUNDS, type ErasureGround } from './personal-data.events.js';

/** The grounds as a clerk writes them, in the order of 《个人信息保护法》第47条第1款. */
export const ERASURE_GROUND_LABELS: Readonly<Record<ErasureGround, string>> = {
  'purpose-achieved': '处理目的已实现',
  'retention-over': '保存期限届满',
  'consent-withdrawn': '撤回同意',
  unlawful: '违法处理',
  'other-law': '其他法定情形',
};

export function erasureGroundFrom(word: string): ErasureGround | undefined {
  return ERASURE_GROUNDS.find(
    (ground) => ground === word || ERASURE_GROUND_LABELS[ground] === word,
  );
}
