import type { LocalDate } from '../../src/kernel/local-date.js';
import { workingCalendar } from '../../src/kernel/working-calendar.js';
import { requestDecider } from '../../src/requests/domain/request.decider.js';
import { stateCouncilCalendar } from '../../src/calendar/state-council-calendar.js';
import {
  after,
  askReasons,
  decide,
  delay,
  due,
  event,
  extend,
  judge,
  notice,
  recompute,
  seek,
  serve,
  standing,
  taking,
  undo,
  undone,
} from '../support/builders/procedure.js';
import { registerRequest, TODAY } from '../support/builders/requests.js';
import { defaultTerms, mondayToFriday } from '../support/calendar.js';
import { specification } from '../support/specification.js';

/** A year without holidays. */
const ORDINARY = { notice: 'none', off: [], work: [] };

/** Received Mon 2025-03-03, due Mon 03-31. */
const registered = registerRequest();
const EXTENSION = '《条例》第33条第2款';
const REASONS = '《条例》第35条';

describe('ExtendDeadline 延长答复期限', () => {
  const extended = (
    workingDays: number,
    dueOn: LocalDate | null,
    toldOn: LocalDate = '2025-03-20',
  ) =>
    event(
      'DeadlineExtended',
      toldOn,
      { workingDays, approvedBy: '王主任', due: due(dueOn) },
      { reason: '案情复杂' },
    );

  it('adds one to twenty working days to the end', () => {
    after([registered]).when(extend(1)).then(extended(1, '2025-04-01'));
    after([registered]).when(extend(20)).then(extended(20, '2025-04-28'));
    after([registered])
      .when(extend(21))
      .thenRefused(
        'request/extension-too-long',
        { workingDays: 21, granted: 0, max: 20 },
        EXTENSION,
      );
  });

  it('counts every instalment against the twenty', () => {
    after([registered, extend(15)])
      .when(extend(5))
      .then(extended(5, '2025-04-28'));
    after([registered, extend(15)])
      .when(extend(6))
      .thenRefused(
        'request/extension-too-long',
        { workingDays: 6, granted: 15, max: 20 },
        EXTENSION,
      );
    after([registered, extend(7), extend(7), extend(6)])
      .when(extend(1))
      .thenRefused(
        'request/extension-too-long',
        { workingDays: 1, granted: 20, max: 20 },
        EXTENSION,
      );
  });

  it.each([0, -1, 1.5])('adds whole days, one at least: not %s', (workingDays) => {
    after([registered])
      .when(extend(workingDays))
      .thenRefused('request/extension-not-positive', { workingDays }, EXTENSION);
  });

  it('is told on the last day of the period at the latest', () => {
    after([registered])
      .when(extend(5, { toldOn: '2025-03-31' }))
      .then(extended(5, '2025-04-07', '2025-03-31'));
    after([registered])
      .when(extend(5, { toldOn: '2025-04-01' }))
      .thenRefused(
        'request/extension-after-due',
        { on: '2025-04-01', dueOn: '2025-03-31' },
        EXTENSION,
      );
    after([registered, extend(5)])
      .when(extend(5, { toldOn: '2025-04-07' }))
      .then(extended(5, '2025-04-14', '2025-04-07'));
  });

  it('is told later too where the agency chose so', () => {
    const { rules } = defaultTerms();
    const terms = { calendar: mondayToFriday, rules: { ...rules, extensionBeforeDue: false } };
    after([registered], terms)
      .when(extend(5, { toldOn: '2025-04-01' }))
      .then(extended(5, '2025-04-07', '2025-04-01'));
  });

  it('is possible while somebody is consulted: then there is no last day yet', () => {
    after([registered, seek()])
      .when(extend(5, { toldOn: '2025-06-02' }))
      .then(extended(5, null, '2025-06-02'));
  });

  it('needs an approver, a reason and a day that was', () => {
    after([registered])
      .when(extend(5, { approvedBy: ' ' }))
      .thenRefused('request/approver-missing', undefined, EXTENSION);
    after([registered])
      .when(extend(5, {}, ' '))
      .thenRefused('request/extension-reason-missing', undefined, EXTENSION);
    after([registered])
      .when(extend(5, { toldOn: '2025-03-02' }))
      .thenRefused('request/before-receipt', { on: '2025-03-02', receivedOn: '2025-03-03' });
    after([registered])
      .when(extend(5, { toldOn: '2025-07-01' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, EXTENSION);
  });

  it('is no way out of waiting for the applicant', () => {
    after([registered, notice()])
      .when(extend(5))
      .thenRefused('request/awaiting-payment', undefined, '《条例》第33条');
  });

  it('is voided by the instalment, from the last', () => {
    const twice = [registered, extend(5), extend(7)];
    after(twice).when(undo('extension')).then(undone('extension', '2025-04-07'));
    after([...twice, undo('extension')])
      .when(undo('extension'))
      .then(undone('extension', '2025-03-31'));
    after([...twice, undo('extension'), undo('extension')])
      .when(undo('extension'))
      .thenRefused('request/nothing-to-void', { step: 'extension' });
    // What was taken back may be granted again.
    after([...twice, undo('extension')])
      .when(extend(15))
      .then(extended(15, '2025-04-28'));
  });
});

/** Asked Thu 2025-03-06, to answer by Thu 03-20. */
const asked = [registered, askReasons()];
const reasonable = [...asked, judge('reasonable')];

describe('AskReasons 要求说明理由', () => {
  const asking = (on: LocalDate, requests = 30, respondBy: LocalDate = '2025-03-20') =>
    event('ReasonsAsked', on, { requests, respondBy });

  it('says of how many requests, and leaves the period running', () => {
    after([registered]).when(askReasons()).then(asking('2025-03-06'));
    after([registered])
      .when(askReasons('2025-03-03', { requests: 2 }))
      .then(asking('2025-03-03', 2));
    expect(standing(...asked)).toBe('awaiting-reasons');
    expect(taking(asked).facts.dueOn).toBe('2025-03-31');
  });

  it.each([1, 0, 2.5])('is for many requests: not for %s', (requests) => {
    after([registered])
      .when(askReasons('2025-03-06', { requests }))
      .thenRefused('request/requests-not-counted', { requests }, REASONS);
  });

  it('gives a day at least', () => {
    after([registered])
      .when(askReasons('2025-03-06', { respondBy: '2025-03-07' }))
      .then(asking('2025-03-06', 30, '2025-03-07'));
    after([registered])
      .when(askReasons('2025-03-06', { respondBy: '2025-03-06' }))
      .thenRefused(
        'request/period-not-positive',
        { from: '2025-03-06', until: '2025-03-06' },
        REASONS,
      );
  });

  it('happens once, between receipt and today', () => {
    after(reasonable)
      .when(askReasons('2025-03-19'))
      .thenRefused('request/reasons-asked-twice', undefined, REASONS);
    after(asked).when(askReasons()).thenRefused('request/awaiting-reasons', undefined, REASONS);
    after([registered])
      .when(askReasons('2025-03-02'))
      .thenRefused('request/before-receipt', { on: '2025-03-02', receivedOn: '2025-03-03' });
    after([registered])
      .when(askReasons('2025-07-01', { respondBy: '2025-07-02' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, REASONS);
  });
});

describe('JudgeReasons 审核理由', () => {
  it.each(['reasonable', 'unreasonable'] as const)('finds them %s', (found) => {
    after(asked)
      .when(judge(found))
      .then(event('ReasonsGiven', '2025-03-18', { found }));
    after(asked)
      .when(judge(found, '2025-03-06'))
      .then(event('ReasonsGiven', '2025-03-06', { found }));
    expect(standing(...asked, judge(found))).toBe('registered');
  });

  it('finds none on the day after the period, as of its last day', () => {
    after(asked)
      .when({ ...judge('none', '2025-03-20'), today: '2025-03-20' })
      .thenRefused('request/reasons-period-running', { respondBy: '2025-03-20' }, REASONS);
    after(asked)
      .when({ ...judge('none', '2025-03-21'), today: '2025-03-21' })
      .then(event('ReasonsGiven', '2025-03-20', { found: 'none' }));
  });

  it('takes reasons that came late, sealed', () => {
    const sealed = { reasons: '研究所需' };
    after(asked)
      .when({ ...judge('reasonable', '2025-03-25'), sealed })
      .then({ ...event('ReasonsGiven', '2025-03-25', { found: 'reasonable' }), sealed });
  });

  it('is not before they were asked for, nor where they were not', () => {
    after(asked)
      .when(judge('reasonable', '2025-03-05'))
      .thenRefused('request/out-of-order', { on: '2025-03-05', after: '2025-03-06' }, REASONS);
    after(asked)
      .when(judge('reasonable', '2025-07-01'))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, REASONS);
    for (const history of [[registered], reasonable]) {
      after(history)
        .when(judge('reasonable'))
        .thenRefused('request/reasons-not-asked', undefined, REASONS);
    }
  });

  it('leads to 不予处理-4 unless they were reasonable', () => {
    const reject = decide({ outcome: 'reject_mass_repeat' });
    for (const found of ['unreasonable', 'none'] as const) {
      after([...asked, judge(found)])
        .when(reject)
        .then(event('ReplyDecided', '2025-03-27', { outcome: 'reject_mass_repeat' }));
    }
    after(reasonable)
      .when(reject)
      .thenRefused('request/reasons-were-reasonable', undefined, REASONS);
    after(reasonable)
      .when(decide())
      .then(event('ReplyDecided', '2025-03-27', { outcome: 'granted' }));
  });
});

describe('DelayReply 延迟答复', () => {
  const delayed = (toldOn: LocalDate, delayedUntil: LocalDate, dueOn: LocalDate) =>
    event('ReplyDelayed', toldOn, { delayedUntil, due: due(dueOn) });

  it('sets a reasonable period where the reasons were, and never a shorter one', () => {
    after(reasonable)
      .when(delay())
      .then(delayed('2025-03-19', '2025-05-30', '2025-05-30'));
    after(reasonable)
      .when(delay('2025-03-19', { delayedUntil: '2025-03-20' }))
      .then(delayed('2025-03-19', '2025-03-20', '2025-03-31'));
  });

  it('is told after the reasons were asked for, and ends later than that day', () => {
    after(reasonable)
      .when(delay('2025-03-06'))
      .then(delayed('2025-03-06', '2025-05-30', '2025-05-30'));
    after(reasonable)
      .when(delay('2025-03-05'))
      .thenRefused('request/out-of-order', { on: '2025-03-05', after: '2025-03-06' }, REASONS);
    after(reasonable)
      .when(delay('2025-03-19', { delayedUntil: '2025-03-19' }))
      .thenRefused(
        'request/period-not-positive',
        { from: '2025-03-19', until: '2025-03-19' },
        REASONS,
      );
    after(reasonable)
      .when(delay('2025-07-01', { delayedUntil: '2025-07-02' }))
      .thenRefused('request/date-in-future', { on: '2025-07-01', today: TODAY }, REASONS);
  });

  it('is for reasonable reasons alone', () => {
    for (const history of [
      [registered],
      [...asked, judge('unreasonable')],
      [...asked, judge('none')],
    ]) {
      after(history)
        .when(delay())
        .thenRefused('request/reasons-not-found-reasonable', undefined, REASONS);
    }
    after(asked).when(delay()).thenRefused('request/awaiting-reasons', undefined, REASONS);
  });
});

describe('voided reasons and a voided delay', () => {
  const delayed = [...reasonable, delay()];

  it('take the delayed day back', () => {
    after(delayed).when(undo('delay')).then(undone('delay', '2025-03-31'));
    after(delayed).when(undo('reasons')).then(undone('reasons', '2025-03-31'));
    after([...delayed, undo('reasons')])
      .when(askReasons())
      .then(event('ReasonsAsked', '2025-03-06', { requests: 30, respondBy: '2025-03-20' }));
  });

  it('must have been logged', () => {
    after([registered])
      .when(undo('reasons'))
      .thenRefused('request/nothing-to-void', { step: 'reasons' });
    after(reasonable).when(undo('delay')).thenRefused('request/nothing-to-void', { step: 'delay' });
  });
});

describe('RecomputeDeadline 重算答复期限', () => {
  const stateCouncil = defaultTerms(stateCouncilCalendar);
  const given = specification(requestDecider(stateCouncil));
  const edition = { calendarEdition: stateCouncilCalendar.edition };
  const today = { today: '2026-12-31' } as const;

  it('moves the day where the calendar moved it, and says what it was', () => {
    // Four weeks after Mon 2025-03-10; Fri 04-04 is off by the notice, so it is one day later.
    const received = taking([registerRequest({ receivedOn: '2025-03-10' })]).events;
    given(...received)
      .when(recompute())
      .then(
        event('DeadlineRecomputed', TODAY, {
          before: due('2025-04-07'),
          due: { dueOn: '2025-04-08', ...edition },
        }),
      );
  });

  it('leaves a day alone that stays what it is', () => {
    after([registered]).when(recompute()).thenNothing();
    after([registered, seek()]).when(recompute()).thenNothing();
  });

  it('makes certain what was provisional, though the day is the same', () => {
    const untilNow = defaultTerms(workingCalendar([{ ...ORDINARY, year: 2026 }], 'one-year'));
    const announced = defaultTerms(
      workingCalendar(
        [2026, 2027].map((year) => ({ ...ORDINARY, year })),
        'two-years',
      ),
    );
    const late = registerRequest({ receivedOn: '2026-12-21', ...today });
    const { events } = taking([late], untilNow);
    const before = { dueOn: '2027-01-18', provisional: true, calendarEdition: 'one-year' } as const;
    const certain = { dueOn: '2027-01-18', calendarEdition: 'two-years' } as const;
    specification(requestDecider(announced))(...events)
      .when({ ...recompute(), ...today })
      .then(event('DeadlineRecomputed', '2026-12-31', { before, due: certain }));
    specification(requestDecider(untilNow))(...events)
      .when({ ...recompute(), ...today })
      .thenNothing();
  });

  it('runs until the reply is served', () => {
    const received = taking([registerRequest({ receivedOn: '2025-03-10' }), decide()]).events;
    given(...received)
      .when(recompute())
      .then(
        event('DeadlineRecomputed', TODAY, {
          before: due('2025-04-07'),
          due: { dueOn: '2025-04-08', ...edition },
        }),
      );
    after([registered, decide(), serve()])
      .when(recompute())
      .thenRefused(
        'request/already-closed',
        { on: '2025-03-28', outcome: 'granted' },
        '《条例》第33条',
      );
  });
});
