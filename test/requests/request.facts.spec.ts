import { CorruptStream } from '../../src/kernel/decider.js';
import { UNHANDLED } from '../../src/requests/domain/handling.facts.js';
import { UNTOUCHED } from '../../src/requests/domain/personal-data.events.js';
import type { RequestCommand } from '../../src/requests/domain/request.decider.js';
import { OUTCOMES, type RequestEvent } from '../../src/requests/domain/request.events.js';
import {
  closureOf,
  endsWithoutService,
  requestFacts,
  type RequestFacts,
} from '../../src/requests/domain/request.facts.js';
import { attachmentAdded } from '../support/builders/attachments.js';
import { erasureProposed } from '../support/builders/personal-data.js';
import * as step from '../support/builders/procedure.js';
import {
  correctEntry,
  entryCorrected,
  entryVoided,
  registerRequest,
  replyDecided,
  replyServed,
  requestRegistered,
} from '../support/builders/requests.js';

const registered = registerRequest();
const decided = [registered, step.decide()];
const closed = [...decided, step.serve()];

const factsOf = (...commands: readonly RequestCommand[]): RequestFacts =>
  step.taking(commands).facts;

const fold = (...events: readonly RequestEvent[]): RequestFacts =>
  events.reduce<RequestFacts | null>(requestFacts, null)!;

describe('RequestFacts 案卷事实', () => {
  /** What is known of a request on the day it comes. */
  const begun: RequestFacts = {
    ...{ agencyId: 'jia', number: '2025-0042', subject: 'disclosure', recordCorrection: null },
    ...{ arrivedOn: null, receivedOn: '2025-03-03', applicantKind: 'natural', channel: 'counter' },
    ...{ splitFrom: null, mergedInto: null, mergedOn: null },
    ...{ dueOn: '2025-03-31', provisional: false, calendarEdition: 'monday-to-friday' },
    ...{ handling: UNHANDLED, personalData: UNTOUCHED, attachments: [], redecisions: [] },
    ...{ outcome: null, notHeldBecause: null, documentNumber: null },
    ...{ decidedOn: null, servedOn: null, withdrawnOn: null, publishedOn: null },
    ...{ archivedOn: null, voidedOn: null, corrections: 0 },
  };

  it('are the day of receipt and the day of reply of what was received at once 收到', () => {
    expect(factsOf(registered)).toStrictEqual(begun);
    const part = requestRegistered({ splitFrom: '2025-0001', provisional: true });
    expect(fold(part)).toStrictEqual({ ...begun, splitFrom: '2025-0001', provisional: true });
  });

  it('are the day of arrival, and no period, of what is not confirmed 到达', () => {
    const arrived = {
      ...begun,
      ...{ arrivedOn: '2025-02-28', receivedOn: null, channel: 'letter' },
      ...{ dueOn: null, calendarEdition: '' },
    };
    expect(factsOf(step.arrive())).toStrictEqual(arrived);
    expect(factsOf(step.arrive(), step.confirm())).toStrictEqual({
      ...arrived,
      ...{ receivedOn: '2025-03-03', dueOn: '2025-03-31', calendarEdition: 'monday-to-friday' },
    });
  });

  it('are no period and no channel of a record that is said to be wrong 更正申请', () => {
    const asked = { ...begun, subject: 'record-correction', channel: 'other' };
    const undue = { ...asked, dueOn: null, calendarEdition: '' };
    expect(factsOf(step.askCorrection())).toStrictEqual(undue);
    const answered = { result: 'corrected', decidedOn: '2025-03-10' };
    expect(factsOf(step.askCorrection(), step.decideCorrection())).toStrictEqual({
      ...undue,
      recordCorrection: answered,
    });
  });

  it('are the result, its 文号 and why it is not held, with the days of the reply 答复', () => {
    const outcome = 'unable_not_held';
    const reply = {
      outcome,
      notHeldBecause: 'not-existing',
      documentNumber: '〔2025〕7号',
    } as const;
    const answered = { ...begun, ...reply, decidedOn: '2025-03-27' };
    expect(factsOf(registered, step.decide(reply))).toStrictEqual(answered);
    expect(factsOf(registered, step.decide(reply), step.serve())).toStrictEqual({
      ...answered,
      servedOn: '2025-03-28',
    });
    expect(factsOf(...decided)).toStrictEqual({
      ...begun,
      ...{ outcome: 'granted', decidedOn: '2025-03-27' },
    });
  });

  it('are how it ended otherwise 撤回、并案', () => {
    expect(factsOf(registered, step.withdraw())).toStrictEqual({
      ...begun,
      withdrawnOn: '2025-03-27',
    });
    expect(factsOf(registered, step.merge())).toStrictEqual({
      ...begun,
      ...{ mergedInto: '2025-0041', mergedOn: '2025-03-07' },
    });
  });

  it('are what came after the end: each order of another reply, publication, archive', () => {
    const order = { by: 'court', caseNumber: '（2025）浙09行初1号', dueOn: '2025-06-04' } as const;
    const ordered = { ...order, orderedOn: '2025-05-06' };
    const open = { outcome: null, decidedOn: null, servedOn: null };
    const later = step.order({ by: 'reconsideration', orderedOn: '2025-06-02' });
    const ends = [...closed, step.publish(), step.order(), step.redecide(), step.serveAgain()];
    const { redecisions, publishedOn, archivedOn } = factsOf(...ends, later);
    expect([publishedOn, archivedOn]).toEqual(['2025-05-30', null]);
    expect(redecisions).toMatchObject([
      { by: 'court', decidedOn: '2025-05-20', servedOn: '2025-05-21' },
      { by: 'reconsideration', orderedOn: '2025-06-02', ...open },
    ]);
    const [first] = factsOf(...closed, step.order({ dueOn: '2025-06-04' })).redecisions;
    expect(first).toStrictEqual({ ...ordered, ...open });
    const [made] = factsOf(...closed, step.order(), step.redecide()).redecisions;
    expect(made).toMatchObject({ outcome: 'partly_granted', decidedOn: '2025-05-20' });
    expect(factsOf(...closed, step.archive()).archivedOn).toBe('2025-06-10');
  });

  it('are what a correction says, how often there was one, and the day of reply it moved 更正', () => {
    const moved = correctEntry({ receivedOn: '2025-03-04', channel: 'fax' });
    const corrected = {
      ...begun,
      ...{ receivedOn: '2025-03-04', channel: 'fax', dueOn: '2025-04-01', corrections: 1 },
    };
    expect(factsOf(registered, moved)).toStrictEqual(corrected);
    const back = correctEntry({ channel: 'counter' });
    expect(factsOf(registered, moved, back)).toStrictEqual({
      ...corrected,
      ...{ channel: 'counter', corrections: 2 },
    });
  });

  it.each([
    ['a correction', entryCorrected({ servedOn: '2025-03-19' })],
    ['a voided step', entryVoided('service')],
  ])('are no longer up for erasure as they were proposed, after %s', (_, mended) => {
    const ended = [requestRegistered(), replyDecided('granted', '2025-03-17')] as const;
    const proposed = [...ended, replyServed('2025-03-18'), attachmentAdded(), erasureProposed()];
    expect(fold(...proposed).personalData.proposal).toMatchObject({ by: '王科员' });
    const { personalData, attachments } = fold(...proposed, mended);
    expect(personalData).toStrictEqual(UNTOUCHED);
    expect(attachments).toHaveLength(1);
  });
});

describe('a step that is voided 作废', () => {
  const ordered = [...closed, step.order()];

  it.each([
    ['decision', [registered], [step.decide({ documentNumber: '〔2025〕7号' }), step.serve()]],
    ['decision', [step.askCorrection()], [step.decideCorrection()]],
    ['service', decided, [step.serve()]],
    ['withdrawal', decided, [step.withdraw()]],
    ['merger', [registered, step.assign()], [step.merge()]],
    ['redecision', ordered.slice(0, -1), [step.order()]],
    ['publication', closed, [step.publish()]],
    ['archiving', closed, [step.archive()]],
  ] as const)('leaves the facts as they were before it: %s', (name, before, after) => {
    const { facts } = step.taking([...before, ...after, step.undo(name)]);
    expect(facts).toStrictEqual(factsOf(...before));
  });

  it('takes the last order alone, of several', () => {
    const done = [...ordered, step.redecide(), step.serveAgain()];
    const again = [...done, step.order({ orderedOn: '2025-06-02' }), step.undo('redecision')];
    expect(factsOf(...again)).toStrictEqual(factsOf(...done));
  });

  it('leaves every fact of a voided registration, with the day of the voiding', () => {
    expect(factsOf(...closed, step.undo('registration'))).toStrictEqual({
      ...factsOf(...closed),
      voidedOn: '2025-06-30',
    });
  });

  it('gives the period back that the step had stopped', () => {
    const stopped = [registered, step.notice()];
    expect(factsOf(...stopped).dueOn).toBeNull();
    expect(factsOf(...stopped, step.undo('fee'))).toStrictEqual(factsOf(registered));
  });
});

describe('a history that cannot be 台账受损', () => {
  const served = replyServed('2025-03-18');
  const made = step.event('RedecisionMade', '2025-05-20', { outcome: 'granted' });

  it.each([
    ['registered twice', [requestRegistered(), requestRegistered()]],
    ['ReplyServed before it was registered', [served]],
    ['a reply served before it was decided', [requestRegistered(), served]],
    ['no redecision ordered', [requestRegistered(), made]],
    ['no fee to void', [requestRegistered(), entryVoided('fee')]],
  ])('stops the reading, and is named: %s', (what, events) => {
    expect(() => fold(...events)).toThrow(CorruptStream);
    expect(() => fold(...events)).toThrow(new RegExp(`^request 2025-0042:? ${what}$`));
  });
});

describe('the end of a request 办结', () => {
  it.each(OUTCOMES)('waits for service, but for giving up and other endings: %s', (outcome) => {
    const atOnce = ['other_no_correction', 'other_no_payment', 'other_misc'].includes(outcome);
    expect(endsWithoutService(outcome)).toBe(atOnce);
    const replied = [requestRegistered(), replyDecided(outcome, '2025-03-17')] as const;
    const onDecision = atOnce ? { on: '2025-03-17', outcome } : null;
    expect(closureOf(fold(...replied))).toStrictEqual(onDecision);
    const on = atOnce ? '2025-03-17' : '2025-03-18';
    expect(closureOf(fold(...replied, replyServed('2025-03-18')))).toStrictEqual({ on, outcome });
  });

  it('is 其他处理 3.其他 of what was withdrawn, merged, or a record said to be wrong', () => {
    const outcome = 'other_misc';
    const withdrawn = factsOf(...decided, step.withdraw('2025-03-27'));
    expect(closureOf(withdrawn)).toStrictEqual({ on: '2025-03-27', outcome });
    const merged = factsOf(registered, step.merge());
    expect(closureOf(merged)).toStrictEqual({ on: '2025-03-07', outcome });
    const corrected = factsOf(step.askCorrection(), step.decideCorrection());
    expect(closureOf(corrected)).toStrictEqual({ on: '2025-03-10', outcome });
    expect(closureOf(factsOf(registered))).toBeNull();
  });
});
