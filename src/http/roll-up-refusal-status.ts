import type { RollUpRefusalCode } from '../words/roll-up-refusals.zh-CN.js';

/** 隶属、报送、汇总. */
export const ROLL_UP_REFUSAL_STATUS: Readonly<Record<RollUpRefusalCode, 404 | 409 | 422>> = {
  'agency/placed-under-itself': 409,
  'agency/already-so-placed': 409,
  'agency/placed-out-of-order': 422,
  'agency/already-abolished': 409,
  'agency/succeeded-by-itself': 422,
  'submission/year-not-over': 422,
  'submission/date-in-future': 422,
  'submission/already-submitted': 409,
  'submission/errors-open': 409,
  'submission/wrong-year': 422,
  'submission/too-long': 422,
  'submission/nothing-to-return': 409,
  'submission/return-reason-missing': 422,
  'submission/returned-before-submitted': 422,
  'submission/no-superior': 409,
  'submission/year-missing': 422,
  'submission/not-a-child': 409,
  'submission/unit-unknown': 422,
  'submission/unreadable-file': 422,
  'roll-up/not-recorded': 409,
  'roll-up/no-children': 409,
};
