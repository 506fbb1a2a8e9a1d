import type { CheckId } from '../../../src/annual-reports/domain/checks.events.js';
import type { CheckExample } from './example.js';
import { ROLL_UP_EXAMPLES } from './roll-up-examples.js';
import { TABLE_FOUR_EXAMPLES } from './table-four-examples.js';
import { TABLE_THREE_EXAMPLES } from './table-three-examples.js';
import { TABLE_TWO_EXAMPLES } from './table-two-examples.js';
import { TEXT_EXAMPLES } from './text-examples.js';

/** Every check at work. */
export const CHECK_EXAMPLES: Readonly<Partial<Record<CheckId, CheckExample>>> = {
  ...TABLE_THREE_EXAMPLES,
  ...TABLE_TWO_EXAMPLES,
  ...TABLE_FOUR_EXAMPLES,
  ...TEXT_EXAMPLES,
  ...ROLL_UP_EXAMPLES,
};
