import type { LocalDate } from '../../kernel/local-date.js';
import type { WorkingCalendar } from '../../kernel/working-calendar.js';
import {
  boardRow,
  DUE_SOON_WORKING_DAYS,
  dueOf,
  remindersOf,
  type BoardList,
  type BoardRow,
  type ReminderKind,
} from './deadline-board.js';
import { closureOf, type RequestFacts } from './request.facts.js';
import type { Channel, Outcome } from './request.events.js';
import { isOpenStatus, statusOf, type RequestStatus } from './request-status.js';

/** Whose work is shown. */
export const WORK_SCOPES = [
  'mine', // 我的
  'agency', // 本机关
  'unassigned', // 待分办
  'closed', // 已办结
] as const;
export type WorkScope = (typeof WORK_SCOPES)[number];

/** Rows of one page: what fits on two screens. */
export const WORK_PAGE = 50;

export type WorkWanted = Readonly<{
  scope: WorkScope;
  /** Whose requests 我的 means. */
  handler?: string;
  /** Part of 登记编号, 答复文号 or 承办人. What is asked for is sealed, and cannot be searched. */
  text?: string;
  status?: RequestStatus;
  dueFrom?: LocalDate;
  dueTo?: LocalDate;
  /** From 1 on. */
  page: number;
}>;

export type WorkRow = Omit<BoardRow, 'list'> &
  Readonly<{
    /** Null for what was closed in time, or in a year past. */
    list: BoardList | null;
    subject: RequestFacts['subject'];
    channel: Channel;
    arrivedOn: LocalDate | null;
    outcome: Outcome | null;
    documentNumber: string | null;
  }>;

export type WorkList = Readonly<{ rows: readonly WorkRow[]; total: number; page: number }>;

/** One page of the requests that are wanted: what ends first comes first, or what was closed last. */
export function workList(
  requests: readonly RequestFacts[],
  calendar: WorkingCalendar,
  today: LocalDate,
  wanted: WorkWanted,
): WorkList {
  const found = requests.filter((facts) => isWanted(facts, wanted));
  const from = (wanted.page - 1) * WORK_PAGE;
  const shown = inOrder(found, wanted.scope).slice(from, from + WORK_PAGE);
  const rows = shown.map((facts) => workRow(facts, calendar, today));
  return { rows, total: found.length, page: wanted.page };
}

function isWanted(facts: RequestFacts, wanted: WorkWanted): boolean {
  const { scope, handler, text = '', status, dueFrom, dueTo } = wanted;
  const stands = statusOf(facts);
  const open = isOpenStatus(stands);
  const { assigned } = facts.handling;
  if (open === (scope === 'closed') || stands === 'voided') return false;
  if (scope === 'unassigned' && assigned !== null) return false;
  if (scope === 'mine' && (assigned === null || assigned.handler !== handler)) return false;
  if (status !== undefined && status !== stands) return false;
  if (dueFrom !== undefined || dueTo !== undefined) {
    const dueOn = dueOf(facts, stands);
    if (dueOn === null || dueOn < (dueFrom ?? '') || dueOn > (dueTo ?? '9999')) return false;
  }
  const texts = [facts.number, facts.documentNumber ?? '', assigned?.handler ?? ''];
  return text === '' || texts.some((known) => known.includes(text));
}

/**
 * By a number per request that is read once. Comparing the dates themselves takes half a second
 * where there are a hundred thousand.
 */
function inOrder(found: readonly RequestFacts[], scope: WorkScope): readonly RequestFacts[] {
  const keys = Float64Array.from(found, (facts, at) => {
    const day =
      scope === 'closed' ? closureOf(facts)?.on : (dueOf(facts, statusOf(facts)) ?? '9999-12-31');
    const rank = Number((day ?? '9999-12-31').replaceAll('-', ''));
    return (scope === 'closed' ? 99_991_231 - rank : rank) * PLACES + at;
  });
  return Array.from(keys.sort()).flatMap((key) => found[key % PLACES] ?? []);
}

/** More requests than one agency has; a day times this is still a whole number of a double. */
const PLACES = 2 ** 24;

function workRow(facts: RequestFacts, calendar: WorkingCalendar, today: LocalDate): WorkRow {
  const { number, receivedOn, arrivedOn, subject, channel, outcome, documentNumber } = facts;
  const further = { subject, channel, arrivedOn, outcome, documentNumber };
  const row = boardRow(facts, calendar, today, DUE_SOON_WORKING_DAYS);
  if (row !== null) return { ...row, ...further };
  const { handler = null, section = null } = facts.handling.assigned ?? {};
  const closedOn = closureOf(facts)?.on ?? null;
  const whose = { number, status: statusOf(facts), handler, section, receivedOn, closedOn };
  const { dueOn } = facts;
  return { ...whose, dueOn, provisional: false, workingDaysLeft: null, list: null, ...further };
}

/** What waits on somebody else, and until when he has time. */
export type WaitingRow = WorkRow &
  Readonly<{ waitsFor: ReminderKind | null; until: LocalDate | null }>;

/** A list for one day, cut off; `total` says how many there are. */
type Cut<Row> = Readonly<{ rows: readonly Row[]; total: number }>;

export type Today = Readonly<{
  today: LocalDate;
  /** 逾期未办 and 即将逾期. */
  due: Cut<WorkRow>;
  /** Not yet given to anybody, or not yet confirmed. */
  cameIn: Cut<WorkRow>;
  /** Applicants, third parties, other organs. */
  waiting: Cut<WaitingRow>;
  /** Decided, and not served. */
  toServe: Cut<WorkRow>;
}>;

/** Rows of each list of one day. */
const TODAY_ROWS = 20;

const WAITS: Readonly<Partial<Record<RequestStatus, ReminderKind>>> = {
  'awaiting-supplement': 'supplement',
  'consulting-third-party': 'opinion',
  'consulting-organ': 'opinion',
  'awaiting-reasons': 'reasons',
  'awaiting-payment': 'payment',
};

const TO_SERVE: readonly RequestStatus[] = ['awaiting-service', 'awaiting-redecision-service'];

/** What one day asks of the office. With a handler, of that one and of whoever gives out the work. */
export function todayOf(
  requests: readonly RequestFacts[],
  calendar: WorkingCalendar,
  today: LocalDate,
  handler?: string,
): Today {
  const open = inOrder(
    requests.filter((facts) => isOpenStatus(statusOf(facts))),
    'agency',
  );
  const unassigned = open.filter(
    (facts) => facts.handling.assigned === null && facts.decidedOn === null,
  );
  const mine = open.filter(
    ({ handling }) => handler === undefined || handling.assigned?.handler === handler,
  );
  // Working days are counted for the few that are shown, not for all.
  const later = calendar.workingDayAfter(today, DUE_SOON_WORKING_DAYS + 1).on;
  const isDue = (facts: RequestFacts): boolean => {
    const dueOn = dueOf(facts, statusOf(facts));
    return facts.subject === 'disclosure' && dueOn !== null && dueOn < later;
  };
  const waits = (facts: RequestFacts): boolean => WAITS[statusOf(facts)] !== undefined;
  const row = (facts: RequestFacts): WorkRow => workRow(facts, calendar, today);
  return {
    today,
    due: cut(
      mine.filter((facts) => isDue(facts) && !waits(facts)),
      row,
    ),
    cameIn: cut(unassigned, row),
    waiting: cut(mine.filter(waits), (facts) => ({ ...row(facts), ...awaited(facts) })),
    toServe: cut(
      mine.filter((facts) => TO_SERVE.includes(statusOf(facts))),
      row,
    ),
  };
}

function awaited(facts: RequestFacts): Pick<WaitingRow, 'waitsFor' | 'until'> {
  const waitsFor = WAITS[statusOf(facts)] ?? null;
  const until = remindersOf(facts).find(({ kind }) => kind === waitsFor)?.on ?? null;
  return { waitsFor, until };
}

function cut<Row>(found: readonly RequestFacts[], row: (facts: RequestFacts) => Row): Cut<Row> {
  return { rows: found.slice(0, TODAY_ROWS).map(row), total: found.length };
}
