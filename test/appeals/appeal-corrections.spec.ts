import { resultCounting } from '../../projections/table-four.js';
import { appealRegister } from '../../projections/appeal-register.projection.js';
import { project } from '../../projections/projection.js';
import { appealDecider } from '../../src/appeals/domain/appeal.decider.js';
import { CorruptStream } from '../../src/kernel/decider.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import {
  appealConcluded,
  appealEntryCorrected,
  appealEntryVoided,
  appealFiled,
  concludeAppeal,
  correctAppeal,
  fileAppeal,
  voidAppeal,
} from '../support/builders/appeals.js';
import { specification } from '../support/specification.js';

const given = specification(appealDecider);
const filed = appealFiled();
const concluded = appealConcluded('upheld', '2025-04-30');

describe('CorrectAppeal 更正案件登记', () => {
  it('records only what differs, beside the reason', () => {
    given(filed, concluded)
      .when(correctAppeal({ kind: 'litigation_direct', outcome: 'upheld' }))
      .then(appealEntryCorrected({ kind: 'litigation_direct' }));
    given(filed)
      .when(correctAppeal({ requestNumbers: ['2025-0042', '2025-0043'] }))
      .then(appealEntryCorrected({ requestNumbers: ['2025-0042', '2025-0043'] }));
  });

  it('states a role that was left out as the usual one', () => {
    given(filed)
      .when(correctAppeal({ role: 'review-organ' }))
      .then(appealEntryCorrected({ role: 'review-organ' }));
    given(filed, appealEntryCorrected({ role: 'review-organ' }))
      .when(correctAppeal({ role: 'review-organ' }))
      .thenRefused('appeal/nothing-to-correct');
  });

  it('is what the register and the next decision go by', () => {
    const corrected = appealEntryCorrected({
      kind: 'litigation_direct',
      acceptedOn: '2025-03-10',
      outcome: 'corrected',
      concludedOn: '2025-05-06',
    });
    const [row] = project(appealRegister, [filed, concluded, corrected]).values();
    expect(row).toStrictEqual({
      agencyId: 'jia',
      caseNumber: '（2025）1号',
      kind: 'litigation_direct',
      role: null,
      requestNumbers: ['2025-0042'],
      filedOn: '2025-03-10',
      concluded: { on: '2025-05-06', outcome: 'corrected' },
      voidedOn: null,
    });
    given(filed, concluded, corrected)
      .when(correctAppeal({ outcome: 'corrected' }))
      .thenRefused('appeal/nothing-to-correct');
  });

  it('allows acceptance and conclusion on one day, and today', () => {
    given(filed, concluded)
      .when(correctAppeal({ acceptedOn: '2025-04-30' }))
      .then(appealEntryCorrected({ acceptedOn: '2025-04-30' }));
    given(filed, concluded)
      .when(correctAppeal({ concludedOn: '2025-06-30' }))
      .then(appealEntryCorrected({ concludedOn: '2025-06-30' }));
  });

  it('refuses a case that was not filed, and a correction without a reason', () => {
    given()
      .when(correctAppeal({ kind: 'review' }))
      .thenRefused('appeal/not-filed');
    given(filed)
      .when(correctAppeal({ kind: 'litigation_direct' }, ' '))
      .thenRefused('appeal/correction-reason-missing');
  });

  it('refuses to correct nothing', () => {
    given(filed).when(correctAppeal({})).thenRefused('appeal/nothing-to-correct');
    given(filed)
      .when(correctAppeal({ kind: 'review', requestNumbers: ['2025-0042'] }))
      .thenRefused('appeal/nothing-to-correct');
  });

  it('refuses to give a pending case an end', () => {
    given(filed)
      .when(correctAppeal({ outcome: 'upheld' }))
      .thenRefused('appeal/correction-of-nothing', { field: 'outcome' });
    given(filed)
      .when(correctAppeal({ concludedOn: '2025-04-30' }))
      .thenRefused('appeal/correction-of-nothing', { field: 'concludedOn' });
  });

  it('refuses dates that could not have been', () => {
    given(filed, concluded)
      .when(correctAppeal({ acceptedOn: '2025-05-01' }))
      .thenRefused('appeal/correction-out-of-order', {
        acceptedOn: '2025-05-01',
        on: '2025-04-30',
      });
    given(filed)
      .when(correctAppeal({ acceptedOn: '2025-07-01' }))
      .thenRefused('appeal/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
    given(filed, concluded)
      .when(correctAppeal({ concludedOn: '2025-07-01' }))
      .thenRefused('appeal/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });

  it('stops on a history that corrects a case before it was filed', () => {
    const impossible = [appealEntryCorrected({ kind: 'review' })];
    expect(() => given(...impossible).when(correctAppeal({}))).toThrow(CorruptStream);
    expect(() => project(appealRegister, impossible)).toThrow(CorruptStream);
  });
});

describe('a correction of a case', () => {
  const [today, tomorrow] = ['2025-06-30', '2025-07-01'] as const;

  it('may move the day of acceptance up to today', () => {
    given(filed)
      .when(correctAppeal({ acceptedOn: today }))
      .then(appealEntryCorrected({ acceptedOn: today }));
  });

  it('names the day that is still to come, whichever of the two it is', () => {
    for (const history of [[filed], [filed, concluded]]) {
      given(...history)
        .when(correctAppeal({ acceptedOn: tomorrow }))
        .thenRefused('appeal/date-in-future', { on: tomorrow, today });
    }
    given(filed, concluded)
      .when(correctAppeal({ acceptedOn: today, concludedOn: tomorrow }))
      .thenRefused('appeal/date-in-future', { on: tomorrow, today });
  });
});

describe('VoidAppeal 作废案件登记', () => {
  const caseFiled = appealFiled();
  const caseConcluded = appealConcluded('upheld', '2025-04-30');

  it('takes a case out of every count, and keeps its number used', () => {
    given(caseFiled, caseConcluded).when(voidAppeal('filing')).then(appealEntryVoided('filing'));
    const [row] = project(appealRegister, [caseFiled, appealEntryVoided('filing')]).values();
    expect([2024, 2025, 2026].map((year) => resultCounting(row!, yearPeriod(year)))).toEqual([
      null,
      null,
      null,
    ]);
    given(caseFiled, appealEntryVoided('filing'))
      .when(fileAppeal())
      .thenRefused('appeal/already-filed');
    for (const command of [
      concludeAppeal('upheld', '2025-04-30'),
      correctAppeal({ kind: 'litigation_direct' }),
      voidAppeal('filing'),
    ]) {
      given(caseFiled, appealEntryVoided('filing'))
        .when(command)
        .thenRefused('appeal/voided', { on: '2025-06-30' });
    }
  });

  it('takes a conclusion back, so that the case is pending again', () => {
    given(caseFiled, caseConcluded)
      .when(voidAppeal('conclusion'))
      .then(appealEntryVoided('conclusion'));
    const again = appealConcluded('corrected', '2025-05-06');
    given(caseFiled, caseConcluded, appealEntryVoided('conclusion'))
      .when(concludeAppeal('corrected', '2025-05-06'))
      .then(again);
  });

  it('refuses without a reason, a conclusion that was not logged, and a case that was not', () => {
    given(caseFiled).when(voidAppeal('filing', ' ')).thenRefused('appeal/void-reason-missing');
    given(caseFiled).when(voidAppeal('conclusion')).thenRefused('appeal/nothing-to-void');
    given().when(voidAppeal('filing')).thenRefused('appeal/not-filed');
  });
});
