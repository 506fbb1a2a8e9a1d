import type { CheckedFinding } from '../annual-reports/check-report.query.js';
import { CHECK_WORDS } from '../words/checks.zh-CN.js';
import type { FindingAnswer } from './dto/answer.dto.js';

/** What a check finds, and in words what it looks at and what to do. */
export function inWords(findings: readonly CheckedFinding[]): readonly FindingAnswer[] {
  return findings.map((finding) => ({ ...CHECK_WORDS[finding.id], ...finding }));
}
