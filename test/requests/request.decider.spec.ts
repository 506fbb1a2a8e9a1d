import { CorruptStream } from '../../src/kernel/decider.js';
import { stateCouncilCalendar } from '../../src/calendar/state-council-calendar.js';
import { requestDecider } from '../../src/requests/domain/request.decider.js';
import { OUTCOMES } from '../../src/requests/domain/request.events.js';
import { project } from '../../projections/projection.js';
import { requestRegister } from '../../projections/request-register.projection.js';
import {
  correctEntry,
  decideRequest,
  entryCorrected,
  RECEIVED,
  registerRequest,
  replyDecided,
  replyServed,
  requestRegistered,
  requestWithdrawn,
  serveReply,
  TODAY,
  withdrawRequest,
} from '../support/builders/requests.js';
import { defaultTerms } from '../support/calendar.js';
import { specification } from '../support/specification.js';

const given = specification(requestDecider(defaultTerms()));
const givenByNotice = specification(requestDecider(defaultTerms(stateCouncilCalendar)));

/** Received Mon 2025-03-03; decided Mon 03-17; served Tue 03-18; today is Mon 06-30. */
const registered = requestRegistered();
const decided = replyDecided('granted', '2025-03-17');
const served = replyServed('2025-03-18');

describe('RegisterRequest 登记申请', () => {
  it('starts the twenty working days of Article 33 on the day after receipt', () => {
    // Mon 2025-03-03 and four weeks.
    given()
      .when(registerRequest())
      .then(requestRegistered({ dueOn: '2025-03-31' }));
  });

  it.each([
    ['2021-09-30', '2021-11-03'], // Thu; National Day, and Sat 10-09 works.
    ['2025-12-31', '2026-01-29'], // Wed; Sun 2026-01-04 works.
    ['2026-02-16', '2026-03-20'], // Mon, a day off: the date of receipt stays.
  ] as const)('counts by the State Council’s notices: %s is due on %s', (receivedOn, dueOn) => {
    const calendarEdition = stateCouncilCalendar.edition;
    givenByNotice()
      .when(registerRequest({ receivedOn, today: '2026-12-31' }))
      .then(requestRegistered({ receivedOn, dueOn, calendarEdition }));
  });

  it('gives a provisional due date while the notice of the next year is not announced', () => {
    // Sun 2026-12-20; the period runs into 2027.
    const receivedOn = '2026-12-20';
    const calendarEdition = stateCouncilCalendar.edition;
    givenByNotice()
      .when(registerRequest({ receivedOn, today: receivedOn }))
      .then(
        requestRegistered({
          receivedOn,
          ...{ dueOn: '2027-01-15', provisional: true, calendarEdition },
        }),
      );
  });

  it('takes in a request on the very day it came', () => {
    given()
      .when(registerRequest({ today: RECEIVED }))
      .then(registered);
  });

  it('seals who asks for what, and stores every clear field', () => {
    const sealed = { idNumber: '330', contact: '138', remarks: '急' };
    const data = { applicantKind: 'legal', channel: 'email' } as const;
    given()
      .when(registerRequest({ ...data, sealed }))
      .then(requestRegistered({ ...data, sealed }));
  });

  it('refuses to register the same number twice', () => {
    given(registered).when(registerRequest()).thenRefused('request/already-registered');
  });

  it.each([
    ['request/number-missing', { number: ' ' }],
    ['request/number-missing', { number: '..' }],
    ['request/applicant-missing', { sealed: { applicant: ' ' } }],
    ['request/description-missing', { sealed: { description: ' \n' } }],
  ] as const)('refuses with %s', (code, change) => {
    given().when(registerRequest(change)).thenRefused(code);
  });

  it('refuses a date of receipt that is still to come', () => {
    given()
      .when(registerRequest({ receivedOn: '2025-07-01' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY });
  });
});

describe('DecideRequest 作出答复', () => {
  it.each(OUTCOMES)('records the result %s', (outcome) => {
    given(registered)
      .when(decideRequest(outcome, '2025-03-17'))
      .then(replyDecided(outcome, '2025-03-17'));
  });

  it('keeps the number of the reply where it has one', () => {
    const documentNumber = '甲公复〔2025〕3号';
    given(registered)
      .when(decideRequest('granted', '2025-03-17', { documentNumber }))
      .then(replyDecided('granted', '2025-03-17', { documentNumber }));
  });

  it('allows the day of receipt and today', () => {
    given(registered)
      .when(decideRequest('granted', RECEIVED))
      .then(replyDecided('granted', RECEIVED));
    given(registered).when(decideRequest('granted', TODAY)).then(replyDecided('granted', TODAY));
  });

  it('allows a decision after the due date: a late answer is a fact too', () => {
    // Tue 2025-04-01, due on Mon 03-31.
    given(registered)
      .when(decideRequest('granted', '2025-04-01'))
      .then(replyDecided('granted', '2025-04-01'));
  });

  it('refuses a request that is not registered', () => {
    given().when(decideRequest('granted', '2025-03-17')).thenRefused('request/not-registered');
  });

  it('refuses a second decision, served or not', () => {
    given(registered, decided)
      .when(decideRequest('granted', '2025-03-18'))
      .thenRefused('request/already-decided', { outcome: 'granted' });
    given(registered, decided, served)
      .when(decideRequest('granted', '2025-03-19'))
      .thenRefused('request/already-closed', { on: '2025-03-18', outcome: 'granted' });
  });

  it('refuses a date outside the time from receipt to today', () => {
    given(registered)
      .when(decideRequest('granted', '2025-07-01'))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY });
    given(registered)
      .when(decideRequest('granted', '2025-03-02'))
      .thenRefused('request/before-receipt', { on: '2025-03-02', receivedOn: RECEIVED });
  });
});

describe('ServeReply 送达答复', () => {
  it('closes the request on the day that counts for the way of service', () => {
    given(registered, decided)
      .when(serveReply('2025-03-18', { way: 'direct' }))
      .then(replyServed('2025-03-18', { way: 'direct' }));
  });

  it('allows the day of the decision and today', () => {
    given(registered, decided).when(serveReply('2025-03-17')).then(replyServed('2025-03-17'));
    given(registered, decided).when(serveReply(TODAY)).then(replyServed(TODAY));
  });

  it('refuses a request that is not registered, or not decided', () => {
    given().when(serveReply('2025-03-18')).thenRefused('request/not-registered');
    given(registered).when(serveReply('2025-03-18')).thenRefused('request/not-decided');
  });

  it('refuses a second service', () => {
    given(registered, decided, served)
      .when(serveReply('2025-03-19'))
      .thenRefused('request/already-closed', { on: '2025-03-18', outcome: 'granted' });
  });

  it('refuses a date outside the time from the decision to today', () => {
    given(registered, decided)
      .when(serveReply('2025-07-01'))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY });
    given(registered, decided)
      .when(serveReply('2025-03-16'))
      .thenRefused('request/served-before-decided', {
        servedOn: '2025-03-16',
        decidedOn: '2025-03-17',
      });
  });

  it.each(['other_no_correction', 'other_no_payment', 'other_misc'] as const)(
    'is not asked for after %s, which ended the request by itself',
    (outcome) => {
      given(registered, replyDecided(outcome, '2025-03-17'))
        .when(serveReply('2025-03-18'))
        .thenRefused('request/already-closed', { on: '2025-03-17', outcome });
    },
  );

  it('is asked for after each of the other eighteen results', () => {
    const lapsing: readonly string[] = ['other_no_correction', 'other_no_payment', 'other_misc'];
    const replies = OUTCOMES.filter((outcome) => !lapsing.includes(outcome));
    expect(replies).toHaveLength(18);
    for (const outcome of replies) {
      given(registered, replyDecided(outcome, '2025-03-17'))
        .when(serveReply('2025-03-18'))
        .then(served);
    }
  });
});

describe('WithdrawRequest 撤回申请', () => {
  it('closes the request, from the day of receipt until today', () => {
    given(registered).when(withdrawRequest('2025-03-10')).then(requestWithdrawn('2025-03-10'));
    given(registered).when(withdrawRequest(RECEIVED)).then(requestWithdrawn(RECEIVED));
    given(registered).when(withdrawRequest(TODAY)).then(requestWithdrawn(TODAY));
  });

  it('is possible while a reply is decided and not yet served, and then counts as 3.其他', () => {
    given(registered, decided)
      .when(withdrawRequest('2025-03-17'))
      .then(requestWithdrawn('2025-03-17'));
    given(registered, decided, requestWithdrawn('2025-03-17'))
      .when(serveReply('2025-03-18'))
      .thenRefused('request/already-closed', { on: '2025-03-17', outcome: 'other_misc' });
  });

  it('refuses a request that is not registered, or closed already', () => {
    given().when(withdrawRequest('2025-03-10')).thenRefused('request/not-registered');
    given(registered, decided, served)
      .when(withdrawRequest('2025-03-19'))
      .thenRefused('request/already-closed', { on: '2025-03-18', outcome: 'granted' });
    given(registered, requestWithdrawn('2025-03-10'))
      .when(withdrawRequest('2025-03-11'))
      .thenRefused('request/already-closed', { on: '2025-03-10', outcome: 'other_misc' });
  });

  it('refuses a date outside the time from receipt to today', () => {
    given(registered)
      .when(withdrawRequest('2025-07-01'))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY });
    given(registered)
      .when(withdrawRequest('2025-03-02'))
      .thenRefused('request/before-receipt', { on: '2025-03-02', receivedOn: RECEIVED });
  });
});

describe('impossible histories', () => {
  it.each([
    ['registered twice', [registered, registered]],
    ['decided before registered', [decided]],
    ['served before registered', [served]],
    ['withdrawn before registered', [requestWithdrawn('2025-03-10')]],
    ['corrected before registered', [entryCorrected({ channel: 'fax' })]],
    ['served before decided', [registered, served]],
    ['of a type that no rule covers', [registered, { ...decided, type: 'Unheard' } as never]],
  ])('stop the decider and the register: %s', (_, impossible) => {
    expect(() => given(...impossible).when(correctEntry({}))).toThrow(CorruptStream);
    expect(() => project(requestRegister, impossible)).toThrow(CorruptStream);
  });

  it('stop on a command that no rule covers', () => {
    const unheard = { ...serveReply('2025-03-18'), type: 'Unheard' } as never;
    expect(() => given(registered).when(unheard)).toThrow(CorruptStream);
  });
});
