import { agencyDecider } from '../../src/agencies/domain/agency.decider.js';
import {
  agencyFacts,
  type AgencyEvent,
  type AgencyFacts,
} from '../../src/agencies/domain/agency.events.js';
import { DEFAULT_PROCEDURE_RULES } from '../../src/agencies/domain/procedure-rules.events.js';
import { canonicalText } from '../../src/ledger/plain-json.js';
import { termsOf } from '../../src/requests/agency-terms.js';
import {
  adoptProcedure,
  agencyEstablished,
  announceDaysOff,
} from '../support/builders/agencies.js';
import { specification } from '../support/specification.js';

const given = specification(agencyDecider);
const here = agencyEstablished();

function factsOf(...events: readonly AgencyEvent[]): AgencyFacts {
  return events.reduce<AgencyFacts | null>(agencyFacts, null)!;
}

/** An event as a ledger gives it back, its members in another order than the command's. */
function readBack(event: AgencyEvent): AgencyEvent {
  return JSON.parse(canonicalText(event)) as AgencyEvent;
}

/** What the decider made of a command that it accepted. */
function made(
  command: ReturnType<typeof announceDaysOff | typeof adoptProcedure>,
  ...before: readonly AgencyEvent[]
) {
  const outcome = agencyDecider.decide(command, factsOf(here, ...before));
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome;
}

describe('AdoptProcedureRules 确定办理规则', () => {
  it('puts down only what is chosen anew', () => {
    given(here)
      .when(adoptProcedure({ receiptOnDayOff: 'next-working-day', paymentRestartsClock: true }))
      .then({
        type: 'ProcedureRulesAdopted',
        occurredOn: '2025-06-30',
        data: { agencyId: 'jia', receiptOnDayOff: 'next-working-day' },
      });
    given(here).when(adoptProcedure(DEFAULT_PROCEDURE_RULES)).thenNothing();
  });

  it('holds until something else is chosen', () => {
    const first = made(adoptProcedure({ requiredReviews: ['legal'] }));
    const second = made(adoptProcedure({ consultationFrom: 'received' }), ...first);
    expect(factsOf(here, ...first, ...second).procedure).toEqual({
      ...DEFAULT_PROCEDURE_RULES,
      requiredReviews: ['legal'],
      consultationFrom: 'received',
    });
  });
});

describe('AnnounceDaysOff 录入节假日安排', () => {
  const notices = { years: [], edition: 'none' };
  const shipped = {
    years: [{ year: 2027, notice: '通知', off: ['01-04' as const], work: [] }],
    edition: 'shipped',
  };

  it('makes the year certain, and names it in the edition', () => {
    const { calendar } = termsOf(factsOf(here, ...made(announceDaysOff())), notices);
    // Thu 2026-12-31 is of a year that is not announced; Fri 2027-01-01 is off.
    expect(calendar.workingDayAfter('2027-01-01', 1)).toEqual({
      on: '2027-01-04',
      provisional: false,
    });
    expect(calendar.isWorkingDay('2027-01-01')).toBe(false);
    expect(calendar.isWorkingDay('2027-02-14')).toBe(true);
    expect(calendar.noticeOf('2027-02-14')).toBe('国办发明电〔2026〕1号');
    expect(calendar.edition).toBe('none+2027');
  });

  it('gives way to what the program has, once it has it', () => {
    const { calendar } = termsOf(factsOf(here, ...made(announceDaysOff())), shipped);
    expect(calendar.isWorkingDay('2027-01-04')).toBe(false);
    expect(calendar.isWorkingDay('2027-01-01')).toBe(true);
    expect(calendar.edition).toBe('shipped');
  });

  it('adds local days to whatever the notices say', () => {
    const local = announceDaysOff({
      scope: 'local',
      off: ['2027-03-03'],
      work: ['2027-01-04'],
      known: true,
    });
    const { calendar } = termsOf(factsOf(here, ...made(local)), shipped);
    expect(calendar.isWorkingDay('2027-03-03')).toBe(false);
    expect(calendar.isWorkingDay('2027-01-04')).toBe(true);
    expect(calendar.edition).toBe('shipped+local-2027-2');
  });

  it('is put down once for each year and scope, and anew when it differs', () => {
    const first = made(announceDaysOff());
    const later = announceDaysOff({ year: 2028, off: ['2028-01-03'], work: [] });
    const local = announceDaysOff({ scope: 'local', off: ['2027-03-03'], work: [] });
    const all = [...made(local), ...first, ...made(later)].map(readBack);
    for (const again of [announceDaysOff(), later, local]) {
      given(here, ...all)
        .when(again)
        .thenNothing();
    }
    const off = ['2027-01-01', '2027-02-08'] as const;
    const mended = made(announceDaysOff({ off }), ...first);
    expect(factsOf(here, ...first, ...mended).daysOff).toMatchObject([{ year: 2027, off }]);
  });

  it.each([
    ['agency/notice-missing', { notice: ' ' }, undefined],
    ['agency/days-off-missing', { off: [], work: [] }, undefined],
    ['agency/days-off-known', { known: true }, { year: 2027 }],
    ['agency/day-impossible', { off: ['2027-01-02'] }, { year: 2027, day: '2027-01-02' }], // Saturday.
    ['agency/day-impossible', { work: ['2027-01-04'] }, { year: 2027, day: '2027-01-04' }], // Monday.
    ['agency/day-impossible', { off: ['2026-12-31'] }, { year: 2027, day: '2026-12-31' }],
    [
      'agency/day-impossible',
      { off: ['2027-01-01', '2027-01-01'] },
      { year: 2027, day: '2027-01-01' },
    ],
  ] as const)('refuses with %s', (code, change, facts) => {
    given(here)
      .when(announceDaysOff({ ...change }))
      .thenRefused(code, facts);
  });
});
