import type { Check } from './check.js';
import { brokenSums } from './sums.js';

const FORM = '国办公开办函〔2021〕30号 表四';

/** 表四的校验. */
export const TABLE_FOUR_CHECKS = {
  'T4-01': { severity: 'E', basis: FORM, find: (report) => brokenSums(report, 'T4-01') },
} as const satisfies Readonly<Record<string, Check>>;
