import { CorruptStream } from '../../src/kernel/decider.js';
import type { RequestCommand } from '../../src/requests/domain/request.decider.js';
import type { RequestEvent } from '../../src/requests/domain/request.events.js';
import { requestFacts, type RequestFacts } from '../../src/requests/domain/request.facts.js';
import {
  HANDLING_STEPS,
  UNHANDLED,
  withoutHandling,
  type Handling,
} from '../../src/requests/domain/handling.facts.js';
import * as step from '../support/builders/procedure.js';
import { registerRequest, requestRegistered } from '../support/builders/requests.js';

const registered = registerRequest();

/** What is left of the handling when some steps were taken, and perhaps one of them voided. */
const handlingOf = (...commands: readonly RequestCommand[]): Handling =>
  step.taking([registered, ...commands]).facts.handling;

const fold = (...events: readonly RequestEvent[]): RequestFacts | null =>
  events.reduce<RequestFacts | null>(requestFacts, null);

describe('Handling 办理情况', () => {
  it('is nothing on the day the request is received', () => {
    expect(handlingOf()).toStrictEqual({
      attempts: 0,
      assigned: null,
      supplement: null,
      consultations: [],
      answered: [],
      reasons: null,
      delayedUntil: null,
      extensions: [],
      fee: null,
      reviews: [],
    });
  });

  it('is not touched by the confirmation of receipt, nor by a recount of the period', () => {
    expect(step.taking([step.arrive(), step.confirm()]).facts.handling).toStrictEqual(UNHANDLED);
    const recounted = step.event('DeadlineRecomputed', '2025-06-30', {
      before: step.due('2025-03-28'),
      due: step.due('2025-03-31'),
    });
    expect(fold(requestRegistered(), recounted)?.handling).toStrictEqual(UNHANDLED);
  });

  it('counts how often the applicant was not reached 联系申请人', () => {
    const { facts } = step.taking([step.arrive(), step.attempt(), step.attempt('2025-03-01')]);
    expect(facts.handling).toStrictEqual({ ...UNHANDLED, attempts: 2 });
  });

  it('knows the handler, and the earliest day on which anybody had it 分办', () => {
    const later = step.assign({ handler: '钱科员', section: '法规科', assignedOn: '2025-03-10' });
    const earlier = step.assign({ handler: '孙科员', assignedOn: '2025-03-03' });
    const since = '2025-03-04';
    const wang = { handler: '李科员', since };
    expect(handlingOf(step.assign()).assigned).toStrictEqual(wang);
    const qian = { handler: '钱科员', section: '法规科', since };
    expect(handlingOf(step.assign(), later).assigned).toStrictEqual(qian);
    const sun = { handler: '孙科员', since: '2025-03-03' };
    expect(handlingOf(step.assign(), later, earlier).assigned).toStrictEqual(sun);
  });

  it('knows by when a supplement is asked for, and when it came 补正', () => {
    const asked = { requestedOn: '2025-03-05', respondBy: '2025-03-20', receivedOn: null };
    expect(handlingOf(step.askSupplement()).supplement).toStrictEqual(asked);
    expect(handlingOf(step.askSupplement(), step.supply()).supplement).toStrictEqual({
      ...asked,
      receivedOn: '2025-03-14',
    });
  });

  it('knows of each consultation where it stands 征求意见', () => {
    const organ = step.seek('2025-03-12', { party: 'organ' }, '某局');
    const told = [step.seek(), organ, step.reach(), step.answer(), step.inform()];
    const { consultations, answered } = handlingOf(...told);
    expect(consultations).toStrictEqual([
      {
        ...{ consultation: 1, party: 'third-party', sentOn: '2025-03-10' },
        ...{ receivedOn: '2025-03-11', respondBy: '2025-04-01' },
        ...{ opinion: 'objects', answeredOn: '2025-03-24', informedOn: '2025-03-25' },
      },
      {
        ...{ consultation: 2, party: 'organ', sentOn: '2025-03-12' },
        ...{ receivedOn: null, respondBy: null },
        ...{ opinion: null, answeredOn: null, informedOn: null },
      },
    ]);
    expect(answered).toStrictEqual([1]);
  });

  it('knows the reasons that were asked for, and until when the reply is delayed 说明理由', () => {
    const asked = { askedOn: '2025-03-06', respondBy: '2025-03-20', found: null };
    expect(handlingOf(step.askReasons())).toStrictEqual({ ...UNHANDLED, reasons: asked });
    const judged = [step.askReasons(), step.judge('reasonable'), step.delay()];
    expect(handlingOf(...judged)).toStrictEqual({
      ...UNHANDLED,
      reasons: { ...asked, found: 'reasonable' },
      delayedUntil: '2025-05-30',
    });
  });

  it('knows each extension, who allowed it and when the applicant was told 延期', () => {
    const twice = [step.extend(5), step.extend(10, { approvedBy: '张局长', toldOn: '2025-03-21' })];
    expect(handlingOf(...twice).extensions).toStrictEqual([
      { workingDays: 5, approvedBy: '王主任', toldOn: '2025-03-20' },
      { workingDays: 10, approvedBy: '张局长', toldOn: '2025-03-21' },
    ]);
  });

  it('knows what fee is asked for, and when it was paid 收费', () => {
    const noticed = { noticedOn: '2025-03-12', method: 'per-item', quantity: 11, amount: 100 };
    const fee = { ...noticed, payBy: '2025-04-09', paidOn: null };
    expect(handlingOf(step.notice()).fee).toStrictEqual(fee);
    expect(handlingOf(step.notice(), step.pay()).fee).toStrictEqual({
      ...fee,
      paidOn: '2025-03-26',
    });
  });

  it('knows every review, in the order in which it was logged 审查意见', () => {
    const objecting = { opinion: 'objects', by: '周科长', reviewedOn: '2025-03-12' } as const;
    const both = [step.review('legal'), step.review('secrecy', objecting)];
    expect(handlingOf(...both).reviews).toStrictEqual([
      { review: 'legal', opinion: 'agrees', by: '赵科长', on: '2025-03-13' },
      { review: 'secrecy', opinion: 'objects', by: '周科长', on: '2025-03-12' },
    ]);
  });
});

describe('a step of handling that is voided 作废', () => {
  const asked = [step.askReasons(), step.judge('reasonable')];
  const second = step.seek('2025-03-12', { party: 'organ' }, '某局');
  const told = [step.seek(), second, step.reach(), step.answer(), step.inform()];

  it.each([
    ['supplement', [], [step.askSupplement(), step.supply()]],
    ['supplement-receipt', [step.askSupplement()], [step.supply()]],
    ['assignment', [step.review('legal')], [step.assign(), step.assign({ handler: '钱科员' })]],
    ['consultation', [step.seek()], [second]],
    ['reasons', [], [...asked, step.delay()]],
    ['delay', asked, [step.delay()]],
    ['extension', [step.extend(5), step.extend(5)], [step.extend(10)]],
    ['fee', [], [step.notice(), step.pay()]],
    ['payment', [step.notice()], [step.pay()]],
    ['review', [step.review('legal'), step.review('disclosure')], [step.review('secrecy')]],
  ] as const)('takes along what followed from it, and nothing else: %s', (name, before, after) => {
    const { facts } = step.taking([registered, ...before, ...after]);
    expect(withoutHandling(facts.handling, name)).toStrictEqual(handlingOf(...before));
  });

  it('takes along the telling with the opinion, and leaves the day the letter came', () => {
    const left = handlingOf(...told, step.undo('opinion'));
    expect(left).toStrictEqual(handlingOf(step.seek(), second, step.reach()));
  });

  it('takes along the opinion with its consultation, and leaves the others', () => {
    const answers = [step.answer(), step.reach('2025-03-13', { consultation: 2 })];
    const other = step.answer('2025-03-25', { consultation: 2, opinion: 'consents' });
    const left = handlingOf(step.seek(), second, ...answers, other, step.undo('consultation'));
    expect(left).toStrictEqual(handlingOf(step.seek(), step.answer()));
  });

  it.each(HANDLING_STEPS)('is nothing where there was none: %s', (name) => {
    expect(withoutHandling(UNHANDLED, name)).toBeNull();
  });

  it('is nothing where it was asked for and did not come', () => {
    expect(withoutHandling(handlingOf(step.askSupplement()), 'supplement-receipt')).toBeNull();
    expect(withoutHandling(handlingOf(step.notice()), 'payment')).toBeNull();
  });
});

describe('a history of handling that cannot be 台账受损', () => {
  const due = step.due('2025-03-31');

  it.each([
    step.event('SupplementReceived', '2025-03-14', { due }),
    step.event('OpinionRequestReceived', '2025-03-11', { consultation: 1, respondBy: null, due }),
    step.event('OpinionGiven', '2025-03-24', { consultation: 1, opinion: 'objects', due }),
    step.event('ThirdPartyInformed', '2025-03-25', { consultation: 1 }),
    step.event('ReasonsGiven', '2025-03-18', { found: 'reasonable' }),
    step.event('FeePaid', '2025-03-26', { amount: 100, due }),
  ])('stops the reading, and is named: $type of what was not begun', (event) => {
    const broken = new CorruptStream(`request 2025-0042: ${event.type} of what was not begun`);
    expect(() => fold(requestRegistered(), event)).toThrow(broken);
  });

  it('stops the reading where the opinion is of another consultation than was sought', () => {
    const sought = { consultation: 1, party: 'third-party', due } as const;
    const other = { consultation: 2, opinion: 'objects', due } as const;
    expect(() =>
      fold(
        requestRegistered(),
        step.event('OpinionSought', '2025-03-10', sought),
        step.event('OpinionGiven', '2025-03-24', other),
      ),
    ).toThrow('OpinionGiven of what was not begun');
  });
});
