import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import { lastDayOf, yearOf, type LocalDate } from '../../kernel/local-date.js';
import {
  annualReportFacts,
  FIRST_REPORT_YEAR,
  NO_REPORT,
  REPORT_PARTS,
  type AnnualReportEvent,
  type AnnualReportFacts,
  type AnnualReportFiled,
  type ReportCompiled,
  type ReportDrafted,
  type ReportText,
} from './annual-report.events.js';

/** 起草年度报告文字. */
export type DraftReport = Command<'DraftReport', ReportDrafted['data']>;

/** 汇编年度报告: the figures are the caller's, read from the folds at `position`. */
export type CompileReport = Command<'CompileReport', ReportCompiled['data']>;

/** 报送年度报告: digest and position are the caller's, of the report as it is printed. */
export type FileReport = Command<
  'FileReport',
  Omit<AnnualReportFiled['data'], 'edition'> & { filedOn: LocalDate }
>;

export type AnnualReportCommand = DraftReport | CompileReport | FileReport;

export type AnnualReportRefusal = Refusal<
  | 'annual-report/year-not-covered'
  | 'annual-report/year-not-begun'
  | 'annual-report/year-not-over'
  | 'annual-report/signed-before-year-end'
  | 'annual-report/not-drafted'
  | 'annual-report/date-in-future'
  | 'annual-report/filed-before-signed'
  | 'annual-report/already-filed'
>;

const FORM = '国办公开办函〔2021〕30号';

type Figures = ReportCompiled['data']['figures'];

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

function file(
  { data, today }: FileReport,
  { text, filed }: AnnualReportFacts,
): readonly AnnualReportFiled[] | AnnualReportRefusal {
  const { filedOn, ...report } = data;
  const { year } = report;
  if (lastDayOf(year) >= today) return notOver(year, today);
  if (text === null) {
    return { refused: 'annual-report/not-drafted', basis: '《条例》第50条', facts: { year } };
  }
  if (filedOn > today) {
    const facts = { on: filedOn, today };
    return { refused: 'annual-report/date-in-future', basis: '《条例》第49条', facts };
  }
  if (filedOn < text.signedOn) {
    const facts = { on: filedOn, signedOn: text.signedOn };
    return { refused: 'annual-report/filed-before-signed', basis: '《条例》第49条', facts };
  }
  const unchanged = filed?.digest === report.digest && filed.text !== null;
  if (unchanged && sameText(filed.text, text)) {
    const facts = { year, on: filed.on };
    return { refused: 'annual-report/already-filed', basis: '《条例》第49条', facts };
  }
  const edition = (filed?.edition ?? 0) + 1;
  return [{ type: 'AnnualReportFiled', occurredOn: filedOn, data: { ...report, edition } }];
}

function notOver(year: number, today: LocalDate): AnnualReportRefusal {
  const facts = { year, today };
  return { refused: 'annual-report/year-not-over', basis: '《条例》第49条', facts };
}

function sameText(left: ReportText, right: ReportText): boolean {
  const sameParts = REPORT_PARTS.every((part) => left.parts[part] === right.parts[part]);
  return sameParts && left.preamble === right.preamble && left.signedOn === right.signedOn;
}

function sameFigures(left: Figures, right: Figures): boolean {
  const cells = Object.keys(right);
  const sameCells = cells.length === Object.keys(left).length;
  return sameCells && cells.every((cell) => left[cell] === right[cell]);
}
