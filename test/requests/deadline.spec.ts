import * as fc from 'fast-check';
import { DEFAULT_PROCEDURE_RULES } from '../../src/agencies/domain/procedure-rules.events.js';
import type { LocalDate } from '../../src/kernel/local-date.js';
import {
  stateCouncilCalendar,
  stateCouncilYears,
} from '../../src/calendar/state-council-calendar.js';
import { workingCalendar } from '../../src/kernel/working-calendar.js';
import {
  deadlineOf,
  mergedSuspensions,
  type ClockFacts,
} from '../../src/requests/domain/deadline.js';
import { UNHANDLED, type Consultation } from '../../src/requests/domain/handling.facts.js';
import { clockFacts } from '../../src/requests/domain/request-clock.js';
import { struckOff, wallCalendar } from './second-clock.js';

const RUNS = Number(process.env['CLOCK_RUNS'] ?? 1000);

const undisturbed = {
  supplement: null,
  consultations: [],
  fee: null,
  extendedBy: 0,
  delayedUntil: null,
} as const;

function due(
  facts: Partial<ClockFacts> & Pick<ClockFacts, 'receivedOn'>,
  rules = {},
): string | null {
  const chosen = { ...DEFAULT_PROCEDURE_RULES, ...rules };
  return deadlineOf({ ...undisturbed, ...facts }, stateCouncilCalendar, chosen).dueOn;
}

describe('deadlineOf (答复期限)', () => {
  it.each<[LocalDate, string]>([
    ['2019-09-27', '2019-10-30'],
    ['2020-01-20', '2020-02-25'],
    ['2021-09-30', '2021-11-03'],
    ['2021-12-20', '2022-01-18'],
    ['2022-09-30', '2022-11-02'], // 连云港: signed for before the National Day
    ['2024-09-13', '2024-10-17'],
    ['2025-02-20', '2025-03-20'], // 潢川县: the party counted the day of receipt
    ['2025-09-26', '2025-10-30'],
    ['2025-12-31', '2026-01-29'],
    ['2026-02-13', '2026-03-19'],
    ['2026-02-16', '2026-03-20'],
  ])('gives twenty working days to a request received on %s', (receivedOn, last) => {
    expect(due({ receivedOn })).toBe(last);
  });

  it('may take a request received on a day off as received on the next working day', () => {
    expect(due({ receivedOn: '2026-02-16' }, { receiptOnDayOff: 'next-working-day' })).toBe(
      '2026-03-23',
    );
  });

  it('adds the extension to the end of the twenty days', () => {
    expect(due({ receivedOn: '2025-09-26', extendedBy: 20 })).toBe('2025-11-27');
  });

  it('leaves out the days of a consultation, the day it was sent still counted', () => {
    const asked = { from: '2026-03-10', until: '2026-03-24' } as const;
    expect(due({ receivedOn: '2026-03-02' })).toBe('2026-03-30');
    expect(due({ receivedOn: '2026-03-02', consultations: [asked] })).toBe('2026-04-14');
    expect(due({ receivedOn: '2026-03-02', consultations: [asked, asked] })).toBe('2026-04-14');
  });

  it('has no day while a consultation within the period is not answered', () => {
    const within = [{ from: '2026-03-30', until: null }] as const;
    const before = [{ from: '2026-03-27', until: null }] as const;
    expect(due({ receivedOn: '2026-03-02', consultations: within })).toBe('2026-03-30');
    expect(due({ receivedOn: '2026-03-02', consultations: before })).toBeNull();
  });

  it('begins afresh with the supplement, and stands still until it comes', () => {
    const requestedOn = '2026-03-05';
    const supplement = { requestedOn, receivedOn: '2026-04-07' } as const;
    expect(due({ receivedOn: '2026-03-02', supplement })).toBe('2026-05-08');
    const missing = { requestedOn, receivedOn: null } as const;
    expect(due({ receivedOn: '2026-03-02', supplement: missing })).toBeNull();
  });

  it('begins afresh with the payment, or goes on where it stopped', () => {
    const fee = { noticedOn: '2026-03-10', paidOn: '2026-03-24' } as const;
    expect(due({ receivedOn: '2026-03-02', fee })).toBe('2026-04-22');
    expect(due({ receivedOn: '2026-03-02', fee }, { paymentRestartsClock: false })).toBe(
      '2026-04-14',
    );
    expect(due({ receivedOn: '2026-03-02', fee: { ...fee, paidOn: null } })).toBeNull();
  });
});

describe('mergedSuspensions (多方征求意见)', () => {
  const merged = (...consultations: ClockFacts['consultations']) =>
    mergedSuspensions(
      { ...undisturbed, receivedOn: '2026-03-02', consultations },
      DEFAULT_PROCEDURE_RULES,
    );
  const first = { from: '2026-03-10', until: '2026-03-16' } as const;

  it('count days that several opinions were waited for once, in the order of the days', () => {
    const within = { from: '2026-03-11', until: '2026-03-12' } as const;
    const open = { from: '2026-03-13', until: null } as const;
    expect(merged(within, first)).toEqual([first]);
    expect(merged(open, first)).toEqual([{ from: '2026-03-10', until: null }]);
  });

  it('are one where the next was sent the day the last was answered, and two from then on', () => {
    const touching = { from: '2026-03-16', until: '2026-03-20' } as const;
    const apart = { from: '2026-03-17', until: '2026-03-20' } as const;
    expect(merged(first, touching)).toEqual([{ from: '2026-03-10', until: '2026-03-20' }]);
    expect(merged(apart, first)).toEqual([first, apart]);
  });
});

/** 2026 is announced and 2027 is not: periods reach over the edge of what is known. */
const announced = stateCouncilYears.filter(({ year }) => year >= 2024);
const calendar = workingCalendar(announced, 'three years');
const wall = wallCalendar(2024, 2030, announced);
const history = wall.filter(({ date }) => date >= '2025-01-01' && date < '2027-06-01');

const distance = fc.integer({ min: 0, max: 60 });
const dayFrom = (from: number, by: number): LocalDate =>
  history[Math.min(from + by, history.length - 1)]!.date;

const histories = fc
  .record({
    received: fc.integer({ min: 0, max: history.length - 1 }),
    supplement: fc.option(fc.tuple(distance, fc.option(distance, { freq: 8 }))),
    consultations: fc.array(fc.tuple(distance, distance, fc.option(distance, { freq: 12 })), {
      maxLength: 5,
    }),
    fee: fc.option(fc.tuple(distance, fc.option(distance, { freq: 8 }))),
    extendedBy: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 })),
    delayed: fc.option(fc.integer({ min: 1, max: 120 })),
    receiptOnDayOff: fc.constantFrom('stays' as const, 'next-working-day' as const),
    consultationFrom: fc.constantFrom('sent' as const, 'received' as const),
    paymentRestartsClock: fc.boolean(),
  })
  .map(({ received, supplement, consultations, fee, extendedBy, delayed, ...rules }) => {
    const receivedOn = dayFrom(received, 0);
    const asked = consultations.map(([sent, reached, answered], index) => ({
      consultation: index + 1,
      party: 'third-party' as const,
      respondBy: null,
      opinion: answered === null ? null : ('consents' as const),
      informedOn: null,
      sentOn: dayFrom(received, sent),
      // The paper of who has answered did reach him; of who has not, it may still be on its way.
      receivedOn:
        answered === null && reached % 3 === 0 ? null : dayFrom(received, sent + (reached % 9)),
      answeredOn: answered === null ? null : dayFrom(received, sent + (reached % 9) + answered),
    })) satisfies readonly Consultation[];
    const handling = {
      ...UNHANDLED,
      consultations: asked,
      supplement: supplement && {
        requestedOn: dayFrom(received, supplement[0]),
        respondBy: dayFrom(received, supplement[0] + 30),
        receivedOn:
          supplement[1] === null ? null : dayFrom(received, supplement[0] + supplement[1]),
      },
      fee: fee && {
        noticedOn: dayFrom(received, fee[0]),
        method: 'per-item' as const,
        quantity: 30,
        amount: 1000,
        payBy: dayFrom(received, fee[0] + 30),
        paidOn: fee[1] === null ? null : dayFrom(received, fee[0] + fee[1]),
      },
      extensions:
        extendedBy === 0
          ? []
          : [{ workingDays: extendedBy, approvedBy: '李某', toldOn: receivedOn }],
      delayedUntil: delayed === null ? null : dayFrom(received, delayed),
    };
    return { facts: clockFacts(receivedOn, handling, rules), rules };
  });

describe('the clock and the wall calendar', () => {
  it('come to the same day for any history of a request', () => {
    const seen = { due: 0, paused: 0, provisional: 0, suspended: 0 };
    fc.assert(
      fc.property(histories, ({ facts, rules }) => {
        const struck = struckOff(facts, wall, rules);
        expect(deadlineOf(facts, calendar, rules)).toEqual(struck);
        seen[struck.dueOn === null ? 'paused' : 'due'] += 1;
        if (struck.provisional) seen.provisional += 1;
        if (facts.consultations.length > 1) seen.suspended += 1;
      }),
      { numRuns: RUNS },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(RUNS / 50);
  });
});
