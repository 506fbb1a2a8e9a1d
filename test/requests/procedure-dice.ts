import type { LocalDate } from '../../src/kernel/local-date.js';
import type { RequestCommand } from '../../src/requests/domain/request.decider.js';
import { OUTCOMES } from '../../src/requests/domain/request.events.js';
import { REQUEST_STEPS } from '../../src/requests/domain/request-steps.js';
import { all, ALLOWS, codeOf, last, type Life } from './procedure-model.js';

/** A number from 0 below a limit. */
export type Dice = (below: number) => number;

type Type = RequestCommand['type'];
type Roll = Readonly<{
  dice: Dice;
  life: Life;
  on: LocalDate;
  later: LocalDate;
  consultation: number;
}>;
type Draft = Readonly<{ data: object; sealed?: object }>;

const KEY = { agencyId: 'jia', number: '2025-0042' };
const SEALED = { applicant: '张三', description: '某批复' };

/** A command for a life: mostly one that its state allows, now and then with something wrong. */
export function commandFrom(
  dice: Dice,
  life: Life,
  days: readonly LocalDate[],
  day: number,
): RequestCommand {
  const type = typeFrom(dice, life);
  const slip = dice(20);
  const stated = slip < 14 ? day : slip < 19 ? Math.max(0, day - dice(11)) : day + 1;
  const later = days[stated + dice(12)]!;
  const consultation = 1 + dice(Math.max(1, all(life, 'SeekOpinion').length + dice(2)));
  const roll = { dice, life, on: days[stated]!, later, consultation };
  const draft = DRAFTS[type]!(roll);
  return { type, today: days[day], ...draft, data: { ...KEY, ...draft.data } } as RequestCommand;
}

function typeFrom(dice: Dice, life: Life): Type {
  if (life.length === 0 && dice(8) > 0) return dice(2) > 0 ? 'RegisterRequest' : 'LogArrival';
  const way = dice(100);
  if (way < 12) return 'VoidEntry';
  if (way < 16) return 'CorrectEntry';
  const allowed = life.length === 0 ? [] : ALLOWS[codeOf(life)];
  const ending = ['WithdrawRequest', 'MergeRequest'];
  // 更正 of a record (第41条) is another procedure, and nothing of it is drawn.
  const lasting = allowed
    .filter((step) => step in DRAFTS)
    .filter((step) => !ending.includes(step) || dice(6) === 0);
  if (way < 75 && lasting.length > 0) return one(dice, lasting) as Type;
  return one(dice, Object.keys(DRAFTS) as Type[]);
}

const one = <Of>(dice: Dice, of: readonly Of[]): Of => of[dice(of.length)]!;
/** What is right, and one time in eleven what is wrong. */
const mostly = <Of>(dice: Dice, right: Of, wrong: Of): Of => (dice(11) === 0 ? wrong : right);

/** What a step is told, right most of the time. */
const DRAFTS: Partial<Record<Type, (roll: Roll) => Draft>> = {
  RegisterRequest: ({ on }) => ({
    data: { applicantKind: 'natural', channel: 'counter', receivedOn: on },
    sealed: SEALED,
  }),
  LogArrival: ({ dice, on }) => {
    const channel = mostly(dice, 'letter', 'counter');
    return { data: { applicantKind: 'natural', channel, arrivedOn: on }, sealed: SEALED };
  },
  LogContactAttempt: ({ on }) => ({ data: { attemptedOn: on, way: 'phone' } }),
  ConfirmReceipt: ({ on }) => ({ data: { confirmedOn: on, way: 'phone' } }),
  RequestSupplement: ({ dice, on, later }) => {
    const grounds = mostly(dice, ['form'], []);
    const sealed = { matters: mostly(dice, '文号', ' ') };
    return { data: { servedOn: on, grounds, respondBy: later }, sealed };
  },
  ReceiveSupplement: ({ dice, on }) => {
    const excused = dice(3) === 0 ? { excused: true } : {};
    const sealed = { supplement: mostly(dice, '文号', ' ') };
    return { data: { suppliedOn: on, ...excused }, sealed };
  },
  AssignRequest: ({ dice, on }) => ({
    data: { assignedOn: on, handler: mostly(dice, '李科员', ' ') },
  }),
  SeekOpinion: ({ dice, on }) => {
    const party = one(dice, ['third-party', 'co-maker', 'organ']);
    return { data: { sentOn: on, party }, sealed: { consultee: mostly(dice, '某公司', '') } };
  },
  RecordOpinionReceipt: ({ on, consultation }) => ({ data: { reachedOn: on, consultation } }),
  RecordOpinion: ({ dice, on, consultation }) => {
    const opinion = one(dice, ['consents', 'objects', 'objects', 'silent']);
    return { data: { answeredOn: on, consultation, opinion } };
  },
  InformThirdParty: ({ dice, on, consultation }) => ({
    data: { informedOn: on, consultation },
    sealed: { reasons: mostly(dice, '公共利益', ' ') },
  }),
  AskReasons: ({ dice, on, later }) => ({
    data: { askedOn: on, requests: mostly(dice, 30, 1), respondBy: later },
  }),
  JudgeReasons: ({ dice, on }) => ({
    data: { judgedOn: on, found: one(dice, ['reasonable', 'unreasonable', 'none']) },
  }),
  DelayReply: ({ on, later }) => ({ data: { toldOn: on, delayedUntil: later } }),
  ExtendDeadline: ({ dice, on }) => {
    const approvedBy = mostly(dice, '王主任', '');
    const sealed = { reason: mostly(dice, '复杂', ' ') };
    return { data: { toldOn: on, workingDays: dice(13), approvedBy }, sealed };
  },
  ServeFeeNotice: ({ dice, on }) => {
    const [quantity, amount] = [mostly(dice, 11, 0), mostly(dice, 100, -1)];
    return { data: { servedOn: on, method: 'per-item', quantity, amount } };
  },
  RecordPayment: ({ dice, on }) => ({ data: { paidOn: on, amount: mostly(dice, 100, 99) } }),
  RecordReview: ({ dice, on }) => ({
    data: { reviewedOn: on, review: 'legal', opinion: 'agrees', by: mostly(dice, '赵', ' ') },
  }),
  RecomputeDeadline: () => ({ data: {} }),
  DecideRequest: ({ dice, life, on }) => ({ data: { decidedOn: on, ...replyOf(dice, life) } }),
  ServeReply: ({ dice, on }) => ({
    data: { servedOn: on, way: 'mail', carrier: mostly(dice, 'post', 'courier') },
  }),
  ServeRedecision: ({ dice, on }) => ({
    data: { servedOn: on, way: 'mail', carrier: mostly(dice, 'post', 'courier') },
  }),
  WithdrawRequest: ({ on }) => ({ data: { withdrawnOn: on } }),
  MergeRequest: ({ dice, on }) => ({
    data: {
      mergedOn: on,
      into: mostly(dice, '2025-0041', KEY.number),
      leadOpen: mostly(dice, true, false),
    },
  }),
  OrderRedecision: ({ dice, on, later }) => {
    const dueOn = dice(2) === 0 ? { dueOn: later } : {};
    return {
      data: { orderedOn: on, by: 'court', caseNumber: mostly(dice, '1号', ' '), ...dueOn },
    };
  },
  MakeRedecision: ({ dice, on }) => ({ data: { decidedOn: on, outcome: one(dice, OUTCOMES) } }),
  PublishInformation: ({ on }) => ({ data: { publishedOn: on, suggestedByApplicant: false } }),
  ArchiveRequest: ({ dice, on }) => ({
    data: { archivedOn: on, fileNumber: mostly(dice, 'Y-1', ' '), pages: mostly(dice, 3, 0) },
  }),
  CorrectEntry: ({ dice, on }) => {
    const field = one(dice, ['receivedOn', 'receivedOn', 'decidedOn', 'servedOn', 'withdrawnOn']);
    return { data: { corrected: { [field]: on } }, sealed: { reason: '抄录有误' } };
  },
  VoidEntry: ({ dice, life }) => {
    const drawn = one(dice, REQUEST_STEPS);
    // A whole registration is seldom voided, and once it was, the second time is what matters.
    const again = codeOf(life) === 'V' && dice(2) === 0;
    const spared = drawn === 'registration' && dice(12) > 0 ? 'extension' : drawn;
    const step = again ? 'registration' : spared;
    return { data: { step }, sealed: { reason: '抄录有误' } };
  },
};

/** A result that fits what is waited for more often than chance would have it. */
function replyOf(dice: Dice, life: Life): object {
  const waiting = last(life, 'RequestSupplement') ? 'other_no_correction' : 'other_no_payment';
  const fitting = ['A2', 'A7'].includes(codeOf(life)) ? waiting : 'granted';
  const outcome = dice(3) === 0 ? one(dice, OUTCOMES) : fitting;
  return dice(15) === 0 ? { outcome, notHeldBecause: 'not-existing' } : { outcome };
}
