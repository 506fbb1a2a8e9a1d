import type { ReportWords } from '../../projections/checks/check.js';
import { assertForm } from '../../projections/form-figures.js';
import { lastDayOf, type LocalDate } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { SignedCheckpoint } from '../ledger/transparency/transparency.js';
import type { AnnualReport } from './annual-report.js';
import { defaultText } from './default-text.js';
import { REPORT_PARTS, type ReportPart } from './domain/annual-report.events.js';
import { bindFigures, namedFigures } from './named-figures.js';
import { PART_HEADINGS } from './part-headings.js';

/** Which statutory table a part of the report carries; null for the parts that are words only. */
export type ReportTable = 'two' | 'three' | 'four';

/** 第几部分: a heading such as 一、总体情况, its words, and the table printed after them. */
export type ViewPart = Readonly<{
  heading: string;
  /** Plain text, one paragraph a line; lines such as （一）… and 1.… become headings. */
  text: string;
  table: ReportTable | null;
}>;

/** 年度报告 as it goes to the printer: words and figures, nothing left to compute. */
export type AnnualReportView = Readonly<{
  year: number;
  /** The lines of the title, broken by sense: agency and year, then 政府信息公开工作年度报告. */
  title: readonly string[];
  /** 引言, before part one; '' for none. Plain text, one paragraph a line. */
  preamble: string;
  parts: readonly ViewPart[];
  /** Figure key of the form → what stands in the cell. Zero is '0': a blank is never printed. */
  figures: Readonly<Record<string, string>>;
  /** 署名 and 成文日期. */
  signature: Readonly<{ agency: string; date: string }>;
  /** 草稿: marks every page while the year still runs, or nobody has drafted the words. */
  draft: boolean;
  /** 台账检查点 the figures were read at; null on a page that is not handed out. */
  checkpoint: SignedCheckpoint | null;
}>;

/** Parts two to four are tables. */
const PART_TABLES: Readonly<Record<ReportPart, ReportTable | null>> = {
  overview: null,
  publications: 'two',
  requests: 'three',
  appeals: 'four',
  problems: null,
  otherMatters: null,
};

/**
 * Asserts the identities once more, fills the figures into the text, and refuses a name that no
 * figure has.
 */
export function toView(
  annual: AnnualReport,
  today: LocalDate,
  checkpoint: SignedCheckpoint | null = null,
): AnnualReportView {
  assertForm(annual.tables);
  const { words, unknown } = printedWords(annual);
  if (unknown.length > 0) {
    throw new CommandRefused({
      refused: 'annual-report/unknown-figure',
      basis: '台账规则：报告中的每个数字都来自台账',
      facts: { names: unknown.join('、') },
    });
  }
  return {
    year: annual.year,
    title: words.title,
    preamble: words.preamble,
    parts: REPORT_PARTS.map((part, at) => ({
      heading: PART_HEADINGS[part],
      text: words.parts[at]?.text ?? '',
      table: PART_TABLES[part],
    })),
    figures: Object.fromEntries(
      Object.entries(annual.figures).map(([cell, figure]) => [cell, String(figure)]),
    ),
    signature: { agency: words.signature.agency, date: inChinese(words.signature.date) },
    // A year that still runs gets more facts, and a report without words is none.
    draft: annual.report.text === null || lastDayOf(annual.year) >= today,
    checkpoint,
  };
}

/** The words as they go to paper, and the names in them that no figure answers to. */
export function printedWords(
  annual: Omit<AnnualReport, 'tables' | 'warnings'>,
): Readonly<{ words: PrintedWords; unknown: readonly string[] }> {
  const { agency, year, report } = annual;
  const text = report.text ?? defaultText(year);
  const named = namedFigures(annual);
  const unknown = new Set<string>();
  const bind = (words: string): string => {
    const bound = bindFigures(words, named);
    for (const name of bound.unknown) unknown.add(name);
    return bound.text;
  };
  const words = {
    title: [`${String(year)}年${agency.shortName}`, '政府信息公开工作年度报告'],
    preamble: bind(text.preamble),
    parts: REPORT_PARTS.map((part) => ({
      heading: PART_HEADINGS[part],
      text: bind(text.parts[part]),
    })),
    signature: { agency: agency.name, date: text.signedOn },
  };
  return { words, unknown: [...unknown] };
}

/** Words with the day they are signed, as both a form on paper and a check of it take them. */
type PrintedWords = ReportWords & Readonly<{ signature: Readonly<{ date: LocalDate }> }>;

/** 成文日期: Arabic numerals, month and day without a leading zero (GB/T 9704—2012). */
function inChinese(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}
