import { DEFAULT_LETTER_RULES } from '../../src/agencies/domain/letter-rules.events.js';
import {
  DEFAULT_COUNTING_RULES,
  type AgencyEvent,
} from '../../src/agencies/domain/agency.events.js';
import { DEFAULT_PROCEDURE_RULES } from '../../src/agencies/domain/procedure-rules.events.js';
import { DEFAULT_REPORT_RULES } from '../../src/agencies/domain/report-rules.events.js';
import {
  agencyDirectory,
  staffCounts,
  type StaffCounts,
} from '../../projections/agency-directory.projection.js';
import { project } from '../../projections/projection.js';
import {
  agencyEstablished,
  agencyRenamed,
  officeDesignated,
  rulesAdopted,
  staffAppointed,
  staffReleased,
} from '../support/builders/agencies.js';

describe('agency directory 机关名录', () => {
  it('shows each agency as it is named now, with its offices, posts and counting rules', () => {
    const rows = project(agencyDirectory, [
      agencyEstablished(),
      agencyEstablished({ agencyId: 'yi', level: 'government' }),
      agencyRenamed(),
      officeDesignated('办公室', '2025-03-03'),
      officeDesignated('法规处', '2025-03-04'),
      staffAppointed('01', '2025-03-03', 'part-time'),
      staffReleased('01', '2025-04-30'),
      staffAppointed('01', '2025-04-30'),
      rulesAdopted(4),
    ]);
    expect([...rows]).toStrictEqual([
      [
        '["jia"]',
        {
          agencyId: 'jia',
          name: '某市乙局',
          shortName: '乙局',
          level: 'department',
          offices: new Map([
            ['办公室', '2025-03-03'],
            ['法规处', '2025-03-04'],
          ]),
          staff: new Map([
            [
              '01',
              [
                { employment: 'part-time', from: '2025-03-03', until: '2025-04-30' },
                { employment: 'full-time', from: '2025-04-30', until: null },
              ],
            ],
          ]),
          rules: { ...DEFAULT_COUNTING_RULES, feeDecimals: 4 },
          placement: { placements: [], abolished: null },
          mappings: new Map(),
          retentionYears: 10,
          procedure: DEFAULT_PROCEDURE_RULES,
          daysOff: [],
          reportRules: DEFAULT_REPORT_RULES,
          letterRules: DEFAULT_LETTER_RULES,
          disclosureOffice: { office: '法规处' },
        },
      ],
      [
        '["yi"]',
        {
          agencyId: 'yi',
          name: '某市甲局',
          shortName: '甲局',
          level: 'government',
          offices: new Map(),
          staff: new Map(),
          rules: DEFAULT_COUNTING_RULES,
          placement: { placements: [], abolished: null },
          mappings: new Map(),
          retentionYears: 10,
          procedure: DEFAULT_PROCEDURE_RULES,
          daysOff: [],
          reportRules: DEFAULT_REPORT_RULES,
          letterRules: DEFAULT_LETTER_RULES,
          disclosureOffice: null,
        },
      ],
    ]);
  });
});

describe('staffCounts 机构和人员', () => {
  function counts(years: readonly number[], ...events: readonly AgencyEvent[]): StaffCounts[] {
    const [agency] = project(agencyDirectory, [agencyEstablished(), ...events]).values();
    return years.map((year) => staffCounts(agency!, year));
  }
  const none = { offices: 0, fullTime: 0, partTime: 0 };

  it('count who is in post on 31 December: who came that day, not who left that day', () => {
    const events = [
      staffAppointed('01', '2021-12-31'),
      staffAppointed('02', '2022-01-01', 'part-time'),
      staffReleased('01', '2023-12-31'),
      staffReleased('02', '2024-01-01'),
    ];
    expect(counts([2020, 2021, 2022, 2023, 2024], ...events)).toStrictEqual([
      none,
      { ...none, fullTime: 1 },
      { ...none, fullTime: 1, partTime: 1 },
      { ...none, partTime: 1 },
      none,
    ]);
  });

  it('count the offices designated by then', () => {
    const events = [officeDesignated('a', '2021-12-31'), officeDesignated('b', '2022-01-01')];
    expect(counts([2020, 2021, 2022], ...events)).toStrictEqual([
      none,
      { ...none, offices: 1 },
      { ...none, offices: 2 },
    ]);
  });

  it('keep a person in the years before she left and came back', () => {
    const events = [
      staffAppointed('01', '2021-03-01'),
      staffReleased('01', '2022-06-01'),
      staffAppointed('01', '2023-03-01', 'part-time'),
      staffReleased('01', '2024-03-01'),
      staffAppointed('01', '2025-03-01'),
      staffReleased('01', '2026-03-01'),
    ];
    expect(counts([2021, 2022, 2023, 2024, 2025, 2026], ...events)).toStrictEqual([
      { ...none, fullTime: 1 },
      none,
      { ...none, partTime: 1 },
      none,
      { ...none, fullTime: 1 },
      none,
    ]);
  });

  it('count a person once, by her newest post, when two posts overlap', () => {
    const events = [
      staffAppointed('01', '2021-03-01', 'part-time'),
      staffReleased('01', '2023-06-01'),
      staffAppointed('01', '2022-06-01'),
    ];
    expect(counts([2021, 2022], ...events)).toStrictEqual([
      { ...none, partTime: 1 },
      { ...none, fullTime: 1 },
    ]);
  });
});
