import { appealDecider } from '../../src/appeals/domain/appeal.decider.js';
import { APPEAL_KINDS, APPEAL_OUTCOMES } from '../../src/appeals/domain/appeal.events.js';
import { CorruptStream } from '../../src/kernel/decider.js';
import { appealRegister } from '../../projections/appeal-register.projection.js';
import { project } from '../../projections/projection.js';
import {
  appealConcluded,
  appealFiled,
  concludeAppeal,
  fileAppeal,
} from '../support/builders/appeals.js';
import { specification } from '../support/specification.js';

const given = specification(appealDecider);

/** Accepted Mon 2025-03-03; concluded Wed 2025-04-30; today is Mon 2025-06-30. */
const filed = appealFiled();
const concluded = appealConcluded('upheld', '2025-04-30');

describe('FileAppeal 登记复议、诉讼案件', () => {
  it.each(APPEAL_KINDS)('records a case of %s with the requests it is about', (kind) => {
    const requestNumbers = ['2025-0042', '2025-0043'];
    given().when(fileAppeal({ kind, requestNumbers })).then(appealFiled({ kind, requestNumbers }));
  });

  it('takes in a case on the very day it was accepted', () => {
    given()
      .when(fileAppeal({ today: '2025-03-03' }))
      .then(filed);
  });

  it('refuses a case without a number', () => {
    given()
      .when(fileAppeal({ caseNumber: ' ' }))
      .thenRefused('appeal/case-number-missing');
    given()
      .when(fileAppeal({ caseNumber: '..' }))
      .thenRefused('appeal/case-number-missing');
  });

  it('refuses to file the same case twice', () => {
    given(filed).when(fileAppeal()).thenRefused('appeal/already-filed');
    given(filed, concluded).when(fileAppeal()).thenRefused('appeal/already-filed');
  });

  it('refuses a date that is still to come', () => {
    given()
      .when(fileAppeal({ acceptedOn: '2025-07-01' }))
      .thenRefused('appeal/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });
});

describe('ConcludeAppeal 登记审结', () => {
  it.each(APPEAL_OUTCOMES)('records the result %s', (outcome) => {
    given(filed)
      .when(concludeAppeal(outcome, '2025-04-30'))
      .then(appealConcluded(outcome, '2025-04-30'));
  });

  it('allows the day of acceptance and today', () => {
    given(filed)
      .when(concludeAppeal('other', '2025-03-03'))
      .then(appealConcluded('other', '2025-03-03'));
    given(filed)
      .when(concludeAppeal('other', '2025-06-30'))
      .then(appealConcluded('other', '2025-06-30'));
  });

  it('refuses a case that was not filed', () => {
    given().when(concludeAppeal('upheld', '2025-04-30')).thenRefused('appeal/not-filed');
  });

  it('refuses to conclude a case twice', () => {
    given(filed, concluded)
      .when(concludeAppeal('corrected', '2025-05-06'))
      .thenRefused('appeal/already-concluded', { on: '2025-04-30', outcome: 'upheld' });
  });

  it('refuses a date outside the time from acceptance to today', () => {
    given(filed)
      .when(concludeAppeal('upheld', '2025-03-02'))
      .thenRefused('appeal/concluded-before-accepted', {
        on: '2025-03-02',
        acceptedOn: '2025-03-03',
      });
    given(filed)
      .when(concludeAppeal('upheld', '2025-07-01'))
      .thenRefused('appeal/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });
});

describe('impossible histories', () => {
  it.each([
    ['filed twice', [filed, filed]],
    ['concluded before filed', [concluded]],
    ['concluded twice', [filed, concluded, concluded]],
    ['of a type that no rule covers', [filed, { ...filed, type: 'Unheard' } as never]],
  ])('stop the decider and the register: %s', (_, impossible) => {
    expect(() => given(...impossible).when(fileAppeal())).toThrow(CorruptStream);
    expect(() => project(appealRegister, impossible)).toThrow(CorruptStream);
  });

  it('stop on a command that no rule covers', () => {
    const unheard = { ...fileAppeal(), type: 'Unheard' } as never;
    expect(() => given(appealFiled()).when(unheard)).toThrow(CorruptStream);
  });
});
