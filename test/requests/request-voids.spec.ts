import { requestDecider } from '../../src/requests/domain/request.decider.js';
import type { RequestEvent } from '../../src/requests/domain/request.events.js';
import { closureOf } from '../../src/requests/domain/request.facts.js';
import { project } from '../../projections/projection.js';
import { requestRegister } from '../../projections/request-register.projection.js';
import { rowsCounting } from '../../projections/table-three.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import {
  correctEntry,
  decideRequest,
  entryVoided,
  registerRequest,
  replyDecided,
  replyServed,
  requestRegistered,
  requestWithdrawn,
  serveReply,
  TODAY,
  voidEntry,
  withdrawRequest,
} from '../support/builders/requests.js';
import { defaultTerms } from '../support/calendar.js';
import { specification } from '../support/specification.js';

const given = specification(requestDecider(defaultTerms()));

/** Received Mon 2025-03-03; decided Mon 03-17; served Tue 03-18; today is Mon 06-30. */
const registered = requestRegistered();
const decided = replyDecided('granted', '2025-03-17');
const served = replyServed('2025-03-18');
const withdrawn = requestWithdrawn('2025-03-20');

function rowOf(...history: readonly RequestEvent[]) {
  const [row] = project(requestRegister, history).values();
  return row!;
}

describe('VoidEntry 作废登记', () => {
  it.each([
    ['registration', [registered]],
    ['registration', [registered, decided, served]],
    ['decision', [registered, decided]],
    ['decision', [registered, decided, served]],
    ['service', [registered, decided, served]],
    ['withdrawal', [registered, withdrawn]],
  ] as const)('records that the %s never was, with the reason sealed', (step, history) => {
    given(...history)
      .when(voidEntry(step))
      .then(entryVoided(step));
  });

  it.each([
    ['decision', [registered]],
    ['service', [registered, decided]],
    ['withdrawal', [registered, decided, served]],
    ['decision', [registered, decided, entryVoided('decision')]],
  ] as const)('refuses to void a %s that was not logged', (step, history) => {
    given(...history)
      .when(voidEntry(step))
      .thenRefused('request/nothing-to-void', { step });
  });

  it('refuses without a reason, and what is not registered', () => {
    given(registered)
      .when(voidEntry('registration', ' '))
      .thenRefused('request/void-reason-missing');
    given().when(voidEntry('registration')).thenRefused('request/not-registered');
  });
});

describe('a voided registration', () => {
  const voided = [registered, decided, entryVoided('registration')];

  it('counts in no row of any year', () => {
    expect(rowsCounting(rowOf(registered), yearPeriod(2025))).toEqual([
      'new_received',
      'carried_out',
    ]);
    for (const year of [2024, 2025, 2026]) {
      expect(rowsCounting(rowOf(...voided), yearPeriod(year))).toEqual([]);
    }
  });

  it('takes no further step, not even a second voiding', () => {
    const on = TODAY;
    for (const command of [
      decideRequest('granted', '2025-03-17'),
      serveReply('2025-03-18'),
      withdrawRequest('2025-03-20'),
      correctEntry({ channel: 'fax' }),
      voidEntry('registration'),
    ]) {
      given(...voided)
        .when(command)
        .thenRefused('request/voided', { on });
    }
  });

  it('keeps its number used', () => {
    given(...voided)
      .when(registerRequest())
      .thenRefused('request/already-registered');
  });
});

describe('a voided step', () => {
  it('leaves a request without its reply, which may be decided again', () => {
    const undone = [registered, decided, served, entryVoided('decision')];
    expect(rowOf(...undone)).toMatchObject({ outcome: null, decidedOn: null, servedOn: null });
    expect(closureOf(rowOf(...undone))).toBeNull();
    given(...undone)
      .when(decideRequest('reject_repeat', '2025-03-19'))
      .then(replyDecided('reject_repeat', '2025-03-19'));
  });

  it('leaves a reply unserved, and a request not withdrawn', () => {
    const undelivered = [registered, decided, served, entryVoided('service')];
    expect(rowOf(...undelivered)).toMatchObject({ decidedOn: '2025-03-17', servedOn: null });
    given(...undelivered)
      .when(serveReply('2025-04-01'))
      .then(replyServed('2025-04-01'));
    const back = [registered, decided, withdrawn, entryVoided('withdrawal')];
    given(...back)
      .when(serveReply('2025-03-18'))
      .then(served);
  });
});
