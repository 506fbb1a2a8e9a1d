import type { LocalDate } from '../../src/kernel/local-date.js';
import type { Channel } from '../../src/requests/domain/request.events.js';
import {
  after,
  arrive,
  assign,
  attempt,
  confirm,
  decide,
  due,
  event,
  standing,
  taking,
  withdraw,
} from '../support/builders/procedure.js';
import { registerRequest, requestRegistered, TODAY } from '../support/builders/requests.js';
import { correctEntry, entryCorrected } from '../support/builders/requests.js';
import { defaultTerms, mondayToFriday } from '../support/calendar.js';

const LAW = '《条例》第31条';
const SEALED = { applicant: '张三', description: '某项目的批复' };
const arrived = (channel: Channel = 'letter', data = {}, sealed = {}) =>
  event(
    'RequestArrived',
    '2025-02-28',
    { channel, applicantKind: 'natural', ...data },
    { ...SEALED, ...sealed },
  );
const { rules } = defaultTerms();
const choosing = (chosen: Partial<typeof rules>) => ({
  calendar: mondayToFriday,
  rules: { ...rules, ...chosen },
});

describe('LogArrival 登记到达', () => {
  it.each(['letter', 'email', 'fax', 'other'] as const)(
    'by %s waits for the confirmation, and no period runs',
    (channel) => {
      after([]).when(arrive({ channel })).then(arrived(channel));
      expect(standing(arrive({ channel }))).toBe('awaiting-confirmation');
      expect(taking([arrive({ channel })]).facts).toMatchObject({
        ...{ receivedOn: null, dueOn: null, provisional: false, arrivedOn: '2025-02-28' },
      });
    },
  );

  it.each(['counter', 'oral', 'registered-mail', 'website'] as const)(
    'is not for what is received at once: by %s',
    (channel) => {
      after([]).when(arrive({ channel })).thenRefused('request/received-at-once', { channel }, LAW);
    },
  );

  it('is for the website too where the agency waits for both sides', () => {
    const both = choosing({ websiteReceipt: 'confirmation' });
    after([], both)
      .when(arrive({ channel: 'website' }))
      .then(arrived('website'));
    after([], both)
      .when(arrive({ channel: 'counter' }))
      .thenRefused('request/received-at-once', { channel: 'counter' }, LAW);
  });

  it('is of a day that was, and of a number that is free', () => {
    after([])
      .when({ ...arrive(), today: '2025-02-28' })
      .then(arrived());
    after([])
      .when({ ...arrive(), today: '2025-02-27' })
      .thenRefused('request/date-in-future', { on: '2025-02-28', today: '2025-02-27' }, LAW);
    after([arrive()]).when(arrive()).thenRefused('request/already-registered');
    after([arrive()]).when(registerRequest()).thenRefused('request/already-registered');
    after([registerRequest()]).when(arrive()).thenRefused('request/already-registered');
  });
});

describe('an entry 登记 or 到达', () => {
  it('names a number, the applicant and what is asked for', () => {
    after([])
      .when(arrive({ number: ' ' }))
      .thenRefused('request/number-missing', undefined, '《条例》第45条');
    after([])
      .when({ ...arrive(), sealed: { ...SEALED, applicant: ' ' } })
      .thenRefused('request/applicant-missing', undefined, '《条例》第29条第（一）项');
    after([])
      .when({ ...arrive(), sealed: { ...SEALED, description: ' ' } })
      .thenRefused('request/description-missing', undefined, '《条例》第29条第（二）项');
  });

  it('names the agent where one acts', () => {
    const agent = { mandate: false };
    for (const sealed of [{}, { agent: ' ' }]) {
      after([])
        .when({ ...arrive({ agent }), sealed: { ...SEALED, ...sealed } })
        .thenRefused('request/agent-missing', undefined, '《条例》第29条第（一）项');
      after([])
        .when(registerRequest({ agent, sealed }))
        .thenRefused('request/agent-missing', undefined, '《条例》第29条第（一）项');
    }
    after([])
      .when(registerRequest({ agent, sealed: { agent: '李律师' } }))
      .then(requestRegistered({ agent, sealed: { agent: '李律师' } }));
  });

  it('counts joint applicants once, as the first-named', () => {
    const coApplicantKinds = ['business', 'natural'] as const;
    after([])
      .when(registerRequest({ coApplicantKinds }))
      .then(requestRegistered({ coApplicantKinds }));
  });

  it('asks which kind counts where the agency chose so, of mixed kinds alone', () => {
    const stated = choosing({ jointApplicants: 'stated' });
    const basis = '台账规则：联合申请计为一件';
    const mixed = { coApplicantKinds: ['natural', 'business'] } as const;
    const alike = { coApplicantKinds: ['natural', 'natural'] } as const;
    for (const entry of [registerRequest(mixed), arrive(mixed)]) {
      after([], stated).when(entry).thenRefused('request/kind-not-stated', undefined, basis);
    }
    after([], stated)
      .when(registerRequest({ ...mixed, kindStated: false }))
      .thenRefused('request/kind-not-stated', undefined, basis);
    after([], stated)
      .when(registerRequest({ ...mixed, kindStated: true }))
      .then(requestRegistered(mixed));
    after([], stated)
      .when(arrive({ ...mixed, kindStated: true }))
      .then(arrived('letter', mixed));
    after([], stated).when(registerRequest(alike)).then(requestRegistered(alike));
    after([], stated).when(registerRequest()).then(requestRegistered());
  });

  it('keeps what it was split from', () => {
    const split = registerRequest({ splitFrom: '2025-0041' });
    after([])
      .when(split)
      .then(requestRegistered({ splitFrom: '2025-0041' }));
    expect(taking([split]).facts.splitFrom).toBe('2025-0041');
  });

  it('may be received on a day off, which stays or becomes the next working day', () => {
    // Sat 2025-03-01: the twentieth working day after it is Fri 03-28; after Mon 03-03, Mon 03-31.
    const receivedOn = '2025-03-01';
    after([])
      .when(registerRequest({ receivedOn }))
      .then(requestRegistered({ receivedOn, dueOn: '2025-03-28' }));
    after([], choosing({ receiptOnDayOff: 'next-working-day' }))
      .when(registerRequest({ receivedOn }))
      .then(requestRegistered({ receivedOn, dueOn: '2025-03-31' }));
    after([], choosing({ receiptOnDayOff: 'next-working-day' }))
      .when(registerRequest())
      .then(requestRegistered());
  });
});

describe('LogContactAttempt 登记联系未果', () => {
  const tried = (on: LocalDate) =>
    event('ContactAttempted', on, { way: 'phone' }, { note: '无人接听' });

  it('is counted, and confirms nothing', () => {
    after([arrive()]).when(attempt()).then(tried('2025-02-28'));
    const { facts } = taking([arrive(), attempt(), attempt('2025-03-03')]);
    expect(facts.handling.attempts).toBe(2);
    expect(standing(arrive(), attempt())).toBe('awaiting-confirmation');
  });

  it('needs no note', () => {
    const { sealed: _, ...bare } = attempt();
    after([arrive()])
      .when(bare)
      .then(event('ContactAttempted', '2025-02-28', { way: 'phone' }));
  });

  it('comes between the arrival and today, before the confirmation', () => {
    after([arrive()])
      .when(attempt('2025-02-27'))
      .thenRefused('request/out-of-order', { on: '2025-02-27', after: '2025-02-28' }, LAW);
    after([arrive()])
      .when(attempt('2025-07-01'))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, LAW);
    after([arrive(), confirm()])
      .when(attempt('2025-03-03'))
      .thenRefused('request/receipt-confirmed', undefined, LAW);
  });
});

describe('ConfirmReceipt 确认收到', () => {
  const confirmed = (on: LocalDate, dueOn: LocalDate) =>
    event('ReceiptConfirmed', on, { way: 'phone', due: due(dueOn) });

  it('is the day of receipt, from which the period runs', () => {
    after([arrive(), attempt()]).when(confirm()).then(confirmed('2025-03-03', '2025-03-31'));
    after([arrive()]).when(confirm('2025-02-28')).then(confirmed('2025-02-28', '2025-03-28'));
    expect(standing(arrive(), confirm())).toBe('registered');
    expect(taking([arrive(), confirm()]).facts.receivedOn).toBe('2025-03-03');
  });

  it('comes between the arrival and today, once', () => {
    after([arrive()])
      .when(confirm('2025-02-27'))
      .thenRefused('request/out-of-order', { on: '2025-02-27', after: '2025-02-28' }, LAW);
    after([arrive()])
      .when(confirm('2025-07-01'))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, LAW);
    for (const history of [[arrive(), confirm()], [registerRequest()]]) {
      after(history)
        .when(confirm('2025-03-04'))
        .thenRefused('request/receipt-confirmed', undefined, LAW);
    }
  });

  it('comes before everything but a withdrawal', () => {
    after([arrive()])
      .when(assign())
      .thenRefused('request/receipt-not-confirmed', undefined, '《条例》第45条');
    after([arrive()])
      .when(decide())
      .thenRefused('request/receipt-not-confirmed', undefined, '《条例》第36条');
    after([arrive()])
      .when(withdraw('2025-02-28'))
      .then(event('RequestWithdrawn', '2025-02-28', {}));
    after([arrive()])
      .when(withdraw('2025-02-27'))
      .thenRefused(
        'request/out-of-order',
        { on: '2025-02-27', after: '2025-02-28' },
        '《条例》第45条',
      );
    expect(standing(arrive(), withdraw('2025-02-28'))).toBe('ended');
  });

  it('may be corrected back to the day it arrived, and no further', () => {
    after([arrive(), confirm()])
      .when(correctEntry({ receivedOn: '2025-02-28' }))
      .then(entryCorrected({ receivedOn: '2025-02-28' }, due('2025-03-28')));
  });
});
