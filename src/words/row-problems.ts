import type { RowProblem } from '../csv/row-problem.js';
import { refusalWords } from './refusals.zh-CN.js';

/**
 * Why a row was not taken in, in words: line, column, stable code, Chinese sentence, legal basis.
 */
export type WordedProblem = Readonly<{
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
