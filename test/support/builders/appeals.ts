import type {
  AppealCommand,
  ConcludeAppeal,
  CorrectAppeal,
  FileAppeal,
  VoidAppeal,
} from '../../../src/appeals/domain/appeal.decider.js';
import type {
  AppealConcluded,
  AppealCorrections,
  AppealEntryCorrected,
  AppealEntryVoided,
  AppealFiled,
  AppealOutcome,
} from '../../../src/appeals/domain/appeal.events.js';
import type { LocalDate } from '../../../src/kernel/local-date.js';

const KEY = { agencyId: 'jia', caseNumber: '（2025）1号' } as const;
const TODAY: AppealCommand['today'] = '2025-06-30';

type On = Readonly<{ today?: LocalDate }>;

export function fileAppeal({
  today = TODAY,
  ...data
}: Partial<FileAppeal['data']> & On = {}): FileAppeal {
  const acceptedOn = '2025-03-03';
  return {
    type: 'FileAppeal',
    data: { ...KEY, kind: 'review', requestNumbers: ['2025-0042'], acceptedOn, ...data },
    today,
  };
}

export function concludeAppeal(
  outcome: AppealOutcome,
  concludedOn: LocalDate,
  { today = TODAY, ...data }: Partial<ConcludeAppeal['data']> & On = {},
): ConcludeAppeal {
  return { type: 'ConcludeAppeal', data: { ...KEY, outcome, concludedOn, ...data }, today };
}

export function appealFiled({
  acceptedOn = '2025-03-03',
  ...data
}: Partial<AppealFiled['data']> & Readonly<{ acceptedOn?: LocalDate }> = {}): AppealFiled {
  return {
    type: 'AppealFiled',
    occurredOn: acceptedOn,
    data: { ...KEY, kind: 'review', requestNumbers: ['2025-0042'], ...data },
  };
}

export function appealConcluded(
  outcome: AppealOutcome,
  occurredOn: LocalDate,
  data: Partial<AppealConcluded['data']> = {},
): AppealConcluded {
  return { type: 'AppealConcluded', occurredOn, data: { ...KEY, outcome, ...data } };
}

const REASON = '录入时看错了案卷';

export function correctAppeal(corrected: AppealCorrections, reason = REASON): CorrectAppeal {
  return { type: 'CorrectAppeal', data: { ...KEY, corrected }, sealed: { reason }, today: TODAY };
}

export function appealEntryCorrected(corrected: AppealCorrections): AppealEntryCorrected {
  return {
    type: 'AppealEntryCorrected',
    occurredOn: TODAY,
    data: { ...KEY, corrected },
    sealed: { reason: REASON },
  };
}

export function voidAppeal(step: AppealEntryVoided['data']['step'], reason = REASON): VoidAppeal {
  return { type: 'VoidAppeal', data: { ...KEY, step }, sealed: { reason }, today: TODAY };
}

export function appealEntryVoided(step: AppealEntryVoided['data']['step']): AppealEntryVoided {
  const data = { ...KEY, step };
  return { type: 'AppealEntryVoided', occurredOn: TODAY, data, sealed: { reason: REASON } };
}
