import { assertForm } from '../../projections/form-figures.js';
import { CorruptStream } from '../kernel/decider.js';
import type { LocalDate } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { readNote } from '../ledger/transparency/checkpoint.js';
import type { SignedCheckpoint } from '../ledger/transparency/transparency.js';
import type { AnnualReport } from './annual-report.js';
import {
  formVersionOf,
  REPORT_PARTS,
  type FormVersion,
  type ReportPart,
} from './domain/annual-report.events.js';
import { formOf } from '../../projections/forms/forms.js';
import { printedWords } from './printed-words.js';
import { draftReason } from './report-warnings.js';

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
  /** 报告格式 that says how the three tables look. */
  form: FormVersion;
  /** The lines of the title, broken by sense: agency and year, then 政府信息公开工作年度报告. */
  title: readonly string[];
  /** 引言, before part one; '' for none. Plain text, one paragraph a line. */
  preamble: string;
  parts: readonly ViewPart[];
  /** Figure key of the form → what stands in the cell. Zero is '0': a blank is never printed. */
  figures: Readonly<Record<string, string>>;
  /** 署名 and 成文日期. */
  signature: Readonly<{ agency: string; date: string }>;
  /** 草稿, on every page: {@link draftReason} says why. */
  draft: boolean;
  /** 第几版 of a closed year; null where figures are those of the ledger and no edition's. */
  edition: number | null;
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
  if (annual.tables !== null) assertForm(annual.tables);
  const { edition } = annual;
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
    form: formVersionOf(annual.year),
    title: [...words.title, ...mark(annual)],
    preamble: words.preamble,
    parts: REPORT_PARTS.map((part, at) => ({
      heading: formOf(annual.year).headings[part],
      text: words.parts[at]?.text ?? '',
      table: PART_TABLES[part],
    })),
    figures: Object.fromEntries(
      Object.entries(annual.figures).map(([cell, figure]) => [cell, String(figure)]),
    ),
    signature: { agency: words.signature.agency, date: inChinese(words.signature.date) },
    draft: edition === null && draftReason(annual, today) !== null,
    edition: edition?.edition ?? null,
    checkpoint: edition === null ? checkpoint : signed(edition.checkpoint),
  };
}

/** A line under the title of a 更正版, and of a 汇总 that lacks a child. */
function mark({ edition, missing = [] }: AnnualReport): readonly string[] {
  if (missing.length > 0) return [`（汇总不完整，缺${String(missing.length)}个机关）`];
  if (edition === null || edition.edition === 1) return [];
  return [`（更正版，第${String(edition.edition)}版）`];
}

/** The checkpoint a year was closed with, as the ledger keeps it. */
function signed(note: string): SignedCheckpoint {
  const [, ledgerId = ''] = /^gongkai-ledger\/(\S+)\n/.exec(note) ?? [];
  const read = readNote(note, ledgerId, () => null);
  if ('fault' in read) throw new CorruptStream(`a year was closed with a ${read.fault} checkpoint`);
  return { note, checkpoint: read.checkpoint };
}

/** 成文日期: Arabic numerals, month and day without a leading zero (GB/T 9704—2012). */
export function inChinese(date: LocalDate): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}
