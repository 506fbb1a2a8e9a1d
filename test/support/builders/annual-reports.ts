import type {
  CompileReport,
  DraftReport,
  FileReport,
} from '../../../src/annual-reports/domain/annual-report.decider.js';
import type {
  AnnualReportFiled,
  ReportCompiled,
  ReportDrafted,
  ReportText,
} from '../../../src/annual-reports/domain/annual-report.events.js';
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
      otherMatters: '无。',
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

export function fileReport(
  digest: string,
  {
    year = 2024,
    position = '7',
    filedOn = '2025-01-21',
    today = '2025-01-31',
  }: Readonly<{ year?: number; position?: string; filedOn?: LocalDate; today?: LocalDate }> = {},
): FileReport {
  return { type: 'FileReport', data: { agencyId: 'jia', year, position, digest, filedOn }, today };
}

export function reportFiled(
  digest: string,
  {
    year = 2024,
    position = '7',
    occurredOn = '2025-01-21',
    edition = 1,
  }: Readonly<{ year?: number; position?: string; occurredOn?: LocalDate; edition?: number }> = {},
): AnnualReportFiled {
  const data = { agencyId: 'jia', year, position, digest, edition };
  return { type: 'AnnualReportFiled', occurredOn, data };
}
