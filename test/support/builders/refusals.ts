import { agencyDecider } from '../../../src/agencies/domain/agency.decider.js';
import { annualReportOf } from '../../../src/annual-reports/annual-report.js';
import { toView } from '../../../src/annual-reports/annual-report-view.js';
import { checkNamed } from '../../../src/annual-reports/override-check.handler.js';
import { annualReportDecider } from '../../../src/annual-reports/domain/annual-report.decider.js';
import { appealDecider } from '../../../src/appeals/domain/appeal.decider.js';
import type { Refusal } from '../../../src/kernel/decider.js';
import { CommandRefused } from '../../../src/ledger/command-refused.js';
import { countDecider } from '../../../src/publications/domain/count.decider.js';
import { documentDecider } from '../../../src/publications/domain/document.decider.js';
import type { RefusalCode } from '../../../src/words/refusals.zh-CN.js';
import { LETTER_REFUSALS } from '../letters/letter-refusals.js';
import { accessRefusals } from './access-refusals.js';
import * as agency from './agencies.js';
import * as report from './annual-reports.js';
import * as appeal from './appeals.js';
import { ATTACHMENT_REFUSALS } from './attachment-refusals.js';
import { PROCEDURE_REFUSALS } from './procedure-refusals.js';
import { refusedBy } from './refused-by.js';
import { rollUpRefusals } from './roll-up-refusals.js';
import { requestRefusals, splitRefusals } from './request-refusals.js';
import { signOffRefusals } from './sign-offs.js';
import * as publication from './publications.js';
import { viewOf } from './views.js';

/** What the deciders really say, code by code; the compiler keeps the list complete. */
export const REFUSED: Readonly<Record<RefusalCode, Refusal>> = {
  ...agencyRefusals(),
  ...requestRefusals(),
  ...PROCEDURE_REFUSALS,
  ...ATTACHMENT_REFUSALS,
  ...splitRefusals(),
  ...signOffRefusals(),
  ...appealRefusals(),
  ...documentRefusals(),
  ...countRefusals(),
  ...reportRefusals(),
  ...rollUpRefusals(),
  ...LETTER_REFUSALS,
  ...accessRefusals(),
};

function agencyRefusals() {
  const refusal = refusedBy(agencyDecider);
  const [here, in01] = [agency.agencyEstablished(), agency.staffAppointed('01', '2025-03-03')];
  const office = agency.officeDesignated('办公室', '2025-03-03');
  const rules = { agencyId: 'jia', feeDecimals: 7 };
  const adopt = { type: 'AdoptCountingRules', data: rules, today: '2025-06-30' } as const;
  return {
    'agency/name-missing': refusal(agency.establishAgency({ name: '' })),
    'agency/already-established': refusal(agency.establishAgency(), here),
    'agency/not-established': refusal(agency.renameAgency()),
    'agency/already-so-named': refusal(agency.renameAgency(), here, agency.agencyRenamed()),
    'agency/office-already-designated': refusal(
      agency.designateOffice('办公室', '2025-03-04'),
      ...[here, office],
    ),
    'agency/staff-id-missing': refusal(agency.appointStaff('', '2025-03-04'), here),
    'agency/staff-already-appointed': refusal(agency.appointStaff('01', '2025-03-04'), here, in01),
    'agency/staff-not-appointed': refusal(agency.releaseStaff('02', '2025-03-04'), here),
    'agency/staff-released-before-appointed': refusal(
      agency.releaseStaff('01', '2025-03-02'),
      ...[here, in01],
    ),
    'agency/date-in-future': refusal(agency.appointStaff('01', '2025-07-01'), here),
    'agency/fee-decimals-out-of-range': refusal(adopt, here),
    'agency/register-mapping-unusable': refusal(
      agency.mapRegister({ columns: { '': '登记编号' } }),
      here,
    ),
    'agency/report-day-impossible': refusal(agency.adoptReportRules({ submitBy: '02-29' }), here),
    'agency/overview-limit-out-of-range': refusal(
      agency.adoptReportRules({ overviewCharactersMax: 99 }),
      here,
    ),
    'agency/similarity-out-of-range': refusal(
      agency.adoptReportRules({ similarityPercent: 49 }),
      here,
    ),
    'agency/notice-missing': refusal(agency.announceDaysOff({ notice: ' ' }), here),
    'agency/days-off-known': refusal(agency.announceDaysOff({ known: true }), here),
    'agency/days-off-missing': refusal(agency.announceDaysOff({ off: [], work: [] }), here),
    'agency/day-impossible': refusal(agency.announceDaysOff({ off: ['2027-01-02'] }), here),
    'agency/retention-out-of-range': refusal(
      { type: 'AdoptRetention', data: { agencyId: 'jia', years: 31 }, today: '2025-06-30' },
      here,
    ),
  };
}

function appealRefusals() {
  const refusal = refusedBy(appealDecider);
  const { fileAppeal, concludeAppeal, correctAppeal } = appeal;
  const filed = appeal.appealFiled();
  const concluded = appeal.appealConcluded('other', '2025-04-30');
  return {
    'appeal/case-number-missing': refusal(fileAppeal({ caseNumber: '' })),
    'appeal/already-filed': refusal(fileAppeal(), filed),
    'appeal/not-filed': refusal(concludeAppeal('upheld', '2025-04-30')),
    'appeal/already-concluded': refusal(concludeAppeal('upheld', '2025-05-06'), filed, concluded),
    'appeal/concluded-before-accepted': refusal(concludeAppeal('upheld', '2025-03-02'), filed),
    'appeal/date-in-future': refusal(concludeAppeal('upheld', '2025-07-01'), filed),
    'appeal/nothing-to-correct': refusal(correctAppeal({}), filed),
    'appeal/correction-reason-missing': refusal(correctAppeal({}, ''), filed),
    'appeal/correction-of-nothing': refusal(correctAppeal({ outcome: 'upheld' }), filed),
    'appeal/correction-out-of-order': refusal(
      correctAppeal({ acceptedOn: '2025-05-01' }),
      filed,
      concluded,
    ),
    'appeal/voided': refusal(correctAppeal({}), filed, appeal.appealEntryVoided('filing')),
    'appeal/void-reason-missing': refusal(appeal.voidAppeal('filing', ''), filed),
    'appeal/nothing-to-void': refusal(appeal.voidAppeal('conclusion'), filed),
  };
}

function documentRefusals() {
  const refusal = refusedBy(documentDecider);
  const { issueDocument, repealDocument, correctDocument } = publication;
  const issued = publication.documentIssued();
  const repealed = publication.documentRepealed('2025-04-30');
  return {
    'document/number-missing': refusal(issueDocument({ documentNumber: '' })),
    'document/title-missing': refusal(issueDocument({ title: '' })),
    'document/already-issued': refusal(issueDocument(), issued),
    'document/not-issued': refusal(repealDocument('2025-04-30')),
    'document/already-repealed': refusal(repealDocument('2025-05-06'), issued, repealed),
    'document/repealed-before-issued': refusal(repealDocument('2025-03-02'), issued),
    'document/date-in-future': refusal(repealDocument('2025-07-01'), issued),
    'document/nothing-to-correct': refusal(correctDocument({}), issued),
    'document/correction-reason-missing': refusal(correctDocument({}, ''), issued),
    'document/correction-of-nothing': refusal(
      correctDocument({ repealedOn: '2025-04-30' }),
      issued,
    ),
    'document/correction-out-of-order': refusal(
      correctDocument({ issuedOn: '2025-05-01' }),
      issued,
      repealed,
    ),
    'document/voided': refusal(
      correctDocument({}),
      ...[issued, publication.documentEntryVoided('issue')],
    ),
    'document/void-reason-missing': refusal(publication.voidDocument('issue', ''), issued),
    'document/nothing-to-void': refusal(publication.voidDocument('repeal'), issued),
  };
}

function countRefusals() {
  const refusal = refusedBy(countDecider);
  const { reportCount, correctCount, stateOpening } = publication;
  const reported = publication.countReported('2025-03', 'licensing', 12);
  const stated = publication.openingStated('2025-01', 'regulations', 7);
  return {
    'count/not-a-quantity': refusal(reportCount('2025-03', 'licensing', 1.5)),
    'count/category-missing': refusal(reportCount('2025-03', 'narrative:', 1)),
    'count/month-in-future': refusal(reportCount('2025-07', 'licensing', 1)),
    'count/already-reported': refusal(reportCount('2025-03', 'licensing', 1), reported),
    'count/not-reported': refusal(correctCount('2025-03', 'licensing', 1)),
    'count/nothing-to-correct': refusal(correctCount('2025-03', 'licensing', 12), reported),
    'count/correction-reason-missing': refusal(
      correctCount('2025-03', 'licensing', 1, ''),
      reported,
    ),
    'count/opening-already-stated': refusal(stateOpening('2025-01', 'regulations', 8), stated),
    'count/opening-not-stated': refusal(publication.correctOpening('2025-01', 'regulations', 8)),
    'count/name-taken': refusal(reportCount('2025-03', 'narrative:新收申请数', 1)),
  };
}

function reportRefusals() {
  const refusal = refusedBy(annualReportDecider);
  const { draftReport, compileReport, reportText } = report;
  return {
    'annual-report/year-not-covered': refusal(draftReport(reportText(), { year: 2018 })),
    'annual-report/year-not-begun': refusal(draftReport(reportText(), { today: '2023-12-31' })),
    'annual-report/year-not-over': refusal(compileReport({}, { today: '2024-12-31' })),
    'annual-report/signed-before-year-end': refusal(
      draftReport(reportText({ signedOn: '2024-12-31' })),
    ),
    'annual-report/not-drafted': refusal(report.closeYear()),
    ...closingRefusals(),
    ...asOfRefusals(),
    'annual-report/unknown-figure': unknownFigure(),
    'annual-report/unknown-check': unknownCheck(),
    // As the query says it, which reads the tables.
    'annual-report/not-nil': {
      refused: 'annual-report/not-nil',
      basis: '台账规则：零申请年度的确认只在没有事实的年度',
      facts: { year: 2024, facts: '新收申请 1（r1）' },
    },
    // As the edges say it; the name of a cell is theirs to read.
    'annual-report/unknown-cell': {
      refused: 'annual-report/unknown-cell',
      basis: '国办公开办函〔2021〕30号',
      facts: { cell: 'table3.foo' },
    },
  };
}

function closingRefusals() {
  const refusal = refusedBy(annualReportDecider);
  const { closeYear, fileReport, reportDrafted, reportFiled, reportText, yearClosed } = report;
  const closed = [reportDrafted(), yearClosed()];
  return {
    'annual-report/too-long': refusal(
      closeYear({ text: reportText({ preamble: '长'.repeat(120_000) }) }),
      reportDrafted(),
    ),
    'annual-report/errors-open': refusal(
      closeYear({ openErrors: ['T3-08', 'F-09'] }),
      reportDrafted(),
    ),
    'annual-report/override-reason-missing': refusal(report.overrideCheck({ reason: ' ' })),
    'annual-report/no-such-error': refusal(report.overrideCheck({ errors: [] })),
    'annual-report/nothing-changed': refusal(closeYear(), ...closed),
    'annual-report/edition-reason-missing': refusal(closeYear({ figures: {} }), ...closed),
    'annual-report/not-closed': refusal(fileReport(), reportDrafted()),
    'annual-report/date-in-future': refusal(fileReport({ filedOn: '2025-02-01' }), ...closed),
    'annual-report/filed-before-signed': refusal(fileReport({ filedOn: '2025-01-19' }), ...closed),
    'annual-report/not-an-address': refusal(
      fileReport({ url: '门户网站', filedOn: '2025-01-21' }),
      ...closed,
    ),
    'annual-report/already-filed': refusal(fileReport(), ...closed, reportFiled()),
  };
}

/** As the reader of another place says them; they are refused of a ledger, not of a history. */
function asOfRefusals() {
  const basis = '台账规则：台账只增不改，按位置可以回到任何一时';
  return {
    'annual-report/not-filed': {
      refused: 'annual-report/not-filed',
      basis: '《条例》第49条',
      facts: { year: 2024 },
    },
    'annual-report/no-such-edition': {
      refused: 'annual-report/no-such-edition',
      basis: '《条例》第49条',
      facts: { year: 2024, edition: 2, newest: 1 },
    },
    'annual-report/beyond-head': {
      refused: 'annual-report/beyond-head',
      basis,
      facts: { position: '9', head: '7' },
    },
    'annual-report/positions-reversed': {
      refused: 'annual-report/positions-reversed',
      basis,
      facts: { from: '9', to: '7' },
    },
  };
}

function unknownCheck(): Refusal {
  try {
    checkNamed('T3-99');
  } catch (error) {
    if (error instanceof CommandRefused) return error.refusal;
  }
  throw new Error('a check of that id is known');
}

function unknownFigure(): Refusal {
  const text = report.reportText({ preamble: '{{甲数}}、{{乙数}}、{{甲数}}' });
  try {
    toView(annualReportOf(viewOf([report.reportDrafted(text)]), 2024, '2025-06-30'), '2025-06-30');
  } catch (error) {
    if (error instanceof CommandRefused) return error.refusal;
  }
  throw new Error('the report was not refused');
}
