import type { Event } from '../../kernel/decider.js';

/** 部分公开的救济: no text that could be read settles it. */
export const PARTLY_GRANTED_REMEDIES = ['reconsideration-first', 'free-choice'] as const;
export type PartlyGrantedRemedy = (typeof PARTLY_GRANTED_REMEDIES)[number];

/** 文书规则: what the documents of an agency say that the law leaves to it. */
export type LetterRules = Readonly<{
  /** 机关代字 before 〔2026〕12号; null for 简称 and 公开. */
  letterPrefix: string | null;
  /** 行政复议机关 and 人民法院 as the remedy names them; null for words that fit every agency. */
  reviewOrgan: string | null;
  court: string | null;
  partlyGranted: PartlyGrantedRemedy;
}>;

/** Reconsideration first is the safer notice: who follows it loses no remedy. */
export const DEFAULT_LETTER_RULES: LetterRules = {
  letterPrefix: null,
  reviewOrgan: null,
  court: null,
  partlyGranted: 'reconsideration-first',
};

/** 文书规则已确定: only what was chosen anew; `occurredOn` is the day it was chosen. */
export type LetterRulesAdopted = Event<
  'LetterRulesAdopted',
  { agencyId: string } & Partial<LetterRules>
>;

/** 机关代字 as the documents carry it. */
export function letterPrefixOf(
  { letterPrefix }: Pick<LetterRules, 'letterPrefix'>,
  shortName: string,
): string {
  return letterPrefix ?? `${shortName}公开`;
}
