import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import { lastDayOf, yearOf, type LocalDate } from '../../kernel/local-date.js';
import {
  annualReportFacts,
  FIRST_REPORT_YEAR,
  NO_REPORT,
  printsLike,
  REPORT_PARTS,
  sameFigures,
  type AnnualReportEvent,
  type AnnualReportFacts,
  type AnnualReportFiled,
  type PrintedWords,
  type ReportCompiled,
  type ReportDrafted,
  type ReportKey,
  type ReportText,
  type YearClosed,
} from './annual-report.events.js';
import type { CheckId } from './checks.events.js';
import {
  CHECKED,
  overrideCheck,
  type OverrideCheck,
  type OverrideRefusal,
} from './override.rules.js';

/** 起草年度报告文字. */
export type DraftReport = Command<'DraftReport', ReportDrafted['data']>;

/** 汇编年度报告: the figures are the caller's, read from the folds at `position`. */
export type CompileReport = Command<'CompileReport', ReportCompiled['data']>;

/**
 * 封账: the report as it is printed, read by the caller at `position`; `openErrors` are the checks that
 * find an error in it for which nobody answers.
 */
export type CloseYear = Command<
  'CloseYear',
  Omit<YearClosed['data'], 'edition' | 'reason'> & {
    reason: string;
    openErrors: readonly CheckId[];
  }
>;

/** 报送年度报告: the newest closed edition. */
export type FileReport = Command<
  'FileReport',
  ReportKey & {
    /** Today, or the day that is on record, when nobody says. */
    filedOn?: LocalDate;
    publishedOn?: LocalDate;
    url?: string;
  }
>;

export type AnnualReportCommand =
  DraftReport | CompileReport | OverrideCheck | CloseYear | FileReport;

export type AnnualReportRefusal =
  | OverrideRefusal
  | Refusal<
      | 'annual-report/year-not-covered'
      | 'annual-report/year-not-begun'
      | 'annual-report/year-not-over'
      | 'annual-report/signed-before-year-end'
      | 'annual-report/not-drafted'
      | 'annual-report/date-in-future'
      | 'annual-report/filed-before-signed'
      | 'annual-report/errors-open'
      | 'annual-report/nothing-changed'
      | 'annual-report/edition-reason-missing'
      | 'annual-report/too-long'
      | 'annual-report/not-closed'
      | 'annual-report/not-an-address'
      | 'annual-report/already-filed'
    >;

const FORM = '国办公开办函〔2019〕60号';
const CLOSED = '台账规则：封账以后照存下来的打印，更正另出一版';

export const annualReportDecider: Decider<
  AnnualReportFacts,
  AnnualReportCommand,
  AnnualReportEvent,
  AnnualReportRefusal
> = { initialState: NO_REPORT, decide, evolve: annualReportFacts };

function decide(
  command: AnnualReportCommand,
  state: AnnualReportFacts,
): readonly AnnualReportEvent[] | AnnualReportRefusal {
  const refusal = yearRefusal(command.data.year, command.today);
  if (refusal !== null) return refusal;
  switch (command.type) {
    case 'DraftReport':
      return draft(command, state);
    case 'CompileReport':
      return compile(command, state);
    case 'OverrideCheck':
      return overrideCheck(command, state);
    case 'CloseYear':
      return close(command, state);
    case 'FileReport':
      return file(command, state);
    default:
      return unreachable(command);
  }
}

/** Whether a report on the year can exist at all: within the form's time, and begun. */
export function yearRefusal(year: number, today: LocalDate): AnnualReportRefusal | null {
  if (year < FIRST_REPORT_YEAR) {
    const facts = { year, firstYear: FIRST_REPORT_YEAR };
    return { refused: 'annual-report/year-not-covered', basis: FORM, facts };
  }
  if (year <= yearOf(today)) return null;
  return { refused: 'annual-report/year-not-begun', basis: '《条例》第50条', facts: { year } };
}

function draft(
  { data, today }: DraftReport,
  state: AnnualReportFacts,
): readonly ReportDrafted[] | AnnualReportRefusal {
  const { year, text } = data;
  if (text.signedOn <= lastDayOf(year)) {
    const facts = { signedOn: text.signedOn, year };
    return { refused: 'annual-report/signed-before-year-end', basis: '《条例》第49条', facts };
  }
  if (state.text !== null && sameText(state.text, text)) return [];
  return [{ type: 'ReportDrafted', occurredOn: today, data }];
}

function compile(
  { data, today }: CompileReport,
  state: AnnualReportFacts,
): readonly ReportCompiled[] | AnnualReportRefusal {
  const { year, figures } = data;
  if (lastDayOf(year) >= today) return notOver(year, today);
  if (state.compiled !== null && sameFigures(state.compiled.figures, figures)) return [];
  return [{ type: 'ReportCompiled', occurredOn: today, data }];
}

/**
 * Characters of the words that one edition can keep, drafted and printed together: each takes three
 * bytes, and one event has half a million at most.
 */
const CLOSED_CHARACTERS_MAX = 120_000;

function close(
  { data, today }: CloseYear,
  { text, editions }: AnnualReportFacts,
): readonly YearClosed[] | AnnualReportRefusal {
  const { reason, openErrors, ...report } = data;
  const { year, text: drafted, words } = report;
  if (lastDayOf(year) >= today) return notOver(year, today);
  if (text === null) {
    return { refused: 'annual-report/not-drafted', basis: '《条例》第50条', facts: { year } };
  }
  if (openErrors.length > 0) {
    const facts = { year, checks: openErrors.join('、') };
    return { refused: 'annual-report/errors-open', basis: CHECKED, facts };
  }
  const characters =
    lengthOf(words.preamble, words.parts) + lengthOf(drafted.preamble, partsOf(drafted));
  if (characters > CLOSED_CHARACTERS_MAX) {
    const facts = { characters, max: CLOSED_CHARACTERS_MAX };
    return { refused: 'annual-report/too-long', basis: CLOSED, facts };
  }
  const last = editions.at(-1);
  if (last !== undefined && printsLike(last, report)) {
    const facts = { year, edition: last.edition };
    return { refused: 'annual-report/nothing-changed', basis: CLOSED, facts };
  }
  const edition = (last?.edition ?? 0) + 1;
  const why = reason.trim();
  if (edition > 1 && why === '') {
    const facts = { year, edition };
    return { refused: 'annual-report/edition-reason-missing', basis: CLOSED, facts };
  }
  const stated = why === '' ? {} : { reason: why };
  return [{ type: 'YearClosed', occurredOn: today, data: { ...report, edition, ...stated } }];
}

function file(
  { data, today }: FileReport,
  { editions, filed }: AnnualReportFacts,
): readonly AnnualReportFiled[] | AnnualReportRefusal {
  const { agencyId, year } = data;
  if (lastDayOf(year) >= today) return notOver(year, today);
  const closed = editions.at(-1);
  if (closed === undefined) {
    return notClosed(year);
  }
  const { edition, position, digest, words } = closed;
  const before = filed?.edition === edition ? filed : null;
  const on = data.filedOn ?? before?.on ?? today;
  const publishedOn = data.publishedOn ?? before?.publishedOn ?? null;
  const url = data.url ?? before?.url ?? null;
  const refusal = dayRefusal(on, words, today) ?? dayRefusal(publishedOn, words, today);
  if (refusal !== null) return refusal;
  if (url !== null && !ADDRESS.test(url)) {
    return { refused: 'annual-report/not-an-address', basis: '《条例》第49条', facts: { url } };
  }
  if (before?.on === on && before.publishedOn === publishedOn && before.url === url) {
    const facts = { year, edition, on };
    return { refused: 'annual-report/already-filed', basis: '《条例》第49条', facts };
  }
  const published = {
    ...(publishedOn === null ? {} : { publishedOn }),
    ...(url === null ? {} : { url }),
  };
  const report = { agencyId, year, edition, position, digest, ...published };
  return [{ type: 'AnnualReportFiled', occurredOn: on, data: report }];
}

/** What is said where a year has no edition yet. */
export function notClosed(year: number): AnnualReportRefusal {
  return { refused: 'annual-report/not-closed', basis: CLOSED, facts: { year } };
}

/** A page of the web, as a browser takes it. */
const ADDRESS = /^https?:\/\/[^\s/]+(?:\/\S*)?$/;

/** A report is handed in and published after it was signed, and not in the future. */
function dayRefusal(
  on: LocalDate | null,
  { signature }: PrintedWords,
  today: LocalDate,
): AnnualReportRefusal | null {
  if (on !== null && on > today) {
    const facts = { on, today };
    return { refused: 'annual-report/date-in-future', basis: '《条例》第49条', facts };
  }
  if (on !== null && on < signature.date) {
    const facts = { on, signedOn: signature.date };
    return { refused: 'annual-report/filed-before-signed', basis: '《条例》第49条', facts };
  }
  return null;
}

function notOver(year: number, today: LocalDate): AnnualReportRefusal {
  const facts = { year, today };
  return { refused: 'annual-report/year-not-over', basis: '《条例》第49条', facts };
}

function sameText(left: ReportText, right: ReportText): boolean {
  const sameParts = REPORT_PARTS.every((part) => left.parts[part] === right.parts[part]);
  return sameParts && left.preamble === right.preamble && left.signedOn === right.signedOn;
}

function partsOf({ parts }: ReportText): PrintedWords['parts'] {
  return REPORT_PARTS.map((heading) => ({ heading, text: parts[heading] }));
}

function lengthOf(preamble: string, parts: PrintedWords['parts']): number {
  return parts.reduce((length, { text }) => length + text.length, preamble.length);
}
