import type { RowProblem } from '../csv/row-problem.js';
import { refusalWords } from './refusals.zh-CN.js';

/**
 * Why a row was not taken in, in words: line, column, stable code, Chinese sentence, legal basis.
 */
type WordedProblem = Readonly<{
  line: number;
  column: string;
  code: string;
  reason: string;
  basis: string;
}>;

export function problemWords({ line, column, why }: RowProblem): WordedProblem {
  return 'refused' in why
    ? { line, column, code: why.refused, reason: refusalWords(why), basis: why.basis }
    : { line, column, code: why.code, reason: why.reason, basis: '导入格式' };
}

/** Rows that one answer lists. Whoever has more mends these and imports the file again. */
const LISTED_MAX = 200;

/** What an answer says of the rows that were not taken in. */
export type ListedProblems = Readonly<{
  /** All of them, listed or not. */
  refused: number;
  problems: readonly WordedProblem[];
  /** How many are not listed, as a sentence; absent when all are. */
  note?: string;
}>;

export function listed(problems: readonly RowProblem[]): ListedProblems {
  const refused = problems.length;
  const words = problems.slice(0, LISTED_MAX).map(problemWords);
  if (refused <= LISTED_MAX) return { refused, problems: words };
  const note =
    `另有 ${String(refused - LISTED_MAX)} 行退回，没有列出；` +
    '请先改正列出的行，再导入一次就会列出其余的。';
  return { refused, problems: words, note };
}
