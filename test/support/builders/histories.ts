import fc from 'fast-check';
import { AGENCY_LEVELS, EMPLOYMENTS } from '../../../src/agencies/domain/agency.events.js';
import type { AnnualReportCommand } from '../../../src/annual-reports/domain/annual-report.decider.js';
import {
  APPEAL_KINDS,
  APPEAL_OUTCOMES,
  APPEAL_STEPS,
} from '../../../src/appeals/domain/appeal.events.js';
import { nextDay, type LocalDate, type YearMonth } from '../../../src/kernel/local-date.js';
import { STATUTORY_COUNTS } from '../../../src/publications/domain/count.events.js';
import {
  DOCUMENT_KINDS,
  DOCUMENT_STEPS,
} from '../../../src/publications/domain/document.events.js';
import type { LedgerEvent } from '../../../src/read-models/recorded-events.js';
import { ERASURE_GROUNDS } from '../../../src/requests/domain/personal-data.events.js';
import type { RequestCommand } from '../../../src/requests/domain/request.decider.js';
import {
  APPLICANT_KINDS,
  CHANNELS,
  OUTCOMES,
  SERVICE_WAYS,
} from '../../../src/requests/domain/request.events.js';
import { REQUEST_STEPS } from '../../../src/requests/domain/request-steps.js';
import { AGENCY_CHOICES } from './agency-histories.js';
import { play, type AnyCommand } from './play.js';
import { procedures } from './procedure-histories.js';
import { rollUps } from './roll-up-histories.js';
import { closeYear, overrideCheck, printedWords, reportText } from './annual-reports.js';

export const AGENCIES = ['jia', 'yi'] as const;

export const YEARS = Array.from({ length: 10 }, (_, at) => 2018 + at);

const DAYS: LocalDate[] = ['2019-01-01'];
while (DAYS.at(-1)! < '2026-12-31') DAYS.push(nextDay(DAYS.at(-1)!));

/** Days crowd around the turns of the years, where the tables go wrong if they do. */
const TURNS = DAYS.flatMap((day, at) => (/-(?:12-31|01-01)$/.test(day) ? [at] : []));
const aDay = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...TURNS) },
  { weight: 3, arbitrary: fc.nat(DAYS.length - 1) },
);
/** How long after the fact it is told; now and then before, which must be refused. */
const delay = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(40) },
  { weight: 2, arbitrary: fc.nat(800) },
  { weight: 1, arbitrary: fc.constant(-1) },
);
type When = Readonly<{ on: LocalDate; today: LocalDate }>;
const when: fc.Arbitrary<When> = fc.tuple(aDay, delay).map(([at, later]) => {
  const [on, today] = [DAYS[at]!, DAYS[Math.min(Math.max(at + later, 0), DAYS.length - 1)]!];
  return { on, today };
});
/** So few that a month is often corrected. */
const month = fc.constantFrom<YearMonth>('2020-12', '2021-01', '2021-12', '2023-01');

const agencyId = fc.constantFrom(...AGENCIES);
const blank = { weight: 1, arbitrary: fc.constant(' ') };
const few = (name: string, count: number): fc.Arbitrary<string> =>
  fc.oneof({ weight: 30, arbitrary: fc.nat(count - 1).map((at) => `${name}${String(at)}`) }, blank);
const quantity = fc.oneof(
  { weight: 20, arbitrary: fc.nat(90_000) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, NaN, Number.MAX_SAFE_INTEGER + 1) },
);
const category = fc.constantFrom(
  ...STATUTORY_COUNTS,
  'narrative:条数',
  'narrative:' as const,
  'narrative:新收申请数',
);

function asked<C extends AnyCommand>(
  members: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  make: (members: never, when: When) => unknown,
): fc.Arbitrary<C> {
  return fc
    .tuple(fc.record({ agencyId, ...members }), when)
    .map(([record, time]) => ({ ...(make(record as never, time) as C), today: time.today }));
}

type Members = Readonly<Record<string, unknown>>;
const simple = (type: string, on: string | null, members: Parameters<typeof asked>[0]) =>
  asked<AnyCommand>(members, (record: Members, time) => ({
    type,
    data: { ...record, ...(on === null ? {} : { [on]: time.on }) },
  }));
const monthly = (type: string, members: Parameters<typeof asked>[0]) =>
  asked<AnyCommand>({ ...members, month }, (data: Members) => ({ type, data }));

const number = few('r', 4);
const key = { number };
const document = { documentNumber: few('d', 4) };
const appeal = { caseNumber: few('c', 3) };

const register = asked<RequestCommand>(
  {
    ...key,
    applicantKind: fc.constantFrom(...APPLICANT_KINDS),
    channel: fc.constantFrom(...CHANNELS),
  },
  (record: Members, { on }) => ({
    type: 'RegisterRequest',
    data: { ...record, receivedOn: on },
    sealed: { applicant: '张三', description: '某批复' },
  }),
);
const correct = asked<RequestCommand>(
  {
    ...key,
    fields: fc.record(
      {
        receivedOn: when.map(({ on }) => on),
        decidedOn: when.map(({ on }) => on),
        servedOn: when.map(({ on }) => on),
        withdrawnOn: when.map(({ on }) => on),
        applicantKind: fc.constantFrom(...APPLICANT_KINDS),
        channel: fc.constantFrom(...CHANNELS),
        outcome: fc.constantFrom(...OUTCOMES),
      },
      { requiredKeys: [] },
    ),
    keep: fc.subarray(['receivedOn', 'decidedOn', 'servedOn', 'withdrawnOn', 'outcome', 'channel']),
  },
  ({ fields, keep, ...rest }: Members & { fields: Members; keep: string[] }) => ({
    type: 'CorrectEntry',
    // Few at a time: a correction of everything at once is nearly always refused.
    data: {
      ...rest,
      corrected: Object.fromEntries(Object.entries(fields).filter(([it]) => !keep.includes(it))),
    },
    sealed: { reason: '抄录有误' },
  }),
);
const corrections = (
  type: string,
  members: Parameters<typeof asked>[0],
  fields: Parameters<typeof asked>[0],
) =>
  asked<AnyCommand>(
    { ...members, corrected: fc.record(fields, { requiredKeys: [] }), reason: few('误', 2) },
    ({ reason, ...data }: Members & { reason: string }) => ({ type, data, sealed: { reason } }),
  );
const voids = (type: string, steps: readonly string[], members: Parameters<typeof asked>[0]) =>
  asked<AnyCommand>(
    { ...members, step: fc.constantFrom(...steps), reason: few('误', 2) },
    ({ reason, ...data }: Members & { reason: string }) => ({ type, data, sealed: { reason } }),
  );
const draft = asked<AnnualReportCommand>(
  { year: fc.constantFrom(2020, 2021, 2022, 2026), preamble: fc.constantFrom('甲', '乙') },
  ({ preamble, ...record }: Members & { preamble: string }, { on }) => ({
    type: 'DraftReport',
    data: { ...record, text: reportText({ preamble, signedOn: on }) },
  }),
);
/** So few that a year is often drafted, closed and filed. */
const closedYear = fc.constantFrom(2020, 2021, 2022);
/** Two persons, so that an approval is now lawful and now not. */
const acted = { ...key, by: fc.constantFrom('王科员', '张主任') };
const proposal = simple('ProposeErasure', null, {
  ...acted,
  ground: fc.constantFrom(...ERASURE_GROUNDS),
  reason: few('因', 2),
  retentionYears: fc.constant(1),
  underAppeal: fc.nat(3).map((at) => at === 0),
});
const personalData: readonly fc.Arbitrary<AnyCommand>[] = [
  proposal,
  proposal,
  ...Array.from({ length: 4 }, () => simple('ApproveErasure', null, acted)),
  simple('RestrictProcessing', null, { ...acted, reason: few('因', 2) }),
  simple('LiftRestriction', null, { ...acted, reason: few('因', 2) }),
  simple('ViewPersonalData', null, { ...acted, purpose: few('因', 2) }),
];
const sought = { ...acted, open: fc.nat(5).map((at) => at > 0), reason: few('因', 2) };
/** 送签、批示, of a reply and of an extension. */
const signOffs: readonly fc.Arbitrary<AnyCommand>[] = [
  simple('SeekSignOff', null, {
    ...sought,
    matter: fc.constant('reply'),
    outcome: fc.constantFrom(...OUTCOMES),
  }),
  simple('SeekSignOff', null, {
    ...sought,
    matter: fc.constant('extension'),
    workingDays: quantity,
  }),
  ...(['AnswerSignOff', 'AnswerSignOff', 'TakeBackSignOff'] as const).map((type) =>
    simple(type, null, {
      ...acted,
      matter: fc.constantFrom('reply', 'extension'),
      opinion: fc.constantFrom('agrees', 'objects'),
    }),
  ),
];
const staff = { staffId: few('s', 3) };
const names = { name: few('机关', 3), shortName: few('关', 3) };
const kind = fc.constantFrom(...DOCUMENT_KINDS);

const aCommand: fc.Arbitrary<AnyCommand> = fc.oneof(
  { weight: 8, arbitrary: register },
  {
    weight: 14,
    arbitrary: simple('DecideRequest', 'decidedOn', {
      ...key,
      outcome: fc.constantFrom(...OUTCOMES),
    }),
  },
  {
    weight: 12,
    arbitrary: simple('ServeReply', 'servedOn', { ...key, way: fc.constantFrom(...SERVICE_WAYS) }),
  },
  { weight: 2, arbitrary: simple('WithdrawRequest', 'withdrawnOn', key) },
  { weight: 8, arbitrary: correct },
  {
    weight: 6,
    arbitrary: simple('FileAppeal', 'acceptedOn', {
      ...appeal,
      kind: fc.constantFrom(...APPEAL_KINDS),
      requestNumbers: fc.constant(['r1']),
    }),
  },
  {
    weight: 5,
    arbitrary: simple('ConcludeAppeal', 'concludedOn', {
      ...appeal,
      outcome: fc.constantFrom(...APPEAL_OUTCOMES),
    }),
  },
  {
    weight: 7,
    arbitrary: simple('IssueDocument', 'issuedOn', { ...document, kind, title: few('题', 2) }),
  },
  { weight: 4, arbitrary: simple('RepealDocument', 'repealedOn', document) },
  {
    weight: 4,
    arbitrary: corrections('CorrectAppeal', appeal, {
      kind: fc.constantFrom(...APPEAL_KINDS),
      acceptedOn: when.map(({ on }) => on),
      concludedOn: when.map(({ on }) => on),
      outcome: fc.constantFrom(...APPEAL_OUTCOMES),
    }),
  },
  {
    weight: 4,
    arbitrary: corrections('CorrectDocument', document, {
      kind,
      title: few('题', 2),
      issuedOn: when.map(({ on }) => on),
      repealedOn: when.map(({ on }) => on),
    }),
  },
  { weight: 3, arbitrary: voids('VoidEntry', REQUEST_STEPS, key) },
  { weight: 2, arbitrary: voids('VoidAppeal', APPEAL_STEPS, appeal) },
  { weight: 2, arbitrary: voids('VoidDocument', DOCUMENT_STEPS, document) },
  { weight: 6, arbitrary: monthly('ReportMonthlyCount', { category, quantity }) },
  {
    weight: 4,
    arbitrary: monthly('CorrectMonthlyCount', { category, quantity, reason: few('误', 2) }),
  },
  { weight: 2, arbitrary: monthly('StateOpeningBalance', { kind, inForce: quantity }) },
  {
    weight: 2,
    arbitrary: monthly('CorrectOpeningBalance', { kind, inForce: quantity, reason: few('误', 2) }),
  },
  {
    weight: 2,
    arbitrary: simple('EstablishAgency', null, {
      ...names,
      level: fc.constantFrom(...AGENCY_LEVELS),
    }),
  },
  { weight: 1, arbitrary: simple('RenameAgency', 'renamedOn', names) },
  {
    weight: 2,
    arbitrary: simple('DesignateDisclosureOffice', 'designatedOn', { office: few('处', 3) }),
  },
  {
    weight: 4,
    arbitrary: simple('AppointStaff', 'appointedOn', {
      ...staff,
      employment: fc.constantFrom(...EMPLOYMENTS),
    }),
  },
  { weight: 3, arbitrary: simple('ReleaseStaff', 'releasedOn', staff) },
  ...AGENCY_CHOICES.map(([type, members]) => ({
    weight: 1,
    arbitrary: simple(type, null, members),
  })),
  { weight: 12, arbitrary: fc.oneof(...personalData) },
  { weight: 4, arbitrary: fc.oneof(...signOffs) },
  { weight: 2, arbitrary: draft },
  { weight: 5, arbitrary: rollUps(agencyId, when) },
  {
    weight: 1,
    arbitrary: simple('CompileReport', null, {
      year: fc.integer({ min: 2019, max: 2026 }),
      position: fc.constant('1'),
      figures: fc.constantFrom({ a: 1 }, { a: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: asked<AnnualReportCommand>(
      { year: closedYear, reason: fc.constantFrom('甲', '乙', '') },
      overrideCheck,
    ),
  },
  {
    weight: 4,
    arbitrary: simple('FileReport', null, { year: closedYear }),
  },
  {
    weight: 5,
    arbitrary: asked<AnnualReportCommand>(
      { year: closedYear, digest: fc.constantFrom('a', 'b') },
      ({ year, digest, ...key }: Members & { year: number; digest: string }) => {
        const figures = { a: digest === 'a' ? 1 : 2 };
        const words = printedWords({ signature: { agency: '甲局', date: '2020-01-20' } });
        const reason = digest === 'a' ? '甲' : '';
        return closeYear({ ...key, year, digest, figures, words, reason });
      },
    ),
  },
);

/** What clerks of two agencies ask for over eight years, lawful or not, in the order they ask. */
export const commands: fc.Arbitrary<readonly AnyCommand[]> = fc
  .tuple(
    fc.array(aCommand, { minLength: 40, maxLength: 160, size: 'max' }),
    fc.array(procedures(agencyId, DAYS), { maxLength: 2 }),
  )
  .map(([asked, lives]) => [...asked, ...lives.flat()])
  .map((asked) => asked.toSorted((left, right) => (left.today < right.today ? -1 : 1)));

export const histories: fc.Arbitrary<readonly LedgerEvent[]> = commands.map(
  (asked) => play(asked).events,
);
