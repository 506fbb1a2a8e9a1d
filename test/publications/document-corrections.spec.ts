import { documentRegister } from '../../projections/document-register.projection.js';
import { project } from '../../projections/projection.js';
import { DOCUMENT_FIGURES, documentsCounted } from '../../projections/table-two.js';
import { CorruptStream } from '../../src/kernel/decider.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import { documentDecider } from '../../src/publications/domain/document.decider.js';
import {
  correctDocument,
  issueDocument,
  repealDocument,
  voidDocument,
  documentEntryCorrected,
  documentEntryVoided,
  documentIssued,
  documentRepealed,
} from '../support/builders/publications.js';
import { specification } from '../support/specification.js';

const given = specification(documentDecider);
const issued = documentIssued();
const repealed = documentRepealed('2025-04-30');

describe('CorrectDocument 更正文件登记', () => {
  it('records only what differs, beside the reason', () => {
    given(issued)
      .when(correctDocument({ title: '某办法（试行）', kind: 'normative_documents' }))
      .then(documentEntryCorrected({ title: '某办法（试行）' }));
  });

  it('is what the register goes by', () => {
    const corrected = documentEntryCorrected({ kind: 'regulations', repealedOn: '2025-05-06' });
    const [row] = project(documentRegister, [issued, repealed, corrected]).values();
    expect(row).toMatchObject({
      kind: 'regulations',
      issuedOn: '2025-03-03',
      repealedOn: '2025-05-06',
    });
  });

  it('allows issue and repeal on one day, and today', () => {
    given(issued, repealed)
      .when(correctDocument({ issuedOn: '2025-04-30' }))
      .then(documentEntryCorrected({ issuedOn: '2025-04-30' }));
    given(issued, repealed)
      .when(correctDocument({ repealedOn: '2025-06-30' }))
      .then(documentEntryCorrected({ repealedOn: '2025-06-30' }));
  });

  it('refuses a document that was not issued, no reason, and no title', () => {
    given()
      .when(correctDocument({ title: '甲' }))
      .thenRefused('document/not-issued');
    given(issued)
      .when(correctDocument({ title: '甲' }, ''))
      .thenRefused('document/correction-reason-missing');
    given(issued)
      .when(correctDocument({ title: ' ' }))
      .thenRefused('document/title-missing');
  });

  it('refuses to correct nothing, and to repeal what is in force', () => {
    given(issued).when(correctDocument({})).thenRefused('document/nothing-to-correct');
    given(issued)
      .when(correctDocument({ repealedOn: '2025-04-30' }))
      .thenRefused('document/correction-of-nothing', { field: 'repealedOn' });
  });

  it('refuses dates that could not have been', () => {
    given(issued, repealed)
      .when(correctDocument({ issuedOn: '2025-05-01' }))
      .thenRefused('document/correction-out-of-order', {
        issuedOn: '2025-05-01',
        on: '2025-04-30',
      });
    given(issued)
      .when(correctDocument({ issuedOn: '2025-07-01' }))
      .thenRefused('document/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
    given(issued, repealed)
      .when(correctDocument({ repealedOn: '2025-07-01' }))
      .thenRefused('document/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });

  it('stops on a history that corrects a document before it was issued', () => {
    const impossible = [documentEntryCorrected({ title: '甲' })];
    expect(() => given(...impossible).when(correctDocument({}))).toThrow(CorruptStream);
    expect(() => project(documentRegister, impossible)).toThrow(CorruptStream);
  });
});

describe('a correction of a document', () => {
  const [today, tomorrow] = ['2025-06-30', '2025-07-01'] as const;

  it('may move the day of issue up to today', () => {
    given(issued)
      .when(correctDocument({ issuedOn: today }))
      .then(documentEntryCorrected({ issuedOn: today }));
  });

  it('names the day that is still to come, whichever of the two it is', () => {
    for (const history of [[issued], [issued, repealed]]) {
      given(...history)
        .when(correctDocument({ issuedOn: tomorrow }))
        .thenRefused('document/date-in-future', { on: tomorrow, today });
    }
    given(issued, repealed)
      .when(correctDocument({ issuedOn: today, repealedOn: tomorrow }))
      .thenRefused('document/date-in-future', { on: tomorrow, today });
  });

  it('needs a reason that is more than a space', () => {
    given(issued)
      .when(correctDocument({ title: '某规定' }, ' '))
      .thenRefused('document/correction-reason-missing');
  });
});

describe('VoidDocument 作废文件登记', () => {
  it('takes a document out of every count, and keeps its number used', () => {
    given(issued, repealed).when(voidDocument('issue')).then(documentEntryVoided('issue'));
    const [row] = project(documentRegister, [issued, documentEntryVoided('issue')]).values();
    for (const figure of DOCUMENT_FIGURES) {
      const counted = { kind: row!.kind, figure };
      expect(documentsCounted([row!], [], counted, yearPeriod(2025))).toEqual([]);
    }
    given(issued, documentEntryVoided('issue'))
      .when(issueDocument())
      .thenRefused('document/already-issued');
    for (const command of [
      repealDocument('2025-04-30'),
      correctDocument({ title: '甲' }),
      voidDocument('issue'),
    ]) {
      given(issued, documentEntryVoided('issue'))
        .when(command)
        .thenRefused('document/voided', { on: '2025-06-30' });
    }
  });

  it('takes a repeal back, so that the document is in force again', () => {
    given(issued, repealed).when(voidDocument('repeal')).then(documentEntryVoided('repeal'));
    given(issued, repealed, documentEntryVoided('repeal'))
      .when(repealDocument('2025-05-06'))
      .then(documentRepealed('2025-05-06'));
  });

  it('refuses without a reason, a repeal that was not logged, and a document that was not', () => {
    given(issued).when(voidDocument('issue', '')).thenRefused('document/void-reason-missing');
    given(issued).when(voidDocument('repeal')).thenRefused('document/nothing-to-void');
    given().when(voidDocument('issue')).thenRefused('document/not-issued');
  });
});
