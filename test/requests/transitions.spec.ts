import type { RequestCommand } from '../../src/requests/domain/request.decider.js';
import {
  isOpen,
  isOpenApplication,
  isOpenStatus,
  statusOf,
  type RequestStatus,
} from '../../src/requests/domain/request-status.js';
import { refuseNotNow, type NotNow, type Step } from '../../src/requests/domain/transitions.js';
import * as steps from '../support/builders/procedure.js';
import { after, taking } from '../support/builders/procedure.js';
import { registerRequest } from '../support/builders/requests.js';
import { ALLOWS, type Code } from './procedure-model.js';

type Standing = Exclude<Code, 'V'>;
type Refused = NotNow['refused'];

const registered = registerRequest();
const assigned = [registered, steps.assign()];
const asked = [...assigned, steps.askSupplement()];
const consulting = [...assigned, steps.seek()];
const answered = [...consulting, steps.reach(), steps.answer()];
const explaining = [...assigned, steps.askReasons()];
const noticed = [...assigned, steps.notice()];
const decided = [...assigned, steps.decide()];
const closed = [...decided, steps.serve()];
const ordered = [...closed, steps.order()];
const organ = steps.seek('2025-03-10', { party: 'organ' });
const noSupplement = steps.decide({ outcome: 'other_no_correction' });
const noPayment = steps.decide({ outcome: 'other_no_payment', decidedOn: '2025-04-10' });

/** A way to each state, what it is called, and what is in the way of a step that it does not allow. */
const STATES: Readonly<
  Record<Standing, readonly [RequestStatus, readonly RequestCommand[], Refused | null]>
> = {
  A0: ['awaiting-confirmation', [steps.arrive()], 'request/receipt-not-confirmed'],
  A1: ['registered', [registered], 'request/not-decided'],
  A2: ['awaiting-supplement', asked, 'request/awaiting-supplement'],
  A3: ['handling', assigned, 'request/not-decided'],
  A4: ['consulting-third-party', consulting, 'request/consultation-open'],
  A5: ['consulting-organ', [...assigned, organ], 'request/consultation-open'],
  A6: ['awaiting-reasons', explaining, 'request/awaiting-reasons'],
  A7: ['awaiting-payment', noticed, 'request/awaiting-payment'],
  A8: ['awaiting-service', decided, 'request/already-decided'],
  B1: ['closed', closed, 'request/already-closed'],
  B2: ['lapsed-supplement', [...asked, noSupplement], 'request/already-closed'],
  B3: ['lapsed-payment', [...noticed, noPayment], 'request/already-closed'],
  B4: ['ended', [...assigned, steps.withdraw()], 'request/already-closed'],
  C1: ['archived', [...closed, steps.archive()], 'request/archived'],
  R1: ['redeciding', ordered, 'request/redeciding'],
  R2: [
    'awaiting-redecision-service',
    [...ordered, steps.redecide()],
    'request/redecision-not-served',
  ],
};

/** The article of each step, and what is missing where it has nothing to follow. */
const STEPS: Readonly<Record<Step, readonly [article: number, missing?: Refused]>> = {
  LogContactAttempt: [31, 'request/receipt-confirmed'],
  ConfirmReceipt: [31, 'request/receipt-confirmed'],
  RequestSupplement: [30],
  ReceiveSupplement: [30, 'request/supplement-not-requested'],
  AssignRequest: [45],
  SeekOpinion: [32],
  RecordOpinionReceipt: [32, 'request/no-consultation-open'],
  RecordOpinion: [32, 'request/no-consultation-open'],
  InformThirdParty: [32],
  AskReasons: [35],
  JudgeReasons: [35, 'request/reasons-not-asked'],
  DelayReply: [35],
  ExtendDeadline: [33],
  ServeFeeNotice: [42],
  RecordPayment: [42, 'request/fee-not-noticed'],
  RecordReview: [17],
  RecomputeDeadline: [33],
  DecideRequest: [36],
  DecideRecordCorrection: [41],
  ServeReply: [36, 'request/not-decided'],
  WithdrawRequest: [45],
  MergeRequest: [45],
  OrderRedecision: [51, 'request/not-closed'],
  MakeRedecision: [51, 'request/redecision-not-ordered'],
  ServeRedecision: [51, 'request/redecision-not-ordered'],
  PublishInformation: [44, 'request/not-closed'],
  ArchiveRequest: [45, 'request/not-closed'],
};

const CODES = Object.keys(STATES) as Standing[];
const ENDED: readonly Standing[] = ['B1', 'B2', 'B3', 'B4', 'C1'];
const AGAIN: readonly Standing[] = ['R1', 'R2'];

/** What is said of a step that a state does not allow. */
function refusedIn(code: Standing, step: Step): Refused | null {
  const [, , inTheWay] = STATES[code];
  const missing = STEPS[step][1] ?? null;
  if (AGAIN.includes(code)) return inTheWay;
  // Of what ended, that it has, unless a new decision was expected of it.
  if (ENDED.includes(code) && missing !== 'request/redecision-not-ordered') return inTheWay;
  return missing ?? inTheWay;
}

describe('the states of 办理流程', () => {
  it.each(CODES)('%s is reached and named', (code) => {
    const [status, history] = STATES[code];
    expect(statusOf(taking(history).facts)).toBe(status);
  });

  it.each(CODES)('%s allows what it allows, and says of every other step why not', (code) => {
    const { facts } = taking(STATES[code][1]);
    for (const [step, [article]] of Object.entries(STEPS) as [Step, readonly [number]][]) {
      const refusal = refuseNotNow(step, facts);
      const allowed = ALLOWS[code].includes(step);
      const said = refusal && [refusal.refused, refusal.basis];
      const basis = `《条例》第${String(article)}条`;
      expect([step, said]).toStrictEqual([step, allowed ? null : [refusedIn(code, step), basis]]);
    }
  });

  it.each(CODES)(
    '%s is in hand 在办 from receipt to reply, and open until nothing is left',
    (code) => {
      const { facts } = taking(STATES[code][1]);
      const ended = ENDED.includes(code);
      expect(isOpenStatus(statusOf(facts))).toBe(!ended);
      // What must be answered anew was answered once.
      expect(isOpen(facts)).toBe(!ended && !AGAIN.includes(code));
      expect(isOpenApplication(facts)).toBe(/^A[1-7]$/.test(code));
    },
  );

  it('are no open application where a record is said to be wrong 更正申请', () => {
    const { facts } = taking([steps.askCorrection()]);
    expect([isOpen(facts), isOpenApplication(facts)]).toEqual([true, false]);
  });

  it('are left for good by a voided registration', () => {
    const { facts } = taking([...assigned, steps.undo('registration')]);
    expect(statusOf(facts)).toBe('voided');
    expect(isOpenStatus('voided') || isOpen(facts) || isOpenApplication(facts)).toBe(false);
    expect(refuseNotNow('AssignRequest', facts)?.refused).toBe('request/already-closed');
  });

  it('say how a request ended, and what was decided', () => {
    after(closed)
      .when(steps.assign())
      .thenRefused('request/already-closed', { on: '2025-03-28', outcome: 'granted' });
    after(decided)
      .when(steps.assign())
      .thenRefused('request/already-decided', { outcome: 'granted' });
    after(noticed).when(steps.seek()).thenRefused('request/awaiting-payment');
  });

  it('are stopped by a step that nobody knows', () => {
    const { facts } = taking(assigned);
    expect(() => refuseNotNow('Unheard' as never, facts)).toThrow('Unheard');
    expect(() => refuseNotNow('toString' as never, facts)).toThrow('toString');
  });
});

/** From, to, the step that leads there, and a state in which it is refused. */
const ROWS: readonly (readonly [
  string,
  readonly RequestCommand[],
  RequestCommand,
  Standing,
  Standing,
])[] = [
  ['— → A0', [], steps.arrive(), 'A0', 'A1'],
  ['A0 → A1', STATES.A0[1], steps.confirm(), 'A1', 'A3'],
  ['— → A1', [], registered, 'A1', 'B1'],
  ['A1 → A2', [registered], steps.askSupplement(), 'A2', 'A7'],
  ['A2 → A3', asked, steps.supply(), 'A3', 'A4'],
  ['A2 → B2', asked, noSupplement, 'B2', 'A6'],
  ['A1 → A3', [registered], steps.assign(), 'A3', 'A8'],
  ['A3 → A4', assigned, steps.seek(), 'A4', 'A6'],
  ['A4 → A3', consulting, steps.answer(), 'A3', 'A3'],
  ['A3 → A5', assigned, organ, 'A5', 'A2'],
  ['A5 → A3', STATES.A5[1], steps.answer(), 'A3', 'A7'],
  ['A3 → A3, 延期', assigned, steps.extend(), 'A3', 'A2'],
  ['A3 → A6', assigned, steps.askReasons(), 'A6', 'A4'],
  ['A6 → A3, unreasonable', explaining, steps.judge('unreasonable'), 'A3', 'A5'],
  ['A6 → A3, reasonable', explaining, steps.judge('reasonable'), 'A3', 'B4'],
  ['A3 → A7', assigned, steps.notice(), 'A7', 'A6'],
  ['A7 → A3', noticed, steps.pay(), 'A3', 'A2'],
  ['A7 → B3', noticed, noPayment, 'B3', 'A4'],
  ['A3 → A8', assigned, steps.decide(), 'A8', 'A5'],
  ['A8 → B1', decided, steps.serve(), 'B1', 'A3'],
  ['A0 → B4', STATES.A0[1], steps.withdraw(), 'B4', 'B1'],
  ['A2 → B4', asked, steps.withdraw(), 'B4', 'B2'],
  ['A4 → B4', consulting, steps.withdraw(), 'B4', 'B4'],
  ['A7 → B4', noticed, steps.withdraw(), 'B4', 'C1'],
  ['A8 → B4', decided, steps.withdraw(), 'B4', 'R1'],
  ['A3 → A3, third party told', answered, steps.inform(), 'A3', 'A4'],
  ['B1 → C1', closed, steps.archive(), 'C1', 'A8'],
  ['B2 → C1', STATES.B2[1], steps.archive(), 'C1', 'R1'],
  ['B4 → C1', STATES.B4[1], steps.archive(), 'C1', 'R2'],
  ['B1 → R1', closed, steps.order(), 'R1', 'A3'],
  ['R1 → R2', ordered, steps.redecide(), 'R2', 'B1'],
  ['R2 → B1', STATES.R2[1], steps.serveAgain(), 'B1', 'R1'],
];

describe.each(ROWS)('%s', (_, from, step, to, wrong) => {
  it('happens', () => {
    expect(statusOf(taking([...from, step]).facts)).toBe(STATES[to][0]);
  });

  it(`does not happen in ${wrong}`, () => {
    const { facts, outcome } = taking([...STATES[wrong][1], step]);
    expect(outcome).toHaveProperty('refused');
    expect(statusOf(facts)).toBe(STATES[wrong][0]);
  });
});
