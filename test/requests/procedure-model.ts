import { nextDay, weekdayOf, type LocalDate } from '../../src/kernel/local-date.js';
import type { RequestCommand } from '../../src/requests/domain/request.decider.js';

/*
 * A model of 办理流程, written from 《条例》 and the table of states that officials draw, and from none
 * of the rules it is compared with. It keeps a list of what was done and answers every question by
 * looking through that list; a voided step is struck off it. Working days are Monday to Friday, and
 * the choices of the agency those that nobody chose otherwise.
 */

/** The letters of the procedure; R is a new decision that was ordered, V a voided entry. */
export type Code =
  | ('A0' | 'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'A7' | 'A8')
  | ('B1' | 'B2' | 'B3' | 'B4' | 'C1' | 'R1' | 'R2' | 'V');

/** Why a step is not taken: because of where the request stands, or of what the step asks for. */
export type Verdict = 'taken' | 'nothing' | 'state' | 'condition';

export type Act = Readonly<{ step: RequestCommand['type']; on: LocalDate; data: Data }>;
export type Life = readonly Act[];
export type Data = Readonly<Record<string, unknown>>;

const INSIDE = ['AssignRequest', 'WithdrawRequest', 'RecomputeDeadline'];
const WORK = [...INSIDE, 'ExtendDeadline', 'RecordReview', 'MergeRequest'];
const OPEN = [
  ...WORK,
  ...['RequestSupplement', 'SeekOpinion', 'AskReasons', 'DelayReply', 'ServeFeeNotice'],
  ...['DecideRequest', 'DecideRecordCorrection', 'InformThirdParty'],
];
const CONSULTING = [...WORK, 'SeekOpinion', 'RecordOpinionReceipt', 'RecordOpinion'];
export const AFTERWARDS = ['OrderRedecision', 'PublishInformation'];
const ENDED = [...AFTERWARDS, 'ArchiveRequest', 'InformThirdParty'];

/** What each state allows. */
export const ALLOWS: Readonly<Record<Code, readonly string[]>> = {
  A0: ['LogContactAttempt', 'ConfirmReceipt', 'WithdrawRequest'],
  A1: OPEN,
  A2: [...INSIDE, 'ReceiveSupplement', 'DecideRequest'],
  A3: OPEN,
  A4: CONSULTING,
  A5: [...CONSULTING, 'InformThirdParty'],
  A6: [...WORK, 'JudgeReasons'],
  A7: [...INSIDE, 'RecordPayment', 'DecideRequest'],
  A8: ['ServeReply', 'WithdrawRequest', 'RecomputeDeadline', 'InformThirdParty'],
  B1: ENDED,
  B2: ENDED,
  B3: ENDED,
  B4: ENDED,
  C1: AFTERWARDS,
  R1: ['MakeRedecision'],
  R2: ['ServeRedecision'],
  V: [],
};

export const last = (life: Life, step: RequestCommand['type'], which: Data = {}): Act | null =>
  life.findLast(
    (act) =>
      act.step === step && Object.entries(which).every(([field, is]) => act.data[field] === is),
  ) ?? null;

export const all = (life: Life, step: RequestCommand['type']): Life =>
  life.filter((act) => act.step === step);

const isWorking = (day: LocalDate): boolean => weekdayOf(day) < 6;

export function workingDaysOn(from: LocalDate, count: number): LocalDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = nextDay(day);
    if (isWorking(day)) left -= 1;
  }
  return day;
}

export const receipt = (life: Life): LocalDate | null =>
  (last(life, 'RegisterRequest') ?? last(life, 'ConfirmReceipt'))?.on ?? null;

type Sought = Readonly<{ sent: Act; reached: Act | null; answered: Act | null }>;

export const consultations = (life: Life): readonly Sought[] =>
  all(life, 'SeekOpinion').map((sent, at) => ({
    sent,
    reached: last(life, 'RecordOpinionReceipt', { consultation: at + 1 }),
    answered: last(life, 'RecordOpinion', { consultation: at + 1 }),
  }));

/** How and when it ended: withdrawn, merged, given up, or answered and served. */
export function endOf(life: Life): { on: LocalDate; outcome: string } | null {
  const gone = last(life, 'WithdrawRequest') ?? last(life, 'MergeRequest');
  if (gone !== null) return { on: gone.on, outcome: 'other_misc' };
  const reply = last(life, 'DecideRequest');
  if (reply === null) return null;
  const outcome = String(reply.data['outcome']);
  const end = outcome.startsWith('other_') ? reply : last(life, 'ServeReply');
  return end === null ? null : { on: end.on, outcome };
}

export function codeOf(life: Life): Code {
  if (last(life, 'VoidEntry') !== null) return 'V';
  const end = endOf(life);
  if (end !== null) return codeAfter(life, end.outcome);
  if (receipt(life) === null) return 'A0';
  if (last(life, 'DecideRequest') !== null) return 'A8';
  if (last(life, 'RequestSupplement') && !last(life, 'ReceiveSupplement')) return 'A2';
  if (last(life, 'ServeFeeNotice') && !last(life, 'RecordPayment')) return 'A7';
  const open = consultations(life).filter(({ answered }) => answered === null);
  if (open.some(({ sent }) => sent.data['party'] === 'third-party')) return 'A4';
  if (open.length > 0) return 'A5';
  if (last(life, 'AskReasons') && !last(life, 'JudgeReasons')) return 'A6';
  return last(life, 'AssignRequest') === null ? 'A1' : 'A3';
}

function codeAfter(life: Life, outcome: string): Code {
  const [ordered, made, served] = (
    ['OrderRedecision', 'MakeRedecision', 'ServeRedecision'] as const
  ).map((step) => all(life, step).length);
  if (ordered !== served) return made === served ? 'R1' : 'R2';
  if (last(life, 'ArchiveRequest')) return 'C1';
  if (last(life, 'WithdrawRequest') || last(life, 'MergeRequest')) return 'B4';
  const given: Readonly<Record<string, Code>> = {
    other_no_correction: 'B2',
    other_no_payment: 'B3',
    other_misc: 'B4',
  };
  return given[outcome] ?? 'B1';
}

/** The day the reply is due, day by day; null while it is not counted. */
export function dueOf(life: Life): LocalDate | null {
  const received = receipt(life);
  if (received === null) return null;
  const waits = [
    ['RequestSupplement', 'ReceiveSupplement'],
    ['ServeFeeNotice', 'RecordPayment'],
  ] as const;
  let day = received;
  for (const [waiting, came] of waits) {
    if (last(life, waiting) === null) continue;
    const on = last(life, came)?.on;
    if (on === undefined) return null;
    if (on > day) day = on;
  }
  const granted = all(life, 'ExtendDeadline').map(({ data }) => Number(data['workingDays']));
  let left = granted.reduce((sum, days) => sum + days, 20);
  const asked = consultations(life);
  while (left > 0) {
    day = nextDay(day);
    if (!isWorking(day)) continue;
    const asking = asked.filter(({ sent }) => sent.on < day);
    if (asking.some(({ answered }) => answered === null)) return null;
    if (!asking.some(({ answered }) => day <= answered!.on)) left -= 1;
  }
  const delayed = last(life, 'DelayReply')?.data['delayedUntil'] as LocalDate | undefined;
  return delayed !== undefined && delayed > day ? delayed : day;
}
