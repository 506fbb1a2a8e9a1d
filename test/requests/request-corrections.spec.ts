import { stateCouncilCalendar } from '../../src/calendar/state-council-calendar.js';
import { nextDay } from '../../src/kernel/local-date.js';
import { requestDecider } from '../../src/requests/domain/request.decider.js';
import type { RequestEvent } from '../../src/requests/domain/request.events.js';
import { closureOf } from '../../src/requests/domain/request.facts.js';
import { project } from '../../projections/projection.js';
import { requestRegister } from '../../projections/request-register.projection.js';
import {
  after,
  answer,
  archive,
  arrive,
  askReasons,
  askSupplement,
  assign,
  confirm,
  decide,
  due,
  extend,
  merge,
  notice,
  order,
  publish,
  review,
  seek,
  serve,
  supply,
  taking,
  withdraw,
} from '../support/builders/procedure.js';
import {
  correctEntry,
  entryCorrected,
  registerRequest,
  replyDecided,
  replyServed,
  requestRegistered,
  requestWithdrawn,
  serveReply,
  TODAY,
} from '../support/builders/requests.js';
import { defaultTerms, mondayToFriday } from '../support/calendar.js';
import { specification } from '../support/specification.js';

const given = specification(requestDecider(defaultTerms()));

/** Received Mon 2025-03-03; decided Mon 03-17; served Tue 03-18; today is Mon 06-30. */
const registered = requestRegistered();
const decided = replyDecided('granted', '2025-03-17');
const served = replyServed('2025-03-18');
const calendarEdition = mondayToFriday.edition;

function closure(...history: readonly RequestEvent[]): ReturnType<typeof closureOf> {
  const [row] = project(requestRegister, history).values();
  return closureOf(row!);
}

describe('CorrectEntry 更正登记', () => {
  it('names only what was wrong, and keeps the reason sealed', () => {
    given(registered)
      .when(correctEntry({ channel: 'fax', applicantKind: 'natural' }))
      .then(entryCorrected({ channel: 'fax' }));
  });

  it('works the due date out again from a corrected date of receipt', () => {
    // Wed 2025-03-05 and four weeks.
    given(registered)
      .when(correctEntry({ receivedOn: '2025-03-05' }))
      .then(entryCorrected({ receivedOn: '2025-03-05' }, { dueOn: '2025-04-02', calendarEdition }));
  });

  it('leaves the due date alone when the date of receipt stays', () => {
    given(registered)
      .when(correctEntry({ receivedOn: '2025-03-03', channel: 'fax' }))
      .then(entryCorrected({ channel: 'fax' }));
  });

  it('counts Monday to Friday, and says so, while the notice of a year is not announced', () => {
    const late = requestRegistered({ receivedOn: '2026-11-02' });
    const [today, edition] = ['2026-12-31', stateCouncilCalendar.edition] as const;
    const due = { dueOn: '2027-01-15', provisional: true, calendarEdition: edition } as const;
    specification(requestDecider(defaultTerms(stateCouncilCalendar)))(late)
      .when(correctEntry({ receivedOn: '2026-12-20' }, { today }))
      .then({ ...entryCorrected({ receivedOn: '2026-12-20' }, due), occurredOn: today });
  });

  it('mends the sealed details alone, with nothing in the clear', () => {
    given(registered)
      .when(correctEntry({}, { applicant: '张三丰' }))
      .then(entryCorrected({}, undefined, { applicant: '张三丰' }));
  });

  it('may be made after the request was closed', () => {
    given(registered, decided, served)
      .when(correctEntry({ applicantKind: 'ngo' }))
      .then(entryCorrected({ applicantKind: 'ngo' }));
  });

  it('compares with the entry as it was last corrected', () => {
    const once = entryCorrected({ channel: 'fax' });
    given(registered, once)
      .when(correctEntry({ channel: 'fax' }))
      .thenRefused('request/nothing-to-correct');
    given(registered, once)
      .when(correctEntry({ channel: 'counter' }))
      .then(entryCorrected({ channel: 'counter' }));
  });

  it('refuses a request that is not registered', () => {
    given()
      .when(correctEntry({ channel: 'fax' }))
      .thenRefused('request/not-registered');
  });

  it('refuses without a reason', () => {
    given(registered)
      .when(correctEntry({ channel: 'fax' }, { reason: ' ' }))
      .thenRefused('request/correction-reason-missing');
  });

  it('refuses when nothing differs', () => {
    given(registered).when(correctEntry({})).thenRefused('request/nothing-to-correct');
    given(registered, decided)
      .when(correctEntry({ outcome: 'granted', decidedOn: '2025-03-17', channel: 'counter' }))
      .thenRefused('request/nothing-to-correct');
  });

  it('refuses to blank out who asks for what', () => {
    given(registered)
      .when(correctEntry({}, { applicant: ' ' }))
      .thenRefused('request/applicant-missing');
    given(registered)
      .when(correctEntry({ channel: 'fax' }, { description: '' }))
      .thenRefused('request/description-missing');
  });

  it.each([
    ['outcome', { outcome: 'granted' }],
    ['decidedOn', { decidedOn: '2025-03-17' }],
    ['servedOn', { servedOn: '2025-03-18' }],
    ['withdrawnOn', { withdrawnOn: '2025-03-18' }],
  ] as const)('does not make a fact that never was: %s', (field, corrected) => {
    given(registered)
      .when(correctEntry({ channel: 'fax', ...corrected }))
      .thenRefused('request/correction-of-nothing', { field });
  });
});

describe('a correction keeps the steps in order', () => {
  const closed = [registered, decided, served];

  it.each([
    ['receivedOn', [registered], { receivedOn: '2025-07-01' }],
    ['decidedOn', closed, { receivedOn: '2025-03-18' }],
    ['decidedOn', closed, { decidedOn: '2025-03-02' }],
    ['decidedOn', [registered, decided], { decidedOn: '2025-07-01' }],
    ['servedOn', closed, { decidedOn: '2025-03-19' }],
    ['servedOn', closed, { servedOn: '2025-03-16' }],
    ['servedOn', closed, { servedOn: '2025-07-01' }],
    ['withdrawnOn', [registered, requestWithdrawn('2025-03-10')], { withdrawnOn: '2025-03-02' }],
    ['withdrawnOn', [registered, requestWithdrawn('2025-03-10')], { withdrawnOn: '2025-07-01' }],
    ['withdrawnOn', [registered, requestWithdrawn('2025-03-10')], { receivedOn: '2025-03-11' }],
  ] as const)('refuses what puts %s out of order', (field, history, corrected) => {
    given(...history)
      .when(correctEntry(corrected))
      .thenRefused('request/correction-out-of-order', { field });
  });

  it('allows all steps on one day, and today', () => {
    given(...closed)
      .when(correctEntry({ receivedOn: '2025-03-18', decidedOn: '2025-03-18' }))
      .then(
        entryCorrected(
          { receivedOn: '2025-03-18', decidedOn: '2025-03-18' },
          { dueOn: '2025-04-15', calendarEdition }, // Tue 2025-03-18 and four weeks.
        ),
      );
    given(...closed)
      .when(correctEntry({ servedOn: TODAY }))
      .then(entryCorrected({ servedOn: TODAY }));
    given(registered, requestWithdrawn('2025-03-10'))
      .when(correctEntry({ withdrawnOn: '2025-03-03' }))
      .then(entryCorrected({ withdrawnOn: '2025-03-03' }));
    given(registered, requestWithdrawn('2025-03-10'))
      .when(correctEntry({ withdrawnOn: TODAY }))
      .then(entryCorrected({ withdrawnOn: TODAY }));
  });
});

describe('a corrected day of receipt, with handling behind it', () => {
  const entry = registerRequest();

  it.each([
    ['the assignment', [entry, assign(), assign({ assignedOn: '2025-03-10' })], '2025-03-04'],
    ['the notice to supplement', [entry, askSupplement()], '2025-03-05'],
    ['the fee notice', [entry, notice()], '2025-03-12'],
    ['the question for reasons', [entry, askReasons()], '2025-03-06'],
    ['each consultation', [entry, seek(), seek('2025-03-07')], '2025-03-07'],
    ['each extension', [entry, extend(5), extend(5, { toldOn: '2025-03-18' })], '2025-03-18'],
    ['each review', [entry, review('legal')], '2025-03-13'],
    ['the merger', [entry, merge()], '2025-03-07'],
  ] as const)('is not later than %s', (_, history, last) => {
    const { events } = taking([...history, correctEntry({ receivedOn: last })]);
    expect(events.at(-1)).toMatchObject({ data: { corrected: { receivedOn: last } } });
    after(history)
      .when(correctEntry({ receivedOn: nextDay(last) }))
      .thenRefused('request/correction-out-of-order', { field: 'receivedOn' });
  });

  it('is not earlier than the arrival', () => {
    after([arrive(), confirm()])
      .when(correctEntry({ receivedOn: '2025-02-27' }))
      .thenRefused('request/correction-out-of-order', { field: 'receivedOn' });
    after([arrive(), withdraw('2025-02-28')])
      .when(correctEntry({ withdrawnOn: '2025-02-27' }))
      .thenRefused('request/correction-out-of-order', { field: 'withdrawnOn' });
  });

  it('moves what the period has left, pauses and extensions taken in', () => {
    // Tue 2025-03-04 and twenty-five working days; the ten from 03-10 to 03-24 are not counted.
    after([entry, extend(5, { toldOn: '2025-03-06' }), seek(), answer()])
      .when(correctEntry({ receivedOn: '2025-03-04' }))
      .then(entryCorrected({ receivedOn: '2025-03-04' }, due('2025-04-22')));
    // The supplement started the period afresh, so its first beginning moves nothing.
    after([entry, askSupplement(), supply()])
      .when(correctEntry({ receivedOn: '2025-03-04' }))
      .then(entryCorrected({ receivedOn: '2025-03-04' }, due('2025-04-11')));
    after([entry, notice()])
      .when(correctEntry({ receivedOn: '2025-03-04' }))
      .then(entryCorrected({ receivedOn: '2025-03-04' }, due(null)));
  });
});

describe('a corrected end, with something behind it', () => {
  const ended = [registerRequest(), decide(), serve()];

  it.each([
    ['the archiving', [...ended, archive()], 'servedOn', '2025-06-10'],
    ['the publication', [...ended, publish()], 'servedOn', '2025-05-30'],
    ['the order to decide anew', [...ended, order()], 'servedOn', '2025-05-06'],
    [
      'what follows 视为放弃',
      [registerRequest(), decide({ outcome: 'other_misc' }), archive()],
      'decidedOn',
      '2025-06-10',
    ],
    [
      'what follows a withdrawal',
      [registerRequest(), withdraw(), archive()],
      'withdrawnOn',
      '2025-06-10',
    ],
  ] as const)('is not later than %s', (_, history, field, last) => {
    after(history)
      .when(correctEntry({ [field]: last }))
      .then(entryCorrected({ [field]: last }));
    after(history)
      .when(correctEntry({ [field]: nextDay(last) }))
      .thenRefused('request/correction-out-of-order', { field });
  });
});

describe('what a correction makes of a request', () => {
  const lapsed = replyDecided('other_no_correction', '2025-03-17');

  it.each(['other_no_correction', 'other_no_payment', 'other_misc'] as const)(
    'never reopens it: %s becomes a result that must be served only with its day of service',
    (outcome) => {
      const ended = [registered, replyDecided(outcome, '2025-03-17')];
      given(...ended)
        .when(correctEntry({ outcome: 'granted' }))
        .thenRefused('request/correction-reopens', { outcome: 'granted' });
      given(...ended)
        .when(correctEntry({ outcome: 'granted', servedOn: '2025-03-16' }))
        .thenRefused('request/correction-out-of-order', { field: 'servedOn' });
      const right = { outcome: 'granted', servedOn: '2025-03-18' } as const;
      given(...ended)
        .when(correctEntry(right))
        .then(entryCorrected(right));
      expect(closure(...ended, entryCorrected(right))).toStrictEqual({
        on: '2025-03-18',
        outcome: 'granted',
      });
    },
  );

  it('takes a day of service along with nothing but such a result', () => {
    given(registered, lapsed)
      .when(correctEntry({ servedOn: '2025-03-18' }))
      .thenRefused('request/correction-of-nothing', { field: 'servedOn' });
    given(registered, lapsed)
      .when(correctEntry({ outcome: 'other_misc', servedOn: '2025-03-18' }))
      .thenRefused('request/correction-of-nothing', { field: 'servedOn' });
    given(registered, decided)
      .when(correctEntry({ outcome: 'reject_repeat', servedOn: '2025-03-18' }))
      .thenRefused('request/correction-of-nothing', { field: 'servedOn' });
    given(registered, lapsed, requestWithdrawn('2025-03-20'))
      .when(correctEntry({ outcome: 'granted', servedOn: '2025-03-18' }))
      .thenRefused('request/correction-of-nothing', { field: 'servedOn' });
  });

  it('keeps the day of service for the way back, when a served result needs none', () => {
    const once = entryCorrected({ outcome: 'other_misc' });
    const back = entryCorrected({ outcome: 'granted' });
    expect(closure(registered, decided, served, once)).toStrictEqual({
      on: '2025-03-17',
      outcome: 'other_misc',
    });
    given(registered, decided, served, once)
      .when(correctEntry({ outcome: 'granted' }))
      .then(back);
    expect(closure(registered, decided, served, once, back)).toStrictEqual({
      on: '2025-03-18',
      outcome: 'granted',
    });
  });

  it('may change the result of a withdrawn request, which stays closed', () => {
    given(registered, decided, requestWithdrawn('2025-03-20'))
      .when(correctEntry({ outcome: 'other_misc' }))
      .then(entryCorrected({ outcome: 'other_misc' }));
  });

  it('closes it, when the result turns out to end a request by itself', () => {
    const closed = [registered, decided, entryCorrected({ outcome: 'other_misc' })];
    expect(closure(registered, decided)).toBeNull();
    expect(closure(...closed)).toStrictEqual({ on: '2025-03-17', outcome: 'other_misc' });
    given(...closed)
      .when(serveReply('2025-03-18'))
      .thenRefused('request/already-closed', { on: '2025-03-17', outcome: 'other_misc' });
  });

  it('moves the day it was closed, and its result', () => {
    const history = [registered, decided, served];
    expect(closure(...history, entryCorrected({ servedOn: '2025-04-01' }))).toStrictEqual({
      on: '2025-04-01',
      outcome: 'granted',
    });
    expect(closure(...history, entryCorrected({ outcome: 'reject_repeat' }))).toStrictEqual({
      on: '2025-03-18',
      outcome: 'reject_repeat',
    });
  });

  it('leaves a withdrawn request under 3.其他, whatever was decided before', () => {
    const withdrawn = [registered, decided, requestWithdrawn('2025-03-20')];
    expect(closure(...withdrawn)).toStrictEqual({ on: '2025-03-20', outcome: 'other_misc' });
    expect(closure(...withdrawn, entryCorrected({ outcome: 'reject_repeat' }))).toStrictEqual({
      on: '2025-03-20',
      outcome: 'other_misc',
    });
  });
});
