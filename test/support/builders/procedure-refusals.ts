import { isRefusal, type Refusal } from '../../../src/kernel/decider.js';
import { DEFAULT_PROCEDURE_RULES } from '../../../src/agencies/domain/procedure-rules.events.js';
import type { RequestCommand } from '../../../src/requests/domain/request.decider.js';
import type { Terms } from '../../../src/requests/domain/terms.js';
import { mondayToFriday } from '../calendar.js';
import * as it from './procedure.js';
import { registerRequest } from './requests.js';

const registered = registerRequest();
const closed = [registered, it.decide(), it.serve()] as const;
const asked = [registered, it.askSupplement()] as const;
const consulting = [registered, it.seek()] as const;
const reached = [...consulting, it.reach()] as const;
const noticed = [registered, it.notice()] as const;
const explaining = [registered, it.askReasons()] as const;
const ordered = [...closed, it.order()] as const;

/** An agency that chose otherwise wherever it could. */
const strict: Terms = {
  calendar: mondayToFriday,
  rules: {
    ...DEFAULT_PROCEDURE_RULES,
    requiredReviews: ['disclosure', 'secrecy'],
    jointApplicants: 'stated',
  },
};
const objecting = it.review('disclosure', { opinion: 'objects' });

type Case =
  readonly RequestCommand[] | Readonly<{ terms: Terms; commands: readonly RequestCommand[] }>;

/** For each refusal of the procedure the commands whose last one meets it. */
const CASES = {
  'request/out-of-order': [...asked, it.supply('2025-03-04')],
  'request/agent-missing': [registerRequest({ agent: { mandate: true } })],
  'request/kind-not-stated': {
    terms: strict,
    commands: [registerRequest({ coApplicantKinds: ['business'] })],
  },
  'request/received-at-once': [it.arrive({ channel: 'counter' })],
  'request/receipt-not-confirmed': [it.arrive(), it.assign()],
  'request/receipt-confirmed': [registered, it.confirm('2025-03-04')],
  'request/supplement-twice': [...asked, it.supply(), it.askSupplement('2025-03-12')],
  'request/supplement-too-late': [registered, it.askSupplement('2025-03-13')],
  'request/supplement-grounds-missing': [
    registered,
    it.askSupplement('2025-03-05', { grounds: [] }),
  ],
  'request/supplement-matters-missing': [registered, it.askSupplement('2025-03-05', {}, ' ')],
  'request/supplement-empty': [...asked, it.supply('2025-03-14', {}, ' ')],
  'request/supplement-overdue': [...asked, it.supply('2025-03-21')],
  'request/supplement-not-requested': [registered, it.supply()],
  'request/awaiting-supplement': [...asked, it.decide()],
  'request/supplement-period-running': [
    ...asked,
    it.decide({ outcome: 'other_no_correction', decidedOn: '2025-03-20' }),
  ],
  'request/supplement-was-received': [
    ...asked,
    it.supply(),
    it.decide({ outcome: 'other_no_correction' }),
  ],
  'request/consultee-missing': [registered, it.seek('2025-03-10', {}, '')],
  'request/no-such-consultation': [...consulting, it.reach('2025-03-11', { consultation: 2 })],
  'request/no-consultation-open': [registered, it.answer()],
  'request/consultation-open': [...consulting, it.decide()],
  'request/opinion-already-given': [
    ...reached,
    it.seek('2025-03-11'),
    it.answer(),
    it.answer('2025-03-25'),
  ],
  'request/opinion-request-not-received': [
    ...consulting,
    it.answer('2025-06-30', { opinion: 'silent' }),
  ],
  // Fifteen working days from Tue 2025-03-11 end on Tue 04-01.
  'request/opinion-period-running': [
    ...reached,
    { ...it.answer('2025-04-01', { opinion: 'silent' }), today: '2025-04-01' },
  ],
  'request/third-party-did-not-object': [
    ...reached,
    it.answer('2025-03-24', { opinion: 'consents' }),
    it.inform(),
  ],
  'request/third-party-reasons-missing': [...reached, it.answer(), it.inform('2025-03-25', {}, '')],
  'request/reasons-asked-twice': [
    ...explaining,
    it.judge('reasonable'),
    it.askReasons('2025-03-19'),
  ],
  'request/requests-not-counted': [registered, it.askReasons('2025-03-06', { requests: 1 })],
  'request/reasons-not-asked': [registered, it.judge('none')],
  'request/awaiting-reasons': [...explaining, it.decide()],
  'request/reasons-period-running': [
    ...explaining,
    { ...it.judge('none', '2025-03-20'), today: '2025-03-20' },
  ],
  'request/reasons-not-found-reasonable': [...explaining, it.judge('unreasonable'), it.delay()],
  'request/reasons-were-reasonable': [
    ...explaining,
    it.judge('reasonable'),
    it.decide({ outcome: 'reject_mass_repeat' }),
  ],
  'request/period-not-positive': [
    registered,
    it.askSupplement('2025-03-05', { respondBy: '2025-03-05' }),
  ],
  'request/extension-not-positive': [registered, it.extend(0)],
  'request/extension-too-long': [registered, it.extend(15), it.extend(6)],
  'request/extension-after-due': [registered, it.extend(5, { toldOn: '2025-04-01' })],
  'request/extension-reason-missing': [registered, it.extend(5, {}, ' ')],
  'request/approver-missing': [registered, it.extend(5, { approvedBy: ' ' })],
  'request/fee-noticed-twice': [...noticed, it.pay(), it.notice('2025-03-27')],
  'request/fee-not-positive': [registered, it.notice('2025-03-12', { amount: 0 })],
  'request/fee-notice-after-due': [registered, it.notice('2025-04-01')],
  'request/fee-not-noticed': [registered, it.pay()],
  'request/awaiting-payment': [...noticed, it.decide()],
  // Twenty working days from Wed 2025-03-12 end on Wed 04-09.
  'request/payment-period-running': [
    ...noticed,
    it.decide({ outcome: 'other_no_payment', decidedOn: '2025-04-09' }),
  ],
  'request/fee-was-paid': [...noticed, it.pay(), it.decide({ outcome: 'other_no_payment' })],
  'request/payment-differs': [...noticed, it.pay('2025-03-26', { amount: 99 })],
  'request/handler-missing': [registered, it.assign({ handler: ' ' })],
  'request/reviewer-missing': [registered, it.review('legal', { by: '' })],
  'request/review-missing': {
    terms: strict,
    commands: [registered, it.review('disclosure'), it.decide()],
  },
  'request/review-objects': { terms: strict, commands: [registered, objecting, it.decide()] },
  'request/results-say-partly': [
    registered,
    it.decide({ results: ['granted', 'denied_third_party'] }),
  ],
  'request/outcome-not-among-results': [
    registered,
    it.decide({ outcome: 'reject_repeat', results: ['reject_petition'] }),
  ],
  'request/not-held-reason-misplaced': [registered, it.decide({ notHeldBecause: 'not-existing' })],
  'request/not-by-post': [registered, it.decide(), it.serve({ carrier: 'courier' })],
  'request/merged-into-itself': [registered, it.merge({ into: '2025-0042' })],
  'request/lead-not-open': [registered, it.merge({ leadOpen: false })],
  'request/redeciding': [...ordered, it.archive()],
  'request/redecision-not-ordered': [...closed, it.redecide()],
  'request/redecision-not-served': [...ordered, it.redecide(), it.archive()],
  'request/case-number-missing': [...closed, it.order({ caseNumber: '' })],
  'request/nothing-disclosed': [
    registered,
    it.decide({ outcome: 'reject_repeat' }),
    it.serve(),
    it.publish(),
  ],
  'request/published-already': [...closed, it.publish(), it.publish()],
  'request/file-number-missing': [...closed, it.archive({ fileNumber: ' ' })],
  'request/pages-not-counted': [...closed, it.archive({ pages: 0 })],
  'request/evidence-missing': [it.askCorrection({}, ' ')],
  'request/is-record-correction': [it.askCorrection(), it.decide()],
  'request/not-record-correction': [registered, it.decideCorrection()],
  'request/competent-organ-missing': [
    it.askCorrection(),
    it.decideCorrection({ result: 'forwarded' }),
  ],
  'request/void-reopens': [...closed, it.archive(), it.undo('service')],
  'request/archived': [...closed, it.archive(), it.archive()],
} as const satisfies Readonly<Record<string, Case>>;

export type ProcedureRefusalCode = keyof typeof CASES;

/** What the decider really says, code by code. */
export const PROCEDURE_REFUSALS = Object.fromEntries(
  Object.entries<Case>(CASES).map(([code, given]) => {
    const { terms, commands } = 'commands' in given ? given : { terms: undefined, commands: given };
    const { outcome } = it.taking(commands, terms);
    if (!isRefusal(outcome)) throw new Error(`${code}: the command was accepted`);
    return [code, outcome];
  }),
) as Readonly<Record<ProcedureRefusalCode, Refusal>>;
