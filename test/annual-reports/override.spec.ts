import { annualReportDecider } from '../../src/annual-reports/domain/annual-report.decider.js';
import {
  NO_REPORT,
  overrideOf,
  type FoundByCheck,
} from '../../src/annual-reports/domain/annual-report.events.js';
import { OVERRIDES_AT_ONCE_MAX } from '../../src/annual-reports/domain/override.rules.js';
import {
  checkOverridden,
  closeYear,
  overrideCheck,
  reportDrafted,
} from '../support/builders/annual-reports.js';
import { specification } from '../support/specification.js';

const given = specification(annualReportDecider);

const first: FoundByCheck = { check: 'T3-08', left: '7 到达', right: '没有', cells: ['a', 'b'] };
const second: FoundByCheck = { ...first, left: '8 到达' };

describe('override 放行', () => {
  it('puts every error of the check on record, with what it found', () => {
    given()
      .when(overrideCheck({ errors: [first, second], reason: ' 邮件退回 ' }))
      .then(
        checkOverridden({ ...first, reason: '邮件退回' }),
        checkOverridden({ ...second, reason: '邮件退回' }),
      );
  });

  it('passes over what was overridden with the same reason, and takes a better one', () => {
    const before = checkOverridden({ ...first, reason: '甲' });
    const again = overrideCheck({ errors: [first, second], reason: '甲' });
    given(before)
      .when(again)
      .then(checkOverridden({ ...second, reason: '甲' }));
    given(before)
      .when(overrideCheck({ errors: [first], reason: '乙' }))
      .then(checkOverridden({ ...first, reason: '乙' }));
  });

  it('takes no more at once than one append does', () => {
    const errors = Array.from({ length: OVERRIDES_AT_ONCE_MAX + 1 }, (_, at) => ({
      ...first,
      left: `${String(at)} 到达`,
    }));
    const outcome = annualReportDecider.decide(overrideCheck({ errors }), NO_REPORT);
    expect(outcome).toHaveLength(OVERRIDES_AT_ONCE_MAX);
  });

  it('needs a reason, and an error to answer for', () => {
    given()
      .when(overrideCheck({ reason: ' ' }))
      .thenRefused('annual-report/override-reason-missing');
    given()
      .when(overrideCheck({ errors: [] }))
      .thenRefused('annual-report/no-such-error', { year: 2024, check: 'T3-08' });
  });

  it('holds for just what was found, and of two the later counts', () => {
    const override = { ...first, reason: '甲', on: '2025-01-06' } as const;
    const later = { ...override, reason: '乙' };
    expect(overrideOf(first, [override, later])).toBe(later);
    const others: readonly FoundByCheck[] = [
      { ...first, check: 'T3-11' },
      { ...first, left: '7' },
      { ...first, right: '有' },
      { ...first, cells: ['a'] },
      { ...first, cells: ['a', 'c'] },
    ];
    expect(others.map((found) => overrideOf(found, [override]))).toEqual(
      others.map(() => undefined),
    );
  });
});

describe('closing 封账 with errors of the checks', () => {
  it('is refused while nobody answers for them', () => {
    given(reportDrafted())
      .when(closeYear({ openErrors: ['T3-08', 'T4-01'] }))
      .thenRefused('annual-report/errors-open', { year: 2024, checks: 'T3-08、T4-01' });
  });
});
