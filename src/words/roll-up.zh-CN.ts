/** 报送情况. */
export const STANDING_LABELS = {
  own: '本级',
  filed: '已报送',
  returned: '已退回',
  missing: '未报送',
} as const;

/** What of a child is summed. */
export const FROM_LABELS = {
  own: '本级的数字',
  edition: '报送的一版',
  file: '报送的文件',
  ledger: '台账现在的数字',
  'roll-up': '它下级的汇总',
} as const;
