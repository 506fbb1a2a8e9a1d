const ANEW =
  '确实要按现状继续的，运行 gongkai checkpoint --new-witness 重新留存；' +
  '此前的缺失、调换，从此只有打印在报告上、交给别人的检查点能够证明。';

const WORDS = {
  missing: () =>
    '台账里有记录，却没有高水位标记：标记丢失，或者有人删除它来掩盖台账被换成旧的。' +
    `请先从备份找回 witness/，并用打印在报告上的检查点核对台账。${ANEW}`,
  damaged: () => `高水位标记读不出，或者自相矛盾。请检查磁盘，从备份找回 witness/。${ANEW}`,
  'unknown-key': () =>
    '高水位标记不是用现在的签名密钥签的：keys/ 被换过。请从密钥的备份恢复 keys/。',
  'bad-signature': () => `高水位标记的签名不成立：标记被改动过。请从备份找回 witness/。${ANEW}`,
  'other-ledger': () =>
    `这不是原来那本台账：高水位标记属于另一本。请核对数据文件夹和 LEDGER_URL。${ANEW}`,
  shorter: ({ witness = 0, ledger = 0 }: Sizes) =>
    `台账只有 ${String(ledger)} 条，已确认登记的是 ${String(witness)} 条，` +
    `少了 ${String(witness - ledger)} 条：文件被换成旧的，或者尾部被截掉。` +
    `请从备份恢复最新的台账。${ANEW}`,
  forked: ({ witness = 0 }: Sizes) =>
    `台账前 ${String(witness)} 条与已确认登记的不一致：记录被改写过。请从备份恢复台账。${ANEW}`,
} as const;

type Sizes = Readonly<{ witness?: number; ledger?: number }>;

/** 台账与高水位标记不符: what is wrong, and what to do. */
export function witnessWords(fault: keyof typeof WORDS, sizes: Sizes): string {
  return WORDS[fault](sizes);
}

/** A root as a person types it in: 64 hex digits in groups of four. */
export function rootInGroups(hex: string): string {
  return hex.replace(/(.{4})(?=.)/g, '$1 ');
}
