import type { LocalDate } from '../../src/kernel/local-date.js';
import {
  after,
  decide,
  due,
  event,
  extend,
  notice,
  pay,
  seek,
  standing,
  undo,
  undone,
} from '../support/builders/procedure.js';
import { registerRequest, TODAY } from '../support/builders/requests.js';
import { defaultTerms, mondayToFriday } from '../support/calendar.js';

/** Received Mon 2025-03-03, due Mon 03-31; noticed Wed 03-12, to be paid by Wed 04-09. */
const registered = registerRequest();
const noticed = [registered, notice()];
const paid = [...noticed, pay()];
const BASIS = '国办函〔2020〕109号';

const served = (on: LocalDate, payBy: LocalDate) =>
  event('FeeNoticeServed', on, {
    ...{ method: 'per-item', quantity: 11, amount: 100, payBy, due: due(null) },
  });

describe('ServeFeeNotice 送达收费通知', () => {
  it('stops the period, and gives twenty working days to pay', () => {
    after([registered]).when(notice()).then(served('2025-03-12', '2025-04-09'));
    expect(standing(...noticed)).toBe('awaiting-payment');
  });

  it('comes within the period, from the day of receipt to the last day', () => {
    after([registered]).when(notice('2025-03-03')).then(served('2025-03-03', '2025-03-31'));
    after([registered]).when(notice('2025-03-31')).then(served('2025-03-31', '2025-04-28'));
    after([registered])
      .when(notice('2025-04-01'))
      .thenRefused(
        'request/fee-notice-after-due',
        { on: '2025-04-01', dueOn: '2025-03-31' },
        BASIS,
      );
    after([registered, extend(1)])
      .when(notice('2025-04-01'))
      .then(served('2025-04-01', '2025-04-29'));
    after([registered])
      .when(notice('2025-03-02'))
      .thenRefused('request/before-receipt', { on: '2025-03-02', receivedOn: '2025-03-03' });
    after([registered])
      .when(notice('2025-07-01'))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, BASIS);
  });

  it('is served once, paid or not', () => {
    after(paid)
      .when(notice('2025-03-27'))
      .thenRefused('request/fee-noticed-twice', undefined, BASIS);
    after(noticed)
      .when(notice())
      .thenRefused('request/awaiting-payment', undefined, '《条例》第42条');
  });

  it.each([
    { quantity: 0 },
    { quantity: -1 },
    { quantity: 1.5 },
    { amount: 0 },
    { amount: -100 },
    { amount: 0.5 },
  ])('charges whole yuan for whole pieces: not %o', (given) => {
    const { quantity, amount } = { quantity: 11, amount: 100, ...given };
    after([registered])
      .when(notice('2025-03-12', given))
      .thenRefused('request/fee-not-positive', { quantity, amount }, BASIS);
  });

  it('may charge one yuan for one page', () => {
    const least = { method: 'per-page', quantity: 1, amount: 1 } as const;
    after([registered])
      .when(notice('2025-03-12', least))
      .then(
        event('FeeNoticeServed', '2025-03-12', {
          ...least,
          payBy: '2025-04-09',
          due: due(null),
        }),
      );
  });

  it('waits for whoever is consulted', () => {
    after([registered, seek()])
      .when(notice())
      .thenRefused('request/consultation-open', undefined, '《条例》第42条');
  });
});

describe('RecordPayment 登记缴费', () => {
  const came = (on: LocalDate, dueOn: LocalDate) =>
    event('FeePaid', on, { amount: 100, due: due(dueOn) });

  it('starts the period afresh', () => {
    // Wed 2025-03-26 and four weeks.
    after(noticed).when(pay()).then(came('2025-03-26', '2025-04-23'));
    expect(standing(...paid)).toBe('registered');
  });

  it('lets it go on where the agency chose so', () => {
    const { rules } = defaultTerms();
    const terms = { calendar: mondayToFriday, rules: { ...rules, paymentRestartsClock: false } };
    // Ten working days from Wed 2025-03-12 to Wed 03-26 are not counted.
    after(noticed, terms).when(pay()).then(came('2025-03-26', '2025-04-14'));
  });

  it('is taken from the day of the notice on, and after the period too: it was paid', () => {
    after(noticed).when(pay('2025-03-12')).then(came('2025-03-12', '2025-04-09'));
    after(noticed).when(pay('2025-04-10')).then(came('2025-04-10', '2025-05-08'));
    after(noticed)
      .when(pay('2025-03-11'))
      .thenRefused('request/out-of-order', { on: '2025-03-11', after: '2025-03-12' }, BASIS);
    after(noticed)
      .when(pay('2025-07-01'))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, BASIS);
  });

  it('is what was asked for, to the yuan', () => {
    for (const amount of [99, 101]) {
      after(noticed)
        .when(pay('2025-03-26', { amount }))
        .thenRefused('request/payment-differs', { paid: amount, amount: 100 }, BASIS);
    }
  });

  it('keeps the number of the receipt', () => {
    after(noticed)
      .when(pay('2025-03-26', { receipt: '浙财0001' }))
      .then(
        event('FeePaid', '2025-03-26', {
          ...{ amount: 100, receipt: '浙财0001', due: due('2025-04-23') },
        }),
      );
  });

  it('is not waited for where no notice was served, or where it came', () => {
    for (const history of [[registered], paid]) {
      after(history)
        .when(pay())
        .thenRefused('request/fee-not-noticed', undefined, '《条例》第42条');
    }
  });
});

describe('逾期未缴费', () => {
  const lapse = (decidedOn: LocalDate) => decide({ outcome: 'other_no_payment', decidedOn });

  it('gives a request up on the day after the twentieth, and not on it', () => {
    after(noticed)
      .when(lapse('2025-04-09'))
      .thenRefused('request/payment-period-running', { until: '2025-04-09' }, BASIS);
    after(noticed)
      .when(lapse('2025-04-10'))
      .then(event('ReplyDecided', '2025-04-10', { outcome: 'other_no_payment' }));
    expect(standing(...noticed, lapse('2025-04-10'))).toBe('lapsed-payment');
  });

  it('gives up no request that was paid for', () => {
    after(paid)
      .when(lapse('2025-04-10'))
      .thenRefused('request/fee-was-paid', { on: '2025-03-26' }, BASIS);
  });

  it('decides whatever it is once the fee was paid', () => {
    after(paid)
      .when(decide())
      .then(event('ReplyDecided', '2025-03-27', { outcome: 'granted' }));
  });

  it('decides nothing else while it waits', () => {
    for (const outcome of ['granted', 'other_no_correction', 'other_misc'] as const) {
      after(noticed)
        .when(decide({ outcome }))
        .thenRefused('request/awaiting-payment', undefined, BASIS);
    }
  });
});

describe('a voided fee', () => {
  it('gives the first period back with the notice, and stops it again with the payment', () => {
    after(paid).when(undo('fee')).then(undone('fee', '2025-03-31'));
    after(noticed).when(undo('fee')).then(undone('fee', '2025-03-31'));
    after(paid).when(undo('payment')).then(undone('payment', null));
    expect(standing(...paid, undo('fee'))).toBe('registered');
    expect(standing(...paid, undo('payment'))).toBe('awaiting-payment');
  });

  it('must have been logged', () => {
    after([registered]).when(undo('fee')).thenRefused('request/nothing-to-void', { step: 'fee' });
    for (const history of [[registered], noticed]) {
      after(history)
        .when(undo('payment'))
        .thenRefused('request/nothing-to-void', { step: 'payment' });
    }
  });
});
