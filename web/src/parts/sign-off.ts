import { OUTCOME_WORDS, type Outcome } from '../labels.zh-CN';

/** One matter that was put before the head, as the server says it. */
export type SignOff = Readonly<{
  matter: 'reply' | 'extension';
  outcome?: Outcome;
  workingDays?: number;
  soughtOn: string;
  soughtBy: string;
  reason: string;
  answer: Readonly<{
    opinion: 'agrees' | 'objects';
    by: string;
    on: string;
    reason?: string;
  }> | null;
}>;

export const MATTER_WORDS = { reply: '答复', extension: '延期' } as const;

/** What is proposed, in one sentence. */
export function proposalOf({ outcome, workingDays }: SignOff): string {
  if (outcome === undefined) return `延长答复期限 ${String(workingDays ?? 0)} 个工作日`;
  const { group, label } = OUTCOME_WORDS[outcome];
  return `作出“${group}${label}”的答复`;
}
