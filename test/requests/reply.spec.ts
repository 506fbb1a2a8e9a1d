import type { LocalDate } from '../../src/kernel/local-date.js';
import type { Review } from '../../src/agencies/domain/procedure-rules.events.js';
import type { DecideRequest } from '../../src/requests/domain/reply.rules.js';
import {
  after,
  archive,
  assign,
  decide,
  event,
  merge,
  order,
  publish,
  review,
  serve,
  standing,
  taking,
  undo,
  undone,
  withdraw,
} from '../support/builders/procedure.js';
import { registerRequest, TODAY } from '../support/builders/requests.js';
import { defaultTerms, mondayToFriday } from '../support/calendar.js';

/** Received Mon 2025-03-03; decided Thu 03-27; served Fri 03-28. */
const registered = registerRequest();
const decided = [registered, decide()];
const closed = [...decided, serve()];
const FILING = '《条例》第45条';
const SERVICE = '国办公开办函〔2016〕235号';
const { rules } = defaultTerms();
const requiring = (...requiredReviews: readonly Review[]) => ({
  calendar: mondayToFriday,
  rules: { ...rules, requiredReviews },
});

describe('AssignRequest 分办', () => {
  const to = (handler: string, data = {}) =>
    event('RequestAssigned', '2025-03-04', { handler, ...data });

  it('gives the request to a handler, with a section and a day of its own', () => {
    const inside = { section: '法规科', internalDueOn: '2025-03-20' } as const;
    after([registered]).when(assign()).then(to('李科员'));
    after([registered]).when(assign(inside)).then(to('李科员', inside));
    expect(standing(registered, assign())).toBe('handling');
  });

  it('may be done again: the last one handles it', () => {
    const twice = [registered, assign(), assign({ handler: '周科员' })];
    expect(taking(twice).facts.handling.assigned?.handler).toBe('周科员');
  });

  it('names who, and a day from receipt until today', () => {
    after([registered])
      .when(assign({ handler: ' ' }))
      .thenRefused('request/handler-missing', undefined, FILING);
    after([registered])
      .when(assign({ assignedOn: '2025-03-02' }))
      .thenRefused('request/before-receipt', { on: '2025-03-02', receivedOn: '2025-03-03' });
    after([registered])
      .when(assign({ assignedOn: '2025-07-01' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, FILING);
  });

  it('is over with the decision', () => {
    after(decided)
      .when(assign())
      .thenRefused('request/already-decided', { outcome: 'granted' }, FILING);
  });

  it('is voided', () => {
    after([registered, assign()]).when(undo('assignment')).then(undone('assignment', '2025-03-31'));
    expect(standing(registered, assign(), undo('assignment'))).toBe('registered');
    after([registered])
      .when(undo('assignment'))
      .thenRefused('request/nothing-to-void', { step: 'assignment' });
  });
});

describe('RecordReview 登记审查意见', () => {
  const LAW = '《条例》第17条';
  const opinion = (kind: Review, says: 'agrees' | 'objects' = 'agrees', by = '赵科长') =>
    event('ReviewRecorded', '2025-03-13', { review: kind, opinion: says, by });

  it.each(['disclosure', 'secrecy', 'legal', 'sign-off'] as const)('keeps %s', (kind) => {
    after([registered]).when(review(kind)).then(opinion(kind));
  });

  it('keeps a note sealed', () => {
    const sealed = { note: '第二项不宜公开' };
    after([registered])
      .when({ ...review('legal', { opinion: 'objects' }), sealed })
      .then({ ...opinion('legal', 'objects'), sealed });
  });

  it('names who, and a day from receipt until today', () => {
    after([registered])
      .when(review('legal', { by: ' ' }))
      .thenRefused('request/reviewer-missing', undefined, LAW);
    after([registered])
      .when(review('legal', { reviewedOn: '2025-03-02' }))
      .thenRefused('request/before-receipt', { on: '2025-03-02', receivedOn: '2025-03-03' });
    after([registered])
      .when(review('legal', { reviewedOn: '2025-07-01' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, LAW);
  });

  it('is asked of nobody unless the agency requires it', () => {
    after([registered, review('legal', { opinion: 'objects' })])
      .when(decide())
      .then(event('ReplyDecided', '2025-03-27', { outcome: 'granted' }));
  });

  it('must be on record, and agree in the end, where it is required', () => {
    const both = requiring('disclosure', 'secrecy');
    const objection = review('secrecy', { opinion: 'objects' });
    after([registered], both)
      .when(decide())
      .thenRefused('request/review-missing', { review: 'disclosure' }, LAW);
    after([registered, review('disclosure')], both)
      .when(decide())
      .thenRefused('request/review-missing', { review: 'secrecy' }, LAW);
    after([registered, review('disclosure'), review('secrecy'), objection], both)
      .when(decide())
      .thenRefused('request/review-objects', { review: 'secrecy', by: '赵科长' }, LAW);
    after([registered, review('disclosure'), objection, review('secrecy')], both)
      .when(decide())
      .then(event('ReplyDecided', '2025-03-27', { outcome: 'granted' }));
  });

  it('is voided from the last', () => {
    const disclosure = requiring('disclosure');
    const twice = [registered, review('disclosure'), review('disclosure', { opinion: 'objects' })];
    after(twice).when(undo('review')).then(undone('review', '2025-03-31'));
    after([...twice, undo('review')], disclosure)
      .when(decide())
      .then(event('ReplyDecided', '2025-03-27', { outcome: 'granted' }));
    after([...twice, undo('review'), undo('review')])
      .when(undo('review'))
      .thenRefused('request/nothing-to-void', { step: 'review' });
  });
});

describe('DecideRequest 作出答复, of several results', () => {
  const reply = (data: Omit<DecideRequest['data'], 'agencyId' | 'number' | 'decidedOn'>) =>
    event('ReplyDecided', '2025-03-27', data);
  const PARTLY = '《条例》第37条';

  it.each([
    { outcome: 'granted', results: ['granted'] },
    { outcome: 'partly_granted', results: ['partly_granted'] },
    { outcome: 'partly_granted', results: ['granted', 'denied_third_party'] },
    { outcome: 'partly_granted', results: ['partly_granted', 'reject_petition'] },
    { outcome: 'denied_state_secret', results: ['denied_state_secret', 'unable_not_held'] },
    { outcome: 'unable_not_held', results: ['denied_state_secret', 'unable_not_held'] },
  ] as const)('counts %o', (given) => {
    after([registered]).when(decide(given)).then(reply(given));
  });

  it.each([
    { outcome: 'granted', results: ['granted', 'denied_third_party'] },
    { outcome: 'denied_third_party', results: ['granted', 'denied_third_party'] },
    { outcome: 'reject_petition', results: ['partly_granted', 'reject_petition'] },
    { outcome: 'granted', results: ['granted', 'partly_granted'] },
  ] as const)('is 部分公开 where some was given and some was not: %o', (given) => {
    after([registered])
      .when(decide(given))
      .thenRefused('request/results-say-partly', { outcome: given.outcome }, PARTLY);
  });

  it.each([
    { outcome: 'reject_repeat', results: ['reject_petition'] },
    { outcome: 'partly_granted', results: ['granted'] },
    { outcome: 'partly_granted', results: ['denied_third_party', 'reject_petition'] },
    { outcome: 'denied_third_party', results: ['granted'] },
    { outcome: 'granted', results: [] },
  ] as const)('counts one of the results that were given: not %o', (given) => {
    after([registered])
      .when(decide(given))
      .thenRefused(
        'request/outcome-not-among-results',
        { outcome: given.outcome },
        '年度报告格式表三',
      );
  });

  it('says why something was not held, and of nothing else', () => {
    const held = { outcome: 'unable_not_held', notHeldBecause: 'not-responsible' } as const;
    after([registered]).when(decide(held)).then(reply(held));
    expect(taking([registered, decide(held)]).facts.notHeldBecause).toBe('not-responsible');
    const among = {
      outcome: 'partly_granted',
      results: ['granted', 'unable_not_held'],
      notHeldBecause: 'not-existing',
    } as const;
    after([registered]).when(decide(among)).then(reply(among));
    after([registered])
      .when(decide({ notHeldBecause: 'not-existing' }))
      .thenRefused(
        'request/not-held-reason-misplaced',
        undefined,
        '《条例》第36条第（四）、（五）项',
      );
  });

  it('keeps what it says sealed', () => {
    const sealed = { content: '见附件', reasons: '可以公开' };
    after([registered])
      .when({ ...decide(), sealed })
      .then({ ...reply({ outcome: 'granted' }), sealed });
  });

  it('rests on Article 33 for its day', () => {
    after([registered])
      .when(decide({ decidedOn: '2025-07-01' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, '《条例》第33条');
  });

  it('counts 视为放弃 that nothing on record contradicts: an old ledger kept no notices', () => {
    for (const outcome of ['other_no_correction', 'other_no_payment'] as const) {
      after([registered]).when(decide({ outcome })).then(reply({ outcome }));
    }
    expect(standing(registered, decide({ outcome: 'other_misc' }))).toBe('ended');
  });
});

describe('ServeReply 送达答复', () => {
  const proof = (servedOn: LocalDate, data = {}) =>
    event('ReplyServed', servedOn, { way: 'mail', ...data });

  it.each(['direct', 'entrusted', 'mail', 'electronic'] as const)('by %s ends it', (way) => {
    after(decided).when(serve({ way })).then(proof('2025-03-28', { way }));
    expect(standing(...decided, serve({ way }))).toBe('closed');
  });

  it('by mail goes by the postal enterprise', () => {
    after(decided)
      .when(serve({ carrier: 'courier' }))
      .thenRefused('request/not-by-post', undefined, SERVICE);
    after(decided)
      .when(serve({ carrier: 'post' }))
      .then(proof('2025-03-28'));
    after(decided)
      .when(serve({ way: 'direct', carrier: 'courier' }))
      .then(proof('2025-03-28', { way: 'direct' }));
  });

  it('counts the day it was posted, and keeps the day it was signed for', () => {
    const signed = { signedOn: '2025-04-02', trackingNumber: 'EMS1' } as const;
    after(decided).when(serve(signed)).then(proof('2025-03-28', signed));
    expect(taking([...decided, serve(signed)]).facts.servedOn).toBe('2025-03-28');
    after(decided)
      .when(serve({ signedOn: '2025-03-28' }))
      .then(proof('2025-03-28', { signedOn: '2025-03-28' }));
    after(decided)
      .when(serve({ signedOn: '2025-03-27' }))
      .thenRefused('request/out-of-order', { on: '2025-03-27', after: '2025-03-28' }, SERVICE);
    after(decided)
      .when(serve({ signedOn: '2025-07-01' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, SERVICE);
  });

  it('keeps who signed sealed', () => {
    const sealed = { signer: '张三' };
    after(decided)
      .when({ ...serve(), sealed })
      .then({ ...proof('2025-03-28'), sealed });
  });

  it('follows the decision', () => {
    after(decided)
      .when(serve({ servedOn: '2025-03-26' }))
      .thenRefused(
        'request/served-before-decided',
        { servedOn: '2025-03-26', decidedOn: '2025-03-27' },
        SERVICE,
      );
    after([registered])
      .when(serve())
      .thenRefused('request/not-decided', undefined, '《条例》第36条');
    after(closed)
      .when(serve())
      .thenRefused(
        'request/already-closed',
        { on: '2025-03-28', outcome: 'granted' },
        '《条例》第36条',
      );
  });
});

describe('WithdrawRequest 撤回申请', () => {
  it('refuses a day before receipt or still to come', () => {
    after([registered])
      .when(withdraw('2025-03-02'))
      .thenRefused('request/before-receipt', { on: '2025-03-02', receivedOn: '2025-03-03' });
    after([registered])
      .when(withdraw('2025-07-01'))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, FILING);
  });

  it('takes a voided withdrawal back', () => {
    expect(standing(registered, withdraw())).toBe('ended');
    expect(standing(registered, assign(), withdraw(), undo('withdrawal'))).toBe('handling');
    after([registered, withdraw()]).when(undo('withdrawal')).then(undone('withdrawal'));
  });
});

describe('MergeRequest 并案', () => {
  const RULE = '台账规则：一个登记编号登记一件申请，事实只增不改';
  const into = (on: LocalDate) => event('RequestMerged', on, { into: '2025-0041' });

  it('ends the request as 其他处理 3.其他, answered with another', () => {
    after([registered]).when(merge()).then(into('2025-03-07'));
    after([registered])
      .when(merge({ mergedOn: '2025-03-03' }))
      .then(into('2025-03-03'));
    const { facts } = taking([registered, merge()]);
    expect(facts).toMatchObject({ mergedInto: '2025-0041', mergedOn: '2025-03-07' });
    expect(standing(registered, merge())).toBe('ended');
    after([registered, merge()])
      .when(decide())
      .thenRefused(
        'request/already-closed',
        { on: '2025-03-07', outcome: 'other_misc' },
        '《条例》第36条',
      );
  });

  it('is into another one that is open', () => {
    after([registered])
      .when(merge({ into: '2025-0042' }))
      .thenRefused('request/merged-into-itself', { into: '2025-0042' }, RULE);
    after([registered])
      .when(merge({ leadOpen: false }))
      .thenRefused('request/lead-not-open', { into: '2025-0041' }, RULE);
  });

  it('refuses a day before receipt or still to come, and a reply that was decided', () => {
    after([registered])
      .when(merge({ mergedOn: '2025-03-02' }))
      .thenRefused('request/before-receipt', { on: '2025-03-02', receivedOn: '2025-03-03' });
    after([registered])
      .when(merge({ mergedOn: '2025-07-01' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, FILING);
    after(decided)
      .when(merge())
      .thenRefused('request/already-decided', { outcome: 'granted' }, FILING);
  });

  it('is voided', () => {
    after([registered, merge()]).when(undo('merger')).then(undone('merger'));
    expect(standing(registered, merge(), undo('merger'))).toBe('registered');
    expect(taking([registered, merge(), undo('merger')]).facts.mergedInto).toBeNull();
    after([registered])
      .when(undo('merger'))
      .thenRefused('request/nothing-to-void', { step: 'merger' });
  });
});

describe('a voided decision, and what rests on it', () => {
  it('takes its service along', () => {
    after(closed).when(undo('decision')).then(undone('decision'));
    expect(standing(...closed, undo('decision'))).toBe('registered');
    expect(standing(...closed, undo('service'))).toBe('awaiting-service');
  });

  it('is voided last: what follows the end of a request cannot stay without it', () => {
    const filed = [...closed, archive()];
    for (const step of ['decision', 'service'] as const) {
      after(filed)
        .when(undo(step))
        .thenRefused(
          'request/void-reopens',
          { step },
          '台账规则：一个登记编号登记一件申请，事实只增不改',
        );
    }
    for (const followed of [publish(), order()]) {
      after([...closed, followed])
        .when(undo('service'))
        .thenRefused('request/void-reopens', { step: 'service' });
    }
    after([...filed, undo('archiving')])
      .when(undo('service'))
      .then(undone('service'));
  });
});
