import { unreachable, type Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { ReportKey } from './annual-report.events.js';

/**
 * 已向上级报送: a closed edition of the report, or the sum of its own children's as it was put on record;
 * `occurredOn` is the day it was handed in.
 */
export type ReportSubmitted = Event<'ReportSubmitted', ReportKey & { parentId: string } & HandedIn>;

/** What an agency of this ledger hands in; the digest is that of its figures. */
export type HandedIn = Readonly<{ digest: string }> &
  (
    | Readonly<{ edition: number }>
    | Readonly<{ rollUp: Readonly<{ form: string; figures: Readonly<Record<string, number>> }> }>
  );

/** What stood in a cell of a report from elsewhere: a number; or what was printed instead, '' for a blank. */
export type ReceivedCell = number | string;

/** A report from elsewhere, as it was read off its file and mended nowhere. */
export type ReceivedReport = Readonly<{
  /** The agency as the report names it; '' where it names none. */
  unit: string;
  /** The year on the report; null where it states none. */
  statedYear: number | null;
  /** The version of the form that its tables have. */
  form: string;
  /** By the form's cells; a cell that the file does not show is left out. */
  cells: Readonly<Record<string, ReceivedCell>>;
  /** Null where only tables came. */
  words: ReceivedWords | null;
  /** The words in its tables; left out where only figures came. */
  labels?: readonly string[];
  source: Readonly<{ format: SourceFormat; sha256: string }>;
}>;

export type ReceivedWords = Readonly<{
  title: readonly string[];
  preamble: string;
  parts: readonly Readonly<{ heading: string; text: string }>[];
  signature: Readonly<{ agency: string; date: LocalDate | null }>;
}>;

export const SOURCE_FORMATS = ['json', 'xlsx', 'docx'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/**
 * 收到下级报告: an agency that does not use this program handed its report in as a file; `occurredOn` is
 * the day it came.
 */
export type ReportReceived = Event<
  'ReportReceived',
  ReportKey & { parentId: string } & ReceivedReport
>;

/** 报告已退回: the superior sent it back; `occurredOn` is that day. The reason stands in the clear. */
export type ReportReturned = Event<
  'ReportReturned',
  ReportKey & { parentId: string; reason: string }
>;

export type SubmissionEvent = ReportSubmitted | ReportReceived | ReportReturned;

/** 报送的一次. */
export type Submission = Readonly<{
  on: LocalDate;
  parentId: string;
  report: HandedIn | ReceivedReport;
  returned: Readonly<{ on: LocalDate; reason: string }> | null;
}>;

/** Every time the report of a year was handed in, the first first. */
export type SubmissionFacts = readonly Submission[];

export const NEVER_SUBMITTED: SubmissionFacts = [];

/** What the superior has of it now: null before the first time, and while it is sent back. */
export function standing(submissions: SubmissionFacts): Submission | null {
  const last = submissions.at(-1);
  return last?.returned === null ? last : null;
}

export function submissionFacts(facts: SubmissionFacts, event: SubmissionEvent): SubmissionFacts {
  const on = event.occurredOn;
  switch (event.type) {
    case 'ReportSubmitted': {
      const { agencyId: _agencyId, year: _year, parentId, ...report } = event.data;
      return [...facts, { on, parentId, report, returned: null }];
    }
    case 'ReportReceived': {
      const { agencyId: _agencyId, year: _year, parentId, ...report } = event.data;
      return [...facts, { on, parentId, report, returned: null }];
    }
    case 'ReportReturned': {
      const { reason } = event.data;
      return facts.map((submission, at) =>
        at === facts.length - 1 ? { ...submission, returned: { on, reason } } : submission,
      );
    }
    default:
      return unreachable(event);
  }
}
