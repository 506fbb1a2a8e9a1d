import type { CheckedReport, Finding } from '../../projections/checks/check.js';
import { findingsOf } from '../../projections/checks/checks.js';
import {
  overrideOf,
  type AnnualReportFacts,
  type FoundByCheck,
  type Override,
} from './domain/annual-report.events.js';
import type { CheckId } from './domain/checks.events.js';

/** A finding, and who took it upon himself. */
export type Weighed = Readonly<{ finding: Finding; override: Override | null }>;

export function weighed(
  report: CheckedReport,
  { overrides }: Pick<AnnualReportFacts, 'overrides'>,
): readonly Weighed[] {
  return findingsOf(report).map((finding) => ({
    finding,
    override: overrideOf(asFound(finding), overrides) ?? null,
  }));
}

/** The checks that find an error for which nobody answers, each once. */
export function openErrorsOf(
  report: CheckedReport,
  facts: Pick<AnnualReportFacts, 'overrides'>,
): readonly CheckId[] {
  const open = weighed(report, facts).filter(
    ({ finding, override }) => finding.severity === 'E' && override === null,
  );
  return [...new Set(open.map(({ finding }) => finding.id))];
}

/** A finding as it is put on record. */
export function asFound({ id: check, left, right, cells }: Finding): FoundByCheck {
  return { check, left, right, cells };
}
