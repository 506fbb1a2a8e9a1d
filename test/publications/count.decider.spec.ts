import { REPORT_FIGURES } from '../../src/annual-reports/domain/annual-report.events.js';
import { BrokenInvariant, CorruptStream } from '../../src/kernel/decider.js';
import { countDecider } from '../../src/publications/domain/count.decider.js';
import { STATUTORY_COUNTS } from '../../src/publications/domain/count.events.js';
import { monthlyCounts } from '../../projections/monthly-counts.projection.js';
import { project } from '../../projections/projection.js';
import { tableTwo } from '../../projections/table-two.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import {
  correctCount,
  correctOpening,
  countCorrected,
  countReported,
  documentIssued,
  documentRepealed,
  openingCorrected,
  openingStated,
  reportCount,
  stateOpening,
} from '../support/builders/publications.js';
import { viewOf } from '../support/builders/views.js';
import { specification } from '../support/specification.js';

const given = specification(countDecider);

/** Today is Mon 2025-06-30. */
const reported = countReported('2025-03', 'licensing', 12);
const opening = openingStated('2025-01', 'regulations', 7);

describe('ReportMonthlyCount 上报月度数量', () => {
  it.each([...STATUTORY_COUNTS, 'narrative:信息公开条数'] as const)(
    'records a month of %s, on the last day of the month',
    (category) => {
      given()
        .when(reportCount('2025-03', category, 12))
        .then(countReported('2025-03', category, 12, '2025-03-31'));
    },
  );

  it('is dated by the day of reporting while the month lasts', () => {
    given()
      .when(reportCount('2025-06', 'licensing', 1, '2025-06-20'))
      .then(countReported('2025-06', 'licensing', 1, '2025-06-20'));
    given()
      .when(reportCount('2025-06', 'licensing', 1, '2025-06-30'))
      .then(countReported('2025-06', 'licensing', 1, '2025-06-30'));
    given()
      .when(reportCount('2024-02', 'licensing', 1))
      .then(countReported('2024-02', 'licensing', 1, '2024-02-29'));
  });

  it('records zero, which is not the same as nothing', () => {
    given()
      .when(reportCount('2025-03', 'coercion', 0))
      .then(countReported('2025-03', 'coercion', 0));
  });

  it('records the largest number that is exact', () => {
    given()
      .when(reportCount('2025-03', 'fees_fen', Number.MAX_SAFE_INTEGER))
      .then(countReported('2025-03', 'fees_fen', Number.MAX_SAFE_INTEGER));
  });

  it('takes every category and every month once, each for itself', () => {
    given(reported)
      .when(reportCount('2025-03', 'punishment', 3))
      .then(countReported('2025-03', 'punishment', 3));
    given(reported)
      .when(reportCount('2025-04', 'licensing', 12))
      .then(countReported('2025-04', 'licensing', 12));
    given(countReported('2025-03', 'licensing', 0))
      .when(reportCount('2025-03', 'licensing', 5))
      .thenRefused('count/already-reported', { month: '2025-03', reported: 0 });
    given(reported)
      .when(reportCount('2025-03', 'licensing', 12))
      .thenRefused('count/already-reported', { month: '2025-03', reported: 12 });
  });

  it.each([-1, 1.5, NaN, Infinity, Number.MAX_SAFE_INTEGER + 1])('refuses %p', (quantity) => {
    given()
      .when(reportCount('2025-03', 'licensing', quantity))
      .thenRefused('count/not-a-quantity', { quantity: String(quantity) });
  });

  it.each(['', ' ', 'narrative:', ' narrative: '])(
    'refuses a category without a name: %p',
    (it) => {
      given()
        .when(reportCount('2025-03', it as never, 1))
        .thenRefused('count/category-missing');
    },
  );

  it('refuses a month that has not begun', () => {
    given()
      .when(reportCount('2025-07', 'licensing', 1))
      .thenRefused('count/month-in-future', { month: '2025-07', today: '2025-06-30' });
  });
});

describe('a counter of the agency’s own', () => {
  it('may not have the name of a figure, in whose shadow it would stand', () => {
    for (const name of REPORT_FIGURES) {
      given()
        .when(reportCount('2025-03', `narrative:${name}`, 1))
        .thenRefused('count/name-taken', { name });
    }
    given()
      .when(reportCount('2025-03', 'narrative:新收申请数之外', 1))
      .then(countReported('2025-03', 'narrative:新收申请数之外', 1));
  });
});

describe('CorrectOpeningBalance 更正期初现行有效件数', () => {
  it('records the wrong number beside the right one, from the last correction on', () => {
    given(opening)
      .when(correctOpening('2025-01', 'regulations', 9))
      .then(openingCorrected('2025-01', 'regulations', 7, 9));
    given(opening, openingCorrected('2025-01', 'regulations', 7, 9))
      .when(correctOpening('2025-01', 'regulations', 0))
      .then(openingCorrected('2025-01', 'regulations', 9, 0));
  });

  it('refuses another month or kind, the same number, no reason and no number', () => {
    const refused = (
      code: Parameters<ReturnType<ReturnType<typeof given>['when']>['thenRefused']>[0],
      ...asked: Parameters<typeof correctOpening>
    ) => {
      const facts: Readonly<Record<string, object>> = {
        'count/opening-not-stated': { month: asked[0] },
        'count/not-a-quantity': { quantity: String(asked[2]) },
      };
      given(opening)
        .when(correctOpening(...asked))
        .thenRefused(code, facts[code] as Record<string, string> | undefined);
    };
    refused('count/opening-not-stated', '2025-02', 'regulations', 9);
    refused('count/opening-not-stated', '2025-01', 'normative_documents', 9);
    refused('count/nothing-to-correct', '2025-01', 'regulations', 7);
    refused('count/correction-reason-missing', '2025-01', 'regulations', 9, ' ');
    refused('count/not-a-quantity', '2025-01', 'regulations', -1);
  });

  it('lets a report balance again that a wrong balance had stopped', () => {
    const [issued, repealed] = [
      documentIssued({ kind: 'regulations', issuedOn: '2024-03-03' }),
      documentRepealed('2025-03-03'),
    ];
    const wrong = viewOf([issued, repealed, openingStated('2025-01', 'regulations', 0)]);
    const right = viewOf([
      ...[issued, repealed, openingStated('2025-01', 'regulations', 0)],
      openingCorrected('2025-01', 'regulations', 0, 1),
    ]);
    expect(() => tableTwo(wrong.documents, wrong.counts, yearPeriod(2025))).toThrow(
      BrokenInvariant,
    );
    const { valid } = tableTwo(right.documents, right.counts, yearPeriod(2025)).regulations;
    expect(valid).toBe(0);
  });
});

describe('CorrectMonthlyCount 更正月度数量', () => {
  it('records the wrong number beside the right one', () => {
    given(reported)
      .when(correctCount('2025-03', 'licensing', 21))
      .then(countCorrected('2025-03', 'licensing', 12, 21));
  });

  it('starts from the last correction', () => {
    given(reported, countCorrected('2025-03', 'licensing', 12, 21))
      .when(correctCount('2025-03', 'licensing', 12))
      .then(countCorrected('2025-03', 'licensing', 21, 12));
  });

  it('can mend a zero', () => {
    given(countReported('2025-03', 'licensing', 0))
      .when(correctCount('2025-03', 'licensing', 5))
      .then(countCorrected('2025-03', 'licensing', 0, 5));
  });

  it('refuses what was not reported', () => {
    given(reported)
      .when(correctCount('2025-03', 'punishment', 1))
      .thenRefused('count/not-reported');
    given(reported)
      .when(correctCount('2025-04', 'licensing', 1))
      .thenRefused('count/not-reported');
  });

  it('refuses when nothing differs', () => {
    given(reported)
      .when(correctCount('2025-03', 'licensing', 12))
      .thenRefused('count/nothing-to-correct');
  });

  it('refuses without a reason, and what is no quantity', () => {
    given(reported)
      .when(correctCount('2025-03', 'licensing', 21, ' '))
      .thenRefused('count/correction-reason-missing');
    given(reported)
      .when(correctCount('2025-03', 'licensing', -21))
      .thenRefused('count/not-a-quantity', { quantity: '-21' });
  });
});

describe('StateOpeningBalance 登记期初现行有效件数', () => {
  it('counts what was in force as the month began', () => {
    given()
      .when(stateOpening('2025-01', 'regulations', 7))
      .then(opening);
    given()
      .when(stateOpening('2025-06', 'normative_documents', 0))
      .then(openingStated('2025-06', 'normative_documents', 0));
  });

  it('is stated once for each kind and month', () => {
    given(opening)
      .when(stateOpening('2025-01', 'regulations', 8))
      .thenRefused('count/opening-already-stated', { month: '2025-01', reported: 7 });
    given(opening)
      .when(stateOpening('2025-01', 'normative_documents', 8))
      .then(openingStated('2025-01', 'normative_documents', 8));
    given(opening)
      .when(stateOpening('2025-02', 'regulations', 8))
      .then(openingStated('2025-02', 'regulations', 8));
  });

  it('refuses no quantity and no month yet begun, by the article on documents', () => {
    const basis = '《条例》第20条第（一）项';
    const decide = (month: '2025-01' | '2025-07', inForce: number): unknown =>
      countDecider.decide(stateOpening(month, 'regulations', inForce), countDecider.initialState);
    expect(decide('2025-01', -1)).toStrictEqual({
      refused: 'count/not-a-quantity',
      basis,
      facts: { quantity: '-1' },
    });
    expect(decide('2025-07', 1)).toStrictEqual({
      refused: 'count/month-in-future',
      basis,
      facts: { month: '2025-07', today: '2025-06-30' },
    });
  });
});

describe('impossible histories', () => {
  it.each([
    ['reported twice', [reported, reported]],
    ['corrected before reported', [countCorrected('2025-03', 'licensing', 12, 21)]],
    ['corrected in another month', [reported, countCorrected('2025-04', 'licensing', 12, 21)]],
    ['an opening stated twice', [opening, opening]],
    ['of a type that no rule covers', [{ ...reported, type: 'Unheard' } as never]],
  ])('stop the decider and the register: %s', (_, impossible) => {
    const command = reportCount('2025-05', 'licensing', 1);
    expect(() => given(...impossible).when(command)).toThrow(CorruptStream);
    expect(() => project(monthlyCounts, impossible)).toThrow(CorruptStream);
  });

  it('stop on a command that no rule covers', () => {
    const unheard = { ...reportCount('2025-05', 'licensing', 1), type: 'Unheard' } as never;
    expect(() => given().when(unheard)).toThrow(CorruptStream);
  });
});
