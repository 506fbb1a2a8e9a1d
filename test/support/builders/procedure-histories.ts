import fc from 'fast-check';
import type { LocalDate } from '../../../src/kernel/local-date.js';
import type { RequestCommand } from '../../../src/requests/domain/request.decider.js';
import { OUTCOMES } from '../../../src/requests/domain/request.events.js';

type Step = readonly [
  type: RequestCommand['type'],
  dateField: string | null,
  data?: object,
  sealed?: object,
];

const SEALED = { applicant: '张三', description: '某批复' };
const ENTRY = { applicantKind: 'business', channel: 'letter' };
const FILE = { hash: 'h', size: 67, mediaType: 'application/pdf', kind: 'identity' };

/** Two lives of a request, a step a day or two; together they take every step there is. */
const LIVES: readonly (readonly Step[])[] = [
  [
    ['LogArrival', 'arrivedOn', ENTRY, SEALED],
    ['LogContactAttempt', 'attemptedOn', { way: 'phone' }],
    ['ConfirmReceipt', 'confirmedOn', { way: 'phone' }],
    ['AssignRequest', 'assignedOn', { handler: '李科员' }],
    [
      'RequestSupplement',
      'servedOn',
      { grounds: ['form'], respondBy: '2999-01-01' },
      { matters: '无' },
    ],
    ['ReceiveSupplement', 'suppliedOn', {}, { supplement: '有' }],
    ['SeekOpinion', 'sentOn', { party: 'third-party' }, { consultee: '某公司' }],
    ['RecordOpinionReceipt', 'reachedOn', { consultation: 1 }],
    ['RecordOpinion', 'answeredOn', { consultation: 1, opinion: 'objects' }],
    ['InformThirdParty', 'informedOn', { consultation: 1 }, { reasons: '公共利益' }],
    ['ExtendDeadline', 'toldOn', { workingDays: 9, approvedBy: '王主任' }, { reason: '复杂' }],
    ['RecomputeDeadline', null],
    ['RecordReview', 'reviewedOn', { review: 'legal', opinion: 'agrees', by: '赵科长' }],
    ['DecideRequest', 'decidedOn', { outcome: 'granted' }],
    ['ServeReply', 'servedOn', { way: 'direct' }],
    ['OrderRedecision', 'orderedOn', { by: 'court', caseNumber: '行初1号' }],
    ['MakeRedecision', 'decidedOn', { outcome: 'partly_granted' }],
    ['ServeRedecision', 'servedOn', { way: 'mail' }],
    ['PublishInformation', 'publishedOn', { suggestedByApplicant: false }],
    ['ArchiveRequest', 'archivedOn', { fileNumber: 'Y-1', pages: 3 }],
    ['AddAttachment', 'addedOn', FILE, { name: 'a.pdf', digest: 'd' }],
    ['VoidAttachment', null, { hash: 'h' }, { reason: '错放' }],
  ],
  [
    ['RegisterRecordCorrection', 'receivedOn', {}, { ...SEALED, evidence: '户口簿' }],
    ['AssignRequest', 'assignedOn', { handler: '李科员' }],
    ['DecideRecordCorrection', 'decidedOn', { result: 'corrected' }],
  ],
  [
    ['RegisterRequest', 'receivedOn', ENTRY, SEALED],
    ['AskReasons', 'askedOn', { requests: 20, respondBy: '2999-01-01' }],
    ['JudgeReasons', 'judgedOn', { found: 'reasonable' }],
    ['DelayReply', 'toldOn', { delayedUntil: '2999-01-01' }],
    ['ServeFeeNotice', 'servedOn', { method: 'per-page', quantity: 31, amount: 10 }],
    ['RecordPayment', 'paidOn', { amount: 10 }],
    ['MergeRequest', 'mergedOn', { into: 'r1', leadOpen: true }],
  ],
];

/** One life of a request, now and then with steps left out, with another result, or cut short. */
export function procedures(
  agencyId: fc.Arbitrary<string>,
  days: readonly LocalDate[],
): fc.Arbitrary<readonly RequestCommand[]> {
  return fc
    .record({
      agencyId,
      number: fc.nat(2).map((at) => `p${String(at)}`),
      steps: fc.constantFrom(...LIVES),
      from: fc.nat(days.length - 60),
      left: fc.array(fc.nat(19), { maxLength: 3 }),
      until: fc.oneof(
        { weight: 3, arbitrary: fc.constant(99) },
        { arbitrary: fc.nat(19), weight: 1 },
      ),
      outcome: fc.constantFrom(...OUTCOMES, ...Array<'granted'>(20).fill('granted')),
    })
    .map(({ agencyId: agency, number, steps, from, left, until, outcome }) =>
      steps.slice(0, until).flatMap(([type, dateField, data, sealed], at) => {
        if (left.includes(at) && at > 0) return [];
        const on = days[from + at] ?? '2026-12-31';
        const dated = dateField === null ? {} : { [dateField]: on };
        const result = type === 'DecideRequest' ? { outcome } : {};
        const command = {
          type,
          data: { agencyId: agency, number, ...data, ...result, ...dated },
          today: on,
        };
        return [
          { ...command, ...(sealed === undefined ? {} : { sealed }) } as unknown as RequestCommand,
        ];
      }),
    );
}
