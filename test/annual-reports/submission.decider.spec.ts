import {
  submissionDecider,
  type SubmitReport,
} from '../../src/annual-reports/domain/submission.decider.js';
import type { CheckId } from '../../src/annual-reports/domain/checks.events.js';
import {
  NEVER_SUBMITTED,
  standing,
  submissionFacts,
} from '../../src/annual-reports/domain/submission.events.js';
import {
  receiveReport,
  reportReceived,
  reportReturned,
  reportSubmitted,
  returnReport,
  submitReport,
} from '../support/builders/roll-ups.js';
import { specification } from '../support/specification.js';

const given = specification(submissionDecider);

describe('SubmitReport 向上级报送', () => {
  it('hands the edition in, on the first day of the next year at the earliest', () => {
    given().when(submitReport()).then(reportSubmitted());
    given()
      .when(submitReport({ year: 2025 }))
      .thenRefused('submission/year-not-over', { year: 2025, today: '2025-06-30' });
    given()
      .when(submitReport({ submittedOn: '2025-07-01' }))
      .thenRefused('submission/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });

  it('takes the same edition once more only after it was sent back, and a newer one always', () => {
    given(reportSubmitted())
      .when(submitReport())
      .thenRefused('submission/already-submitted', { on: '2025-01-20' });
    given(reportSubmitted(), reportReturned()).when(submitReport()).then(reportSubmitted());
    given(reportSubmitted())
      .when(submitReport({ edition: 2 }))
      .then(reportSubmitted({ edition: 2 }));
  });

  it('hands a sum in with its figures, once, and not while nobody answers for an error in it', () => {
    const rollUp = { form: '2021', figures: { 'table3.granted.total': 3 } };
    const { agencyId, year, parentId } = reportSubmitted().data;
    const summed = { agencyId, year, parentId, rollUp, digest: 'b' };
    const submitted = { type: 'ReportSubmitted', occurredOn: '2025-01-20', data: summed } as const;
    const submit = (openErrors: readonly CheckId[]): SubmitReport => ({
      type: 'SubmitReport',
      data: { ...summed, submittedOn: '2025-01-20', openErrors },
      today: '2025-06-30',
    });
    given().when(submit([])).then(submitted);
    given(submitted)
      .when(submit([]))
      .thenRefused('submission/already-submitted', { on: '2025-01-20' });
    given()
      .when(submit(['R-01', 'R-03']))
      .thenRefused('submission/errors-open', { year: 2024, checks: 'R-01、R-03' });
  });
});

describe('ReceiveReport 收下级报告', () => {
  it('keeps what the file says as it says it', () => {
    given().when(receiveReport()).then(reportReceived());
    const unknown = { statedYear: null, unit: '' };
    given().when(receiveReport(unknown)).then(reportReceived(unknown));
  });

  it('refuses a report on another year, the same file again, and more words than an event holds', () => {
    given()
      .when(receiveReport({ statedYear: 2023 }))
      .thenRefused('submission/wrong-year', { year: 2024, stated: 2023 });
    given(reportReceived())
      .when(receiveReport())
      .thenRefused('submission/already-submitted', { on: '2025-01-20' });
    given(reportReceived(), reportReturned()).when(receiveReport()).then(reportReceived());
    const words = (text: string) => ({
      title: [],
      preamble: text,
      parts: [],
      signature: { agency: '', date: null },
    });
    const room = 120_000 - JSON.stringify(words('')).length;
    given()
      .when(receiveReport({ words: words('字'.repeat(room)) }))
      .then(reportReceived({ words: words('字'.repeat(room)) }));
    given()
      .when(receiveReport({ words: words('字'.repeat(room + 1)) }))
      .thenRefused('submission/too-long', { characters: 120_001, max: 120_000 });
  });
});

describe('ReturnReport 退回', () => {
  it('sends back what stands, with a reason, not before it came', () => {
    given(reportSubmitted()).when(returnReport()).then(reportReturned());
    given().when(returnReport()).thenRefused('submission/nothing-to-return', { year: 2024 });
    given(reportSubmitted(), reportReturned())
      .when(returnReport())
      .thenRefused('submission/nothing-to-return', { year: 2024 });
    given(reportSubmitted())
      .when(returnReport({ reason: ' ' }))
      .thenRefused('submission/return-reason-missing');
    given(reportSubmitted())
      .when(returnReport({ returnedOn: '2025-01-19' }))
      .thenRefused('submission/returned-before-submitted', {
        on: '2025-01-19',
        submittedOn: '2025-01-20',
      });
    given(reportSubmitted())
      .when(returnReport({ returnedOn: '2025-07-01' }))
      .thenRefused('submission/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });

  it('leaves nothing standing until the report is handed in again', () => {
    const fold = [reportSubmitted(), reportReturned(), reportSubmitted({ edition: 2 })];
    const facts = fold.map((_, at) =>
      fold.slice(0, at + 1).reduce(submissionFacts, NEVER_SUBMITTED),
    );
    expect(facts.map((it) => standing(it)?.report ?? null)).toEqual([
      { edition: 1, digest: 'a' },
      null,
      { edition: 2, digest: 'a' },
    ]);
    expect(facts[2]).toHaveLength(2);
    expect(standing(NEVER_SUBMITTED)).toBeNull();
  });
});
