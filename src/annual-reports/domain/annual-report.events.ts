import { unreachable, type Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';

/** The report of which agency and which year. */
export type ReportKey = Readonly<{ agencyId: string; year: number }>;

/**
 * The words of the six parts (国办公开办函〔2021〕30号), one paragraph a line. Figures stand in double
 * braces, such as `{{信息公开条数}}`, and are filled from the ledger when the report is made. Parts two
 * to four are tables; their text, usually none, is printed before the table.
 */
export const REPORT_PARTS = [
  'overview', // 一、总体情况
  'publications', // 二、主动公开政府信息情况
  'requests', // 三、收到和处理政府信息公开申请情况
  'appeals', // 四、政府信息公开行政复议、行政诉讼情况
  'problems', // 五、存在的主要问题及改进情况
  'otherMatters', // 六、其他需要报告的事项
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

export type ReportText = Readonly<{
  /** 引言, before part one. Empty for none. */
  preamble: string;
  parts: Readonly<Record<ReportPart, string>>;
  /** 成文日期. */
  signedOn: LocalDate;
}>;

/** 年度报告文字已起草; the newest draft is the one that is printed. `occurredOn` is the day of drafting. */
export type ReportDrafted = Event<'ReportDrafted', ReportKey & { text: ReportText }>;

/** 年度报告已汇编: what every cell held when the year was compiled, and at which place of the ledger. */
export type ReportCompiled = Event<
  'ReportCompiled',
  ReportKey & { position: string; figures: Readonly<Record<string, number>> }
>;

export type AnnualReportEvent = ReportDrafted | ReportCompiled;

/** What the events say of one year's report. */
export type AnnualReportFacts = Readonly<{
  text: ReportText | null;
  compiled: Readonly<{ position: string; figures: Readonly<Record<string, number>> }> | null;
}>;

export const NO_REPORT: AnnualReportFacts = { text: null, compiled: null };

export function annualReportFacts(
  facts: AnnualReportFacts,
  event: AnnualReportEvent,
): AnnualReportFacts {
  switch (event.type) {
    case 'ReportDrafted':
      return { ...facts, text: event.data.text };
    case 'ReportCompiled': {
      const { position, figures } = event.data;
      return { ...facts, compiled: { position, figures } };
    }
    default:
      return unreachable(event);
  }
}
