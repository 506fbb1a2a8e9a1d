import { CorruptStream } from '../../src/kernel/decider.js';
import { documentDecider } from '../../src/publications/domain/document.decider.js';
import { DOCUMENT_KINDS } from '../../src/publications/domain/document.events.js';
import { documentRegister } from '../../projections/document-register.projection.js';
import { project } from '../../projections/projection.js';
import {
  documentIssued,
  documentRepealed,
  issueDocument,
  repealDocument,
} from '../support/builders/publications.js';
import { specification } from '../support/specification.js';

const given = specification(documentDecider);

/** Issued Mon 2025-03-03; repealed Wed 2025-04-30; today is Mon 2025-06-30. */
const issued = documentIssued();
const repealed = documentRepealed('2025-04-30');

describe('IssueDocument 登记制发', () => {
  it.each(DOCUMENT_KINDS)('records a document of the kind %s', (kind) => {
    given().when(issueDocument({ kind })).then(documentIssued({ kind }));
  });

  it('takes in a document on the very day it was issued', () => {
    given()
      .when(issueDocument({ today: '2025-03-03' }))
      .then(issued);
  });

  it.each([
    ['document/number-missing', { documentNumber: ' ' }],
    ['document/number-missing', { documentNumber: '.' }],
    ['document/title-missing', { title: ' ' }],
  ] as const)('refuses with %s', (code, change) => {
    given().when(issueDocument(change)).thenRefused(code);
  });

  it('refuses to issue the same number twice, repealed or not', () => {
    given(issued).when(issueDocument()).thenRefused('document/already-issued');
    given(issued, repealed).when(issueDocument()).thenRefused('document/already-issued');
  });

  it('refuses a date that is still to come', () => {
    given()
      .when(issueDocument({ issuedOn: '2025-07-01' }))
      .thenRefused('document/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });
});

describe('RepealDocument 登记废止', () => {
  it.each(['2025-03-03', '2025-04-30', '2025-06-30'] as const)(
    'records the day %s, from the day of issue until today',
    (on) => {
      given(issued).when(repealDocument(on)).then(documentRepealed(on));
    },
  );

  it('refuses a document that was not issued', () => {
    given().when(repealDocument('2025-04-30')).thenRefused('document/not-issued');
  });

  it('refuses to repeal a document twice', () => {
    given(issued, repealed)
      .when(repealDocument('2025-05-06'))
      .thenRefused('document/already-repealed', { on: '2025-04-30' });
  });

  it('refuses a date outside the time from issue to today', () => {
    given(issued)
      .when(repealDocument('2025-03-02'))
      .thenRefused('document/repealed-before-issued', { on: '2025-03-02', issuedOn: '2025-03-03' });
    given(issued)
      .when(repealDocument('2025-07-01'))
      .thenRefused('document/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });
});

describe('impossible histories', () => {
  it.each([
    ['issued twice', [issued, issued]],
    ['repealed before issued', [repealed]],
    ['repealed twice', [issued, repealed, repealed]],
    ['of a type that no rule covers', [issued, { ...issued, type: 'Unheard' } as never]],
  ])('stop the decider and the register: %s', (_, impossible) => {
    expect(() => given(...impossible).when(issueDocument())).toThrow(CorruptStream);
    expect(() => project(documentRegister, impossible)).toThrow(CorruptStream);
  });

  it('stop on a command that no rule covers', () => {
    const unheard = { ...issueDocument(), type: 'Unheard' } as never;
    expect(() => given(documentIssued()).when(unheard)).toThrow(CorruptStream);
  });
});
