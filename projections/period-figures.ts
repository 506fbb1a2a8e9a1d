import type { CountingRules } from '../src/agencies/domain/agency.events.js';
import { daysBetween, type LocalDate, type Period } from '../src/kernel/local-date.js';
import { CHANNELS, type Channel } from '../src/requests/domain/request.events.js';
import { closureOf } from '../src/requests/domain/request.facts.js';
import type { AppealRow } from './appeal-register.projection.js';
import type { DocumentRow } from './document-register.projection.js';
import { formFigures, type FormFigures } from './form-figures.js';
import type { CountRow } from './monthly-counts.projection.js';
import type { RegisterRow } from './request-register.projection.js';
import { tableFour } from './table-four.js';
import { tableThree, tableThreeCells } from './table-three.js';
import { countTableTwo } from './table-two.js';

/** 任意期间的统计: the cells of the form and what is asked for besides, of any period. */
export type PeriodFigures = Readonly<{
  figures: FormFigures;
  /** 本期新收 by channel. */
  channels: Readonly<Record<Channel, number>>;
  overdue: Readonly<{
    /** 逾期办结: ended in the period, after the due date. */
    endedLate: readonly string[];
    /** 逾期未办: open as the period ends, and past the due date. */
    open: readonly string[];
  }>;
  /** 办理用时 of what ended in the period, in days from the receipt; null where nothing did. */
  days: Readonly<{ median: number; max: number }> | null;
}>;

type Facts = Readonly<{
  requests: readonly RegisterRow[];
  appeals: readonly AppealRow[];
  documents: readonly DocumentRow[];
  counts: readonly CountRow[];
}>;

/**
 * By the definitions of the year's report: 上年结转 is what was open as the period began. `today` says
 * what is overdue in a period that still runs.
 */
export function periodFigures(
  { requests, appeals, documents, counts }: Facts,
  period: Period,
  rules: CountingRules,
  today: LocalDate,
): PeriodFigures {
  const tables = {
    two: countTableTwo(documents, counts, period),
    three: tableThree(requests, period, rules),
    four: tableFour(appeals, period, rules),
  };
  const standing = (row: 'new_received' | 'total' | 'carried_out'): readonly RegisterRow[] =>
    requests.filter((request) =>
      tableThreeCells(request, period, rules).includes(`table3.${row}.total`),
    );
  const [received, ended] = [standing('new_received'), standing('total')];
  const end = period.to < today ? period.to : today;
  return {
    figures: formFigures(tables, rules),
    channels: Object.fromEntries(
      CHANNELS.map((channel) => [channel, received.filter((it) => it.channel === channel).length]),
    ) as Record<Channel, number>,
    overdue: {
      endedLate: numbersOf(ended.filter((it) => isPast(it, closureOf(it)?.on ?? null))),
      open: numbersOf(standing('carried_out').filter((it) => isPast(it, end))),
    },
    days: daysOf(ended),
  };
}

/** As the deadline board has it: the due date has passed before the day. */
function isPast({ dueOn }: RegisterRow, day: LocalDate | null): boolean {
  return dueOn !== null && day !== null && day > dueOn;
}

function numbersOf(requests: readonly RegisterRow[]): readonly string[] {
  return requests.map(({ number }) => number).sort();
}

function daysOf(ended: readonly RegisterRow[]): PeriodFigures['days'] {
  const days = ended
    .flatMap((request) => {
      const on = closureOf(request)?.on;
      const { receivedOn } = request;
      return on === undefined || receivedOn === null ? [] : [daysBetween(receivedOn, on)];
    })
    .sort((left, right) => left - right);
  const max = days.at(-1);
  if (max === undefined) return null;
  const [lower = 0, upper = 0] = [days.at((days.length - 1) >> 1), days.at(days.length >> 1)];
  return { median: (lower + upper) / 2, max };
}
