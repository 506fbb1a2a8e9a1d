import fc from 'fast-check';

/** What an agency chooses for itself, rule by rule: the command and its members. */
export const AGENCY_CHOICES: readonly (readonly [
  type: string,
  members: Readonly<Record<string, fc.Arbitrary<unknown>>>,
])[] = [
  [
    'AdoptCountingRules',
    {
      feeDecimals: fc.integer({ min: -1, max: 7 }),
      pendingAppeals: fc.constantFrom('each', 'first'),
    },
  ],
  ['AdoptRetention', { years: fc.integer({ min: 0, max: 31 }) }],
  ['AdoptLetterRules', { letterPrefix: fc.constantFrom('甲公开', '乙公开', '〔') }],
  [
    'AdoptReportRules',
    {
      similarityPercent: fc.constantFrom(80, 90, 101),
      submitBy: fc.constantFrom('01-26', null, '02-29'),
    },
  ],
  [
    'MapRegister',
    {
      register: fc.constantFrom('requests', 'counts'),
      columns: fc.constantFrom({ 受理编号: '登记编号' }, { '': '登记编号' }, {}),
      values: fc.constant({}),
    },
  ],
  ['AdoptProcedureRules', { receiptOnDayOff: fc.constantFrom('stays', 'next-working-day') }],
  [
    'AnnounceDaysOff',
    {
      year: fc.constant(2027),
      scope: fc.constant('state-council'),
      notice: fc.constantFrom('通知1', '通知2', ' '),
      off: fc.constantFrom(['2027-01-01'], ['2027-01-02']),
      work: fc.constant([]),
      known: fc.constant(false),
    },
  ],
];
