import { unreachable, type Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';

/** The report of which agency and which year. */
export type ReportKey = Readonly<{ agencyId: string; year: number }>;

/** 报告格式, by the year of the notice that prescribes it. */
export const FORM_VERSIONS = ['2021'] as const;
export type FormVersion = (typeof FORM_VERSIONS)[number];

/** The form of 国办公开办函〔2021〕30号 serves the reports on 2021 and later. */
export const FIRST_REPORT_YEAR = 2021;

/** Which form serves the report on a year. */
export function formVersionOf(_year: number): FormVersion {
  return '2021';
}

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

/**
 * What the text may name besides the agency's own counters. A counter of such a name could never be
 * printed: it would stand in the shadow of the figure.
 */
export const REPORT_FIGURES = [
  '机关名称',
  '机关简称',
  '报告年度',
  '下一年度',
  '专门机构数',
  '工作人员数',
  '专职人员数',
  '兼职人员数',
  '规章制发件数',
  '规章废止件数',
  '规章现行有效件数',
  '行政规范性文件制发件数',
  '行政规范性文件废止件数',
  '行政规范性文件现行有效件数',
  '行政许可决定数',
  '行政处罚决定数',
  '行政强制决定数',
  '行政事业性收费万元',
  '新收申请数',
  '上年结转申请数',
  '办结申请数',
  '结转下年度申请数',
  '予以公开数',
  '部分公开数',
  '行政复议数',
  '行政诉讼数',
] as const;
export type ReportFigure = (typeof REPORT_FIGURES)[number];

export function isReportFigure(name: string): boolean {
  return (REPORT_FIGURES as readonly string[]).includes(name);
}

/** 年度报告文字已起草; the newest draft is the one that is printed. `occurredOn` is the day of drafting. */
export type ReportDrafted = Event<'ReportDrafted', ReportKey & { text: ReportText }>;

/** 年度报告已汇编: what every cell held when the year was compiled, and at which place of the ledger. */
export type ReportCompiled = Event<
  'ReportCompiled',
  ReportKey & { position: string; figures: Readonly<Record<string, number>> }
>;

/**
 * 年度报告已报送: the report as it stood at `position` was handed in and published (第49条); `occurredOn`
 * is the day of it. A later edition is a 更正版.
 */
export type AnnualReportFiled = Event<
  'AnnualReportFiled',
  ReportKey & {
    /** 1 for the first, 2 and more for the 更正版. */
    edition: number;
    /** The place of the ledger that the filed words and figures were read at. */
    position: string;
    /** SHA-256 of the figures, 64 lower-case hex digits. */
    digest: string;
  }
>;

export type AnnualReportEvent = ReportDrafted | ReportCompiled | AnnualReportFiled;

/** What the events say of one year's report. */
export type AnnualReportFacts = Readonly<{
  text: ReportText | null;
  compiled: Readonly<{ position: string; figures: Readonly<Record<string, number>> }> | null;
  /** The newest edition that was filed, with the words it had. */
  filed: Filing | null;
}>;

type Filing = Readonly<{
  on: LocalDate;
  edition: number;
  position: string;
  digest: string;
  text: ReportText | null;
}>;

export const NO_REPORT: AnnualReportFacts = { text: null, compiled: null, filed: null };

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
    case 'AnnualReportFiled': {
      const { edition, position, digest } = event.data;
      const filed = { on: event.occurredOn, edition, position, digest, text: facts.text };
      return { ...facts, filed };
    }
    default:
      return unreachable(event);
  }
}
