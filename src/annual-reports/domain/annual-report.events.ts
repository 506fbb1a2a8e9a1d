import { unreachable, type Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { CheckId } from './checks.events.js';

/** The report of which agency and which year. */
export type ReportKey = Readonly<{ agencyId: string; year: number }>;

/** 报告格式, by the year of the notice that prescribes it. */
export const FORM_VERSIONS = ['2019', '2021'] as const;
export type FormVersion = (typeof FORM_VERSIONS)[number];

/** The first report that a form was prescribed for: the amended 条例 came into force in 2019. */
export const FIRST_REPORT_YEAR = 2019;

/** Which form serves the report on a year: the 试行 one those on 2019 and 2020. */
export function formVersionOf(year: number): FormVersion {
  return year < 2021 ? '2019' : '2021';
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

/** Subtotals, shares, fees, and the sentences that go by the figures (…情况). */
export const FURTHER_FIGURES = [
  ...(['收办申请数', '自然人申请数', '法人或其他组织申请数'] as const),
  ...(['不予公开数', '无法提供数', '不予处理数', '其他处理数'] as const),
  ...(['予以公开占比', '部分公开占比', '不予公开占比'] as const),
  ...(['无法提供占比', '不予处理占比', '其他处理占比'] as const),
  ...(['信息处理费件数', '信息处理费元'] as const),
  ...(['规范性文件情况', '行政执法情况', '申请收办情况', '申请渠道情况'] as const),
  ...(['申请办理情况', '复议诉讼情况', '信息处理费情况'] as const),
] as const;
export type FurtherFigure = (typeof FURTHER_FIGURES)[number];

/** A dot stands in the names of cells, such as 予以公开·自然人, and of nothing else. */
export function isReportFigure(name: string): boolean {
  const names: readonly string[] = [...REPORT_FIGURES, ...FURTHER_FIGURES];
  return names.includes(name) || name.includes('·');
}

/** 年度报告文字已起草; the newest draft is the one that is printed. `occurredOn` is the day of drafting. */
export type ReportDrafted = Event<'ReportDrafted', ReportKey & { text: ReportText }>;

/** 年度报告已汇编: what every cell held when the year was compiled, and at which place of the ledger. */
export type ReportCompiled = Event<
  'ReportCompiled',
  ReportKey & { position: string; figures: Readonly<Record<string, number>> }
>;

/** The words of a report as they go to paper, figures filled in. */
export type PrintedWords = Readonly<{
  /** The lines of the title. */
  title: readonly string[];
  preamble: string;
  parts: readonly Readonly<{ heading: string; text: string }>[];
  signature: Readonly<{ agency: string; date: LocalDate }>;
}>;

/**
 * 年度已封账: the report whole, as it stood at `position`; `occurredOn` is the day of closing. What it
 * says is printed from here and counted no more, whatever is corrected, renamed or chosen later.
 */
export type YearClosed = Event<
  'YearClosed',
  ReportKey & {
    /** 1 for the first, 2 and more for the 更正版. */
    edition: number;
    /** The place of the ledger that figures and words were read at. */
    position: string;
    form: FormVersion;
    /** What the agency was called then: a later name is no mistake of the report. */
    agency: Readonly<{ name: string; shortName: string }>;
    /** Every cell of the form. */
    figures: Readonly<Record<string, number>>;
    /** 叙述性计数 of the year, by name. */
    counters: Readonly<Record<string, number>>;
    /** The words as they were drafted, with their placeholders. */
    text: ReportText;
    words: PrintedWords;
    /** SHA-256 of the figures, 64 lower-case hex digits. */
    digest: string;
    /** The signed note of a checkpoint that covers `position`. */
    checkpoint: string;
    /** Why there is a 更正版; always from the second edition on. */
    reason?: string;
  }
>;

/**
 * 年度报告已报送: the newest closed edition was handed in and published (第49条); `occurredOn` is the day
 * it was handed in. The same edition again tells where or when it was published.
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
    publishedOn?: LocalDate;
    /** Where it was published. */
    url?: string;
  }
>;

/** What a check found: two values, and the cells they were taken of. */
export type FoundByCheck = Readonly<{
  check: CheckId;
  left: string;
  right: string;
  cells: readonly string[];
}>;

/**
 * 校验错误已放行: somebody looked at what a check found and answers for it; `occurredOn` is that day. It
 * holds as long as the check finds just that, and no longer.
 */
export type CheckOverridden = Event<
  'CheckOverridden',
  ReportKey &
    FoundByCheck & {
      /** In the clear for ever, so it names no applicant. */
      reason: string;
    }
>;

export type AnnualReportEvent =
  ReportDrafted | ReportCompiled | CheckOverridden | YearClosed | AnnualReportFiled;

/** What the events say of one year's report. */
export type AnnualReportFacts = Readonly<{
  text: ReportText | null;
  compiled: Readonly<{ position: string; figures: Readonly<Record<string, number>> }> | null;
  /** In the order they were given; of two on the same finding the later counts. */
  overrides: readonly Override[];
  /** Every closed edition; the first is the first. */
  editions: readonly ClosedEdition[];
  /** The newest edition that was filed. */
  filed: Filing | null;
}>;

/** 放行. */
export type Override = FoundByCheck & Readonly<{ reason: string; on: LocalDate }>;

/** The override that holds for what was found, if any: it was given for just these values. */
export function overrideOf(
  found: FoundByCheck,
  overrides: readonly Override[],
): Override | undefined {
  return overrides.findLast((override) => isSameFinding(override, found));
}

function isSameFinding(one: FoundByCheck, other: FoundByCheck): boolean {
  return (
    one.check === other.check &&
    one.left === other.left &&
    one.right === other.right &&
    one.cells.length === other.cells.length &&
    one.cells.every((cell, at) => cell === other.cells[at])
  );
}

/** 封账的一版. */
export type ClosedEdition = Omit<YearClosed['data'], keyof ReportKey> & Readonly<{ on: LocalDate }>;

type Filing = Readonly<{
  on: LocalDate;
  edition: number;
  position: string;
  digest: string;
  publishedOn: LocalDate | null;
  url: string | null;
}>;

export const NO_REPORT: AnnualReportFacts = {
  text: null,
  compiled: null,
  overrides: [],
  editions: [],
  filed: null,
};

/** Whether a report prints just what a closed edition does. */
export function printsLike(
  edition: Pick<ClosedEdition, 'figures' | 'words'>,
  { figures, words }: Readonly<{ figures: ClosedEdition['figures']; words: PrintedWords }>,
): boolean {
  return sameFigures(edition.figures, figures) && paperOf(edition.words) === paperOf(words);
}

export function sameFigures(
  left: ClosedEdition['figures'],
  right: ClosedEdition['figures'],
): boolean {
  const cells = Object.keys(right);
  const sameCells = cells.length === Object.keys(left).length;
  return sameCells && cells.every((cell) => left[cell] === right[cell]);
}

function paperOf({ title, preamble, parts, signature }: PrintedWords): string {
  const texts = parts.map(({ heading, text }) => [heading, text]);
  return JSON.stringify([title, preamble, texts, signature.agency, signature.date]);
}

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
    case 'CheckOverridden': {
      const { agencyId: _agencyId, year: _year, ...override } = event.data;
      return { ...facts, overrides: [...facts.overrides, { ...override, on: event.occurredOn }] };
    }
    case 'YearClosed': {
      const { agencyId: _agencyId, year: _year, ...edition } = event.data;
      return { ...facts, editions: [...facts.editions, { ...edition, on: event.occurredOn }] };
    }
    case 'AnnualReportFiled': {
      const { edition, position, digest, publishedOn = null, url = null } = event.data;
      const filed = { on: event.occurredOn, edition, position, digest, publishedOn, url };
      return { ...facts, filed };
    }
    default:
      return unreachable(event);
  }
}
