import type { FormVersion } from '../../src/annual-reports/domain/annual-report.events.js';
import type { CheckId } from '../../src/annual-reports/domain/checks.events.js';

/** 勾稽关系: the cells of one side add up to what those of the other do. */
export type Identity<Cell extends string = string> = Readonly<{
  check: Extract<CheckId, 'T3-01' | 'T3-02' | 'T3-03' | 'T4-01'>;
  left: readonly Cell[];
  right: readonly Cell[];
}>;

/**
 * 报告格式 of one notice: which figures it asks for, and which sums it demands of them. Cells are named
 * by table, row and column, as in `table3.granted.natural`. How it looks on paper is in
 * `templates/annual-report/`.
 */
export type Form<Cell extends string = string> = Readonly<{
  version: FormVersion;
  /** The notice that prescribes it. */
  basis: string;
  /** In the form's order. */
  cells: readonly Cell[];
  identities: readonly Identity<Cell>[];
}>;
