import {
  APPEAL_KINDS,
  APPEAL_OUTCOMES,
  APPEAL_ROLES,
  type AppealKind,
  type AppealOutcome,
  type AppealRole,
} from './appeal.events.js';

/** The groups and results of table four as the form prints them. */
export const APPEAL_KIND_LABELS: Readonly<Record<AppealKind, string>> = {
  review: '行政复议',
  litigation_direct: '未经复议直接起诉',
  litigation_after_review: '复议后起诉',
};

export const APPEAL_OUTCOME_LABELS: Readonly<Record<AppealOutcome, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
};

export const APPEAL_ROLE_LABELS: Readonly<Record<AppealRole, string>> = {
  respondent: '被申请人',
  defendant: '被告',
  'co-defendant': '共同被告',
  'review-organ': '复议机关',
};

/** 复议机关 that is 共同被告 is written in both ways. */
export function appealRoleFrom(word: string): AppealRole | undefined {
  const bare = word.replace(/[\s（）()、]/g, '');
  if (bare.startsWith('复议机关')) return 'review-organ';
  return APPEAL_ROLES.find((role) => role === word || APPEAL_ROLE_LABELS[role] === bare);
}

/** A group by its identifier or its words, with or without 行政诉讼 before them. */
export function appealKindFrom(word: string): AppealKind | undefined {
  const last = word.split(/[/-]/).at(-1)?.trim();
  return APPEAL_KINDS.find((kind) => kind === word || APPEAL_KIND_LABELS[kind] === last);
}

export function appealOutcomeFrom(word: string): AppealOutcome | undefined {
  return APPEAL_OUTCOMES.find(
    (outcome) => outcome === word || APPEAL_OUTCOME_LABELS[outcome] === word,
  );
}
