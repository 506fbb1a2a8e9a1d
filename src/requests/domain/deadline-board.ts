import { firstDayOf, yearOf, type LocalDate } from '../../kernel/local-date.js';
import type { WorkingCalendar } from '../../kernel/working-calendar.js';
import { closureOf, type RequestFacts } from './request.facts.js';
import { isOpenStatus, statusOf, type RequestStatus } from './request-status.js';

/** The lists of the board, the most urgent first. */
export const BOARD_LISTS = [
  'overdue', // 逾期未办
  'due-soon', // 即将逾期
  'running', // 办理中
  'paused', // 暂停计时
  'answered-late', // 逾期已办
] as const;
export type BoardList = (typeof BOARD_LISTS)[number];

/** One request on the board. Nothing on it says who asked. */
export type BoardRow = Readonly<{
  list: BoardList;
  number: string;
  status: RequestStatus;
  handler: string | null;
  section: string | null;
  receivedOn: LocalDate | null;
  dueOn: LocalDate | null;
  provisional: boolean;
  /** Working days left, today not counted; below zero, those that have passed since. */
  workingDaysLeft: number | null;
  closedOn: LocalDate | null;
}>;

export type Tally = Readonly<Record<BoardList, number>>;

/** 期限看板 of one agency on one day. */
export type DeadlineBoard = Readonly<{
  today: LocalDate;
  /** How many working days before its due date a request is 即将逾期. */
  within: number;
  rows: readonly BoardRow[];
  total: Tally;
  byHandler: readonly (Tally & Readonly<{ handler: string | null }>)[];
  reminders: readonly Reminder[];
}>;

/** What has to be done, or may be done, on or after a day. */
export const REMINDER_KINDS = [
  'reply', // 答复期限届满
  'redecision', // 重新答复期限届满
  'internal', // 内部办理期限届满
  'supplement', // 补正期限届满
  'opinion', // 征求意见期限届满
  'reasons', // 说明理由期限届满
  'payment', // 缴费期限届满
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export type Reminder = Readonly<{
  kind: ReminderKind;
  number: string;
  handler: string | null;
  on: LocalDate;
  provisional: boolean;
}>;

/** A week's work: who looks at the board on a Monday sees what ends by Friday. */
export const DUE_SOON_WORKING_DAYS = 5;

export function deadlineBoard(
  requests: readonly RequestFacts[],
  calendar: WorkingCalendar,
  { today, within, handler }: Readonly<{ today: LocalDate; within: number; handler?: string }>,
): DeadlineBoard {
  const mine = requests.filter(
    ({ handling }) => handler === undefined || handling.assigned?.handler === handler,
  );
  const rows = mine
    .flatMap((facts) => boardRow(facts, calendar, today, within) ?? [])
    .sort(byUrgency);
  const handlers = [...new Set(rows.map((row) => row.handler))].sort(byName);
  return {
    today,
    within,
    rows,
    total: tallyOf(rows),
    byHandler: handlers.map((name) => {
      return { handler: name, ...tallyOf(rows.filter((row) => row.handler === name)) };
    }),
    reminders: mine.flatMap(remindersOf).sort((one, other) => (one.on < other.on ? -1 : 1)),
  };
}

/** Where one request stands on the board; null for one that was closed in time, or in a year past. */
export function boardRow(
  facts: RequestFacts,
  calendar: WorkingCalendar,
  today: LocalDate,
  within: number,
): BoardRow | null {
  const status = statusOf(facts);
  const closedOn = closureOf(facts)?.on ?? null;
  const { number, receivedOn, provisional, handling } = facts;
  const { handler = null, section = null } = handling.assigned ?? {};
  const dueOn = dueOf(facts, status);
  const whose = { number, status, handler, section, receivedOn, dueOn, closedOn };
  if (!isOpenStatus(status)) {
    // What was answered late this year; older ones are history, and the register has them.
    const late = dueOn !== null && closedOn !== null && closedOn > dueOn;
    if (!late || closedOn < firstDayOf(yearOf(today))) return null;
    const workingDaysLeft = -calendar.workingDaysBetween(dueOn, closedOn);
    return { ...whose, list: 'answered-late', provisional: false, workingDaysLeft };
  }
  // No article sets a period for a 更正申请 (第41条).
  if (facts.subject === 'record-correction') {
    return { ...whose, list: 'running', provisional: false, workingDaysLeft: null };
  }
  if (dueOn === null) {
    return { ...whose, list: 'paused', provisional: false, workingDaysLeft: null };
  }
  const overdue = dueOn < today;
  const workingDaysLeft = overdue
    ? -calendar.workingDaysBetween(dueOn, today)
    : calendar.workingDaysBetween(today, dueOn);
  const list = overdue ? 'overdue' : workingDaysLeft <= within ? 'due-soon' : 'running';
  return { ...whose, list, provisional, workingDaysLeft };
}

/** A request that is answered anew has the due date of the order. */
export function dueOf(facts: RequestFacts, status: RequestStatus): LocalDate | null {
  if (status !== 'redeciding' && status !== 'awaiting-redecision-service') return facts.dueOn;
  return facts.redecisions.at(-1)?.dueOn ?? null;
}

export function remindersOf(facts: RequestFacts): readonly Reminder[] {
  const status = statusOf(facts);
  if (!isOpenStatus(status)) return [];
  const { number, provisional, handling } = facts;
  const { handler = null, internalDueOn } = handling.assigned ?? {};
  const { supplement, consultations, reasons, fee } = handling;
  const redeciding = status === 'redeciding' || status === 'awaiting-redecision-service';
  const days: readonly (readonly [ReminderKind, LocalDate | null | undefined])[] = redeciding
    ? [['redecision', dueOf(facts, status)]]
    : [
        ['reply', facts.dueOn],
        ['internal', facts.decidedOn === null ? internalDueOn : null],
        ['supplement', supplement?.receivedOn === null ? supplement.respondBy : null],
        ['reasons', reasons?.found === null ? reasons.respondBy : null],
        ['payment', fee?.paidOn === null ? fee.payBy : null],
        ...consultations
          .filter(({ opinion }) => opinion === null)
          .map(({ respondBy }) => ['opinion', respondBy] as const),
      ];
  return days.flatMap(([kind, on]) => {
    if (on === null || on === undefined) return [];
    return [{ kind, number, handler, on, provisional: kind === 'reply' && provisional }];
  });
}

function tallyOf(rows: readonly BoardRow[]): Tally {
  return Object.fromEntries(
    BOARD_LISTS.map((list) => [list, rows.filter((row) => row.list === list).length]),
  ) as Tally;
}

function byUrgency(one: BoardRow, other: BoardRow): number {
  const [first, second] = [BOARD_LISTS.indexOf(one.list), BOARD_LISTS.indexOf(other.list)];
  if (first !== second) return first - second;
  const [due, otherDue] = [one.dueOn ?? '', other.dueOn ?? ''];
  if (due !== otherDue) return due < otherDue ? -1 : 1;
  return one.number < other.number ? -1 : 1;
}

/** Those that nobody was given come last. */
function byName(one: string | null, other: string | null): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  return one < other ? -1 : 1;
}
