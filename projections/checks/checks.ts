import { CHECK_IDS, type CheckId } from '../../src/annual-reports/domain/checks.events.js';
import type { Check, CheckedReport, Finding } from './check.js';
import { REQUEST_CHECKS } from './requests.checks.js';
import { ROLL_UP_CHECKS } from './roll-up.checks.js';
import { TABLE_FOUR_CHECKS } from './table-four.checks.js';
import { TABLE_THREE_CHECKS } from './table-three.checks.js';
import { TABLE_TWO_CHECKS } from './table-two.checks.js';
import { FILING_CHECKS } from './filing.checks.js';
import { TEXT_CLAIMS_CHECKS } from './text-claims.checks.js';
import { TEXT_FIGURES_CHECKS } from './text-figures.checks.js';
import { TEXT_FORM_CHECKS } from './text-form.checks.js';

/** 校验规则 of this version, by id. */
export const CHECKS: Readonly<Partial<Record<CheckId, Check>>> = {
  ...TABLE_THREE_CHECKS,
  ...REQUEST_CHECKS,
  ...TABLE_TWO_CHECKS,
  ...TABLE_FOUR_CHECKS,
  ...TEXT_FORM_CHECKS,
  ...TEXT_CLAIMS_CHECKS,
  ...TEXT_FIGURES_CHECKS,
  ...FILING_CHECKS,
  ...ROLL_UP_CHECKS,
};

/** Everything the checks find in a report, in their order. */
export function findingsOf(report: CheckedReport): readonly Finding[] {
  return CHECK_IDS.flatMap((id) => {
    const check = CHECKS[id];
    if (check === undefined) return [];
    return check.find(report).map(({ cells = [], cases = [], severity, left, right }) => ({
      id,
      severity: severity ?? check.severity,
      left,
      right,
      cells,
      cases,
    }));
  });
}
