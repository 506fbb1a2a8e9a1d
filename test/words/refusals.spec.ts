import { agencyDecider } from '../../src/agencies/domain/agency.decider.js';
import { annualReportOf } from '../../src/annual-reports/annual-report.js';
import { toView } from '../../src/annual-reports/annual-report-view.js';
import { annualReportDecider } from '../../src/annual-reports/domain/annual-report.decider.js';
import { appealDecider } from '../../src/appeals/domain/appeal.decider.js';
import {
  isRefusal,
  type Command,
  type Decider,
  type Event,
  type Refusal,
} from '../../src/kernel/decider.js';
import { CommandRefused } from '../../src/ledger/command-refused.js';
import { countDecider } from '../../src/publications/domain/count.decider.js';
import { documentDecider } from '../../src/publications/domain/document.decider.js';
import { OUTCOME_ROWS } from '../../src/requests/domain/outcome-labels.js';
import { KEY_LOST } from '../../src/requests/applicant.js';
import { requestDecider } from '../../src/requests/domain/request.decider.js';
import { OUTCOMES } from '../../src/requests/domain/request.events.js';
import { REFUSAL_WORDS, refusalWords, type RefusalCode } from '../../src/words/refusals.zh-CN.js';
import { problemWords } from '../../src/words/row-problems.js';
import * as agency from '../support/builders/agencies.js';
import * as report from '../support/builders/annual-reports.js';
import * as appeal from '../support/builders/appeals.js';
import { LETTER_REFUSALS } from '../support/letters/letter-refusals.js';
import * as personal from '../support/builders/personal-data.js';
import { PROCEDURE_REFUSALS } from '../support/builders/procedure-refusals.js';
import * as publication from '../support/builders/publications.js';
import * as request from '../support/builders/requests.js';
import { viewOf } from '../support/builders/views.js';
import { defaultTerms } from '../support/calendar.js';

/** What the decider really says, code by code; the compiler keeps the list complete. */
const REFUSED: Readonly<Record<RefusalCode, Refusal>> = {
  ...agencyRefusals(),
  ...requestRefusals(),
  ...PROCEDURE_REFUSALS,
  ...appealRefusals(),
  ...documentRefusals(),
  ...countRefusals(),
  ...reportRefusals(),
  ...LETTER_REFUSALS,
};

/** Commands and cells, as a person would type them. */
const TYPED = new RegExp(
  'gongkai (?:init --name|register|step confirm|correct(?:-appeal|-document)?|recount|rename|' +
    'void --step|draft|file|letter list)|table3[.]\\w+(?:[.]total)?',
  'g',
);

describe('refusal words 不予受理的说明', () => {
  it.each(Object.entries(REFUSED))('say in Chinese what %s means', (code, refusal) => {
    expect(refusal.refused).toBe(code);
    const words = refusalWords(refusal);
    expect(words).toMatch(/^.*\p{Script=Han}.*。$/u);
    expect(words).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
    // Identifiers never reach a clerk; some sentences quote what to type.
    const typed = words.replace(TYPED, '');
    expect(typed).not.toMatch(/[a-z]{2}/i);
    expect(refusal.basis).toMatch(
      /^(?:《条例》第|《个人信息保护法》第|国办(?:公开办)?函〔|年度报告格式|台账规则：)/,
    );
  });

  it('use every fact that a refusal brings, and need none that it does not', () => {
    for (const [code, { facts = {} }] of Object.entries(REFUSED)) {
      const named = [...REFUSAL_WORDS[code as RefusalCode].matchAll(/\{(\w+)\}/g)].map(
        ([, it]) => it,
      );
      expect([code, named.sort()]).toStrictEqual([code, Object.keys(facts).sort()]);
    }
  });

  it.each([
    [REFUSED['request/date-in-future'], '日期 2025-07-01 晚于今天 2025-06-30，还没有发生的事'],
    [REFUSED['request/served-before-decided'], '送达日期 2025-03-16 早于答复日期 2025-03-17，'],
    [REFUSED['request/already-closed'], '这件申请已于 2025-03-10 办结（3.其他），不能再办理；'],
    [REFUSED['request/already-decided'], '这件申请已经作出答复（（一）予以公开），不能再作一次；'],
    [REFUSED['request/correction-of-nothing'], '“答复日期”还没有登记，无从更正，请先登记。'],
    [REFUSED['request/correction-out-of-order'], '更正后“收到日期”的先后顺序不成立：'],
    [REFUSED['appeal/already-concluded'], '这件案件已于 2025-04-30 审结（其他结果），'],
    [REFUSED['count/already-reported'], '2025-03 的这个类别已经上报为 12，'],
    [
      REFUSED['annual-report/year-not-covered'],
      '2020 年度的报告用的是旧格式，本版本只编制 2021 年度',
    ],
    [REFUSED['annual-report/unknown-figure'], '报告文字引用的数字“甲数、乙数”台账里没有，'],
  ])('name figures, dates and rows as the form does', ({ ...refusal }, beginning) => {
    expect(refusalWords(refusal).startsWith(beginning)).toBe(true);
  });

  it.each(OUTCOMES)('call the result %s by its row of the form', (outcome) => {
    const refusal = { refused: 'request/already-decided', basis: '', facts: { outcome } };
    expect(refusalWords(refusal)).toContain(`（${OUTCOME_ROWS[outcome].label}）`);
  });

  it.each([
    'receivedOn',
    'decidedOn',
    'servedOn',
    'withdrawnOn',
    'outcome',
    'applicantKind',
    'channel',
  ])('call the field %s by its Chinese name', (field) => {
    const refusal = { refused: 'request/correction-of-nothing', basis: '', facts: { field } };
    expect(refusalWords(refusal)).toMatch(/^“\p{Script=Han}+”还没有登记/u);
  });

  it('leave alone what they do not know: a later code, a name that only looks known', () => {
    expect(refusalWords({ refused: 'request/unheard', basis: '' })).toBe('request/unheard');
    const names = { names: 'constructor' };
    expect(refusalWords({ ...REFUSED['annual-report/unknown-figure'], facts: names })).toContain(
      '“constructor”',
    );
  });
});

describe('problemWords 导入问题', () => {
  it('word a refused row with its basis', () => {
    const why = REFUSED['document/already-repealed'];
    expect(problemWords({ line: 7, column: '废止日期', why })).toStrictEqual({
      line: 7,
      column: '废止日期',
      code: 'document/already-repealed',
      reason: '这份文件已于 2025-04-30 废止，不能再登记废止。',
      basis: '台账规则：一个文号登记一份文件，事实只增不改',
    });
  });

  it('hand on what could not even be read', () => {
    const why = { code: 'row/missing', reason: '「案号」没有填写' } as const;
    expect(problemWords({ line: 2, column: '案号', why })).toStrictEqual({
      line: 2,
      column: '案号',
      code: 'row/missing',
      reason: '「案号」没有填写',
      basis: '导入格式',
    });
  });
});

/** Runs a command upon a history and answers with the refusal it meets. */
function by<S, C extends Command, E extends Event, R extends Refusal>(
  decider: Decider<S, C, E, R>,
): (command: C, ...history: readonly E[]) => R {
  return (command, ...history) => {
    const state = history.reduce((s: S, event) => decider.evolve(s, event), decider.initialState);
    const outcome = decider.decide(command, state);
    if (!isRefusal(outcome)) throw new Error(`${command.type} was not refused`);
    return outcome;
  };
}

function agencyRefusals() {
  const refusal = by(agencyDecider);
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
    'agency/retention-out-of-range': refusal(
      { type: 'AdoptRetention', data: { agencyId: 'jia', years: 31 }, today: '2025-06-30' },
      here,
    ),
  };
}

function requestRefusals() {
  const refusal = by(requestDecider(defaultTerms()));
  const { registerRequest, decideRequest, serveReply, withdrawRequest, correctEntry } = request;
  const registered = request.requestRegistered();
  const decided = request.replyDecided('granted', '2025-03-17');
  const withdrawn = request.requestWithdrawn('2025-03-10');
  const ended = request.replyDecided('other_misc', '2025-03-17');
  return {
    'request/number-missing': refusal(registerRequest({ number: '' })),
    'request/applicant-missing': refusal(registerRequest({ sealed: { applicant: '' } })),
    'request/description-missing': refusal(registerRequest({ sealed: { description: '' } })),
    'request/already-registered': refusal(registerRequest(), registered),
    'request/not-registered': refusal(serveReply('2025-03-18')),
    'request/date-in-future': refusal(decideRequest('granted', '2025-07-01'), registered),
    'request/before-receipt': refusal(decideRequest('granted', '2025-03-02'), registered),
    'request/already-decided': refusal(decideRequest('granted', '2025-03-18'), registered, decided),
    'request/not-decided': refusal(serveReply('2025-03-18'), registered),
    'request/served-before-decided': refusal(serveReply('2025-03-16'), registered, decided),
    'request/already-closed': refusal(withdrawRequest('2025-03-11'), registered, withdrawn),
    'request/nothing-to-correct': refusal(correctEntry({}), registered),
    'request/correction-reason-missing': refusal(correctEntry({}, { reason: '' }), registered),
    'request/correction-of-nothing': refusal(correctEntry({ decidedOn: '2025-03-17' }), registered),
    'request/correction-out-of-order': refusal(
      correctEntry({ receivedOn: '2025-07-01' }),
      registered,
    ),
    'request/correction-reopens': refusal(correctEntry({ outcome: 'granted' }), registered, ended),
    'request/voided': refusal(
      decideRequest('granted', '2025-03-17'),
      ...[registered, request.entryVoided('registration')],
    ),
    'request/void-reason-missing': refusal(request.voidEntry('registration', ''), registered),
    'request/nothing-to-void': refusal(request.voidEntry('service'), registered),
    ...personalDataRefusals(),
  };
}

function personalDataRefusals() {
  const refusal = by(requestDecider(defaultTerms()));
  const registered = request.requestRegistered();
  const closed = [registered, request.requestWithdrawn('2025-03-10')];
  const proposed = [...closed, personal.erasureProposed()];
  const { restrictProcessing, proposeErasure } = personal;
  return {
    'request/person-missing': refusal(restrictProcessing({ by: '' }), registered),
    'request/purpose-missing': refusal(restrictProcessing({ reason: '' }), registered),
    'request/personal-data-in-clear': refusal(
      restrictProcessing({ reason: '13812345678' }),
      registered,
    ),
    'request/already-erased': refusal(
      personal.viewPersonalData(),
      ...[...proposed, personal.personalDataErased()],
    ),
    'request/not-closed': refusal(proposeErasure(), registered),
    'request/appeal-pending': refusal(proposeErasure({ underAppeal: true }), ...closed),
    'request/retention-not-over': refusal(proposeErasure({ today: '2025-06-30' }), ...closed),
    'request/erasure-not-proposed': refusal(personal.approveErasure(), ...closed),
    'request/same-person': refusal(personal.approveErasure({ by: '王科员' }), ...proposed),
    'request/restricted': refusal(
      personal.viewPersonalData(),
      ...[registered, personal.processingRestricted()],
    ),
    'request/not-restricted': refusal(personal.liftRestriction(), registered),
    'request/key-lost': KEY_LOST,
  };
}

function appealRefusals() {
  const refusal = by(appealDecider);
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
  const refusal = by(documentDecider);
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
  const refusal = by(countDecider);
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
  const refusal = by(annualReportDecider);
  const { draftReport, compileReport, reportText } = report;
  return {
    'annual-report/year-not-covered': refusal(draftReport(reportText(), { year: 2020 })),
    'annual-report/year-not-begun': refusal(draftReport(reportText(), { today: '2023-12-31' })),
    'annual-report/year-not-over': refusal(compileReport({}, { today: '2024-12-31' })),
    'annual-report/signed-before-year-end': refusal(
      draftReport(reportText({ signedOn: '2024-12-31' })),
    ),
    'annual-report/not-drafted': refusal(report.fileReport('a')),
    'annual-report/date-in-future': refusal(
      report.fileReport('a', { filedOn: '2025-02-01' }),
      report.reportDrafted(),
    ),
    'annual-report/filed-before-signed': refusal(
      report.fileReport('a', { filedOn: '2025-01-19' }),
      report.reportDrafted(),
    ),
    'annual-report/already-filed': refusal(
      report.fileReport('a'),
      ...[report.reportDrafted(), report.reportFiled('a')],
    ),
    ...asOfRefusals(),
    'annual-report/unknown-figure': unknownFigure(),
    // As the edges say it; the name of a cell is theirs to read.
    'annual-report/unknown-cell': {
      refused: 'annual-report/unknown-cell',
      basis: '国办公开办函〔2021〕30号',
      facts: { cell: 'table3.foo' },
    },
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

function unknownFigure(): Refusal {
  const text = report.reportText({ preamble: '{{甲数}}、{{乙数}}、{{甲数}}' });
  try {
    toView(annualReportOf(viewOf([report.reportDrafted(text)]), 2024, '2025-06-30'), '2025-06-30');
  } catch (error) {
    if (error instanceof CommandRefused) return error.refusal;
  }
  throw new Error('the report was not refused');
}
