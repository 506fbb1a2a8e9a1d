import { APPEAL_KINDS, APPEAL_OUTCOMES } from '../../src/appeals/domain/appeal.events.js';
import type {
  FormVersion,
  ReportPart,
} from '../../src/annual-reports/domain/annual-report.events.js';
import type { CheckId } from '../../src/annual-reports/domain/checks.events.js';
import { APPLICANT_KINDS, OUTCOMES } from '../../src/requests/domain/request.events.js';
import { RESULTS, type TableFourCell } from '../table-four.js';
import { COLUMNS, type Column, type Row } from '../table-three.js';
import type { TableTwoSource } from './table-two-sources.js';

/** 勾稽关系: the cells of one side add up to what those of the other do. */
export type Identity<Cell extends string = string> = Readonly<{
  check: Extract<CheckId, 'T3-01' | 'T3-02' | 'T3-03' | 'T4-01'>;
  left: readonly Cell[];
  right: readonly Cell[];
}>;

/** What a notice prescribes; a new one is a new value of this, and the compiler asks for all of it. */
type Notice<TwoCell extends string, FormRow extends string> = Readonly<{
  version: FormVersion;
  /** 文号 of the notice. */
  basis: string;
  /** The headings of the six parts, verbatim. */
  headings: Readonly<Record<ReportPart, string>>;
  /** Every cell of table two, in the form's order, and where its figure comes from. */
  tableTwo: Readonly<Record<TwoCell, TableTwoSource>>;
  /** The row of the form that each counted row of table three stands in; several may share one. */
  rows: Readonly<Record<Row, FormRow>>;
}>;

/**
 * 报告格式 of one notice: which figures it asks for, and which sums it demands of them. Cells are named
 * by table, row and column, as in `table3.granted.natural`. How it looks on paper is in
 * `templates/annual-report/`.
 */
export type Form = Notice<string, string> &
  Readonly<{
    /** In the form's order. */
    cells: readonly string[];
    identities: readonly Identity[];
  }>;

export function form<TwoCell extends string, FormRow extends string>(
  notice: Notice<TwoCell, FormRow>,
): Form {
  const rows = [...new Set<FormRow>(Object.values<FormRow>(notice.rows))];
  return {
    ...notice,
    cells: [
      ...Object.keys(notice.tableTwo),
      ...rows.flatMap((row) => COLUMNS.map((column) => cellOf(row, column))),
      ...APPEAL_KINDS.flatMap((kind) =>
        RESULTS.map((result): TableFourCell => `table4.${kind}.${result}`),
      ),
    ],
    identities: [...columnSums(notice.rows), ...rowSums(rows), ...groupSums],
  };
}

export function cellOf(row: string, column: Column): string {
  return `table3.${row}.${column}`;
}

/** In every column 第一项加第二项之和，等于第三项加第四项之和, and the results add up to 三（七）总计. */
function columnSums(rows: Notice<string, string>['rows']): readonly Identity[] {
  const results = [...new Set(OUTCOMES.map((outcome) => rows[outcome]))];
  return COLUMNS.flatMap((column): readonly Identity[] => [
    {
      check: 'T3-01',
      left: [cellOf(rows.new_received, column), cellOf(rows.carried_in, column)],
      right: [cellOf(rows.total, column), cellOf(rows.carried_out, column)],
    },
    {
      check: 'T3-02',
      left: results.map((row) => cellOf(row, column)),
      right: [cellOf(rows.total, column)],
    },
  ]);
}

function rowSums(rows: readonly string[]): readonly Identity[] {
  return rows.map((row) => ({
    check: 'T3-03',
    left: APPLICANT_KINDS.map((kind) => cellOf(row, kind)),
    right: [cellOf(row, 'total')],
  }));
}

const groupSums = APPEAL_KINDS.map((kind): Identity => ({
  check: 'T4-01',
  left: [...APPEAL_OUTCOMES, 'pending'].map((result) => `table4.${kind}.${result}`),
  right: [`table4.${kind}.total`],
}));
