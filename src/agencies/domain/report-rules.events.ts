import type { Event } from '../../kernel/decider.js';

/**
 * 年报设置: what the checks of the report ask of an agency, and what only the agency knows about
 * itself. No official text settles any of it.
 */
export type ReportRules = Readonly<{
  /** Whether the agency has the power to make 规章 (《立法法》); a county department has not. */
  makesRegulations: boolean;
  /** Whether it licenses, punishes or coerces: then a year with no decision at all is worth a look. */
  decides: boolean;
  /** 本地报送、公布期限 as MM-DD of the next year, where the superior set one; null for 第49条 alone. */
  submitBy: string | null;
  publishBy: string | null;
  /** 总体情况字数上限, spaces not counted; null for none. */
  overviewCharactersMax: number | null;
  /** From how many percent of likeness on two texts count as 雷同, 50 to 100. */
  similarityPercent: number;
}>;

export const DEFAULT_REPORT_RULES: ReportRules = {
  makesRegulations: false,
  decides: false,
  submitBy: null,
  publishBy: null,
  overviewCharactersMax: null,
  similarityPercent: 90,
};

/** 年报设置已确定: only what was chosen anew; `occurredOn` is the day it was chosen. */
export type ReportRulesAdopted = Event<
  'ReportRulesAdopted',
  { agencyId: string } & Partial<ReportRules>
>;
