import type { Check } from './check.js';
import { brokenSums } from './sums.js';

const FORM = '国办公开办函〔2021〕30号 表三';

/** 表三的校验. */
export const TABLE_THREE_CHECKS = {
  'T3-01': { severity: 'E', basis: FORM, find: (report) => brokenSums(report, 'T3-01') },
  'T3-02': { severity: 'E', basis: FORM, find: (report) => brokenSums(report, 'T3-02') },
  'T3-03': { severity: 'E', basis: FORM, find: (report) => brokenSums(report, 'T3-03') },
} as const satisfies Readonly<Record<string, Check>>;
