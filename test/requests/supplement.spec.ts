import type { LocalDate } from '../../src/kernel/local-date.js';
import {
  after,
  askSupplement,
  assign,
  decide,
  due,
  event,
  standing,
  supply,
  undo,
  undone,
} from '../support/builders/procedure.js';
import { registerRequest, TODAY } from '../support/builders/requests.js';

/** Received Mon 2025-03-03, so that the seventh working day is Wed 03-12. */
const registered = registerRequest();
const asked = [registered, askSupplement()];
const supplied = [...asked, supply()];
const requested = (on: LocalDate, respondBy: LocalDate = '2025-03-20') =>
  event(
    'SupplementRequested',
    on,
    { grounds: ['description'], respondBy, due: due(null) },
    { matters: '请写明文号' },
  );
const LAW = '《条例》第30条';

describe('RequestSupplement 告知补正', () => {
  it('stops the period, and says what is missing and until when', () => {
    after([registered]).when(askSupplement()).then(requested('2025-03-05'));
    expect(standing(...asked)).toBe('awaiting-supplement');
  });

  it('is possible from the day of receipt to the seventh working day, and not on the eighth', () => {
    after([registered]).when(askSupplement('2025-03-03')).then(requested('2025-03-03'));
    after([registered]).when(askSupplement('2025-03-12')).then(requested('2025-03-12'));
    after([registered])
      .when(askSupplement('2025-03-13'))
      .thenRefused('request/supplement-too-late', { on: '2025-03-13', last: '2025-03-12' }, LAW);
  });

  it('sets a period of a day at least', () => {
    after([registered])
      .when(askSupplement('2025-03-05', { respondBy: '2025-03-06' }))
      .then(requested('2025-03-05', '2025-03-06'));
    after([registered])
      .when(askSupplement('2025-03-05', { respondBy: '2025-03-05' }))
      .thenRefused('request/period-not-positive', { from: '2025-03-05', until: '2025-03-05' }, LAW);
  });

  it('happens once and only once, answered or not', () => {
    after(supplied)
      .when(askSupplement('2025-03-12'))
      .thenRefused('request/supplement-twice', undefined, LAW);
    after(asked)
      .when(askSupplement('2025-03-12'))
      .thenRefused('request/awaiting-supplement', undefined, LAW);
  });

  it('says why and what, all at once', () => {
    after([registered])
      .when(askSupplement('2025-03-05', { grounds: [] }))
      .thenRefused('request/supplement-grounds-missing', undefined, LAW);
    after([registered])
      .when(askSupplement('2025-03-05', {}, ' '))
      .thenRefused('request/supplement-matters-missing', undefined, LAW);
  });

  it('refuses a day before receipt or still to come', () => {
    after([registered])
      .when(askSupplement('2025-03-02'))
      .thenRefused(
        'request/before-receipt',
        { on: '2025-03-02', receivedOn: '2025-03-03' },
        '《条例》第31条',
      );
    after([registered])
      .when({ ...askSupplement('2025-03-05'), today: '2025-03-04' })
      .thenRefused('request/date-in-future', { on: '2025-03-05', today: '2025-03-04' }, LAW);
  });
});

describe('ReceiveSupplement 收到补正', () => {
  const received = (on: LocalDate, dueOn: LocalDate, excused = {}) =>
    event('SupplementReceived', on, { ...excused, due: due(dueOn) }, { supplement: '文号是某某' });

  it('starts the twenty working days afresh', () => {
    // Fri 2025-03-14 and four weeks.
    after(asked).when(supply('2025-03-14')).then(received('2025-03-14', '2025-04-11'));
    expect(standing(...supplied)).toBe('registered');
    expect(standing(registered, assign(), askSupplement(), supply())).toBe('handling');
  });

  it('is in time from the day it was asked for to the last day of the period', () => {
    after(asked).when(supply('2025-03-05')).then(received('2025-03-05', '2025-04-02'));
    after(asked).when(supply('2025-03-20')).then(received('2025-03-20', '2025-04-17'));
  });

  it('comes too late the day after, unless there is 正当理由', () => {
    after(asked)
      .when(supply('2025-03-21'))
      .thenRefused(
        'request/supplement-overdue',
        { on: '2025-03-21', respondBy: '2025-03-20' },
        LAW,
      );
    after(asked)
      .when(supply('2025-03-21', { excused: true }))
      .then(received('2025-03-21', '2025-04-18', { excused: true }));
  });

  it('excuses nothing that was in time', () => {
    after(asked)
      .when(supply('2025-03-20', { excused: true }))
      .then(received('2025-03-20', '2025-04-17'));
  });

  it('refuses an empty supplement, and one that came before it was asked for', () => {
    after(asked)
      .when(supply('2025-03-14', {}, ' '))
      .thenRefused('request/supplement-empty', undefined, LAW);
    after(asked)
      .when(supply('2025-03-04'))
      .thenRefused('request/out-of-order', { on: '2025-03-04', after: '2025-03-05' }, LAW);
    after(asked)
      .when(supply('2025-07-01'))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, LAW);
  });

  it('is not waited for where nothing was asked, or where it came', () => {
    for (const history of [[registered], supplied]) {
      after(history).when(supply()).thenRefused('request/supplement-not-requested', undefined, LAW);
    }
  });
});

describe('逾期不补正 and 补正后仍不明确', () => {
  const lapse = (decidedOn: LocalDate) => decide({ outcome: 'other_no_correction', decidedOn });

  it('gives a request up on the day after the period, and not on its last day', () => {
    after(asked)
      .when(lapse('2025-03-20'))
      .thenRefused('request/supplement-period-running', { until: '2025-03-20' }, LAW);
    after(asked)
      .when(lapse('2025-03-21'))
      .then(event('ReplyDecided', '2025-03-21', { outcome: 'other_no_correction' }));
    expect(standing(...asked, lapse('2025-03-21'))).toBe('lapsed-supplement');
  });

  it('gives up no request whose supplement came', () => {
    after(supplied)
      .when(lapse('2025-03-27'))
      .thenRefused('request/supplement-was-received', { on: '2025-03-14' }, LAW);
  });

  it('decides nothing else while it waits', () => {
    for (const outcome of [
      'granted',
      'unable_unclear',
      'other_no_payment',
      'other_misc',
    ] as const) {
      after(asked)
        .when(decide({ outcome }))
        .thenRefused('request/awaiting-supplement', undefined, LAW);
    }
  });

  it('answers 无法提供-3 where the supplement made nothing clearer', () => {
    after(supplied)
      .when(decide({ outcome: 'unable_unclear' }))
      .then(event('ReplyDecided', '2025-03-27', { outcome: 'unable_unclear' }));
  });
});

describe('a voided supplement', () => {
  it('gives the first period back with the notice, and stops it again with the receipt', () => {
    after(supplied).when(undo('supplement')).then(undone('supplement', '2025-03-31'));
    after(asked).when(undo('supplement')).then(undone('supplement', '2025-03-31'));
    after(supplied).when(undo('supplement-receipt')).then(undone('supplement-receipt', null));
    expect(standing(...supplied, undo('supplement'))).toBe('registered');
    expect(standing(...supplied, undo('supplement-receipt'))).toBe('awaiting-supplement');
  });

  it('may be asked for again, for the first never was', () => {
    after([...supplied, undo('supplement')])
      .when(askSupplement('2025-03-12'))
      .then(requested('2025-03-12'));
  });

  it('must have been logged', () => {
    after([registered])
      .when(undo('supplement'))
      .thenRefused('request/nothing-to-void', { step: 'supplement' });
    for (const history of [[registered], asked]) {
      after(history)
        .when(undo('supplement-receipt'))
        .thenRefused('request/nothing-to-void', { step: 'supplement-receipt' });
    }
  });
});
