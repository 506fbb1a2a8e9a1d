import type { AgencyLevel, CountingRules } from '../../src/agencies/domain/agency.events.js';
import type { ReportRules } from '../../src/agencies/domain/report-rules.events.js';
import type { CheckId, Severity } from '../../src/annual-reports/domain/checks.events.js';
import type { LocalDate } from '../../src/kernel/local-date.js';
import type { AppealRow } from '../appeal-register.projection.js';
import type { DocumentRow } from '../document-register.projection.js';
import type { Form } from '../forms/form.js';
import type { LetterRow } from '../letter-register.projection.js';
import type { CountRow } from '../monthly-counts.projection.js';
import type { RegisterRow } from '../request-register.projection.js';

/**
 * A cell as it stands on paper: a number; or what was printed in its place, '' for a blank, '/', '增3';
 * or null where the source does not show it.
 */
export type PrintedCell = number | string | null;
export type PrintedCells = ReadonlyMap<string, PrintedCell>;

/** The words of a report as they are printed, figures filled in. */
export type ReportWords = Readonly<{
  /** The lines of the title. */
  title: readonly string[];
  preamble: string;
  /** In the order of print; a report from elsewhere may have other headings, or fewer. */
  parts: readonly Readonly<{ heading: string; text: string }>[];
  signature: Readonly<{ agency: string; date: LocalDate | null }>;
}>;

/** What the ledger holds of the agency, for a report that was counted from it. */
export type LedgerBehind = Readonly<{
  requests: readonly RegisterRow[];
  appeals: readonly AppealRow[];
  documents: readonly DocumentRow[];
  counts: readonly CountRow[];
  letters: readonly LetterRow[];
  /** What the agency chose to count. */
  counting: CountingRules;
  /** 叙述性计数 of the year, by name. */
  counters: ReadonlyMap<string, number>;
  /** What the form's cells hold when they are counted now. */
  figures: ReadonlyMap<string, number>;
  /** 下钻: 登记编号, 案号, 文号 or month of everything that a cell counts now. */
  casesOf: (cell: string) => readonly string[];
}>;

/** 年度报告 as it is checked, whether it was counted here or came from elsewhere. */
export type CheckedReport = Readonly<{
  agency: Readonly<{ name: string; shortName: string; level: AgencyLevel }>;
  rules: ReportRules;
  year: number;
  form: Form;
  cells: PrintedCells;
  /** Null where only the tables are known. */
  words: ReportWords | null;
  /** What is printed in the label cells of table two; left out where only its figures are known. */
  labels?: readonly string[];
  /** The sentences that the program writes of itself: that two reports share them is no copying. */
  standardText?: string;
  /** How often the words name an applicant; counted where sealed names may be opened. */
  applicantsNamed?: number;
  /** Last year's report, as far as the program has it. */
  previous: Readonly<{ form: Form; cells: PrintedCells; words: ReportWords | null }> | null;
  /** Null for a report that came from elsewhere. */
  ledger: LedgerBehind | null;
  /** The reports of other agencies on the same year, by the agency's name. */
  others: ReadonlyMap<string, ReportWords>;
  filing: Readonly<{
    submittedOn: LocalDate | null;
    publishedOn: LocalDate | null;
    url: string | null;
  }>;
  today: LocalDate;
  /** Null for the report of one agency. */
  rolledUp: RolledUp | null;
}>;

/** 下级机关的报告 as it goes into the roll-up of its superior; 本级 is one of them. */
export type ChildReport = Readonly<{
  agencyId: string;
  name: string;
  shortName: string;
  level: AgencyLevel;
  /**
   * What is summed: 本级 figures, an edition or a file that was handed in, or, where nothing stands,
   * what the ledger counts now, of an agency with children their sum.
   */
  from: 'own' | 'edition' | 'file' | 'ledger' | 'roll-up';
  standing: Standing;
  /** The agency as its report names it. */
  unit: string;
  year: number;
  form: string;
  cells: PrintedCells;
  words: ReportWords | null;
  /** 第几版, of an edition, and the newest that was closed. */
  edition: number | null;
  newestEdition: number | null;
  submittedOn: LocalDate | null;
  publishedOn: LocalDate | null;
  returned: Readonly<{ on: LocalDate; reason: string }> | null;
  /** How often it was handed in. */
  times: number;
  /** SHA-256 over the cells. */
  digest: string;
  /** SHA-256 of the file it was read from; null for what this ledger counted. */
  source: string | null;
  /** The words in its tables, where it came on paper. */
  labels?: readonly string[];
}>;

/** 报送情况. */
export const STANDINGS = ['own', 'filed', 'returned', 'missing'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What the checks of a roll-up look at, besides the sum. */
export type RolledUp = Readonly<{
  children: readonly (ChildReport & Readonly<{ errors: readonly Finding[] }>)[];
  /** The newest roll-up on record: what of each child went into it. */
  recorded: ReadonlyMap<string, string> | null;
  /** Last year's children, as far as the program has them. */
  before: readonly ChildReport[];
  /** 撤并: what became of an agency that is no more; null for no successor. */
  successors: ReadonlyMap<string, string | null>;
  /** How many documents the 司法行政部门 lists as in force, by the child's name. */
  heldDocuments: ReadonlyMap<string, number>;
}>;

/** 检查结果: two values that should agree and do not, and what stands behind the difference. */
export type Finding = Readonly<{
  id: CheckId;
  severity: Severity;
  /** What was found, and what it was compared with, as a person reads them. */
  left: string;
  right: string;
  /** The cells it is about. */
  cells: readonly string[];
  /** 登记编号, 案号, 文号 or month of what stands behind the difference. */
  cases: readonly string[];
}>;

/** What a check says; who it is and how grave is its registration's. */
export type Found = Readonly<{
  left: string;
  right: string;
  cells?: readonly string[];
  cases?: readonly string[];
  /** Where it is milder than its check: what was found is not certain. */
  severity?: Severity;
}>;

/** 校验规则. It finds nothing where what it compares is not known. */
export type Check = Readonly<{
  severity: Severity;
  /** The text or practice the rule was taken from. */
  basis: string;
  find: (report: CheckedReport) => readonly Found[];
}>;

/** A printed cell as a number; a blank counts as 0, as its reader takes it. Null where there is none. */
export function numberIn(cells: PrintedCells, cell: string): number | null {
  const printed = cells.get(cell) ?? null;
  if (printed === '') return 0;
  return typeof printed === 'number' ? printed : null;
}
