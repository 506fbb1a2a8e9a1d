import type {
  CloseYear,
  CompileReport,
  DraftReport,
  FileReport,
} from '../../../src/annual-reports/domain/annual-report.decider.js';
import type {
  AnnualReportFiled,
  CheckOverridden,
  FoundByCheck,
  PrintedWords,
  ReportCompiled,
  ReportDrafted,
  ReportText,
  YearClosed,
} from '../../../src/annual-reports/domain/annual-report.events.js';
import type { OverrideCheck } from '../../../src/annual-reports/domain/override.rules.js';
import type { LocalDate } from '../../../src/kernel/local-date.js';

const TODAY: LocalDate = '2025-01-06';

export function reportText({
  parts = {},
  ...rest
}: Partial<Omit<ReportText, 'parts'>> &
  Readonly<{ parts?: Partial<ReportText['parts']> }> = {}): ReportText {
  return {
    preamble: '引言。',
    parts: {
      overview: '总体情况。',
      publications: '',
      requests: '',
      appeals: '',
      problems: '问题。',
      otherMatters: '没有收取信息处理费。',
      ...parts,
    },
    signedOn: '2025-01-20',
    ...rest,
  };
}

export function draftReport(
  text: ReportText = reportText(),
  { year = 2024, today = TODAY }: Readonly<{ year?: number; today?: LocalDate }> = {},
): DraftReport {
  return { type: 'DraftReport', data: { agencyId: 'jia', year, text }, today };
}

export function compileReport(
  figures: CompileReport['data']['figures'],
  {
    year = 2024,
    position = '7',
    today = TODAY,
  }: Readonly<{ year?: number; position?: string; today?: LocalDate }> = {},
): CompileReport {
  return { type: 'CompileReport', data: { agencyId: 'jia', year, position, figures }, today };
}

export function reportDrafted(
  text: ReportText = reportText(),
  { year = 2024, occurredOn = TODAY }: Readonly<{ year?: number; occurredOn?: LocalDate }> = {},
): ReportDrafted {
  return { type: 'ReportDrafted', occurredOn, data: { agencyId: 'jia', year, text } };
}

export function reportCompiled(
  figures: ReportCompiled['data']['figures'],
  {
    year = 2024,
    position = '7',
    occurredOn = TODAY,
  }: Readonly<{ year?: number; position?: string; occurredOn?: LocalDate }> = {},
): ReportCompiled {
  return { type: 'ReportCompiled', occurredOn, data: { agencyId: 'jia', year, position, figures } };
}

/** The words of {@link reportText} on paper, or others. */
export function printedWords(changes: Partial<PrintedWords> = {}): PrintedWords {
  return {
    title: ['2024年甲局', '政府信息公开工作年度报告'],
    preamble: '引言。',
    parts: [{ heading: '一、总体情况', text: '总体情况。' }],
    signature: { agency: '某市甲局', date: '2025-01-20' },
    ...changes,
  };
}

type Closing = Omit<CloseYear['data'], 'reason' | 'openErrors'>;

function closing(changes: Partial<Closing> = {}): Closing {
  return {
    agencyId: 'jia',
    year: 2024,
    position: '7',
    form: '2021',
    agency: { name: '某市甲局', shortName: '甲局' },
    figures: { 'table3.new_received.total': 3 },
    counters: {},
    text: reportText(),
    words: printedWords(),
    digest: 'a',
    checkpoint: 'note',
    ...changes,
  };
}

export function closeYear({
  reason = '',
  openErrors = [],
  today = '2025-01-31',
  ...changes
}: Partial<CloseYear['data']> & Readonly<{ today?: LocalDate }> = {}): CloseYear {
  return { type: 'CloseYear', data: { ...closing(changes), reason, openErrors }, today };
}

export function yearClosed({
  occurredOn = '2025-01-31',
  edition = 1,
  reason,
  ...changes
}: Partial<YearClosed['data']> & Readonly<{ occurredOn?: LocalDate }> = {}): YearClosed {
  const why = reason === undefined ? {} : { reason };
  return { type: 'YearClosed', occurredOn, data: { ...closing(changes), edition, ...why } };
}

const FOUND: FoundByCheck = {
  check: 'T3-08',
  left: '7：2024-12-30 到达',
  right: '没有收到日期',
  cells: [],
};

export function overrideCheck({
  today = TODAY,
  ...data
}: Partial<OverrideCheck['data']> & Readonly<{ today?: LocalDate }> = {}): OverrideCheck {
  const named = { check: FOUND.check, reason: '邮件没有送到', errors: [FOUND] };
  return { type: 'OverrideCheck', data: { agencyId: 'jia', year: 2024, ...named, ...data }, today };
}

export function checkOverridden({
  occurredOn = TODAY,
  ...data
}: Partial<CheckOverridden['data']> & Readonly<{ occurredOn?: LocalDate }> = {}): CheckOverridden {
  const override = { agencyId: 'jia', year: 2024, ...FOUND, reason: '邮件没有送到', ...data };
  return { type: 'CheckOverridden', occurredOn, data: override };
}

export function fileReport(
  told: Omit<FileReport['data'], 'agencyId' | 'year'> = { filedOn: '2025-01-21' },
  { year = 2024, today = '2025-01-31' }: Readonly<{ year?: number; today?: LocalDate }> = {},
): FileReport {
  return { type: 'FileReport', data: { agencyId: 'jia', year, ...told }, today };
}

export function reportFiled({
  occurredOn = '2025-01-21',
  ...changes
}: Partial<AnnualReportFiled['data']> &
  Readonly<{ occurredOn?: LocalDate }> = {}): AnnualReportFiled {
  const data = { agencyId: 'jia', year: 2024, position: '7', digest: 'a', edition: 1, ...changes };
  return { type: 'AnnualReportFiled', occurredOn, data };
}
