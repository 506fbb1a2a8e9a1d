import type { LocalDate, YearMonth } from '../../../src/kernel/local-date.js';
import type {
  CorrectMonthlyCount,
  CorrectOpeningBalance,
  ReportMonthlyCount,
  StateOpeningBalance,
} from '../../../src/publications/domain/count.decider.js';
import type {
  CountCategory,
  MonthlyCountCorrected,
  MonthlyCountReported,
  OpeningBalanceCorrected,
  OpeningBalanceStated,
} from '../../../src/publications/domain/count.events.js';
import { lastDayOfMonth } from '../../../src/kernel/local-date.js';
import type {
  CorrectDocument,
  IssueDocument,
  RepealDocument,
  VoidDocument,
} from '../../../src/publications/domain/document.decider.js';
import type {
  DocumentCorrections,
  DocumentEntryCorrected,
  DocumentEntryVoided,
  DocumentIssued,
  DocumentRepealed,
} from '../../../src/publications/domain/document.events.js';

const KEY = { agencyId: 'jia', documentNumber: '甲发〔2025〕1号' } as const;
const DOCUMENT = { ...KEY, kind: 'normative_documents', title: '某办法' } as const;
const TODAY: LocalDate = '2025-06-30';

type On = Readonly<{ today?: LocalDate }>;

export function issueDocument({
  today = TODAY,
  ...data
}: Partial<IssueDocument['data']> & On = {}): IssueDocument {
  return { type: 'IssueDocument', data: { ...DOCUMENT, issuedOn: '2025-03-03', ...data }, today };
}

export function repealDocument(
  repealedOn: LocalDate,
  { today = TODAY, ...data }: Partial<RepealDocument['data']> & On = {},
): RepealDocument {
  return { type: 'RepealDocument', data: { ...KEY, repealedOn, ...data }, today };
}

export function documentIssued({
  issuedOn = '2025-03-03',
  ...data
}: Partial<DocumentIssued['data']> & Readonly<{ issuedOn?: LocalDate }> = {}): DocumentIssued {
  return { type: 'DocumentIssued', occurredOn: issuedOn, data: { ...DOCUMENT, ...data } };
}

export function documentRepealed(
  occurredOn: LocalDate,
  data: Partial<DocumentRepealed['data']> = {},
): DocumentRepealed {
  return { type: 'DocumentRepealed', occurredOn, data: { ...KEY, ...data } };
}

const REASON = '录入时看错了文件';

export function correctDocument(corrected: DocumentCorrections, reason = REASON): CorrectDocument {
  const data = { ...KEY, corrected };
  return { type: 'CorrectDocument', data, sealed: { reason }, today: TODAY };
}

export function documentEntryCorrected(corrected: DocumentCorrections): DocumentEntryCorrected {
  return {
    type: 'DocumentEntryCorrected',
    occurredOn: TODAY,
    data: { ...KEY, corrected },
    sealed: { reason: REASON },
  };
}

export function reportCount(
  month: YearMonth,
  category: CountCategory,
  quantity: number,
  today: LocalDate = TODAY,
): ReportMonthlyCount {
  const data = { agencyId: 'jia', month, category, quantity };
  return { type: 'ReportMonthlyCount', data, today };
}

export function correctCount(
  month: YearMonth,
  category: CountCategory,
  quantity: number,
  reason = '抄录有误',
): CorrectMonthlyCount {
  const data = { agencyId: 'jia', month, category, quantity, reason };
  return { type: 'CorrectMonthlyCount', data, today: TODAY };
}

export function stateOpening(
  month: YearMonth,
  kind: StateOpeningBalance['data']['kind'],
  inForce: number,
): StateOpeningBalance {
  const data = { agencyId: 'jia', month, kind, inForce };
  return { type: 'StateOpeningBalance', data, today: TODAY };
}

export function countReported(
  month: YearMonth,
  category: CountCategory,
  quantity: number,
  occurredOn: LocalDate = lastDayOfMonth(month),
): MonthlyCountReported {
  const data = { agencyId: 'jia', month, category, quantity };
  return { type: 'MonthlyCountReported', occurredOn, data };
}

export function countCorrected(
  month: YearMonth,
  category: CountCategory,
  was: number,
  quantity: number,
): MonthlyCountCorrected {
  const data = { agencyId: 'jia', month, category, quantity, reason: '抄录有误', was };
  return { type: 'MonthlyCountCorrected', occurredOn: TODAY, data };
}

export function openingStated(
  month: YearMonth,
  kind: OpeningBalanceStated['data']['kind'],
  inForce: number,
): OpeningBalanceStated {
  const data = { agencyId: 'jia', month, kind, inForce };
  return { type: 'OpeningBalanceStated', occurredOn: `${month}-01` as LocalDate, data };
}

export function correctOpening(
  month: YearMonth,
  kind: StateOpeningBalance['data']['kind'],
  inForce: number,
  reason = '抄录有误',
): CorrectOpeningBalance {
  const data = { agencyId: 'jia', month, kind, inForce, reason };
  return { type: 'CorrectOpeningBalance', data, today: TODAY };
}

export function openingCorrected(
  month: YearMonth,
  kind: OpeningBalanceStated['data']['kind'],
  was: number,
  inForce: number,
): OpeningBalanceCorrected {
  const data = { agencyId: 'jia', month, kind, inForce, reason: '抄录有误', was };
  return { type: 'OpeningBalanceCorrected', occurredOn: TODAY, data };
}

export function voidDocument(
  step: DocumentEntryVoided['data']['step'],
  reason = REASON,
): VoidDocument {
  return { type: 'VoidDocument', data: { ...KEY, step }, sealed: { reason }, today: TODAY };
}

export function documentEntryVoided(
  step: DocumentEntryVoided['data']['step'],
): DocumentEntryVoided {
  const data = { ...KEY, step };
  return { type: 'DocumentEntryVoided', occurredOn: TODAY, data, sealed: { reason: REASON } };
}
